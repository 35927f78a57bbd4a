using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>Repairs of what tools and prompts give back. They reach into the code that makes it, and are offered only if that compiles then.</summary>
public class ResultFixTests
{
    [Fact]
    public Task A_query_is_run() => Check<ChangeResultCodeFixProvider>(
        """
        [MimoTool] static {|MIMO022:IQueryable<int>|} First() => Numbers.Where(number => number > 1);
            [MimoTool] static Task<{|MIMO022:IQueryable<int>|}> Second() => Task.FromResult(Numbers);
            [MimoTool]
            static async Task<{|MIMO022:IOrderedQueryable<int>|}> Third()
            {
                await Task.Yield();
                if (Numbers.Any())
                {
                    return Numbers.Order();
                }

                return from number in Numbers orderby number select number;
            }
        """,
        """
        [MimoTool] static IReadOnlyList<int> First() => Numbers.Where(number => number > 1).ToList();
            [MimoTool] static Task<IReadOnlyList<int>> Second() => Task.FromResult<IReadOnlyList<int>>(Numbers.ToList());
            [MimoTool]
            static async Task<IReadOnlyList<int>> Third()
            {
                await Task.Yield();
                if (Numbers.Any())
                {
                    return Numbers.Order().ToList();
                }

                return (from number in Numbers orderby number select number).ToList();
            }
        """);

    [Fact]
    public Task A_query_is_run_with_the_using_that_takes() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, ChangeResultCodeFixProvider>(
        """
        using Mimo;

        partial class Holder
        {
            [MimoTool] static {|MIMO022:System.Linq.IQueryable<int>|} First(int number) => Query();
            private static System.Linq.IQueryable<int> Query() => null!;
        }
        """,
        """
        using Mimo;
        using System.Linq;

        partial class Holder
        {
            [MimoTool] static System.Collections.Generic.IReadOnlyList<int> First(int number) => Query().ToList();
            private static System.Linq.IQueryable<int> Query() => null!;
        }
        """);

    [Fact]
    public Task A_reference_becomes_a_value() => Check<ChangeResultCodeFixProvider>(
        "private static int s_number; [MimoTool] static {|MIMO022:ref int|} First() => ref s_number; [MimoTool] static {|MIMO022:ref readonly int|} Second() { return ref s_number; }",
        "private static int s_number; [MimoTool] static int First() => s_number; [MimoTool] static int Second() { return s_number; }");

    [Fact]
    public Task A_type_without_a_JSON_form_gives_way_to_one_that_has_it() => Check<ChangeResultCodeFixProvider>(
        """
        [MimoTool] static {|MIMO004:Type|} First(int number) => number.GetType();
            [MimoTool] static Task<{|MIMO004:Exception|}> Second() => Task.FromResult(new Exception());
            [MimoTool] static {|MIMO004:nint|} Third() => 3;
            [MimoTool] static {|MIMO004:Stream|} Fourth(string path) => File.OpenRead(path);
            [MimoTool] static {|MIMO004:Stream|} Fifth(byte[] bytes) { var stream = new MemoryStream(bytes); return stream; }
            [MimoTool] static {|MIMO003:ReadOnlySpan<char>|} Sixth(string text) => text.AsSpan(1);
            [MimoTool] static {|MIMO003:Span<int>|} Seventh(int[] numbers) => numbers.AsSpan(1);
            [MimoTool] static {|MIMO003:Span<int>|} Eighth(int[] numbers) => numbers;
            [MimoTool] static {|MIMO008:Dictionary<DateTime, int>|} Ninth() => new();
            [MimoTool] static List<{|MIMO004:Type|}> Tenth() => [];
            [MimoTool] static {|MIMO004:Lazy<int>|} Last() => new(() => 3);
        """,
        """
        [MimoTool] static string First(int number) => number.GetType().ToString();
            [MimoTool] static Task<string> Second() => Task.FromResult<string>(new Exception().Message);
            [MimoTool] static long Third() => 3;
            [MimoTool] static byte[] Fourth(string path) => File.ReadAllBytes(path);
            [MimoTool] static byte[] Fifth(byte[] bytes) { var stream = new MemoryStream(bytes); return stream.ToArray(); }
            [MimoTool] static string Sixth(string text) => text.AsSpan(1).ToString();
            [MimoTool] static int[] Seventh(int[] numbers) => numbers.AsSpan(1).ToArray();
            [MimoTool] static int[] Eighth(int[] numbers) => numbers;
            [MimoTool] static Dictionary<string, int> Ninth() => new();
            [MimoTool] static List<string> Tenth() => [];
            [MimoTool] static {|MIMO004:Lazy<int>|} Last() => new(() => 3);
        """);

    [Fact]
    public Task A_table_becomes_rows() => Check<ChangeResultCodeFixProvider>(
        """
        [MimoTool] static {|MIMO004:int[,]|} First() => new int[,] { { 1, 2 }, { 3, 4 } };
            [MimoTool] static {|MIMO004:int[,]|} Second(int size) { var table = new int[size, size]; return table; }
        """,
        """
        [MimoTool] static int[][] First() => new int[][] { new int[] { 1, 2 }, new int[] { 3, 4 } };
            [MimoTool] static int[][] Second(int size) { var table = new int[size, size]; return Enumerable.Range(0, table.GetLength(0)).Select(row => Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column]).ToArray()).ToArray(); }
        """);

    [Fact]
    public Task A_tuple_and_what_makes_it_become_a_record() => Check<TupleToRecordCodeFixProvider>(
        """
        [MimoTool] static {|MIMO006:(int Count, string Name)|} First() => (1, Name: "a");
            [MimoTool] static Task<{|MIMO006:(int, int)|}> SecondAsync(bool isLarge) => Task.FromResult(isLarge ? (10, 20) : (1, 2));
            [MimoTool]
            static List<{|MIMO006:(int Number, string Text)|}> Third()
            {
                var all = new List<(int, string)>();
                int count = 0;
                (count, _) = (1, "b");
                all.Add((count, "a"));
                return all;
            }
        """,
        """
        [MimoTool] static FirstResult First() => new FirstResult(1, "a");
            [MimoTool] static Task<SecondResult> SecondAsync(bool isLarge) => Task.FromResult(isLarge ? new SecondResult(10, 20) : new SecondResult(1, 2));
            [MimoTool]
            static List<ThirdResult> Third()
            {
                var all = new List<ThirdResult>();
                int count = 0;
                (count, _) = new ThirdResult(1, "b");
                all.Add(new ThirdResult(count, "a"));
                return all;
            }
        """,
        end: """


            sealed record FirstResult(int Count, string Name);

            sealed record SecondResult(int Item1, int Item2);

            sealed record ThirdResult(int Number, string Text);
            """);

    [Fact]
    public Task A_prompt_s_answer_becomes_one_that_JSON_can_say() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, ChangeResultCodeFixProvider>(
        Prompts("Task<{|MIMO004:Type|}> FirstAsync(CancellationToken token);", "Task<{|MIMO004:int[,]|}> SecondAsync(CancellationToken token);"),
        Prompts("Task<string> FirstAsync(CancellationToken token);", "Task<int[][]> SecondAsync(CancellationToken token);"));

    [Fact]
    public Task A_prompt_s_tuple_becomes_a_record() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TupleToRecordCodeFixProvider>(
        Prompts("Task<{|MIMO006:(int Count, string Name)|}> FindAsync(CancellationToken token);", "IAsyncEnumerable<{|MIMO006:(int, int)|}> ListAsync(CancellationToken token);"),
        Prompts("Task<FindResult> FindAsync(CancellationToken token);", "IAsyncEnumerable<ListResult> ListAsync(CancellationToken token);") + """


            sealed record FindResult(int Count, string Name);

            sealed record ListResult(int Item1, int Item2);
            """);

    [Theory]
    [InlineData("[MimoTool] static {|MIMO004:IAsyncEnumerable<int>|} Call() => Sequence(); private static IAsyncEnumerable<int> Sequence() => null!;")]
    [InlineData("[MimoTool] static {|MIMO004:Stream|} Call(Uri address) => Open(); private static Stream Open() => null!;")]
    [InlineData("[MimoTool] static {|MIMO004:Action|} Call() => () => { };")]
    [InlineData("[MimoTool] static {|MIMO022:IQueryable<int>|} Call() => Numbers; private static IQueryable<int> Other() => Call();")]
    [InlineData("[MimoTool] private static partial {|MIMO022:IQueryable<int>|} Call(); private static partial IQueryable<int> Call() => Numbers;")]
    [InlineData("[MimoTool] public override {|MIMO004:Type|} Make() => typeof(int);")]
    [InlineData("[MimoTool] public new {|MIMO004:Type|} Find() => typeof(int);")]
    public Task What_would_not_compile_is_not_offered(string code) => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, ChangeResultCodeFixProvider>(Around(code));

    [Theory]
    [InlineData("[MimoTool] static {|MIMO006:(int, int)|} Call() => Other(); private static (int, int) Other() => (1, 2);")]
    [InlineData("[MimoTool] static {|MIMO006:(int Count, int)|} Call() => (1, 2); private static int Other() { (int, int) both = Call(); return both.Item1; }")]
    public Task A_tuple_that_others_make_or_take_stays(string code) => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, TupleToRecordCodeFixProvider>(Around(code));

    private static Task Check<TFix>(string before, string after, string end = "")
        where TFix : CodeFixProvider, new() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TFix>(Around(before), Around(after) + end);

    private static string Around(string members) => $$"""
        using Mimo;
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;

        class Maker { public virtual Type Make() => typeof(int); public Type Find() => typeof(int); }

        interface IFinder { Type Find(); }

        partial class Holder : Maker, IFinder
        {
            {{members}}

            private static IQueryable<int> Numbers => null!;
        }
        """;

    private static string Prompts(string first, string second) => $$"""
        using Mimo;
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            {{first}}

            [UserPrompt("x")]
            {{second}}
        }
        """;
}

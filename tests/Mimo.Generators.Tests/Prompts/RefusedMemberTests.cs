using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>What is refused is implemented all the same, in whatever words its declaration asks for.</summary>
public class RefusedMemberTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Theory]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : class;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : class, System.IDisposable, new();")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : struct;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : unmanaged;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : notnull;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : System.IO.Stream;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : System.IDisposable;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text) where T : System.Enum;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T, @class>(string text, @class? other, T? more) where T : @class where @class : class;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T?> ExtractAsync<T>(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] Task<T> ExtractAsync<T>(string text) where T : class?;")]
    [InlineData("[UserPrompt(\"{text}\")] ref Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] ref readonly Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] ref Task<T?> AskAsync<T>(string text) where T : class;")]
    [InlineData("[UserPrompt(\"{text}\")] Task<string> AskAsync(dynamic? text, dynamic more = null!);")]
    [InlineData("ref int Slot { get; }")]
    [InlineData("ref readonly int Slot { get; }")]
    [InlineData("ref readonly string this[in int index] { get; }")]
    [InlineData("string this[in int index, params int[] more] { get; set; }")]
    [InlineData("int Level { get; init; }")]
    [InlineData("int Level { set; }")]
    [InlineData("int Level { init; }")]
    public void A_member_of_an_interface(string member) => GeneratorHarness.Check(Usings + $$"""
        [MimoPrompt]
        public partial interface IMixed
        {
            {{member}}
            [UserPrompt("{text}")] Task<string> SoundAsync(string text);
        }

        internal static class Use
        {
            public static Task<string> Go(IMimoClient client) => IMixed.Create(client).SoundAsync(IMixed.Requests.SoundAsync("x").ToString());
        }
        """);

    [Theory]
    [InlineData("ref Task<string> AskAsync(this IMimoClient client, string text);")]
    [InlineData("ref readonly Task<string> AskAsync(this IMimoClient client, string text);")]
    [InlineData("Task<string> AskAsync(this IMimoClient client, dynamic? text);")]
    [InlineData("Task<T?> AskAsync<T>(this IMimoClient client, string text) where T : class;")]
    public void A_method_of_a_class(string method) =>
        GeneratorHarness.Check(Usings + $"public static partial class Prompts {{ [MimoPrompt] [UserPrompt(\"{{text}}\")] public static partial {method} }}");

    [Theory]
    [InlineData("[UserPrompt(\"x\")] {|MIMO032:ref Task<string>|} AskAsync(CancellationToken token);")]
    [InlineData("[UserPrompt(\"x\")] {|MIMO032:ref readonly Task|} AskAsync(CancellationToken token);")]
    [InlineData("ref int {|MIMO032:Slot|} { get; }")]
    public Task What_refers_to_a_variable_is_told(string member) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + $"[MimoPrompt] public partial interface IAsk {{ {member} }}");

    /// <summary>Which of the two to list nobody can tell, the compiler included.</summary>
    [Theory]
    [InlineData("Facts", "{facts:{|MIMO030:list|}}")]
    [InlineData("IFacts", "{facts:{|MIMO030:list|}}")]
    [InlineData("Facts?", "{facts.Other:list}")]
    [InlineData("IEnumerable<Facts>", "{facts:list}")]
    [InlineData("List<string>", "{facts:list}")]
    public Task A_list_is_a_sequence_of_one_type(string type, string placeholder) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO030", Usings + $$"""
        public interface IFacts : IEnumerable<string>, IEnumerable<int> { }

        public abstract class Facts : IFacts
        {
            public List<int> Other { get; } = new();
            IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw null!;
            IEnumerator<int> IEnumerable<int>.GetEnumerator() => throw null!;
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
            public override string ToString() => "facts";
        }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("{{placeholder}}")] Task<string> AskAsync({{type}} facts);
        }
        """);

    /// <summary>Calls with a dynamic argument are bound at run time, which trimmed code can't do; and to the handler of a text no such call can be made at all.</summary>
    [Theory]
    [InlineData("[UserPrompt(\"{payload}\")] Task<string> AskAsync({|MIMO004:dynamic|} payload);")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync({|MIMO004:dynamic|}? payload, MimoTranscript history);")]
    [InlineData("[UserPrompt(\"{{|MIMO030:box.Payload|}}\")] Task<string> AskAsync(Box box);")]
    [InlineData("[UserPrompt(\"{{|MIMO030:box.Payload|}:json}\")] Task<string> AskAsync(Box? box);")]
    [InlineData("[UserPrompt(\"{payload} {payload:json}\")] Task<string> AskAsync({|MIMO004:dynamic|} payload);")]
    [InlineData("[UserPrompt(\"{many:list}\")] Task<string> AskAsync(List<dynamic> many);")]
    [InlineData("[UserPrompt(\"{many:json}\")] Task<string> AskAsync(List<{|MIMO004:dynamic|}> many);")]
    public Task What_is_bound_at_run_time_is_told(string method) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + $$"""
        public sealed class Box { public dynamic? Payload { get; set; } }

        [MimoPrompt]
        public partial interface IAsk
        {
            {{method}}
        }
        """);
}

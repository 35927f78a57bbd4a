using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class ToolRuleTests
{
    [Fact]
    public Task A_tool_that_names_a_type_that_is_generated_too_is_told_of() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        using Mimo;

        [MimoOutput] public partial record Plain(string Text);

        public record Kept(Plain.Draft? Draft);

        public static partial class Some
        {
            [MimoTool] public static Plain.Draft? {|MIMO051:Load|}(string text) => null;
            [MimoTool] public static Plain? Find(string text) => null;
        }

        public static partial class Lone
        {
            [MimoTool] public static Plain.Draft[] {|MIMO051:Load|}(string text) => [];
        }

        public partial class Deep
        {
            [MimoTool] public Kept? {|MIMO051:Load|}(string text) => null;
        }

        public static partial class Sound
        {
            [MimoTool] public static Plain? Find(string text) => null;
        }
        """);

    [Theory]
    [InlineData("partial class Holder { [MimoTool] static void A{|MIMO002:<T>|}() { } }")]
    [InlineData("partial class Holder { [MimoTool] static void A(System.Collections.Generic.List<int> list) { } }")]
    [InlineData("partial class Holder { \n#pragma warning disable MIMO002\n[MimoTool] static void A<T>() { } }")]
    public Task Tools_are_not_generic(string code) => Check(code);

    [Theory]
    [InlineData("{|MIMO003:ref|} int number")]
    [InlineData("{|MIMO003:in|} int number")]
    [InlineData("{|MIMO003:ref readonly|} int number")]
    [InlineData("{|MIMO003:int*|} number")]
    [InlineData("{|MIMO003:System.Span<int>|} numbers")]
    [InlineData("{|MIMO003:System.ReadOnlySpan<char>|} text")]
    [InlineData("System.ReadOnlyMemory<int> numbers")]
    [InlineData("int[] numbers")]
    public Task Parameters_are_values(string parameter) => Check($"partial class Holder {{ [MimoTool] static unsafe void A({parameter}) {{ }} }}");

    [Fact]
    public Task An_out_parameter_is_told_by_its_name() => Check("partial class Holder { [MimoTool] static void A({|MIMO003:out|} int number) => number = 1; }");

    [Theory]
    [InlineData("{|MIMO004:System.Action|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Type|}", "MIMO004")]
    [InlineData("{|MIMO004:nint|}", "MIMO004")]
    [InlineData("{|MIMO004:System.UIntPtr|}?", "MIMO004")]
    [InlineData("{|MIMO004:int[,]|}", "MIMO004")]
    [InlineData("{|MIMO004:System.IO.MemoryStream|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Threading.Tasks.Task<int>|}", "MIMO004")]
    [InlineData("{|MIMO004:System.InvalidOperationException|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Collections.Generic.IAsyncEnumerable<int>|}", "MIMO004")]
    [InlineData("System.Collections.Generic.List<{|MIMO004:System.Type|}?>", "MIMO004")]
    [InlineData("{|MIMO004:dynamic|}", "MIMO004")]
    [InlineData("{|MIMO004:Hidden|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Collections.Generic.SortedSet<Fields>|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Collections.Generic.SortedSet<byte[]>|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Collections.Generic.SortedSet<System.Uri>|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Collections.Immutable.ImmutableSortedSet<object>|}", "MIMO004")]
    [InlineData("{|MIMO004:Sorted<Named>|}", "MIMO004")]
    [InlineData("Sorted<Comparable>", "MIMO004")]
    [InlineData("Sorted<Comparable.Derived>", "MIMO004")]
    [InlineData("System.Collections.Generic.SortedSet<System.DateOnly?>", "MIMO004")]
    [InlineData("System.Collections.Generic.SortedSet<System.Version>", "MIMO004")]
    [InlineData("System.Collections.Immutable.ImmutableSortedSet<System.DayOfWeek>", "MIMO004")]
    [InlineData("System.Collections.Generic.Dictionary<string, {|MIMO004:System.IO.Stream|}>[]", "MIMO004")]
    [InlineData("{|MIMO005:IShape|}", "MIMO005")]
    [InlineData("{|MIMO005:Shape|}?", "MIMO005")]
    [InlineData("{|MIMO006:(int Left, int Right)|}", "MIMO006")]
    [InlineData("{|MIMO006:Fields|}", "MIMO006")]
    [InlineData("{|MIMO008:System.Collections.Generic.Dictionary<double, int>|}", "MIMO008")]
    [InlineData("{|MIMO008:System.Collections.Generic.IReadOnlyDictionary<int?, string>|}", "MIMO008")]
    [InlineData("{|MIMO019:Twins|}", "MIMO019")]
    [InlineData("{|MIMO019:TwinNames|}[]", "MIMO019")]
    [InlineData("OneValue", "MIMO019")]
    [InlineData("{|MIMO004:System.Text.StringBuilder|}", "MIMO004")]
    [InlineData("{|MIMO004:System.IO.FileInfo|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Lazy<int>|}", "MIMO004")]
    [InlineData("{|MIMO004:System.Index|}", "MIMO004")]
    [InlineData("{|MIMO004:Unmade|}", "MIMO004")]
    [InlineData("{|MIMO004:Unset|}", "MIMO004")]
    [InlineData("{|MIMO004:Unconverted|}", "MIMO004")]
    [InlineData("{|MIMO004:Marked|}", "MIMO004")]
    [InlineData("{|MIMO004:WithMarked|}", "MIMO004")]
    [InlineData("System.Collections.Generic.KeyValuePair<string, System.Tuple<int, System.Drawing.Point>>", "MIMO004")]
    [InlineData("System.ArraySegment<int>", "MIMO004")]
    [InlineData("string", "MIMO004")]
    [InlineData("System.Collections.Generic.Dictionary<System.Guid, int[][]>", "MIMO008")]
    public async Task Types_have_a_form_in_JSON(string type, string rule)
    {
        string code = $$"""
            public abstract class Shape;

            public interface IShape { int Sides { get; } }

            public struct Fields { public int X; public int Y; }

            public record Named(string Name);

            public record Comparable(int Number) : System.IComparable<Comparable>
            {
                public int CompareTo(Comparable? other) => Number.CompareTo(other?.Number);

                public record Derived(int Number) : Comparable(Number);
            }

            public class Sorted<T> : System.Collections.Generic.SortedSet<T>;

            public class Unmade { [System.Text.Json.Serialization.JsonConstructor] private Unmade() { } }

            public class Unset { [System.Text.Json.Serialization.JsonInclude] public int Number { get; private set; } }

            [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonConverter<object>))] public class Unconverted;

            public class MarkAttribute : System.Text.Json.Serialization.JsonConverterAttribute;

            public class DeepMarkAttribute() : MarkAttribute;

            [Mark] public class Marked;

            public class WithMarked { [DeepMark] public System.Version? Version { get; set; } }

            public record Twins([property: System.Text.Json.Serialization.JsonPropertyName("x")] int A, [property: System.Text.Json.Serialization.JsonPropertyName("x")] int B);

            public enum TwinNames { [System.Text.Json.Serialization.JsonStringEnumMemberName("x")] A, [System.Text.Json.Serialization.JsonStringEnumMemberName("x")] B }

            public enum OneValue { [System.Text.Json.Serialization.JsonStringEnumMemberName("x")] A = 1, [System.Text.Json.Serialization.JsonStringEnumMemberName("x")] B = 1 }

            public partial class Holder
            {
                private class Hidden;

                [MimoTool] private static void Call(int before, {{type}} data) { }
            }
            """;
        await Check(code);
        string plain = System.Text.RegularExpressions.Regex.Replace(code, @"\{\|MIMO...:|\|\}", "");
        await Check(plain.Replace("[MimoTool]", $"\n#pragma warning disable {rule}\n[MimoTool]", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_type_deep_inside_is_told_on_the_parameter_that_leads_there() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        """
        public record Deep(System.Collections.Generic.List<Deeper> Items);

        public record Deeper(System.Action Callback);

        public partial class Holder { [Mimo.MimoTool] static void Call({|#0:Deep|} data) { } }
        """,
        new DiagnosticResult("MIMO004", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'data' can't use the type 'Action': a delegate is not data"));

    [Theory]
    [InlineData("[{|MIMO015:Range(1, 10)|}] string data")]
    [InlineData("[{|MIMO015:RegularExpression(\"a+\")|}] int data")]
    [InlineData("[{|MIMO015:Range(10, 1)|}] int data")]
    [InlineData("[{|MIMO015:Range(typeof(int), \"one\", \"ten\")|}] int data")]
    [InlineData("[{|MIMO015:RegularExpression(\"[\")|}] string data")]
    [InlineData("[{|MIMO015:DeniedValues(double.NaN)|}] double data")]
    [InlineData("[{|MIMO015:AllowedValues(1, float.PositiveInfinity)|}] float data")]
    [InlineData("[{|MIMO015:AllowedValues(1e39)|}] float data")]
    [InlineData("[{|MIMO015:AllowedValues(1e30)|}] decimal data")]
    [InlineData("[{|MIMO015:AllowedValues(1, 300)|}] byte data")]
    [InlineData("[{|MIMO015:DeniedValues(-1)|}] ulong data")]
    [InlineData("[{|MIMO015:Range(255, 300, MinimumIsExclusive = true)|}] byte data")]
    [InlineData("[{|MIMO015:DeniedValues(true, false)|}] bool data")]
    [InlineData("[{|MIMO015:DeniedValues(false, true, null)|}] bool? data")]
    [InlineData("[AllowedValues(true, false)] bool data")]
    [InlineData("[Range(0.1, 0.7)] float data = 0.1f")]
    [InlineData("[AllowedValues(0.1f, 0.5f)] float data = 0.1f")]
    [InlineData("[AllowedValues(1, 255)] byte data")]
    [InlineData("{|MIMO015:Unfit|} data")]
    [InlineData("[Range(1, 10)] int data")]
    [InlineData("[RegularExpression(\"a+\")] string data")]
    public Task A_constraint_fits_its_type(string parameter) => Check($$"""
        using System.ComponentModel.DataAnnotations;

        public class Unfit { [Range(1, 10)] public string Name { get; set; } = ""; }

        public partial class Holder { [MimoTool] static void Call({{parameter}}) { } }
        """);

    [Fact]
    public Task Every_bad_parameter_and_result_is_told_at_once() => Check("""
        partial class Holder
        {
            [MimoTool]
            static {|MIMO004:System.Type|} Call({|MIMO004:System.Action|} first, int second, {|MIMO004:System.Type|} third, {|MIMO003:ref|} int fourth) => third;
        }
        """);

    [Theory]
    [InlineData("async {|MIMO022:void|} A() => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("{|MIMO022:ref int|} A() => ref _number;")]
    [InlineData("{|MIMO022:ref readonly int|} A() => ref _number;")]
    [InlineData("{|MIMO004:System.Collections.Generic.IAsyncEnumerable<int>|} A() => throw null!;")]
    [InlineData("System.Threading.Tasks.Task<{|MIMO004:System.Threading.Tasks.Task<int>|}> A() => throw null!;")]
    [InlineData("{|MIMO022:System.Linq.IQueryable<int>|} A() => throw null!;")]
    [InlineData("{|MIMO022:System.Linq.IOrderedQueryable<int>|} A() => throw null!;")]
    [InlineData("{|MIMO022:System.Linq.IQueryable|} A() => throw null!;")]
    [InlineData("void A() { }")]
    [InlineData("async System.Threading.Tasks.ValueTask A() => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("int A() => _number;")]
    [InlineData("{|MIMO022:object|} A() => new { Number = _number };")]
    [InlineData("async System.Threading.Tasks.Task<{|MIMO022:object|}> A() { await System.Threading.Tasks.Task.Yield(); return new { Number = _number }; }")]
    [InlineData("object A() { System.Func<object> make = () => new { Number = 1 }; return make().ToString()!; }")]
    public Task A_result_can_be_sent(string method) => Check($"partial class Holder {{ private static int _number; [MimoTool] static {method} }}");

    [Theory]
    [InlineData("public class Data { public Data(System.IO.FileInfo file) => Name = file.Name; public string Name { get; } }")]
    [InlineData("public class Data(string amount) { public decimal Amount { get; } = decimal.Parse(amount); }")]
    [InlineData("public class Data { [System.ComponentModel.DataAnnotations.StringLength(3)] public int Number { get; } }")]
    [InlineData("public class Data { public int Number { get; } public System.Action Callback { set { } } }")]
    public Task A_result_need_not_be_readable(string type) => Check($"partial class Holder {{ [MimoTool] static Data A() => throw null!; }} {type}");

    [Fact]
    public Task A_result_may_be_the_holder_of_the_tool_itself() => Check("""
        public partial class Counter
        {
            public int Count { get; set; }

            [MimoTool] public Counter Add() => this;
        }
        """);

    [Fact]
    public Task A_parameter_that_is_named_like_a_member_of_another_type_is_told_as_that() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        """
        public class {|#1:Money|}(string amount) { public decimal Amount { get; } = decimal.Parse(amount); }

        public partial class Holder { [Mimo.MimoTool] static void Call({|#0:Money|} data) { } }
        """,
        new DiagnosticResult("MIMO019", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0).WithLocation(1)
            .WithMessage("'data' can't use the type 'Money': its constructor takes 'amount' as 'string', but its member 'Amount' is 'decimal'; give both one type"));

    [Theory]
    [InlineData("partial interface IHolder { [MimoTool] void {|MIMO051:A|}(); }")]
    [InlineData("partial class Holder : System.IDisposable { [MimoTool] void System.IDisposable.{|MIMO051:Dispose|}() { } }")]
    [InlineData("partial class Holder { [MimoTool] public static Holder operator {|MIMO051:+|}(Holder left, Holder right) => left; }")]
    [InlineData("partial class Holder { int Number { [MimoTool] {|MIMO051:get|}; } }")]
    [InlineData("ref partial struct Holder { [MimoTool] void {|MIMO051:A|}() { } }")]
    [InlineData("ref partial struct Holder { [MimoTool] static void A() { } }")]
    [InlineData("partial class Holder { void B() { A(); [MimoTool] static void {|MIMO051:A|}() { } } }")]
    [InlineData("partial class Holder : System.IDisposable { [MimoTool] public void Dispose() { } }")]
    [InlineData("abstract partial class Holder { [MimoTool] public abstract void A(); }")]
    [InlineData("partial interface IHolder { \n#pragma warning disable MIMO051\n[MimoTool] void A(); }")]
    public Task A_tool_is_an_ordinary_method(string code) => Check(code);

    [Fact]
    public Task Any_spelling_of_the_attribute_is_the_same_attribute() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        using Tool = Mimo.MimoToolAttribute;

        partial class Holder
        {
            [Tool] static void A({|MIMO003:ref|} int x) { }
            [global::Mimo.MimoToolAttribute] static void B({|MIMO003:ref|} int x) { }
            [MimoTool.Other] static void C(ref int x) { }
        }

        namespace MimoTool { class OtherAttribute : System.Attribute; }
        """);

    [Fact]
    public Task Only_the_defining_part_of_a_partial_method_is_told() => Check("""
        partial class Holder
        {
            [MimoTool] private static partial void Call({|MIMO003:ref|} int number);
            private static partial void Call(ref int number) { }
        }
        """);

    [Fact]
    public Task Rules_work_while_other_code_does_not_compile() => Check("""
        partial class Holder
        {
            [MimoTool] static void A({|MIMO003:ref|} int x) { }
            [MimoTool] static void B({|CS0246:Missing|} data, {|MIMO003:ref|} int x) { }
            [MimoTool] static {|CS0246:Missing|} C() => default;
            [MimoTool({|CS0103:missing|})] static void D() { }
        }
        """);

    private static Task Check(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using Mimo;\n" + code);
}

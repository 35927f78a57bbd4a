using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class LostShapeAnalyzerTests
{
    private const string Types = """
        public class Page : List<int> { public int Total { get; set; } }
        public class Plain : List<int> { [JsonIgnore] public int Total { get; set; } }
        public class Shape { public int X { get; set; } }
        public class Circle : Shape { public int Radius { get; set; } }
        public class Root { public int X { get; set; } }
        public class Same : Root { }
        [JsonDerivedType(typeof(Known), "known")] public class Base { }
        public class Known : Base { public int X { get; set; } }
        public class Mixed { public int X; public int Y { get; set; } }
        public class Marked { [JsonInclude] public int X; [JsonIgnore] public int Y; public const int Z = 1; private int _w; public int V { get => _w; set => _w = value; } }
        """;

    [Theory]
    [InlineData("[MimoTool] static void A({|MIMO039:Page|} page) { }")]
    [InlineData("[MimoTool] static void A([FromServices] Mixed state) { }")]
    [InlineData("[MimoTool] static {|MIMO039:Page|} A() => new();")]
    [InlineData("[MimoTool] static {|MIMO039:Task<List<Page>>|} A() => throw null!;")]
    [InlineData("[MimoTool] static {|MIMO039:Shape|} A() => new Circle();")]
    [InlineData("[MimoTool] static {|MIMO039:Shape[]|} A() => [];")]
    [InlineData("[MimoTool] static {|MIMO039:Mixed|} A({|MIMO039:List<Mixed>|} values) => values[0];")]
    [InlineData("[MimoTool] static Marked A(Marked value) => value;")]
    [InlineData("[MimoTool] static void A(Shape shape, Plain plain, List<int> list) { }")]
    [InlineData("[MimoTool] static Circle A() => new();")]
    [InlineData("[MimoTool] static Root A() => new();")]
    [InlineData("[MimoTool] static Base A() => new();")]
    [InlineData("static Page A() => new();")]
    [InlineData("\n#pragma warning disable MIMO039\n[MimoTool] static Page A() => new();")]
    public Task All_of_a_value_goes_over_the_wire(string method) => AnalyzerCheck.RunRuleAsync<LostShapeAnalyzer>("MIMO039", $$"""
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Mimo;

        {{Types}}

        partial class Holder { {{method}} }
        """);

    [Fact]
    public Task What_generated_code_adds_to_a_type_is_not_lost() => AnalyzerCheck.RunRuleAsync<LostShapeAnalyzer>("MIMO039", """
        using System.Collections.Generic;
        using Mimo;

        public partial class Basket : List<int> { [MimoTool] public int Total() => Count; }

        public class Room { public int Size { get; set; } }

        public partial class Shop : Room { [MimoTool] public int Sold() => 1; }

        public partial class Holder
        {
            [MimoTool] static Basket A() => new();
            [MimoTool] static Room B() => new();
        }
        """);

    [Fact]
    public Task Messages_say_what_is_lost() => AnalyzerCheck.RunAsync<LostShapeAnalyzer>(
        $$"""
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        {{Types}}

        partial class Holder { [Mimo.MimoTool] static {|#0:Shape|} Draw({|#1:Page|} page) => new(); }
        """,
        new DiagnosticResult("MIMO039", DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("Of 'Draw' not all is sent: what 'Circle' adds to 'Shape' is left out; name it with [JsonDerivedType], or seal 'Shape'"),
        new DiagnosticResult("MIMO039", DiagnosticSeverity.Info).WithLocation(1)
            .WithMessage("Of 'page' not all is sent: 'Page' is a collection, so its 'Total' has no place in JSON; make it a class that has the collection"));

    private const string Money = """
        using System;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Mimo;
        {0}
        [JsonConverter(typeof(Factory))] public record Money(decimal Amount);

        [JsonConverter(typeof(One))] public record Plain(decimal Amount);

        public class Factory : JsonConverterFactory
        {
            public override bool CanConvert(Type type) => true;
            public override JsonConverter? CreateConverter(Type type, JsonSerializerOptions options) => null;
        }

        public class One : JsonConverter<Plain>
        {
            public override Plain? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Plain value, JsonSerializerOptions options) { }
        }

        public partial class Holder { {1} }
        """;

    [Theory]
    [InlineData("[MimoTool] static void A({|MIMO040:Money|} money) { }")]
    [InlineData("[MimoTool] static {|MIMO040:Money|}[] A() => [];")]
    [InlineData("[MimoTool] static void A({|MIMO040:Money|} money) { } [MimoTool] static void B({|MIMO040:Money|} first, {|MIMO040:Money|}[] second) { }")]
    [InlineData("[MimoTool] static {|MIMO040:Money|} A() => null!; [MimoTool] static {|MIMO040:Money|} B() => null!; [MimoTool] static void C(Plain plain) { }")]
    [InlineData("[MimoTool] static Plain A(Plain plain) => plain;")]
    [InlineData("static Money A(Money money) => money;")]
    [InlineData("\n#pragma warning disable MIMO040\n[MimoTool] static void A(Money money) { }")]
    public Task Types_need_no_metadata_at_run_time(string method) =>
        AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO040", Money.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", method, StringComparison.Ordinal));

    [Fact]
    public void A_factory_s_converter_is_made_for_the_type_in_code_that_compiles_clean() => GeneratorHarness.Check(
        Money.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "\n/// <summary>x</summary>\n[MimoTool] public static Money A(Money money, Money? more = null) => more ?? money;", StringComparison.Ordinal));

    [Fact]
    public Task A_type_is_named_in_the_context()
    {
        const string Context = "[JsonSerializable(typeof(int))]\npublic partial class {|CS0534:{|CS0534:{|CS7036:Context|}|}|} : JsonSerializerContext { public static Context Default => null!; }";
        string before = Money.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "[MimoTool] static void A({|MIMO040:Money|}[] money, Money more) { }", StringComparison.Ordinal) + "\n\n" + Context;
        string after = Money.Replace("{0}", "\n[assembly: MimoJsonContext(typeof(Context))]", StringComparison.Ordinal).Replace("{1}", "[MimoTool] static void A(Money[] money, Money more) { }", StringComparison.Ordinal)
            + "\n\n" + Context.Replace("(int))]", "(int))]\n[JsonSerializable(typeof(Money))]", StringComparison.Ordinal);
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, UseJsonContextCodeFixProvider>(before, after);
    }

    [Fact]
    public Task Without_a_context_in_the_project_one_is_made_for_all_types()
    {
        const string Other = "\n\n[JsonConverter(typeof(Factory))] public record Price(decimal Amount);";
        string before = Money.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "[MimoTool] static void A({|MIMO040:Money|} money, {|MIMO040:Price|} price) { }", StringComparison.Ordinal) + Other;
        string after = Money.Replace("{0}", "\n[assembly: MimoJsonContext(typeof(AppJsonContext))]", StringComparison.Ordinal).Replace("{1}", "[MimoTool] static void A(Money money, Price price) { }", StringComparison.Ordinal)
            + Other + "\n\n[JsonSerializable(typeof(Money))]\n[JsonSerializable(typeof(Price))]\ninternal sealed partial class AppJsonContext : JsonSerializerContext { }";
        return CodeFixCheck.RunUncompiledAsync<MarkedCodeAnalyzer, UseJsonContextCodeFixProvider>(before, after);
    }
}

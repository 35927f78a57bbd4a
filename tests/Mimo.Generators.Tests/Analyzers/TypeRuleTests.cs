using System.Globalization;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Types that generated code would make something else of than they say.</summary>
public class TypeRuleTests
{
    [Theory]
    [InlineData("public new const string Kind = \"x\";", true)]
    [InlineData("public new static string Kind { get; set; } = \"x\";", true)]
    [InlineData("public new string Kind() => \"x\";", true)]
    [InlineData("public new T Kind<T>(T value) => value;", true)]
    [InlineData("public new class Kind;", true)]
    [InlineData("internal new string Kind { get; set; } = \"x\";", true)]
    [InlineData("internal new string Kind;", true)]
    [InlineData("[System.Obsolete(\"gone\", true)] public new string Kind { get; set; } = \"x\";", true)]
    [InlineData("public new event System.Action? Kind { add { } remove { } }", true)]
    [InlineData("private new string Kind => \"x\";", false)]
    [InlineData("protected new string Kind => \"x\";", false)]
    [InlineData("public new class Kind<T>;", false)]
    [InlineData("public new string Kind { get; set; } = \"x\";", false)]
    [InlineData("[System.Text.Json.Serialization.JsonIgnore] public new string Kind { get; set; } = \"x\";", false)]
    public async Task A_member_is_not_hidden_by_what_is_no_data(string declaration, bool isRefused)
    {
        string code = $$"""
            public class Base { public string Kind { get; set; } = ""; }

            public class Data : Base { {{declaration}} }

            """;
        string type = isRefused ? "{|MIMO019:Data|}" : "Data";

        await Check(code + $"public partial class Holder {{ [Mimo.MimoTool] public static void Take({type} data) {{ }} }}");
        await Check(code + $"public partial class Holder {{ [Mimo.MimoTool] public static {type} Give() => new(); }}");
    }

    [Fact]
    public Task The_member_for_all_else_is_not_hidden_either() => Check("""
        public class Base { [System.Text.Json.Serialization.JsonExtensionData] public System.Text.Json.Nodes.JsonObject? Rest { get; set; } }

        public class Data : Base { public new const int Rest = 1; }

        public partial class Holder { [Mimo.MimoTool] public static {|MIMO019:Data|} Echo({|MIMO019:Data|} data) => data; }
        """);

    [Theory]
    [InlineData("public class Base { public virtual string Kind { get; set; } = \"\"; } public class Data : Base { [System.Obsolete(\"gone\", true)] public override string Kind { get; set; } = \"\"; }")]
    [InlineData("public class Base { [System.Text.Json.Serialization.JsonIgnore] public string Kind { get; set; } = \"\"; } public class Data : Base { public new const string Kind = \"\"; }")]
    [InlineData("public class Base(string kind) { public string Kind { get; } = kind; } public class Data(string kind) : Base(kind) { public new static string Kind => \"\"; }")]
    public Task A_hidden_member_that_is_not_used_by_name_is_no_matter(string types) =>
        Check(types + " public partial class Holder { [Mimo.MimoTool] public static void Take(Data data) { } }");

    [Theory]
    [InlineData("public record Leaf(string Kind, Tree? Next) : Tree;")]
    [InlineData("public record Leaf(int Number, Tree? Next) : Tree { public string Kind { get; set; } = \"\"; }")]
    [InlineData("public record Leaf([property: System.Text.Json.Serialization.JsonPropertyName(\"kind\")] int Number, Tree? Next) : Tree;")]
    [InlineData("public record Leaf : Tree { public Leaf(string kind, Tree? next) => Next = next; public Tree? Next { get; } }")]
    public async Task A_member_named_like_the_discriminator_is_found_whichever_type_is_met_first(string leaf)
    {
        string code = $$"""
            using System.Text.Json.Serialization;

            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Leaf), "leaf")] public abstract record Tree;

            {{leaf}}

            """;

        await Check(code + "public partial class Holder { [Mimo.MimoTool] public static void Grow({|MIMO021:Leaf|} leaf) { } }");
        await Check(code + "public partial class Holder { [Mimo.MimoTool] public static void Grow({|MIMO021:Tree|} tree) { } }");
    }

    [Theory]
    [InlineData("public record Leaf(Tree? Next) : Tree { public string Kind => \"leaf\"; }")]
    [InlineData("public record Leaf([property: System.Text.Json.Serialization.JsonPropertyName(\"sort\")] string Kind, Tree? Next) : Tree;")]
    [InlineData("public record Leaf([property: System.Text.Json.Serialization.JsonIgnore] string? Kind, Tree? Next) : Tree;")]
    public Task A_member_that_is_not_read_may_be_named_like_the_discriminator(string leaf) => Check($$"""
        using System.Text.Json.Serialization;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Leaf), "leaf")] public abstract record Tree;

        {{leaf}}

        public partial class Holder { [Mimo.MimoTool] public static void Grow(Leaf leaf, Tree tree) { } }
        """);

    [Fact]
    public Task A_derived_type_is_named_once() => Check("""
        using System.Text.Json.Serialization;

        [JsonDerivedType(typeof(Leaf), "leaf"), JsonDerivedType(typeof(Leaf), "twig")] public abstract record Tree;

        public record Leaf(int Number) : Tree;

        public partial class Holder
        {
            [Mimo.MimoTool] public static void Take({|MIMO021:Tree|} tree) { }
            [Mimo.MimoTool] public static {|MIMO021:Tree|} Give() => new Leaf(1);
        }
        """);

    [Fact]
    public Task A_type_that_stands_in_one_of_a_hidden_type_cannot_be_named() => Check("""
        public class Box<T> { public record Item(int Number); }

        public partial class Holder
        {
            private class Secret;

            [Mimo.MimoTool] private static void Take({|MIMO004:Box<Secret>.Item|} item) { }
            [Mimo.MimoTool] private static {|MIMO004:Box<Secret>.Item|} Give() => new(1);
            [Mimo.MimoTool] private static Box<int>.Item Sound(Box<int>.Item item) => item;
        }
        """);

    /// <summary>What is private in a compiled library the compiler doesn't show, so the mark is all that tells of it.</summary>
    [Theory]
    [InlineData("public class Data { [JsonInclude] public int Id { get; private set; } }", "void Take(Data data) { }", "generated code can't set its member 'Id'")]
    [InlineData("public class Data { [JsonInclude] public int Id { private get; set; } }", "Data Give() => new();", "generated code can't read its member 'Id'")]
    [InlineData("public class Data { [JsonInclude] public int Id { get; private set; } }", "Data Give() => new();", null)]
    [InlineData("public class Data { public int Id { get; set; } [JsonInclude] public int Twice => Id * 2; }", "void Take(Data data) { }", null)]
    [InlineData("public class Data { public int Id { get; set; } [JsonInclude] public int Twice { set => Id = value / 2; } }", "Data Give() => new();", null)]
    [InlineData("public class Data<T> { [JsonInclude] public T Id { get; private set; } }", "void Take(Data<int> data) { }", "generated code can't set its member 'Id'")]
    [InlineData("public class Data<T> { public int Id { get; set; } [JsonInclude] public T None => default; }", "void Take(Data<int> data) { }", null)]
    [InlineData("public class Data(int id) { [JsonInclude] public int Id { get; private set; } = id; }", "void Take(Data data) { }", null)]
    [InlineData("public class Data { [JsonInclude, JsonIgnore] public int Id { get; private set; } }", "void Take(Data data) { }", null)]
    [InlineData("public class Data { [JsonInclude] public readonly int Id; public int Other { get; set; } }", "void Take(Data data) { }", null)]
    public Task A_member_of_a_library_that_is_marked_as_data_is_not_left_out_without_a_word(string type, string method, string? problem) =>
        CheckLibrary(TestLibrary.Compile("using System.Text.Json.Serialization; " + type), method, problem);

    /// <summary>A reference assembly has no private accessors at all, so a member that computes its value looks like one that is set in private.</summary>
    [Theory]
    [InlineData("public class Data { [JsonInclude] public int Id { get; private set; } }", "void Take(Data data) { }", "generated code can't set its member 'Id'")]
    [InlineData("public class Data { [JsonInclude] public int Id { private get; set; } }", "Data Give() => new();", "generated code can't read its member 'Id'")]
    [InlineData("public class Data<T> { [JsonInclude] public T Id { get; private set; } }", "void Take(Data<int> data) { }", "generated code can't set its member 'Id'")]
    [InlineData("public class Data { public int Id { get; set; } [JsonInclude] public int Twice => Id * 2; }", "void Take(Data data) { }", "generated code can't set its member 'Twice'")]
    [InlineData("public class Data { [JsonInclude] public int Id { get; private set; } }", "Data Give() => new();", null)]
    [InlineData("public class Data { public int Id { get; set; } public int Twice => Id * 2; }", "void Take(Data data) { }", null)]
    [InlineData("public class Data(int id) { [JsonInclude] public int Id { get; private set; } = id; }", "void Take(Data data) { }", null)]
    [InlineData("public class Data { public int Other { get; set; } [JsonInclude, JsonIgnore] public int Id { get; private set; } }", "void Take(Data data) { }", null)]
    public Task Of_another_project_all_that_is_marked_as_data_without_an_accessor_is_told_of(string type, string method, string? problem) =>
        CheckLibrary(TestLibrary.CompileForReference("using System.Text.Json.Serialization; " + type), method, problem);

    private static async Task CheckLibrary(MetadataReference library, string method, string? problem)
    {
        TestProject project = TestProject.Of($"public partial class Holder {{ [Mimo.MimoTool] public static {method} }}") with { References = [library] };

        IEnumerable<string> errors = (await RulePage.ReportAsync(project, [new MarkedCodeAnalyzer()]))
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));

        if (problem is null)
        {
            Assert.Empty(errors);
        }
        else
        {
            Assert.Contains(problem, Assert.Single(errors), StringComparison.Ordinal);
        }
    }

    private static Task Check(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(code);
}

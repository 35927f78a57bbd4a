using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>The types that tools can stand in, whatever their kind, place and name.</summary>
public class HolderTests
{
    [Theory]
    [InlineData("public static partial class Holder")]
    [InlineData("public partial class Holder")]
    [InlineData("public sealed partial class Holder")]
    [InlineData("public abstract partial class Holder")]
    [InlineData("internal partial class Holder")]
    [InlineData("public partial struct Holder")]
    [InlineData("public readonly partial struct Holder")]
    [InlineData("public partial record Holder")]
    [InlineData("public partial record class Holder")]
    [InlineData("public partial record struct Holder")]
    [InlineData("public readonly partial record struct Holder")]
    [InlineData("public partial record Holder(int Seed = 1)")]
    [InlineData("public partial class Holder : System.IDisposable { public void Dispose() { } } public partial class Holder")]
    public async Task Static_tools_of_any_type(string declaration)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            {{declaration}}
            {
                [Mimo.MimoTool]
                public static int Double(int number) => number * 2;

                [Mimo.MimoTool]
                private static int Triple(int number) => number * 3;
            }
            """).LoadTools("Holder");

        Assert.Equal(["double", "triple"], tools.Select(static tool => tool.Name));
        Assert.Equal("42", await tools[0].CallAsync("{\"number\":21}"));
        Assert.Equal("42", await tools[1].CallAsync("{\"number\":14}"));
    }

    [Theory]
    [InlineData("public partial class Holder", "21")]
    [InlineData("public sealed partial class Holder", "21")]
    [InlineData("internal partial class Holder", "21")]
    [InlineData("public partial record Holder", "21")]
    [InlineData("public partial record struct Holder", "0")]
    [InlineData("public partial struct Holder", "0")]
    [InlineData("public readonly partial struct Holder", "0")]
    public async Task Instance_tools_of_any_type(string declaration, string expected)
    {
        string seed = declaration.Contains("struct", StringComparison.Ordinal) ? "private int Seed => 0;" : "private int Seed { get; } = 21;";
        MimoToolSet tools = GeneratorHarness.Check($$"""
            {{declaration}}
            {
                {{seed}}

                [Mimo.MimoTool]
                public int Own() => Seed;

                [Mimo.MimoTool]
                public static int Shared() => 42;
            }
            """).LoadInstanceTools("Holder");

        Assert.Equal(["own", "shared"], tools.Select(static tool => tool.Name));
        Assert.Equal(expected, await tools[0].CallAsync("{}"));
        Assert.Equal("42", await tools[1].CallAsync("{}"));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("event")]
    [InlineData("await")]
    [InlineData("record")]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("scoped")]
    [InlineData("var")]
    [InlineData("field")]
    [InlineData("where")]
    [InlineData("nameof")]
    [InlineData("dynamic")]
    [InlineData("nint")]
    [InlineData("partial")]
    [InlineData("managed")]
    [InlineData("extension")]
    [InlineData("allows")]
    [InlineData("yield")]
    [InlineData("Größe")]
    [InlineData("日本")]
    [InlineData("_")]
    [InlineData("System")]
    [InlineData("Mimo")]
    public async Task Any_name_of_namespace_type_and_method(string name)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            namespace @{{name}}.@{{name}}N;

            public enum @{{name}}E { @{{name}}, Other }

            public record @{{name}}R(int @{{name}});

            public static partial class @{{name}}C
            {
                public static partial class @{{name}}
                {
                    [global::Mimo.MimoTool("call")]
                    public static @{{name}}R @{{name}}M(@{{name}}R @{{name}}, @{{name}}E other = @{{name}}E.@{{name}}) => @{{name}};
                }

                [global::Mimo.MimoTool("outer")]
                public static int @{{name}}O() => 1;
            }
            """).LoadTools($"{name}.{name}N.{name}C+{name}");
        string data = $$"""{"{{JsonNamingPolicy.CamelCase.ConvertName(name)}}":5}""";

        AssertJson(data, await tools[0].CallAsync($$"""{"{{name}}":{{data}} }"""));
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("scope")]
    [InlineData("context")]
    [InlineData("cancellationToken")]
    [InlineData("value")]
    [InlineData("refusal")]
    [InlineData("holder")]
    [InlineData("argumentsUtf8")]
    [InlineData("readerValue")]
    [InlineData("writer")]
    [InlineData("initial")]
    [InlineData("result")]
    [InlineData("present")]
    [InlineData("items")]
    [InlineData("item")]
    [InlineData("entries")]
    [InlineData("entry")]
    [InlineData("key")]
    [InlineData("name")]
    [InlineData("@class")]
    [InlineData("@this")]
    [InlineData("_")]
    [InlineData("größe")]
    public async Task Any_name_of_a_parameter_and_a_member(string name)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            using System.Collections.Generic;

            public record Data(int? {{name}})
            {
                public int? {{name}}Value { get; init; } = 4;

                public string? {{name}}IsSet { get; set; }
            }

            public partial class Holder
            {
                [Mimo.MimoTool]
                public Dictionary<string, List<Data?>> Call(Data {{name}}, Dictionary<string, int?>? {{name}}Value = null, int {{name}}IsSet = 1) =>
                    new() { ["k"] = [{{name}}, null] };
            }
            """, Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12).LoadInstanceTools("Holder");
        string plain = name.TrimStart('@');
        string json = $$"""{"{{plain}}":7,"{{plain}}Value":8,"{{plain}}IsSet":"y"}""";

        string answer = await tools[0].CallAsync($$"""{"{{plain}}":{{json}},"{{plain}}IsSet":2}""");

        AssertJson($$"""{"k":[{{json}},null]}""", answer);
    }

    [Fact]
    public void Nested_types_of_all_kinds_and_the_global_namespace()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            public partial interface IOuter
            {
                public partial record struct Middle
                {
                    private static partial class Hidden
                    {
                        protected internal partial record Inner
                        {
                            [Mimo.MimoTool]
                            public static string Call() => "deep";
                        }
                    }
                }
            }
            """);

        Assert.Equal("call", Assert.Single(output.LoadTools("IOuter+Middle+Hidden+Inner")).Name);
    }

    [Fact]
    public async Task Overloads_have_each_their_tool()
    {
        MimoToolSet tools = GeneratorHarness.Check("""
            using Mimo;

            public static partial class Holder
            {
                [MimoTool("by_number")]
                public static string Find(int number) => "number " + number;

                [MimoTool("by_name")]
                public static string Find(string name) => "name " + name;

                [MimoTool("by_names")]
                public static string Find(params string[] names) => "names " + names.Length;

                [MimoTool("FIND")]
                public static string find(string name) => "lower " + name;
            }
            """).LoadTools("Holder");

        Assert.Equal("number 1", await tools.Single(static tool => tool.Name == "by_number").CallAsync("{\"number\":1}"));
        Assert.Equal("name a", await tools.Single(static tool => tool.Name == "by_name").CallAsync("{\"name\":\"a\"}"));
        Assert.Equal("names 2", await tools.Single(static tool => tool.Name == "by_names").CallAsync("{\"names\":[\"a\",\"b\"]}"));
        Assert.Equal("lower a", await tools.Single(static tool => tool.Name == "FIND").CallAsync("{\"name\":\"a\"}"));
    }

    [Fact]
    public void Types_and_methods_that_differ_only_in_case_get_files_of_their_own() => GeneratorHarness.Check("""
        namespace App
        {
            public static partial class Tools1 { [Mimo.MimoTool] public static int Call(Trip trip) => trip.Days; }
            public static partial class TOOLS1 { [Mimo.MimoTool] public static int Call(TRIP trip) => trip.Days; [Mimo.MimoTool("c")] public static int CALL() => 1; }
            public record Trip(int Days);
            public record TRIP(int Days);
        }
        namespace APP
        {
            public static partial class Tools1 { [Mimo.MimoTool] public static int Call(Trip trip) => trip.Days; }
            public record Trip(int Days);
        }
        """);

    [Theory]
    [InlineData("[Mimo.MimoTool]", "")]
    [InlineData("", "[Mimo.MimoTool]")]
    public async Task A_partial_method_is_one_tool_whichever_part_is_marked(string first, string second)
    {
        MimoToolSet tools = GeneratorHarness.Check($$"""
            public static partial class Holder
            {
                /// <summary>Adds.</summary>
                {{first}}
                public static partial int Add(int left, int right);
            }

            public static partial class Holder
            {
                {{second}}
                public static partial int Add(int left, int right) => left + right;
            }
            """).LoadTools("Holder");

        Assert.Equal("Adds.", Assert.Single(tools).Description);
        Assert.Equal("3", await tools[0].CallAsync("{\"left\":1,\"right\":2}"));
    }

    [Theory]
    [InlineData("public static partial class Holder { [Mimo.MimoTool] public static int Copied(int of) => of; [Mimo.MimoTool] public static int Copied(int of) => of; [Mimo.MimoTool] public static int Copied(int of) => of; }")]
    [InlineData("public static partial class Holder { [Mimo.MimoTool] public static partial int Twice(); [Mimo.MimoTool] public static partial int Twice() => 1; }")]
    [InlineData("[Mimo.MimoPrompt] public partial interface ITwice { [Mimo.UserPrompt(\"x\")] System.Threading.Tasks.Task<string> Ask(); } [Mimo.MimoPrompt] public partial interface ITwice;")]
    [InlineData("public static partial class Holder { [Mimo.MimoTool, Mimo.MimoTool] public static int Twice() => 1; }")]
    public void Code_that_the_compiler_refuses_anyway_leaves_other_tools_alone(string broken)
    {
        var session = new GeneratorSession(TestProject.Of(("Broken.cs", broken), ("Whole.cs", "public static partial class Whole { [Mimo.MimoTool] public static int Call() => 1; }")));

        Assert.Contains(session.Sources.Keys, static name => name.StartsWith("Whole.Call", StringComparison.Ordinal));
        Assert.Contains(session.Compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task A_derived_type_with_tools_of_its_own()
    {
        CheckedOutput output = GeneratorHarness.Check("""
            public partial class Animal
            {
                [Mimo.MimoTool]
                public virtual string Speak() => "…";
            }

            public partial class Dog : Animal
            {
                public override string Speak() => "Woof";

                [Mimo.MimoTool]
                public string Fetch() => "stick";
            }
            """);

        Assert.Equal("speak", Assert.Single(output.LoadInstanceTools("Animal")).Name);
        Assert.Equal("stick", await Assert.Single(output.LoadInstanceTools("Dog")).CallAsync("{}"));
    }

    [Fact]
    public void Code_without_nullable_annotations() => GeneratorHarness.Check("""
        #nullable disable
        using System.Collections.Generic;

        public record Data(string Name, List<string> Tags, Data Next, Dictionary<string, List<string>> Map, string[][] Table);

        public class Plain
        {
            public string Name { get; set; }

            public List<Plain> More { get; set; } = new List<Plain>();

            public HashSet<System.Uri> Links { get; init; }
        }

        public partial class Holder
        {
            [Mimo.MimoTool]
            public Data Call(Data data, List<string> names, Dictionary<string, Data> map, string text = null, params string[] more) => data;

            [Mimo.MimoTool]
            public System.Threading.Tasks.Task<List<string>> List(Plain plain) => System.Threading.Tasks.Task.FromResult(plain.More[0].More.ConvertAll(p => p.Name));

            [Mimo.MimoTool]
            public System.Threading.Tasks.Task<string> Text(Plain plain) => System.Threading.Tasks.Task.FromResult(plain.Name);

            [Mimo.MimoTool]
            public KeyValuePair<string, Plain> Pair(KeyValuePair<string, Plain> pair, IEnumerable<KeyValuePair<string, string>> pairs) => pair;
        }

        #nullable enable
        public partial class Strict
        {
            [Mimo.MimoTool]
            public List<string> Pair(KeyValuePair<string, Plain> pair, List<string> names, List<string?> more, KeyValuePair<string, string> last) => names;
        }
        """);

    [Fact]
    public void A_ref_struct_with_static_tools() =>
        GeneratorHarness.Check("public ref partial struct Holder { [Mimo.MimoTool] public static int Call() => 1; }");

    [Fact]
    public void Obsolete_types_and_methods() => GeneratorHarness.Check("""
        [System.Obsolete("Old.")]
        public enum Mode { On, [System.Obsolete] Off }

        [System.Obsolete("Old.")]
        public record Data(Mode Mode) { [System.Obsolete] public int Number { get; set; } }

        public partial class Holder
        {
            [Mimo.MimoTool]
            [System.Obsolete("Old.")]
            public Data Call(Data data, Mode mode = Mode.On) => data;
        }
        """);

    private static void AssertJson(string expected, string actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}

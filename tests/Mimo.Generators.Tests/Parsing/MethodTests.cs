using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>Overloads, partial methods, copies: which methods are which tools.</summary>
public class MethodTests
{
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

        Assert.Contains(session.Sources.Keys, static name => name.StartsWith("Whole.Tools", StringComparison.Ordinal));
        Assert.Contains(session.Compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }
}

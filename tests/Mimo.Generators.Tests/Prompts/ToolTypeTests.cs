using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>Types whose tools prompts offer, of every kind; and such that have none because they, or all in them, are refused.</summary>
public class ToolTypeTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Theory]
    [InlineData("public partial struct Shop")]
    [InlineData("public readonly partial struct Shop")]
    [InlineData("internal partial record struct Shop")]
    [InlineData("public sealed partial record Shop")]
    public void Tools_of_an_instance_of_any_kind(string declaration) => GeneratorHarness.Check(Usings + $$"""
        {{declaration}}
        {
            /// <summary>Orders.</summary>
            [MimoTool] public string Order(string item) => item;
        }

        [MimoPrompt(Tools = new[] { typeof(Shop) })]
        public partial interface IAgent
        {
            [UserPrompt("{question}")] Task<string> AskAsync(string question);
            [MimoPrompt(Tools = new System.Type[0])] [UserPrompt("{question}")] internal Task<string> AskThereAsync(string question, Shop shop);
        }

        public static partial class Prompts
        {
            [MimoPrompt] [UserPrompt("{question}")] internal static partial Task<string> AskAsync(this IMimoClient client, string question, Shop shop);
        }

        internal static class Use
        {
            public static IAgent Make(IMimoClient client) => IAgent.Create(client, new Shop());
        }
        """);

    [Theory]
    [InlineData("public class Shop { [MimoTool] public static string Order(string item) => item; }")]
    [InlineData("public class Shop { [MimoTool] public string Order(string item) => item; }")]
    [InlineData("public partial class Shop { [MimoTool] public static string Order(System.IO.Stream item) => \"\"; }")]
    [InlineData("public partial class Shop { [MimoTool] public string Order(System.IO.Stream item) => \"\"; }")]
    [InlineData("public partial class Shop { [MimoTool] public string Order<T>(string item) => item; }")]
    [InlineData("public partial class Shop { [MimoTool(\"no name\")] public string Order(string item) => item; }")]
    [InlineData("public partial class Shop { [MimoTool] public static string Order(string item) => item; public string Tools => \"hammer\"; }")]
    [InlineData("public partial class Shop { [MimoTool] public string Order(string item) => item; public string Tools => \"hammer\"; }")]
    [InlineData("public class Base { [MimoTool] public string Order(string item) => item; } public class Shop : Base { }")]
    [InlineData("public partial class Base { [MimoTool] public string Order(string item) => item; } public class Shop : Base { public new int Tools => 1; }")]
    public void A_type_whose_tools_are_refused_gives_no_second_error(string shop) => CheckRefused(shop, "Shop");

    [Fact]
    public void A_generic_type_with_tools_gives_no_second_error() =>
        CheckRefused("public partial class Shop<T> { [MimoTool] public string Order(string item) => item; }", "Shop<int>");

    [Fact]
    public void A_tool_that_is_half_typed_gives_no_error_in_generated_code()
    {
        var session = new GeneratorSession(TestProject.Of(Usings + """
            public partial class Shop { [MimoTool] public string Order(Unknown item) => ""; }

            [MimoPrompt(Tools = new[] { typeof(Shop) })]
            public partial interface IAgent { [UserPrompt("{question}")] Task<string> AskAsync(string question); }
            """));

        Assert.Equal(["CS0246"], session.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && diagnostic.Id != "CS1591").Select(static diagnostic => diagnostic.Id));
    }

    /// <summary>What is generated depends on the sound tools alone.</summary>
    [Theory]
    [InlineData("public partial class Shop { [MimoTool] public static string Order(string item) => item; [MimoTool] public string Send(System.IO.Stream item) => \"\"; }", "IAgent.Create(client)")]
    [InlineData("public partial class Shop { [MimoTool] public static string Order(string item) => item; [MimoTool] public string Send(string item) => \"\"; }", "IAgent.Create(client, new Shop())")]
    [InlineData("public partial class Base { [MimoTool] public string Send(string item) => item; } public partial class Shop : Base { [MimoTool] public static string Order(string item) => item; }", "IAgent.Create(client, new Shop())")]
    [InlineData("public partial class Base { [MimoTool] public static string Send(string item) => item; } public class Shop : Base { }", "IAgent.Create(client)")]
    [InlineData("public class Shop { public static MimoToolSet Tools { get; } = MimoToolSet.Empty; }", "IAgent.Create(client)")]
    [InlineData("public class Shop { public MimoToolSet Tools { get; } = MimoToolSet.Empty; }", "IAgent.Create(client, new Shop())")]
    [InlineData("public partial class Shop { [MimoTool] public string Send(string item) => item; public static MimoToolSet Tools { get; } = MimoToolSet.Empty; }", "IAgent.Create(client)")]
    [InlineData("public partial class Base { [MimoTool] public string Send(string item) => item; } public class Shop : Base { public static new MimoToolSet Tools { get; } = MimoToolSet.Empty; }", "IAgent.Create(client)")]
    public void Whether_an_instance_is_needed_is_seen_from_what_is_sound(string shop, string creation) => GeneratorHarness.Check(Usings + $$"""
        {{shop}}

        [MimoPrompt(Tools = new[] { typeof(Shop) })]
        public partial interface IAgent
        {
            [UserPrompt("{question}")] Task<string> AskAsync(string question);
        }

        internal static class Use
        {
            public static IAgent Make(IMimoClient client) => {{creation}};
        }
        """);

    /// <summary>What is refused is told where it stands, and not again where it is named; what is no tool to begin with is told there.</summary>
    [Theory]
    [InlineData("public class Shop { [MimoTool] public string Order(string item) => item; }", "typeof(Shop)", "Shop")]
    [InlineData("public partial class Shop { [MimoTool] public string Order({|MIMO004:System.IO.Stream|} item) => \"\"; }", "typeof(Shop)", "Shop")]
    [InlineData("public partial class Shop { [MimoTool] public string Order(string item) => item; public string Tools => \"hammer\"; }", "typeof(Shop)", "Shop")]
    [InlineData("public partial class Shop { [MimoTool] public string Order(string item) => item; }", "typeof(Shop)", "Shop")]
    [InlineData("public partial class Base { [MimoTool] public string Order(string item) => item; } public class Shop : Base { public new int Tools => 1; }", "{|MIMO032:typeof(Shop)|}", "{|MIMO032:Shop|}")]
    [InlineData("public abstract class Shop : IMimoToolSource { MimoToolSet IMimoToolSource.Tools => MimoToolSet.Empty; }", "{|MIMO032:typeof(Shop)|}", "{|MIMO032:Shop|}")]
    [InlineData("public abstract class Shop : IMimoToolSource { public abstract MimoToolSet Tools { get; } }", "typeof(Shop)", "Shop")]
    [InlineData("public interface Shop : IMimoToolSource { }", "typeof(Shop)", "Shop")]
    public Task A_type_that_is_named_is_judged_where_it_is_wrong(string shop, string attribute, string parameter) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + $$"""
        {{shop}}
        [MimoPrompt(Tools = new[] { {{attribute}} })] public partial interface IAgent { [UserPrompt("x")] Task<string> AskAsync(); }
        [MimoPrompt] public partial interface IMixed { [UserPrompt("x")] Task<string> AskAsync({{parameter}} shop); }
        """);

    private static void CheckRefused(string shop, string type)
    {
        CheckedOutput output = GeneratorHarness.Check(Usings + $$"""
            {{shop}}

            [MimoPrompt(Tools = new[] { typeof({{type}}) })]
            public partial interface IAgent
            {
                [UserPrompt("{question}")] Task<string> AskAsync(string question);
            }

            [MimoPrompt]
            public partial interface IMixed
            {
                [UserPrompt("{question}")] Task<string> AskAsync(string question, {{type}} shop);
                [UserPrompt("{text}")] Task<string> SoundAsync(string text);
            }

            internal static class Use
            {
                public static IAgent Make(IMimoClient client) => IAgent.Create(client);

                public static Task<string> Go(IMimoClient client) => IMixed.Create(client).SoundAsync(IMixed.Requests.SoundAsync("x").ToString());
            }
            """);

        Assert.Contains(output.Sources.Values, static text => text.Contains("PromptRunner.GetTextAsync", StringComparison.Ordinal));
    }
}

using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Names that only clash where types come together.</summary>
public class ToolSetRuleTests
{
    private const string Types = """
        using Mimo;

        public static partial class First { [MimoTool] public static void Find() { } }

        public partial class Second { [MimoTool("find")] public void Search() { } }

        public static partial class Third { [MimoTool("find")] public static void A() { } [MimoTool("other")] public static void B() { } }

        public static partial class Fourth { [MimoTool("FIND")] public static void Find() { } }
        """;

    [Theory]
    [InlineData("First.Tools, {|MIMO010:Third.Tools|}")]
    [InlineData("First.Tools, {|MIMO010:second.Tools|}, {|MIMO010:Third.Tools|}")]
    [InlineData("Fourth.Tools, Third.Tools")]
    [InlineData("First.Tools, more")]
    [InlineData("\n#pragma warning disable MIMO010\nFirst.Tools, Third.Tools")]
    public Task Combined_sets_have_no_name_in_common(string sets) => AnalyzerCheck.RunAsync<ToolSetAnalyzer>($$"""
        {{Types}}

        public static class Use { public static MimoToolSet All(Second second, MimoToolSet more) => MimoToolSet.Combine({{sets}}); }
        """);

    [Theory]
    [InlineData("typeof(First), {|MIMO010:typeof(Third)|}")]
    [InlineData("typeof(First), {|MIMO010:typeof(global::Second)|}")]
    [InlineData("typeof(Fourth), typeof(Third)")]
    public Task The_tools_of_a_prompt_have_no_name_in_common(string types) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>($$"""
        {{Types}}

        [MimoPrompt(Tools = [{{types}}])]
        public partial interface IAsk
        {
            [UserPrompt("x")]
            System.Threading.Tasks.Task<string> AskAsync(System.Threading.CancellationToken cancellationToken = default);
        }
        """);
}

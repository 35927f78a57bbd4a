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

        public partial class Derived : Second { [MimoTool] public void More() { } }

        public static partial class Fourth { [MimoTool("FIND")] public static void Find() { } }
        """;

    [Theory]
    [InlineData("First.Tools, {|MIMO010:Third.Tools|}")]
    [InlineData("First.Tools, {|MIMO010:second.Tools|}, {|MIMO010:Third.Tools|}")]
    [InlineData("Fourth.Tools, Third.Tools")]
    [InlineData("First.Tools, more")]
    [InlineData("more.Count > 0 ? First.Tools : Third.Tools, Fourth.Tools")]
    [InlineData("new MimoToolSet(First.Tools.Where(tool => tool.Name == \"x\").ToArray()), Third.Tools")]
    [InlineData("new[] { First.Tools, {|MIMO010:Third.Tools|} }")]
    [InlineData("(MimoToolSet[])[(First.Tools), {|MIMO010:second.Tools|}]")]
    [InlineData("First.Tools, {|MIMO010:derived.Tools|}")]
    [InlineData("Fourth.Tools, derived.Tools")]
    [InlineData("derived.Tools, {|MIMO010:new Second().Tools|}")]
    [InlineData("\n#pragma warning disable MIMO010\nFirst.Tools, Third.Tools")]
    public Task Combined_sets_have_no_name_in_common(string sets) => AnalyzerCheck.RunAsync<ToolSetAnalyzer>($$"""
        using System.Linq;
        {{Types}}

        public static class Use { public static MimoToolSet All(Second second, Derived derived, MimoToolSet more) => MimoToolSet.Combine({{sets}}); }
        """);

    [Theory]
    [InlineData("typeof(First), {|MIMO010:typeof(Third)|}")]
    [InlineData("typeof(First), {|MIMO010:typeof(global::Second)|}")]
    [InlineData("typeof(Fourth), typeof(Third)")]
    [InlineData("typeof(First), {|MIMO010:typeof(Derived)|}")]
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

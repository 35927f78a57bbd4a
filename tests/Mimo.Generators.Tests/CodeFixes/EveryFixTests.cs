using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Tests.Harness;
using Mimo.Generators.Tests.Robustness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>What holds for every code fix, tried on the bad code of every rule's page, whole and broken.</summary>
public class EveryFixTests
{
    public static TheoryData<string> RepairedIds => [.. RepairedProject.CodeFixes.SelectMany(static fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(RepairedIds))]
    public async Task Repairs_of_bad_code_leave_nothing_to_report_and_code_that_compiles(string id)
    {
        var project = new RepairedProject(("Main.cs", new RulePage(id).Bad.Files[RulePage.ExampleFile]));
        IReadOnlyList<string> texts = await project.TextsAsync();
        Diagnostic? diagnostic = await FirstAsync(project, id);
        Assert.NotNull(diagnostic);

        for (int round = 0; diagnostic is not null; round++)
        {
            IReadOnlyList<CodeAction> offered = await project.OfferedAsync(diagnostic);
            Assert.True(offered.Count > 0 && round < 10, $"After {round} repairs there is none for {diagnostic} in\n{string.Join('\n', await project.TextsAsync())}");
            foreach (CodeAction other in offered)
            {
                Assert.NotEqual(texts, await (await project.ApplyAsync(other)).TextsAsync());
            }

            project = await project.ApplyAsync(offered[0]);
            diagnostic = await FirstAsync(project, id);
            texts = await project.TextsAsync();
        }

        Assert.Empty(await project.ErrorsAsync());
    }

    /// <summary>An editor asks for repairs in mid-word; one that throws is shown to the user, and takes the others of its list with it.</summary>
    [Theory]
    [MemberData(nameof(RepairedIds))]
    public async Task Repairs_of_code_that_lacks_a_name_do_not_throw(string id)
    {
        string code = new RulePage(id).Bad.Files[RulePage.ExampleFile];
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))];
        var project = new RepairedProject([.. tokens.Select(token => ($"{token.SpanStart}.cs", $"namespace N{token.SpanStart} {{ {code.Remove(token.SpanStart, token.Span.Length)} }}"))]);

        int repairs = await project.ApplyAllAsync(await project.ReportAsync());

        Assert.True(repairs > 0, "No repair was tried.");
    }

    [Theory]
    [MemberData(nameof(AnalyzerRobustnessTests.BrokenFiles), MemberType = typeof(AnalyzerRobustnessTests))]
    public async Task Repairs_of_broken_files_do_not_throw(string file)
    {
        var project = new RepairedProject((file, AnalyzerRobustnessTests.Broken(file)));

        int repairs = await project.ApplyAllAsync(await project.ReportAsync());

        // Nobody is told of generated code, so there is nothing to repair in it.
        Assert.Equal(file != "GeneratedCode.cs", repairs > 0);
    }

    private static async Task<Diagnostic?> FirstAsync(RepairedProject project, string id) =>
        (await project.ReportAsync()).Where(diagnostic => diagnostic.Id == id).OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).FirstOrDefault();
}

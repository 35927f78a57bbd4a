using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Mimo.Generators.Tests.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>A template that is on the disk, though not among the project's files, has an author.</summary>
public sealed class ExistingFileTests : IDisposable
{
    private static readonly string Code = PromptRuleTests.Wrap("[UserPromptFile(\"prompts/review.md\")] Task<string> AskAsync(string code, CancellationToken token);");

    private readonly string _folder = Directory.CreateTempSubdirectory("mimo").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_added_to_the_project_as_it_is()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "prompts"));
        File.WriteAllText(Path.Combine(_folder, "prompts", "review.md"), "Review this: {code:fence}\n");
        var project = new RepairedProject(_folder, ("Main.cs", Code));
        Diagnostic missing = Assert.Single(await project.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");

        CodeAction action = Assert.Single(await project.OfferedAsync(missing));
        RepairedProject repaired = await project.ApplyAsync(action);

        Assert.Equal("Add 'prompts/review.md' to the project", action.Title);
        Assert.Contains("review.md\nReview this: {code:fence}\n", await repaired.TextsAsync());
        Assert.DoesNotContain(await repaired.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");
    }

    [Fact]
    public async Task What_is_not_there_is_created()
    {
        var project = new RepairedProject(_folder, ("Main.cs", Code));
        Diagnostic missing = Assert.Single(await project.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");

        CodeAction action = Assert.Single(await project.OfferedAsync(missing));

        Assert.Equal("Create 'prompts/review.md'", action.Title);
        Assert.Contains("review.md\n{code}\n", await (await project.ApplyAsync(action)).TextsAsync());
    }
}

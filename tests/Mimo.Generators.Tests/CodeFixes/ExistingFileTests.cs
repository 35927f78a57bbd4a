using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
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
        Write("Review this: {code:fence}\n"u8.ToArray());
        var project = new RepairedProject(_folder, ("Main.cs", Code));
        Diagnostic missing = Assert.Single(await project.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");

        CodeAction action = Assert.Single(await project.OfferedAsync(missing));
        RepairedProject repaired = await project.ApplyAsync(action);

        Assert.Equal("Add 'prompts/review.md' to the project", action.Title);
        Assert.Contains("review.md\nReview this: {code:fence}\n", await repaired.TextsAsync());
        Assert.DoesNotContain(await repaired.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public async Task It_stays_in_its_own_encoding(string name, bool isMarked)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] written = [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes("Prüfe dies: {code:fence}\n")];
        Write(written);
        var project = new RepairedProject(_folder, ("Main.cs", Code));
        Diagnostic missing = Assert.Single(await project.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");

        SourceText text = Assert.Single(await (await project.ApplyAsync(Assert.Single(await project.OfferedAsync(missing)))).FilesAsync());

        Assert.Equal("Prüfe dies: {code:fence}\n", text.ToString());
        Assert.Equal(written, Bytes(text));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'P', (byte)'r', 0xFC, (byte)'f', (byte)'e' })]
    [InlineData(new byte[] { (byte)'a', 0, 0, 0 })]
    public async Task One_that_is_in_an_unknown_encoding_is_left_to_its_author(byte[] written)
    {
        Write(written);
        var project = new RepairedProject(_folder, ("Main.cs", Code));
        Diagnostic missing = Assert.Single(await project.ReportAsync(), static diagnostic => diagnostic.Id == "MIMO033");

        Assert.Empty(await project.OfferedAsync(missing));
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

    private void Write(byte[] template)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "prompts"));
        File.WriteAllBytes(Path.Combine(_folder, "prompts", "review.md"), template);
    }

    /// <summary>What an editor writes of a text.</summary>
    private static byte[] Bytes(SourceText text)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, text.Encoding!, leaveOpen: true))
        {
            text.Write(writer);
        }

        return stream.ToArray();
    }
}

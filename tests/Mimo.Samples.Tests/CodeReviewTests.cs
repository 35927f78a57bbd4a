using CodeReview;
using Mimo.Testing;

namespace Mimo.Samples.Tests;

public sealed class CodeReviewTests
{
    [Fact]
    public async Task The_example_is_reviewed_and_changes_are_requested()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleProcess.RunAsync(typeof(IReviewer), folder.Path, input: []);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("No MIMO_API_KEY: talking to a local MiMo at http://127.0.0.1:", output, StringComparison.Ordinal);
        Assert.Contains("The cache does what it says for one caller at a time.", output, StringComparison.Ordinal);
        Assert.Contains("│ 13 │ High │", output, StringComparison.Ordinal);
        Assert.Contains("Verdict: RequestChanges", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_ones_own_is_reviewed_too()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["own.cs"], "class Own { }");

        (int exitCode, string output) = await SampleProcess.RunAsync(typeof(IReviewer), folder.Path, input: [], "own.cs");

        Assert.True(exitCode is 0 or 2, output);
        Assert.Contains("Verdict: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prompt_is_what_its_files_say_and_the_review_grows()
    {
        var fake = new FakeMimo(MimoTurn.Text("""{"summary":"Short.","findings":[{"line":3,"severity":"Low","problem":"A","repair":"B"}],"verdict":"Approve"}"""));
        var drafts = new List<Review.Draft>();

        await foreach (Review.Draft draft in IReviewer.Create(fake).ReviewAsync("own.cs", "   1  class Own { }"))
        {
            drafts.Add(draft);
        }

        MimoRequest request = Assert.Single(fake.Requests);
        Assert.Equal((0.3, MimoThinking.Disabled), (request.Temperature, request.Thinking));
        Assert.StartsWith("You review code for a team that ships every day.", request.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("Review `own.cs`. Its lines are numbered; the numbers are not part of it.\n\n```\n   1  class Own { }\n```", request.Messages[1].Text.TrimEnd());
        Assert.Contains(drafts, static draft => draft is { Summary: "Short.", Verdict: null });
        Assert.Equal(Verdict.Approve, drafts[^1].Value!.Verdict);
    }
}

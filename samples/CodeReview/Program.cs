using CodeReview;
using Mimo;
using Mimo.Testing;
using Samples;
using Spectre.Console;

// dotnet run [file]: shows the review while it is being written. The exit code is 2 if changes are requested.
string path = args.FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "example", "Cache.cs");
string code = string.Join('\n', File.ReadLines(path).Select(static (line, index) => $"{index + 1,4}  {line}"));

await using Connection connection = await Connection.OpenAsync(args.Length == 0 ? [Script.Example] : []);
IReviewer reviewer = IReviewer.Create(connection.Client);

Review? review = null;
await AnsiConsole.Live(new Text("")).StartAsync(async live =>
{
    await foreach (Review.Draft draft in reviewer.ReviewAsync(Path.GetFileName(path), code))
    {
        // Each draft holds all that has come so far; the last one has the whole review, read and validated.
        review = draft.Value;
        if (review is not null || !Console.IsOutputRedirected)
        {
            live.UpdateTarget(ReviewView.Render(draft));
        }
    }
});
return review!.Verdict == Verdict.Approve ? 0 : 2;

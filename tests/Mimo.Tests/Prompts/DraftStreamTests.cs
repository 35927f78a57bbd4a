using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>An answer can be watched while it is being written.</summary>
public sealed partial class DraftStreamTests
{
    private const string Answer = """
        {"title":"A \"title\"\n\uD83D\uDE00!","score":7,"passed":true,"at":"2026-03-20","tags":["first","second",null],
         "findings":[{"line":3,"text":"Off by one"},{"line":"14","text":"Leak"}],"summary":{"text":"Fine","worst":{"line":14,"text":"Leak"}},
         "weights":{"a":1.5},"matrix":[[1,2],[3]],"unasked":{"title":"no"}}
        """;

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task Drafts_come_over_the_wire_in_both_formats_and_end_with_the_whole(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text(Answer));
        var transcript = new MimoTranscript();

        List<Review.Draft> drafts = await Read(IReviewer.Create(mimo.Client).ReviewInAsync("x", transcript));

        Assert.True(drafts.Count > 20);
        Assert.All(drafts.SkipLast(1), static draft => Assert.Null(draft.Value));
        Assert.True(drafts[^1].IsFinished);
        AssertEqual(Expected(), drafts[^1].Value!);
        AssertEqual(Expected(), drafts[^1]);
        Assert.Equal(["x", Answer], transcript.Select(static message => message.Text));
    }

    [Theory]
    [InlineData("{\"title\":\"x\",", "\n\n\n\n")]
    [InlineData("{\"title\"", "    ")]
    [InlineData("{\"unasked\":{\"title\":\"", "a\\\"\\\"")]
    public async Task An_answer_that_goes_on_without_end_is_not_read_again_with_each_piece(string start, string piece)
    {
        var client = new PiecesClient([start, .. Enumerable.Repeat(piece, 100_000)]);
        var watch = Stopwatch.StartNew();

        await Read(IReviewer.Create(client).UnmendedAsync("x"), mayFail: true);

        // About a second; when each piece was read from the token's beginning, three quarters of the blanks took 24.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Texts_and_lists_grow_and_other_values_are_there_when_they_are_complete()
    {
        var client = new PiecesClient([
            "{\"ti", "tle\":\"Go", "od\",\"score\":1", "2,\"findings\":[{\"li", "ne\":3,\"text\":\"Of", "f\"}", ",{", "}],\"tags\":[\"on", "e\",\"two\"]", ",\"passed\":fal", "se",
            ",\"at\":\"2026-03", "-20\",\"summary\":{\"text\":\"F", "ine\"},\"weights\":{\"a\":1", "},\"matrix\":[[1],[2", ",3]]}"]);

        List<Review.Draft> drafts = await Read(IReviewer.Create(client).UnmendedAsync("x"), mayFail: true);

        Assert.Equal(
            [
                "",
                "title=Go",
                "title=Good",
                "title=Good score=12 findings=[()]",
                "title=Good score=12 findings=[(3 Of)]",
                "title=Good score=12 findings=[(3 Off)!]",
                "title=Good score=12 findings=[(3 Off)! ()]",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[on]",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[one two]",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[one two] passed=False",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[one two] passed=False at=2026-03-20 summary=F",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[one two] passed=False at=2026-03-20 summary=Fine!",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[one two] passed=False at=2026-03-20 summary=Fine! weights=1 matrix=[[1] []]",
                "title=Good score=12 findings=[(3 Off)! ()!] tags=[one two] passed=False at=2026-03-20 summary=Fine! weights=1 matrix=[[1] [2 3]]!",
            ],
            drafts.Select(Describe));
    }

    [Fact]
    public void However_it_is_cut_no_text_ends_within_a_character_and_the_last_draft_is_the_whole() => Gen.Int[1, 7].List[0, 200].Sample(
        lengths =>
        {
            string answer = "Here {it} is: ```" + Answer + "``` {\"title\":\"Not this\"}";
            List<Review.Draft> drafts = Read(IReviewer.Create(new PiecesClient(PiecesClient.Cut(answer, lengths))).ReviewAsync("x")).GetAwaiter().GetResult();

            AssertEqual(Expected(), drafts[^1]);
            AssertEqual(Expected(), drafts[^1].Value!);
            string title = "";
            foreach (Review.Draft draft in drafts)
            {
                Assert.StartsWith(title, draft.Title ?? "", StringComparison.Ordinal);
                title = draft.Title ?? "";
                Assert.StartsWith(title, Expected().Title, StringComparison.Ordinal);
                Assert.False(title.EndsWith('\uD83D'));
                Assert.All(draft.Findings ?? [], static finding => Assert.True(finding.Line is null or 3 or 14));
                Assert.True(draft.Score is null or 7);
            }
        },
        iter: 300);

    [Fact]
    public async Task A_draft_that_was_given_never_changes()
    {
        var given = new List<(Review.Draft Draft, string Was)>();
        await foreach (Review.Draft draft in IReviewer.Create(new PiecesClient(PiecesClient.Cut(Answer, Enumerable.Repeat(1, 1000)))).ReviewAsync("x"))
        {
            given.Add((draft, Describe(draft)));
        }

        Assert.All(given, static draft => Assert.Equal(draft.Was, Describe(draft.Draft)));
    }

    [Fact]
    public async Task JSON_that_the_model_wrote_into_strings_is_in_the_last_draft_too()
    {
        string nested = Answer.Replace("""[{"line":3,"text":"Off by one"},{"line":"14","text":"Leak"}]""", JsonSerializer.Serialize("""[{"line":3,"text":"Off by one"},{"line":"14","text":"Leak"}]"""), StringComparison.Ordinal);
        string whole = JsonSerializer.Serialize(nested);

        AssertEqual(Expected(), (await Read(IReviewer.Create(new PiecesClient(PiecesClient.Cut(nested, Enumerable.Repeat(3, 300)))).ReviewAsync("x")))[^1]);
        AssertEqual(Expected(), (await Read(IReviewer.Create(new PiecesClient(PiecesClient.Cut(whole, Enumerable.Repeat(3, 300)))).ReviewAsync("x")))[^1]);
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_is_mended_and_its_drafts_begin_anew()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("""{"line":"x","text":"Wrong"}"""), MimoTurn.Text("""{"line":3,"text":"Right"}"""));

        List<Finding.Draft> drafts = await Read(IReviewer.Create(mimo.Client).FindAsync("x"));

        Assert.Contains(drafts, static draft => draft.Text == "Wrong" && draft.Line is null);
        Assert.Equal(new Finding(3, "Right"), drafts[^1].Value);
        Assert.Contains("$.line", mimo.Messages(1)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_repairs_an_answer_that_does_not_fit_throws_after_its_drafts()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("""{"title":"Only"}"""));
        Review.Draft? last = null;

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(async () =>
        {
            await foreach (Review.Draft draft in IReviewer.Create(mimo.Client).UnmendedAsync("x"))
            {
                last = draft;
            }
        });

        Assert.Equal("Only", last?.Title);
        Assert.Null(last?.Value);
        Assert.Contains("$.score: missing", Assert.Single(exception.Attempts).Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_cut_keeps_its_drafts_and_says_that_it_was_cut()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("""{"line":3,"text":"Off by""").WithFinishReason("length"));
        Finding.Draft? last = null;

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(async () =>
        {
            await foreach (Finding.Draft draft in IReviewer.Create(mimo.Client).FindAsync("x"))
            {
                last = draft;
            }
        });

        Assert.True(exception.IsTruncated);
        Assert.Equal((3, "Off by", false), (last!.Line, last.Text, last.IsFinished));
    }

    [Fact]
    public async Task A_type_that_holds_itself_has_drafts_that_hold_drafts()
    {
        var client = new PiecesClient(["""{"value":"root","isFinished":false,"children":[{"value":"le""", """af","isFinished":true,"children":[]}]}"""]);

        List<Node.Draft> drafts = await Read(IReviewer.Create(client).TreeAsync("x"));

        Assert.Equal("le", drafts[0].Children![0].Value);
        Assert.Equal("leaf", drafts[^1].Children![0].Value);
        Assert.True(drafts[^1].Children![0].IsFinished);
        Assert.Equal("leaf", ((MimoDraft<Node>)drafts[^1]).Value!.Children[0].Value);
    }

    [Fact]
    public void A_draft_can_be_made_by_hand()
    {
        var draft = new Finding.Draft { Line = 3, Text = "x", IsFinished = true, Value = new Finding(3, "x") };

        Assert.Equal(draft, draft with { });
        Assert.NotEqual(draft, draft with { Value = null });
    }

    private static Review Expected() => new()
    {
        Title = "A \"title\"\n😀!",
        Score = 7,
        Passed = true,
        Date = new DateOnly(2026, 3, 20),
        Tags = ["first", "second", null],
        Findings = [new Finding(3, "Off by one"), new Finding(14, "Leak")],
        Summary = new Summary("Fine", new Finding(14, "Leak")),
        Weights = new Dictionary<string, double> { ["a"] = 1.5 },
        Matrix = [[1, 2], [3]],
    };

    private static void AssertEqual(Review expected, Review actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    private static void AssertEqual(Review expected, Review.Draft actual) =>
        AssertEqual(expected, new Review
        {
            Title = actual.Title!,
            Score = actual.Score!.Value,
            Passed = actual.Passed,
            Date = actual.Date!.Value,
            Tags = [.. actual.Tags!],
            Findings = [.. actual.Findings!.Select(Whole)],
            Summary = new Summary(actual.Summary!.Text!, Whole(actual.Summary.Worst!)),
            Weights = actual.Weights!,
            Matrix = [.. actual.Matrix!.Select(static row => row.ToArray())],
        });

    private static Finding Whole(Finding.Draft draft)
    {
        Assert.True(draft.IsFinished);
        return new Finding(draft.Line!.Value, draft.Text!);
    }

    private static string Describe(Review.Draft draft)
    {
        string Mark(MimoDraft part) => part.IsFinished ? "!" : "";
        IEnumerable<string?> parts =
        [
            draft.Title is { } title ? $"title={title}" : null,
            draft.Score is { } score ? $"score={score}" : null,
            draft.Findings is { } findings ? $"findings=[{string.Join(' ', findings.Select(finding => $"({$"{finding.Line} {finding.Text}".Trim()}){Mark(finding)}"))}]" : null,
            draft.Tags is { } tags ? $"tags=[{string.Join(' ', tags)}]" : null,
            draft.Passed is { } passed ? $"passed={passed}" : null,
            draft.Date is { } date ? $"at={date:yyyy-MM-dd}" : null,
            draft.Summary is { } summary ? $"summary={summary.Text}{Mark(summary)}" : null,
            draft.Weights is { } weights ? $"weights={weights.Count}" : null,
            draft.Matrix is { } matrix ? $"matrix=[{string.Join(' ', matrix.Select(static row => $"[{string.Join(' ', row)}]"))}]" : null,
        ];
        return string.Join(' ', parts.Where(static part => part is not null)) + Mark(draft);
    }

    private static async Task<List<T>> Read<T>(IAsyncEnumerable<T> items, bool mayFail = false)
    {
        var list = new List<T>();
        try
        {
            await foreach (T item in items)
            {
                list.Add(item);
            }
        }
        catch (MimoOutputException) when (mayFail)
        {
        }

        return list;
    }
}

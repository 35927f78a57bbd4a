using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Repairs belong to the call that they repair: they share its limits, and what ends them loses nothing of what was done before.</summary>
public sealed partial class RepairLimitTests
{
    private static readonly MimoTurn Call = MimoTurn.ToolCall("echo", """{"text":"x"}""");

    public static TheoryData<MimoFormat, bool> Ways => new()
    {
        { MimoFormat.OpenAI, false },
        { MimoFormat.OpenAI, true },
        { MimoFormat.Anthropic, false },
        { MimoFormat.Anthropic, true },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Rounds_of_tools_are_counted_through_repairs(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, Call, Call, MimoTurn.Text("no"), Call, MimoTurn.Text("no"), MimoTurn.Text("""{"value":[1]}"""));

        Assert.Equal([1], await AskAsync(mimo, isStreamed, new MimoCallOptions { MaxToolRounds = 3 }));

        bool[] offers = [.. mimo.Server.Requests.Select(static request => JsonNode.Parse(request.BodyText)!["tools"] is not null)];
        Assert.Equal([true, true, true, true, false, false], offers);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tools_that_kept_failing_are_not_offered_to_any_repair(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format, MimoTurn.ToolCall("nothing", "{}"), MimoTurn.Text("no"), MimoTurn.Text("still no"), MimoTurn.Text("""{"value":[1]}"""));

        Assert.Equal([1], await AskAsync(mimo, isStreamed, new MimoCallOptions { MaxConsecutiveFailures = 1 }));

        Assert.Equal([true, false, false, false], mimo.Server.Requests.Select(static request => JsonNode.Parse(request.BodyText)!["tools"] is not null));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_repair_that_has_no_tools_because_they_kept_failing_tells_that_limit(MimoFormat format, bool isStreamed)
    {
        var options = new MimoCallOptions { MaxConsecutiveFailures = 1, RepairAttempts = 1 };
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format,
            MimoTurn.ToolCall("nothing", "{}"),
            MimoTurn.Text("no"),
            MimoTurn.Text("still no"),
            MimoTurn.ToolCall("nothing", "{}"),
            MimoTurn.Text("no"),
            MimoTurn.Text("<tool_call><function=echo></function></tool_call>"));

        MimoOutputException unreadable = await Assert.ThrowsAsync<MimoOutputException>(() => AskAsync(mimo, isStreamed, options));
        MimoToolLoopException unanswered = await Assert.ThrowsAsync<MimoToolLoopException>(() => AskAsync(mimo, isStreamed, options));

        Assert.Equal((MimoRunOutcome.FailureLimit, MimoRunOutcome.FailureLimit), (unreadable.PartialRun!.Outcome, unanswered.PartialRun!.Outcome));
        Assert.Contains("kept failing", unanswered.Message);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Callbacks_hear_of_repairs_as_of_further_rounds(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, Call, MimoTurn.Text("no"), MimoTurn.Text("""{"value":[1]}"""));
        List<(int Number, long Tokens)> starts = [];
        List<(int Number, long Tokens)> ends = [];

        await AskAsync(mimo, isStreamed, new MimoCallOptions
        {
            BeforeRound = (round, _) =>
            {
                starts.Add((round.Number, round.Usage.TotalTokens));
                return new(round.Request);
            },
            AfterRound = (round, _) =>
            {
                ends.Add((round.Number, round.Usage.TotalTokens));
                return default;
            },
        });

        Assert.Equal([1, 2, 3], starts.Select(static start => start.Number));
        Assert.Equal([1, 2, 3], ends.Select(static end => end.Number));
        Assert.Equal([0, ends[0].Tokens, ends[1].Tokens], starts.Select(static start => start.Tokens));
        Assert.True(ends[0].Tokens < ends[1].Tokens && ends[1].Tokens < ends[2].Tokens);
    }

    [Fact]
    public async Task A_call_as_text_is_no_answer_in_a_repair_that_has_no_tools_left()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(Call, MimoTurn.Text("no"), MimoTurn.Text("<tool_call><function=echo></function></tool_call>"));

        MimoToolLoopException exception = await Assert.ThrowsAsync<MimoToolLoopException>(() => AskAsync(mimo, isStreamed: false, new MimoCallOptions { MaxToolRounds = 1 }));

        Assert.False(exception.PartialRun!.HasAnswer);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tokens_are_counted_through_repairs(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, [.. Enumerable.Repeat(MimoTurn.Text("no"), 10)]);
        MimoOutputException first = await Assert.ThrowsAsync<MimoOutputException>(() => AskAsync(mimo, isStreamed, new MimoCallOptions { RepairAttempts = 0 }));
        int before = mimo.Server.Requests.Count;

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(
            () => AskAsync(mimo, isStreamed, new MimoCallOptions { RepairAttempts = 8, MaxTotalTokens = first.Usage.TotalTokens + 1 }));

        Assert.Equal(2, mimo.Server.Requests.Count - before);
        Assert.Equal(2, exception.Attempts.Count);
        Assert.Contains("MaxTotalTokens", exception.Message, StringComparison.Ordinal);
        Assert.Equal(MimoRunOutcome.TokenLimit, exception.PartialRun!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_tools_did_is_not_lost_with_the_last_repair(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, Call, MimoTurn.Text("no"), Call, MimoTurn.Text("still no"));

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(() => AskAsync(mimo, isStreamed, new MimoCallOptions { RepairAttempts = 1 }));

        AssertKept(exception.PartialRun!, exception.Usage, responses: 4, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant);
        Assert.Equal("still no", exception.PartialRun!.NewMessages[^1].Text);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_tools_did_is_not_lost_with_a_repair_that_the_server_refuses(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, Call, MimoTurn.Text("no"), Call, MimoTurn.Moderated());

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => AskAsync(mimo, isStreamed, null));

        AssertKept(exception.PartialRun!, exception.PartialRun!.Usage, responses: 3, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant, MimoRole.Tool);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_tools_did_is_not_lost_with_a_repair_that_is_cut(MimoFormat format, bool isStreamed)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, Call, MimoTurn.Text("no"), MimoTurn.Text("n").WithFinishReason("length"));

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(() => AskAsync(mimo, isStreamed, null));

        Assert.True(exception.IsTruncated);
        AssertKept(exception.PartialRun!, exception.Usage, responses: 3, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant);
    }

    private static void AssertKept(MimoRun run, MimoUsage usage, int responses, params MimoRole[] roles)
    {
        Assert.Equal(roles, run.NewMessages.Select(static message => message.Role));
        Assert.Equal(responses, run.Responses.Count);
        Assert.Equal(run.Responses.Aggregate(MimoUsage.None, static (sum, response) => sum + response.Usage!), run.Usage);
        Assert.Equal(usage, run.Usage);
        Assert.True(new MimoTranscript(run.NewMessages).IsComplete);
    }

    private static async Task<List<int>> AskAsync(LocalMimo mimo, bool isStreamed, MimoCallOptions? options)
    {
        IAsker asker = IAsker.Create(mimo.Client);
        if (!isStreamed)
        {
            return [.. await asker.ListAsync("How many?", options)];
        }

        var items = new List<int>();
        await foreach (int item in asker.ItemsAsync("How many?", options))
        {
            items.Add(item);
        }

        return items;
    }

    [MimoPrompt(Tools = [typeof(Echo)])]
    public partial interface IAsker
    {
        [UserPrompt("{text}")]
        Task<IReadOnlyList<int>> ListAsync(string text, MimoCallOptions? options);

        [UserPrompt("{text}")]
        IAsyncEnumerable<int> ItemsAsync(string text, MimoCallOptions? options);
    }

    public static partial class Echo
    {
        /// <summary>Says a text again.</summary>
        /// <param name="text">The text.</param>
        [MimoTool(Name = "echo", Effect = ToolEffect.ReadOnly)]
        public static string Say(string text) => text;
    }
}

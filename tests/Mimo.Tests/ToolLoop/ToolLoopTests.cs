using System.Text.Json.Nodes;
using Mimo.Tests.Client;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

public class ToolLoopTests
{
    private static readonly MimoTool Echo = SampleTools.Named("echo", static arguments => arguments);

    [Fact]
    public async Task The_answer_comes_after_the_tools_and_every_turn_went_back_as_it_came()
    {
        const string Arguments = "{ \"text\" : \"\\u00e9 😀\" }";
        await using var server = new RawServer(
            RawReply.Json(Samples.Calls(("call_1", "echo", Arguments), ("call_2", "echo", "{}"))),
            RawReply.Json(Samples.Text("done")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(Echo));

        Assert.Equal(MimoRunOutcome.Answered, run.Outcome);
        Assert.True(run.HasAnswer);
        Assert.Equal("done", run.Response.Text);
        Assert.Equal(2, run.Responses.Count);
        Assert.Equal(30, run.Usage.TotalTokens);
        Assert.Equal([MimoRole.Assistant, MimoRole.Tool, MimoRole.Tool, MimoRole.Assistant], run.NewMessages.Select(static message => message.Role));
        JsonArray messages = JsonNode.Parse(server.Requests[1].Text)!["messages"]!.AsArray();
        Assert.Equal(4, messages.Count);
        Assert.Equal("think", (string?)messages[1]!["reasoning_content"]);
        Assert.Equal(string.Empty, (string?)messages[1]!["content"]);
        Assert.Equal(Arguments, (string?)messages[1]!["tool_calls"]![0]!["function"]!["arguments"]);
        Assert.Equal("call_1", (string?)messages[2]!["tool_call_id"]);
        Assert.Equal(Arguments, (string?)messages[2]!["content"]);
        Assert.Equal("call_2", (string?)messages[3]!["tool_call_id"]);
    }

    [Fact]
    public async Task The_streamed_loop_does_the_same_and_tells_each_result()
    {
        await using var server = new RawServer(RawReply.Events(Samples.OpenAIStream), RawReply.Events(TextStream("all done")));
        using MimoClient client = server.Client();
        MimoTool[] tools = [SampleTools.Named("f", static arguments => "f:" + arguments), SampleTools.Named("g", static arguments => "g:" + arguments)];
        List<MimoUpdate> updates = [];

        await foreach (MimoUpdate update in client.RunStreamingAsync(Ask(tools)))
        {
            updates.Add(update);
        }

        Assert.Equal(["f:{\"city\":\"Zürich\"}", "g:{\"a\":1}"], updates.OfType<MimoToolResultUpdate>().Select(static update => update.Result.Content));
        Assert.Equal(2, updates.OfType<MimoFinishedUpdate>().Count());
        MimoRun run = Assert.IsType<MimoRunFinishedUpdate>(updates[^1]).Run;
        Assert.Equal("all done", run.Response.Text);
        Assert.Equal(4, run.NewMessages.Count);
        Assert.Contains("\"reasoning_content\":\"The user 想要 é\"", server.Requests[1].Text);
        Assert.Contains("\"stream\":true", server.Requests[1].Text);
    }

    [Fact]
    public async Task A_tool_that_throws_gives_the_model_an_error_and_the_loop_goes_on()
    {
        MimoTool broken = SampleTools.Weather(static (_, _, _) => throw new InvalidOperationException("secret detail"));
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "get_current_weather", "{}"))), RawReply.Json(Samples.Text("sorry")));
        using MimoClient client = server.Client();
        MimoToolResult? seen = null;

        MimoRun run = await client.RunAsync(Ask(broken), new MimoRunOptions
        {
            AfterRound = (round, _) =>
            {
                seen ??= round.Results.SingleOrDefault();
                return ValueTask.CompletedTask;
            },
        });

        Assert.Equal("sorry", run.Response.Text);
        Assert.True(run.NewMessages[1].IsToolError);
        Assert.DoesNotContain("secret detail", server.Requests[1].Text);
        Assert.IsType<InvalidOperationException>(seen?.Exception);
    }

    [Fact]
    public async Task An_unknown_tool_gives_the_model_the_names_it_may_use()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "ecco", "{}"))), RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(Echo, SampleTools.Weather()));

        Assert.True(run.NewMessages[1].IsToolError);
        Assert.Contains("'ecco'", run.NewMessages[1].Text);
        Assert.Contains("echo, get_current_weather", run.NewMessages[1].Text);
    }

    [Fact]
    public async Task After_the_allowed_rounds_one_request_without_tools_asks_for_the_answer()
    {
        int number = 0;
        await using var server = new RawServer(request => RawReply.Json(
            request.Text.Contains("\"tools\"", StringComparison.Ordinal) ? Samples.Calls(($"c{number++}", "echo", "{}")) : Samples.Text("enough")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(Echo), new MimoRunOptions { MaxToolRounds = 3 });

        Assert.Equal(MimoRunOutcome.RoundLimit, run.Outcome);
        Assert.Equal("enough", run.Response.Text);
        Assert.True(run.HasAnswer);
        Assert.Equal(4, server.Requests.Length);
        Assert.DoesNotContain("\"tool_choice\"", server.Requests[3].Text);
    }

    [Fact]
    public async Task A_model_that_calls_tools_although_none_are_offered_gets_every_call_answered()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "echo", "{}"))));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(Echo), new MimoRunOptions { MaxToolRounds = 1 });

        Assert.Equal(MimoRunOutcome.RoundLimit, run.Outcome);
        Assert.False(run.HasAnswer);
        Assert.True(new MimoTranscript(run.NewMessages).IsComplete);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Rounds_that_keep_failing_end_the_loop_and_one_good_call_starts_the_count_anew()
    {
        await using var server = new RawServer(request => RawReply.Json(request switch
        {
            { Number: 3 } => Samples.Calls(("good", "echo", "{}")),
            _ when request.Text.Contains("\"tools\"", StringComparison.Ordinal) => Samples.Calls(($"c{request.Number}", "nope", "{}")),
            _ => Samples.Text("gave up"),
        }));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(Echo), new MimoRunOptions { MaxConsecutiveFailures = 3 });

        Assert.Equal(MimoRunOutcome.FailureLimit, run.Outcome);
        Assert.Equal("gave up", run.Response.Text);
        Assert.Equal(7, server.Requests.Length);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    [InlineData("repetition_truncation")]
    public async Task A_cut_turn_ends_the_loop_and_its_calls_do_not_run(string finishReason)
    {
        int runs = 0;
        MimoTool counting = SampleTools.Named("echo", _ => $"{++runs}");
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "echo", "{\"a\":")).Replace("\"finish_reason\":\"tool_calls\"", $"\"finish_reason\":\"{finishReason}\"", StringComparison.Ordinal)));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(counting));

        Assert.Equal(MimoRunOutcome.Cut, run.Outcome);
        Assert.Equal(0, runs);
        Assert.Single(server.Requests);
        Assert.True(new MimoTranscript(run.NewMessages).IsComplete);
    }

    [Fact]
    public async Task The_token_budget_ends_the_loop_before_the_next_request()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "echo", "{}"))));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Ask(Echo), new MimoRunOptions { MaxTotalTokens = 15 });

        Assert.Equal(MimoRunOutcome.TokenLimit, run.Outcome);
        Assert.Single(server.Requests);
        Assert.True(new MimoTranscript(run.NewMessages).IsComplete);
    }

    [Fact]
    public async Task A_failed_exchange_keeps_what_was_done_before()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "echo", "{}"))), RawReply.Json("{}", 500));
        using MimoClient client = server.Client();

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.RunAsync(Ask(Echo)));

        Assert.Equal(2, exception.PartialRun!.NewMessages.Count);
        Assert.True(new MimoTranscript(exception.PartialRun.NewMessages).IsComplete);
    }

    [Fact]
    public async Task Hooks_see_each_round_and_may_change_the_request()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "echo", "{}"))), RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();
        List<string> seen = [];

        await client.RunAsync(Ask(Echo), new MimoRunOptions
        {
            BeforeRound = (round, _) =>
            {
                seen.Add($"before {round.Number}: {round.Usage.TotalTokens}");
                return new(round.Request with { Temperature = round.Number });
            },
            AfterRound = (round, _) =>
            {
                seen.Add($"after {round.Number}: {round.Results.Count}");
                return default;
            },
        });

        Assert.Equal(["before 1: 0", "after 1: 1", "before 2: 15", "after 2: 0"], seen);
        Assert.Contains("\"temperature\":2", server.Requests[1].Text);
    }

    private static MimoRequest Ask(params MimoTool[] tools) => new() { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(tools) };

    private static string TextStream(string text) => Samples.Events(Samples.Chunk($$"""{"content":"{{text}}"}"""), Samples.Chunk("{}", "\"stop\""), "[DONE]");
}

using System.Text.Json.Nodes;
using Mimo.Generation;
using Mimo.Testing;
using Mimo.Tests.Client;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

public class PromptRunnerTests
{
    private static readonly ModelOutput<long> Number = new(static (ref ModelJsonReader reader) => reader.ReadInteger<long>(), isWrapped: true, "a number");

    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.System("s"), MimoMessage.User("how many?")] };

    [Fact]
    public async Task Text_comes_back_and_the_turn_joins_the_transcript()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("hello")));
        using MimoClient client = server.Client();
        var transcript = new MimoTranscript();

        string text = await PromptRunner.GetTextAsync(client, Request, MimoRunOptions.Default, transcript, CancellationToken.None);

        Assert.Equal("hello", text);
        Assert.Equal(["how many?", "hello"], transcript.Select(static message => message.Text));
        Assert.Equal("r", transcript[1].Reasoning);
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_goes_back_with_what_is_wrong_and_stays_out_of_the_transcript()
    {
        await using var server = new RawServer(
            RawReply.Json(Samples.Text("{\"value\":\"many\"}")),
            RawReply.Json(Samples.Text("Sure: ```json\n{\"value\": 7}\n```")));
        using MimoClient client = server.Client();
        var transcript = new MimoTranscript();

        MimoResult<long> result = await PromptRunner.GetResultAsync(client, Request, Number, MimoRunOptions.Default, transcript, CancellationToken.None);

        Assert.Equal(7, result.Value);
        Assert.Equal(2, result.Attempts);
        Assert.Equal(30, result.Usage.TotalTokens);
        Assert.Equal("r", result.Reasoning);
        JsonArray messages = JsonNode.Parse(server.Requests[1].Text)!["messages"]!.AsArray();
        Assert.Equal("{\"value\":\"many\"}", (string?)messages[2]!["content"]);
        Assert.Contains("$.value", (string?)messages[3]!["content"]);
        Assert.Equal(["how many?", "Sure: ```json\n{\"value\": 7}\n```"], transcript.Select(static message => message.Text));
        Assert.Equal(3, result.Messages.Count);
    }

    [Fact]
    public async Task After_the_last_repair_every_attempt_is_thrown_and_no_more_requests_are_made()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("{\"value\":null}")));
        using MimoClient client = server.Client();
        var transcript = new MimoTranscript();

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(
            () => PromptRunner.GetAsync(client, Request, Number, new MimoRunOptions { RepairAttempts = 1 }, transcript, CancellationToken.None));

        Assert.Equal(2, exception.Attempts.Count);
        Assert.All(exception.Attempts, static attempt => Assert.Contains("$.value", attempt.Problems));
        Assert.Equal(30, exception.Usage.TotalTokens);
        Assert.False(exception.IsTruncated);
        Assert.Equal(2, server.Requests.Length);
        Assert.Empty(transcript);
    }

    [Fact]
    public async Task A_truncated_answer_is_reported_and_not_repaired()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("{\"value\": [{\"value\": 1}", "length")));
        using MimoClient client = server.Client();

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(
            () => PromptRunner.GetAsync(client, Request, Number, MimoRunOptions.Default, null, CancellationToken.None));

        Assert.True(exception.IsTruncated);
        Assert.Contains("MaxCompletionTokens", exception.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_text_that_was_all_reasoning_is_no_answer()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text(string.Empty, "length")), RawReply.Json(Samples.Text("cut he", "length")));
        using MimoClient client = server.Client();

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(
            () => PromptRunner.GetTextAsync(client, Request, MimoRunOptions.Default, null, CancellationToken.None));

        Assert.True(exception.IsTruncated);
        Assert.Equal("cut he", await PromptRunner.GetTextAsync(client, Request, MimoRunOptions.Default, null, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_answer_is_not_passed_off_as_a_text_and_the_reasoning_that_may_hold_it_is_at_hand(bool isStreamed)
    {
        var fake = new FakeMimo(MimoTurn.Text("It is sunny.").WithOddity(MimoOddity.AnswerInReasoning));
        var transcript = new MimoTranscript();

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(() => isStreamed
            ? PromptRunner.StreamTextAsync(fake, Request, MimoRunOptions.Default, transcript, CancellationToken.None).ToListAsync().AsTask()
            : PromptRunner.GetTextAsync(fake, Request, MimoRunOptions.Default, transcript, CancellationToken.None));

        Assert.Contains("stands in its reasoning", exception.Message);
        Assert.Equal("It is sunny.", Assert.Single(exception.Attempts).Response.Reasoning);
        Assert.False(exception.IsTruncated);
        Assert.False(exception.PartialRun!.HasAnswer);
        Assert.True(exception.Usage.TotalTokens > 0);
        Assert.Empty(transcript);
    }

    [Fact]
    public async Task A_prompt_without_a_value_is_done_when_the_model_has_nothing_to_say_and_no_empty_turn_joins_the_transcript()
    {
        MimoTurn silent = MimoTurn.Text("x").WithOddity(MimoOddity.AnswerInReasoning);
        MimoRequest request = Request with { Tools = new MimoToolSet(SampleTools.Named("echo", static text => text)) };
        var fake = new FakeMimo(MimoTurn.ToolCall("echo", "{}"), silent, silent);
        var transcript = new MimoTranscript();

        await PromptRunner.RunAsync(fake, request, MimoRunOptions.Default, transcript, CancellationToken.None);
        await PromptRunner.StreamUpdatesAsync(fake, Request, MimoRunOptions.Default, transcript, CancellationToken.None).ToListAsync();

        Assert.Equal([MimoRole.User, MimoRole.Assistant, MimoRole.Tool, MimoRole.User], transcript.Select(static message => message.Role));
    }

    [Fact]
    public async Task An_empty_answer_in_place_of_a_value_is_asked_for_again_without_an_empty_turn()
    {
        var fake = new FakeMimo(MimoTurn.Text("{\"value\":7}").WithOddity(MimoOddity.AnswerInReasoning), MimoTurn.Text("{\"value\":7}"));

        Assert.Equal(7, await PromptRunner.GetAsync(fake, Request, Number, MimoRunOptions.Default, null, CancellationToken.None));

        Assert.Equal([MimoRole.System, MimoRole.User, MimoRole.User], fake.Requests[1].Messages.Select(static message => message.Role));
    }

    [Fact]
    public async Task A_loop_that_stops_without_an_answer_throws_with_the_run()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c", "echo", "{}"))));
        using MimoClient client = server.Client();
        MimoRequest request = Request with { Tools = new MimoToolSet(SampleTools.Named("echo", static text => text)) };

        MimoToolLoopException exception = await Assert.ThrowsAsync<MimoToolLoopException>(
            () => PromptRunner.RunAsync(client, request, new MimoRunOptions { MaxToolRounds = 1 }, null, CancellationToken.None));

        Assert.Contains("MaxToolRounds", exception.Message);
        Assert.Equal(2, exception.PartialRun!.Responses.Count);
    }

    [Fact]
    public async Task What_tools_did_before_a_repair_stays_in_the_transcript()
    {
        await using var server = new RawServer(
            RawReply.Json(Samples.Calls(("c", "echo", "{}"))),
            RawReply.Json(Samples.Text("no json")),
            RawReply.Json(Samples.Text("{\"value\":1}")));
        using MimoClient client = server.Client();
        var transcript = new MimoTranscript();
        MimoRequest request = Request with { Tools = new MimoToolSet(SampleTools.Named("echo", static text => text)) };

        await PromptRunner.GetAsync(client, request, Number, MimoRunOptions.Default, transcript, CancellationToken.None);

        Assert.Equal([MimoRole.User, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant], transcript.Select(static message => message.Role));
    }

    [Fact]
    public async Task Streamed_text_comes_in_pieces_and_the_turn_joins_the_transcript()
    {
        await using var server = new RawServer(RawReply.Events(Samples.Events(
            Samples.Chunk("""{"reasoning_content":"hm"}"""),
            Samples.Chunk("""{"content":"a"}"""),
            Samples.Chunk("""{"content":"b"}"""),
            Samples.Chunk("{}", "\"stop\""))));
        using MimoClient client = server.Client();
        var transcript = new MimoTranscript();
        List<string> pieces = [];

        await foreach (string piece in PromptRunner.StreamTextAsync(client, Request, MimoRunOptions.Default, transcript, CancellationToken.None))
        {
            pieces.Add(piece);
        }

        Assert.Equal(["a", "b"], pieces);
        Assert.Equal(["how many?", "ab"], transcript.Select(static message => message.Text));
        Assert.Equal("hm", transcript[1].Reasoning);
    }

    [Fact]
    public async Task A_transcript_that_waits_for_results_is_refused_before_anything_is_sent()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("x")));
        using MimoClient client = server.Client();
        var transcript = new MimoTranscript([MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{}")])]);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => PromptRunner.GetTextAsync(client, Request, MimoRunOptions.Default, transcript, CancellationToken.None));

        Assert.Contains("Repair", exception.Message);
        Assert.Empty(server.Requests);
    }
}

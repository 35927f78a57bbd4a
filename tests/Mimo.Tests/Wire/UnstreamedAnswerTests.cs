using System.Text;
using Mimo.Tests.Client;

namespace Mimo.Tests.Wire;

/// <summary>Gateways that cannot stream answer a request for a stream as any other, in plain JSON.</summary>
public class UnstreamedAnswerTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Fact]
    public async Task A_whole_answer_in_place_of_a_stream_is_told_as_a_stream_tells_it()
    {
        List<MimoUpdate> updates = await StreamAsync(RawReply.Json(Samples.OpenAIResponse), MimoFormat.OpenAI);

        Assert.Equal(
            [
                new MimoReasoningUpdate("I need \"data\".\n思考"),
                new MimoToolCallStartedUpdate(0, "call_a", "get_weather"),
                new MimoToolCallArgumentsUpdate(0, "{\"location\": \"X\\u00e9\"}"),
            ],
            updates.Take(3));
        Assert.Equal(["call_a", "call_b"], updates.OfType<MimoToolCallCompletedUpdate>().Select(static update => update.Call.Id));
        Assert.Equal(163, Assert.IsType<MimoUsageUpdate>(updates[^2]).Usage.TotalTokens);
        Assert.Equal(MimoFinishReason.ToolCalls, Assert.IsType<MimoFinishedUpdate>(updates[^1]).FinishReason);
    }

    [Fact]
    public async Task A_whole_answer_of_the_Anthropic_format_is_told_in_the_order_of_its_blocks()
    {
        List<MimoUpdate> updates = await StreamAsync(RawReply.Json(Samples.AnthropicResponse), MimoFormat.Anthropic);

        Assert.Equal([new MimoReasoningUpdate("hm\n思考"), new MimoTextUpdate("I look."), new MimoToolCallStartedUpdate(0, "call_a", "f")], updates.Take(3));
        Assert.Equal("I look.", Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response.Text);
    }

    [Fact]
    public async Task An_error_in_place_of_a_stream_is_the_servers_and_is_not_tried_again_unless_it_may_pass()
    {
        await using var server = new RawServer(RawReply.Json("""{"error":{"code":"400","message":"Param Incorrect","param":"no such model"}}"""));
        using var client = new MimoClient(server.Options() with { Retry = new MimoRetryOptions() });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Equal((200, "400"), (exception.Status, exception.Code));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("data:")]
    public async Task An_error_that_is_called_a_stream_of_events_is_the_servers_all_the_same(string prefix)
    {
        await using var server = new RawServer(RawReply.Events(prefix + """{"error":{"code":"400","message":"Param Incorrect","param":"no such model"}}"""));
        using var client = new MimoClient(server.Options() with { Retry = new MimoRetryOptions() });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Equal("400", exception.Code);
        Assert.Contains("no such model", exception.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_whole_answer_that_is_called_a_stream_of_events_is_read()
    {
        List<MimoUpdate> updates = await StreamAsync(RawReply.Events(Samples.OpenAIResponse), MimoFormat.OpenAI);

        Assert.Equal(MimoFinishReason.ToolCalls, Assert.IsType<MimoFinishedUpdate>(updates[^1]).FinishReason);
    }

    [Fact]
    public async Task An_error_behind_a_prefix_in_place_of_an_answer_is_the_servers()
    {
        await using var server = new RawServer(RawReply.Json("""data:{"error":{"code":"421","message":"Moderation Block"}}"""));
        using MimoClient client = server.Client();

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal("421", exception.Code);
    }

    [Fact]
    public async Task JSON_that_is_no_answer_in_place_of_a_stream_is_shown()
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => StreamAsync(RawReply.Json("""{"detail":"upstream"}"""), MimoFormat.OpenAI));

        Assert.Equal(MimoConnectionFailure.Malformed, exception.Failure);
        Assert.Contains("upstream", exception.Message);
    }

    [Theory]
    [InlineData("text/html", "<html><body>Bad gateway\n\ndata center 7</body></html>")]
    [InlineData("text/html", "\n<!DOCTYPE html>\n<title>Bad gateway</title>\n\n")]
    [InlineData("text/plain", "upstream connect error: Bad gateway")]
    [InlineData("text/event-stream", "Bad gateway")]
    [InlineData("text/event-stream", "data center 7: Bad gateway\n\n")]
    public async Task A_page_in_place_of_a_stream_is_shown_as_in_place_of_a_whole_answer(string type, string page)
    {
        await using var server = new RawServer(RawReply.Whole(type, Encoding.UTF8.GetBytes(page)));
        using MimoClient client = server.Client();

        MimoConnectionException whole = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));
        MimoConnectionException streamed = await Assert.ThrowsAsync<MimoConnectionException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Equal((MimoConnectionFailure.Malformed, whole.Message), (streamed.Failure, streamed.Message));
        Assert.Contains("Bad gateway", streamed.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("\uFEFF: a sign of life\n\n")]
    [InlineData("retry: 100\n\n")]
    [InlineData("\nevent: message_start\nid: 7")]
    [InlineData("dat")]
    public async Task A_stream_that_ends_before_its_first_event_is_a_cut(string stream)
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => StreamAsync(RawReply.Events(stream), MimoFormat.Anthropic));

        Assert.Equal(MimoConnectionFailure.Cut, exception.Failure);
    }

    [Theory]
    [InlineData("data: ", "")]
    [InlineData("data: ", "data: [DONE]\n\n")]
    [InlineData("event: message\ndata: ", "data: [DONE]\n\n")]
    public async Task A_whole_message_as_the_only_event_of_a_stream_is_told_as_one_without_a_stream(string prefix, string end)
    {
        string body = Samples.AnthropicResponse.ReplaceLineEndings(" ");
        List<MimoUpdate> expected = await StreamAsync(RawReply.Json(body), MimoFormat.Anthropic);

        List<MimoUpdate> updates = await StreamAsync(RawReply.Events($"{prefix}{body}\n\n{end}"), MimoFormat.Anthropic);

        Assert.Equal(expected[..^1].Select(static update => update.ToString()), updates[..^1].Select(static update => update.ToString()));
        MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
        Assert.Equal(Assert.IsType<MimoFinishedUpdate>(expected[^1]).Response.ToString(), response.ToString());
        Assert.Contains(new MimoToolCallArgumentsUpdate(0, response.ToolCalls[0].Arguments), updates);
    }

    [Fact]
    public async Task A_whole_message_as_an_event_is_read_where_no_stream_was_asked_for()
    {
        await using var server = new RawServer(RawReply.Json("event: message\ndata: " + Samples.AnthropicResponse.ReplaceLineEndings(" ")));
        using MimoClient client = server.Client(MimoFormat.Anthropic);

        MimoResponse response = await client.SendAsync(Request);

        Assert.Equal(("0123", "hm\n思考", "I look."), (response.Id, response.Reasoning, response.Text));
        Assert.Equal("{ \"location\": \"X\" }", Assert.Single(response.ToolCalls).Arguments);
    }

    [Fact]
    public async Task A_whole_message_behind_the_events_that_told_it_adds_nothing()
    {
        string stream = Samples.AnthropicStream.Replace("event: message_stop", $"data: {Samples.AnthropicResponse.ReplaceLineEndings(" ")}\n\nevent: message_stop", StringComparison.Ordinal);

        List<MimoUpdate> updates = await StreamAsync(RawReply.Events(stream), MimoFormat.Anthropic);

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
        Assert.Equal(("I", "Hello 世界 😀"), (response.Id, response.Text));
        Assert.Equal(["call_1", "call_2"], response.ToolCalls.Select(static call => call.Id));
    }

    [Fact]
    public async Task A_message_without_content_is_passed_over()
    {
        string stream = Samples.Events("""{"type":"message","id":"no"}""") + Samples.AnthropicStream;

        List<MimoUpdate> updates = await StreamAsync(RawReply.Events(stream), MimoFormat.Anthropic);

        Assert.Equal("Hello 世界 😀", Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response.Text);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task A_stream_that_is_called_JSON_is_a_stream_all_the_same(MimoFormat format)
    {
        List<MimoUpdate> updates = await StreamAsync(RawReply.Whole("application/json", Encoding.UTF8.GetBytes(Samples.Stream(format))), format);

        Assert.Equal("Hello 世界 😀", Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response.Text);
        Assert.True(updates.OfType<MimoTextUpdate>().Count() > 1);
    }

    private static async Task<List<MimoUpdate>> StreamAsync(RawReply reply, MimoFormat format)
    {
        await using var server = new RawServer(reply);
        using MimoClient client = server.Client(format);
        return await client.StreamAsync(Request).ToListAsync();
    }
}

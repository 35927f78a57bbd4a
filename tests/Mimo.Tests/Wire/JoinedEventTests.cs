using System.Text;
using Mimo.Tests.Client;
using Mimo.Tests.Wire.Recordings;

namespace Mimo.Tests.Wire;

/// <summary>Streams of events that are not put as they should be: run together, in place of a whole answer, or with events of others among them.</summary>
public class JoinedEventTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Events_without_the_empty_line_between_them_are_all_read(MimoFormat format)
    {
        string stream = Samples.Stream(format);

        List<MimoUpdate> joined = await StreamAsync(stream.Replace("\n\n", "\n", StringComparison.Ordinal), format);
        List<MimoUpdate> apart = await StreamAsync(stream, format);

        Assert.Equal(apart.Select(Describe), joined.Select(Describe));
        Assert.Equal(Told.By(Finished(apart)), Told.By(Finished(joined)));
    }

    [Fact]
    public async Task An_error_behind_another_event_is_the_servers()
    {
        await using var server = new RawServer(RawReply.Events($"data: {Samples.Chunk("""{"content":"hi"}""")}\ndata: {{\"error\":{{\"message\":\"no more\"}}}}\n\n"));
        using MimoClient client = server.Client();

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Equal("""{"error":{"message":"no more"}}""", exception.RawBody);
    }

    [Theory]
    [InlineData(" and so on")]
    [InlineData("\ndata: 1790000000")]
    [InlineData(",")]
    [InlineData("]\0")]
    [InlineData("\ndata: [DON")]
    public async Task What_is_no_value_behind_another_costs_nothing(string rest)
    {
        string stream = $"data: {Samples.Chunk("""{"content":"hi"}""")}{rest}\n\n{Samples.Events(Samples.Chunk("{}", "\"stop\""))}";

        Assert.Equal("hi", Finished(await StreamAsync(stream, MimoFormat.OpenAI)).Text);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(" and\ndata: ")]
    [InlineData("\ndata: [1] ")]
    public async Task A_value_behind_what_is_none_is_read_all_the_same(string between)
    {
        string stream = $"data: {Samples.Chunk("""{"content":"one"}""")}{between}{Samples.Chunk("""{"content":"two"}""", "\"stop\"")}{between}[DONE]\n\n{Samples.Events(Samples.Chunk("""{"content":"no"}"""))}";

        Assert.Equal("onetwo", Finished(await StreamAsync(stream, MimoFormat.OpenAI)).Text);
    }

    [Theory]
    [InlineData("{and so on}")]
    [InlineData(", {\"choices\":")]
    [InlineData("\"choices\":[{\"index\":0,\"delta\":{\"content\":\"two\"}}]}")]
    [InlineData("nt\":\"two\"}}]}")]
    public async Task A_value_behind_another_that_cannot_be_read_breaks_the_stream_with_what_came(string rest)
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(
            () => StreamAsync($"data: {Samples.Chunk("""{"content":"hi"}""")}{rest}\n\n{Samples.Events(Samples.Chunk("{}", "\"stop\""))}", MimoFormat.OpenAI));

        Assert.Equal((MimoConnectionFailure.Malformed, "hi"), (exception.Failure, exception.Received?.Text));
    }

    [Theory]
    [InlineData("""{"type":"error","error":{"type":"overloaded_error","message":"busy"}}""")]
    [InlineData("{\ndata: \"error\":\ndata: {\"message\":\ndata: \"busy\"}\ndata: }")]
    [InlineData("""{"error":{"message":"busy"}, and so on""")]
    public async Task A_named_error_behind_another_event_is_the_servers_alone(string error)
    {
        string text = """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"hi"}}""";
        await using var server = new RawServer(RawReply.Events($"event: content_block_delta\ndata: {text}\nevent: content_block_delta\ndata: {text}\nevent: error\ndata: {error}\n\n"));
        using MimoClient client = server.Client(MimoFormat.Anthropic);

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Equal(error.Replace("data: ", "", StringComparison.Ordinal), exception.RawBody);
        Assert.Contains("busy", exception.Message);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, "{\"message\":\"busy\",\"code\":\"503\"}\n{\"request_id\":\"x\"}")]
    [InlineData(MimoFormat.OpenAI, "{\"choices\":null,\"message\":\"busy\",\"code\":\"503\"}\n{\"request_id\":\"x\"}")]
    [InlineData(MimoFormat.OpenAI, "{\"choices\":[],\"message\":\"busy\",\"code\":\"503\"}")]
    [InlineData(MimoFormat.OpenAI, "busy, try \"later\" {503}")]
    [InlineData(MimoFormat.Anthropic, "{\"message\":\"busy\",\"code\":\"503\"}\n{\"request_id\":\"x\"}")]
    [InlineData(MimoFormat.Anthropic, "{\"type\":\"overloaded\",\"message\":\"busy\"}\n{\"request_id\":\"x\"}")]
    [InlineData(MimoFormat.Anthropic, "{\"type\":\"message_stop\",\"message\":\"busy\"}")]
    public async Task A_named_error_is_all_that_is_no_event_of_the_formats_own(MimoFormat format, string error)
    {
        string text = format == MimoFormat.OpenAI ? Samples.Chunk("""{"content":"hi"}""") : """{"index":0,"type":"content_block_delta","delta":{"text":"hi"}}""";
        foreach (string before in new[] { "", $"data: {text}\n" })
        {
            await using var server = new RawServer(RawReply.Events($"event: error\n{before}data: {error.Replace("\n", "\ndata: ", StringComparison.Ordinal)}\n\n"));
            using MimoClient client = server.Client(format);

            MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

            Assert.Equal(error, exception.RawBody);
            Assert.Contains("busy", exception.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_named_error_that_is_run_together_with_the_end_of_a_whole_answer_costs_nothing(MimoFormat format)
    {
        string stream = Samples.Stream(format).Replace("\n\n", "\n", StringComparison.Ordinal);

        List<MimoUpdate> updates = await StreamAsync($"{stream}event: error\ndata: {{\"error\":{{\"message\":\"busy\"}}}}\n\n", format);

        Assert.Equal(Told.By(Finished(await StreamAsync(Samples.Stream(format), format))), Told.By(Finished(updates)));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, "")]
    [InlineData(MimoFormat.OpenAI, ": hello\n\n")]
    [InlineData(MimoFormat.OpenAI, "\uFEFFid: 1\n")]
    [InlineData(MimoFormat.Anthropic, "")]
    public async Task A_stream_in_place_of_a_whole_answer_is_read(MimoFormat format, string before)
    {
        byte[] body = Encoding.UTF8.GetBytes(before + Samples.Stream(format));
        await using var server = new RawServer(RawReply.Whole("application/json", body));
        using MimoClient client = server.Client(format);

        MimoResponse response = await client.SendAsync(Request);

        Assert.Equal(Told.By(Finished(await StreamAsync(Samples.Stream(format), format))), Told.By(response));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, """{"choices":[{"message":{"content":"hi"}}]}""")]
    [InlineData(MimoFormat.Anthropic, """{"type":"message","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn"}""")]
    public async Task A_whole_answer_behind_a_prefix_may_have_an_end_mark_behind_it(MimoFormat format, string answer)
    {
        foreach (string end in new[] { "", "\n\n", "\n\ndata: [DONE]", "\r\n\r\ndata:[DONE]\r\n\r\n", "\ndata: [DONE]\n\n" })
        {
            Assert.Equal("hi", (await SendAsync($"data: {answer}{end}", format)).Text);
        }
    }

    [Fact]
    public async Task A_stream_in_place_of_a_whole_answer_may_lack_its_last_empty_line_and_fail_behind_its_end()
    {
        string end = Samples.Chunk("""{"content":"hi"}""", "\"stop\"");

        Assert.Equal("hi", (await SendAsync($"data: {Samples.Chunk("{}")}\n\ndata: {end}")).Text);
        Assert.Equal("hi", (await SendAsync(Samples.Events(end, """{"error":{"message":"no usage"}}"""))).Text);
        Assert.Equal("hi", (await SendAsync($"data: {end}\n\n")).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task A_stream_in_place_of_a_whole_answer_that_is_cut_is_no_answer(string rest)
    {
        string stream = $"{Samples.Events(Samples.Chunk("""{"content":"one"}"""), Samples.Chunk("""{"content":"two"}"""))}data: {rest}";

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => SendAsync(stream));

        Assert.Equal(MimoConnectionFailure.Malformed, exception.Failure);
    }

    [Theory]
    [InlineData("data: {0}\n\ndata: [DONE]\n\n")]
    [InlineData("data: {0}\n\n")]
    [InlineData("{0}")]
    public async Task A_stream_of_one_event_without_a_finish_reason_is_no_whole_answer(string stream)
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(
            () => SendAsync(stream.Replace("{0}", """{"choices":[{"delta":{"content":"Hel"}}]}""", StringComparison.Ordinal)));

        Assert.Equal(MimoConnectionFailure.Malformed, exception.Failure);
        Assert.Equal("Hel", (await SendAsync(stream.Replace("{0}", """{"choices":[{"delta":{"content":"Hel"},"finish_reason":"stop"}]}""", StringComparison.Ordinal))).Text);
        Assert.Equal("Hel", (await SendAsync(stream.Replace("{0}", """{"choices":[{"message":{"content":"Hel"},"delta":null}]}""", StringComparison.Ordinal))).Text);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"too much\"}}\n\n")]
    [InlineData("event: error\ndata: too much\n\n")]
    public async Task An_error_in_a_stream_in_place_of_a_whole_answer_is_the_servers(string error)
    {
        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => SendAsync(Samples.Events(Samples.Chunk("""{"content":"one"}""")) + error));

        Assert.Contains("too much", exception.Message);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_event_of_a_gateways_own_whatever_its_data_is_costs_nothing(MimoFormat format)
    {
        const string Heartbeat = "event: heartbeat\ndata: 1790000000\n\nevent: note\ndata: still here\n\n";
        string stream = Samples.Stream(format);
        int middle = stream.IndexOf("\n\n", stream.Length / 2, StringComparison.Ordinal) + 2;

        List<MimoUpdate> updates = await StreamAsync($"{Heartbeat}{stream[..middle]}{Heartbeat}{stream[middle..]}", format);

        Assert.Equal((await StreamAsync(stream, format)).Select(Describe), updates.Select(Describe));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, "message")]
    [InlineData(MimoFormat.Anthropic, "content_block_delta")]
    [InlineData(MimoFormat.Anthropic, "message_start")]
    public async Task An_event_of_the_formats_own_without_its_data_breaks_the_stream(MimoFormat format, string name)
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => StreamAsync($"event: {name}\ndata: 7\n\n{Samples.Stream(format)}", format));

        Assert.Equal(MimoConnectionFailure.Malformed, exception.Failure);
    }

    [Fact]
    public async Task The_end_mark_is_one_under_any_name()
    {
        List<MimoUpdate> updates = await StreamAsync(
            $"{Samples.Events(Samples.Chunk("""{"content":"hi"}""", "\"stop\""))}event: done\ndata: [DONE]\n\n{Samples.Events(Samples.Chunk("""{"content":"no"}"""))}", MimoFormat.OpenAI);

        Assert.Equal("hi", Finished(updates).Text);
    }

    private static MimoResponse Finished(List<MimoUpdate> updates) => Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;

    private static string Describe(MimoUpdate update) => update is MimoFinishedUpdate ? "end" : update.ToString();

    private static async Task<MimoResponse> SendAsync(string body, MimoFormat format = MimoFormat.OpenAI)
    {
        await using var server = new RawServer(RawReply.Whole("text/event-stream", Encoding.UTF8.GetBytes(body)));
        using MimoClient client = server.Client(format);
        return await client.SendAsync(Request);
    }

    private static async Task<List<MimoUpdate>> StreamAsync(string stream, MimoFormat format)
    {
        await using var server = new RawServer(RawReply.Events(stream));
        using MimoClient client = server.Client(format);
        return await client.StreamAsync(Request).ToListAsync();
    }
}

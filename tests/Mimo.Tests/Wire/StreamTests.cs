using System.Text;
using CsCheck;
using Mimo.Tests.Client;

namespace Mimo.Tests.Wire;

public class StreamTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_stream_gives_each_piece_and_then_the_whole(MimoFormat format)
    {
        List<MimoUpdate> updates = await StreamAsync(Samples.Stream(format), format);

        Assert.Equal(
            [
                new MimoReasoningUpdate("The user "),
                new MimoReasoningUpdate("想要 é"),
                new MimoTextUpdate("Hello"),
                new MimoTextUpdate(" 世界 😀"),
                new MimoToolCallStartedUpdate(0, "call_1", "f"),
                new MimoToolCallArgumentsUpdate(0, "{\"city\":"),
                new MimoToolCallArgumentsUpdate(0, "\"Zürich\"}"),
            ],
            updates.Take(7));
        Assert.Equal(["call_1", "call_2"], updates.OfType<MimoToolCallCompletedUpdate>().Select(static update => update.Call.Id));
        AssertWhole(Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response, format);
        Assert.Equal(4000 - 22, Assert.IsType<MimoUsageUpdate>(updates[^2]).Usage.TotalTokens);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_stream_cut_at_any_byte_is_complete_or_a_typed_failure(MimoFormat format)
    {
        byte[] stream = Encoding.UTF8.GetBytes(Samples.Stream(format));
        int complete = 0;
        int cut = 0;
        await Parallel.ForAsync(0, stream.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (length, _) =>
        {
            await using var server = new RawServer(RawReply.Events(stream[..length]));
            using MimoClient client = server.Client(format);
            try
            {
                List<MimoUpdate> updates = await CollectAsync(client);
                MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
                AssertWhole(response, format, mayLackUsage: true);
                Interlocked.Increment(ref complete);
            }
            catch (MimoConnectionException exception)
            {
                Assert.Equal(MimoConnectionFailure.Cut, exception.Failure);
                if (exception.Received is { } received)
                {
                    Assert.StartsWith(received.Text, "Hello 世界 😀");
                    Assert.StartsWith(received.Reasoning ?? string.Empty, "The user 想要 é");
                }

                Interlocked.Increment(ref cut);
            }
        });

        // The finish reason stands near the end; whatever came before it cannot be complete.
        Assert.InRange(complete, 50, 450);
        Assert.Equal(stream.Length + 1, complete + cut);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_pieces_in_which_bytes_arrive_do_not_matter(MimoFormat format)
    {
        byte[] stream = Encoding.UTF8.GetBytes(Samples.Stream(format));
        await Gen.Int[1, stream.Length - 1].HashSet[1, 60].SampleAsync(
            async splits =>
            {
                await using var server = new RawServer(RawReply.Events(stream, [.. splits.Order()]));
                using MimoClient client = server.Client(format);
                List<MimoUpdate> updates = await CollectAsync(client);
                AssertWhole(Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response, format);
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task Single_bytes_with_carriage_returns_comments_and_a_byte_order_mark_are_read()
    {
        string stream = "\uFEFF: hello\r\n\r\n: keep-alive\r\n" + Samples.OpenAIStream.Replace("\n", "\r\n", StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(stream);
        await using var server = new RawServer(RawReply.Events(bytes, [.. Enumerable.Range(1, bytes.Length - 1)]));
        using MimoClient client = server.Client();

        List<MimoUpdate> updates = await CollectAsync(client);

        AssertWhole(Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response, MimoFormat.OpenAI);
    }

    [Fact]
    public async Task A_last_event_without_its_empty_line_is_read_however_little_room_the_reader_has_left()
    {
        // The parser's buffer holds a power of two, and so has room for one byte behind some of these.
        foreach (int length in (int[])[1022, 1023, 1024, 1025, 2046, 2047, 2048, 2049, 4095])
        {
            string stream = $"data: {Samples.Chunk("""{"content":"x"}""", "\"stop\"")}".PadRight(length);
            Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]);
        }
    }

    [Fact]
    public async Task Data_in_several_lines_and_without_a_blank_and_a_missing_end_mark_are_read()
    {
        const string Stream = "id: 7\ndata:{\"choices\":[{\"delta\":\ndata:{\"content\":\"hi\"},\ndata: \"finish_reason\":\"stop\"}]}\n\n";

        List<MimoUpdate> updates = await StreamAsync(Stream);

        Assert.Equal([new MimoTextUpdate("hi")], updates.OfType<MimoTextUpdate>());
        Assert.IsType<MimoFinishedUpdate>(updates[^1]);
    }

    [Fact]
    public async Task A_surrogate_pair_cut_between_two_events_is_put_together()
    {
        string stream = Samples.Events(
            Samples.Chunk("""{"content":"a\ud83d"}"""),
            Samples.Chunk("""{"content":"\ude00b","tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"\"\ud83d"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"\ude00\""}}]}""", "\"tool_calls\""));

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]).Response;

        Assert.Equal("a😀b", response.Text);
        Assert.Equal("\"😀\"", response.ToolCalls[0].Arguments);
    }

    [Fact]
    public async Task Empty_reasoning_beside_text_leaves_the_text_in_one_piece_and_is_noted_once()
    {
        string stream = Samples.Events(
            Samples.Chunk("""{"content":"He","reasoning_content":null}"""),
            Samples.Chunk("""{"content":"l","reasoning_content":""}"""),
            Samples.Chunk("""{"content":"lo","reasoning_content":""}"""),
            Samples.Chunk("""{"content":"","reasoning_content":""}""", "\"stop\""));

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]).Response;

        Assert.Equal(["", "Hello"], Parts(response));
        Assert.False(response.Message.IsWithoutReasoning);
    }

    [Fact]
    public async Task Empty_reasoning_behind_reasoning_and_text_adds_nothing()
    {
        string stream = Samples.Events(
            Samples.Chunk("""{"content":"","reasoning_content":"hm"}"""),
            Samples.Chunk("""{"content":"He","reasoning_content":""}"""),
            Samples.Chunk("""{"content":"llo","reasoning_content":""}""", "\"stop\""));

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]).Response;

        Assert.Equal(["hm", "Hello"], Parts(response));
    }

    [Fact]
    public async Task Two_calls_under_one_index_are_told_apart_by_their_ids()
    {
        string stream = Samples.Events(
            Samples.Chunk("""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"function":{"arguments":"{\"x\":","name":"g"},"id":"b","index":0}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":0,"id":"b","function":{"arguments":"1}"}}]}""", "\"tool_calls\""));

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]).Response;

        Assert.Equal(["f({})", "g({\"x\":1})"], response.ToolCalls.Select(static call => call.ToString()));
    }

    [Fact]
    public async Task Two_calls_under_one_index_whose_pieces_come_by_turns_are_told_apart_by_their_ids()
    {
        string stream = Samples.Events(
            Samples.Chunk("""{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":0,"id":"b","function":{"name":"g","arguments":"{\"y\":"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":0,"id":"a","function":{"arguments":"1}"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":0,"id":"b","function":{"arguments":"2}"}}]}""", "\"tool_calls\""));

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]).Response;

        Assert.Equal(["f({\"x\":1})", "g({\"y\":2})"], response.ToolCalls.Select(static call => call.ToString()));
    }

    [Theory]
    [InlineData("data:{\"error\":{\"code\":\"429\",\"message\":\"Too many requests\",\"type\":\"limitation\"}}\n\n", true)]
    [InlineData("data:{\"error\":{\"code\":\"429\",\"message\":\"Too many requests\",\"type\":\"limitation\"}}", true)]
    [InlineData("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"invalid_request\",\"message\":\"Too many requests\"}}\n\n", false)]
    public async Task An_error_in_mid_stream_is_the_servers_error(string error, bool isTransient)
    {
        string stream = Samples.Events(Samples.Chunk("""{"content":"begun"}""")) + error;

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => StreamAsync(stream));

        Assert.Equal(200, exception.Status);
        Assert.Equal(isTransient, exception.IsTransient);
        Assert.Contains("Too many requests", exception.Message);
    }

    [Fact]
    public async Task An_event_that_is_no_json_is_a_typed_failure_with_what_came_before()
    {
        string stream = Samples.Events(Samples.Chunk("""{"content":"begun"}"""), "{oops", "[DONE]");

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => StreamAsync(stream));

        Assert.Equal(MimoConnectionFailure.Malformed, exception.Failure);
        Assert.Equal("begun", exception.Received?.Text);
    }

    [Fact]
    public async Task What_cannot_be_read_behind_a_complete_answer_takes_nothing_from_it()
    {
        string stream = Samples.Events(Samples.Chunk("""{"content":"whole"}"""), Samples.Chunk("{}", "\"stop\""), "{oops", "[DONE]");

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>((await StreamAsync(stream))[^1]).Response;

        Assert.Equal(("whole", MimoFinishReason.Stop), (response.Text, response.FinishReason));
    }

    [Fact]
    public async Task A_finish_reason_in_an_event_that_was_cut_completes_nothing()
    {
        string stream = Samples.Events(Samples.Chunk("""{"content":"one "}""")) + """data: {"id":"I","choices":[{"index":0,"finish_reason":"stop","delta":{"content":"two""";

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => StreamAsync(stream));

        Assert.Equal((MimoConnectionFailure.Cut, "one "), (exception.Failure, exception.Received?.Text));
    }

    [Fact]
    public async Task An_end_mark_without_a_finish_reason_is_a_cut()
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(
            () => StreamAsync(Samples.Events(Samples.Chunk("""{"content":"x"}"""), "[DONE]")));

        Assert.Equal(MimoConnectionFailure.Cut, exception.Failure);
    }

    private static IEnumerable<string> Parts(MimoResponse response) => response.Message.Content.Select(static part => part.ToString()!);

    private static void AssertWhole(MimoResponse response, MimoFormat format, bool mayLackUsage = false)
    {
        Assert.Equal("I", response.Id);
        Assert.Equal("M", response.Model);
        Assert.Equal("Hello 世界 😀", response.Text);
        Assert.Equal("The user 想要 é", response.Reasoning);
        Assert.Equal(MimoFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal(["f({\"city\":\"Zürich\"})", "g({\"a\":1})"], response.ToolCalls.Select(static call => call.ToString()));
        Assert.Equal(["call_1", "call_2"], response.ToolCalls.Select(static call => call.Id));
        if (!mayLackUsage || response.Usage is not null)
        {
            Assert.Equal(3728, response.Usage!.InputTokens);
            Assert.Equal(250, response.Usage.OutputTokens);
            Assert.Equal(format == MimoFormat.OpenAI ? 174 : 0, response.Usage.ReasoningTokens);
            Assert.Equal(format == MimoFormat.OpenAI ? 0 : 728, response.Usage.CachedInputTokens);
        }
    }

    private static async Task<List<MimoUpdate>> StreamAsync(string stream, MimoFormat format = MimoFormat.OpenAI)
    {
        await using var server = new RawServer(RawReply.Events(stream));
        using MimoClient client = server.Client(format);
        return await CollectAsync(client);
    }

    private static async Task<List<MimoUpdate>> CollectAsync(MimoClient client)
    {
        List<MimoUpdate> updates = [];
        await foreach (MimoUpdate update in client.StreamAsync(Request))
        {
            updates.Add(update);
        }

        return updates;
    }
}

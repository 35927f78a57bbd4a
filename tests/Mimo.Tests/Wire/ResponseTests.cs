using System.Text;
using Mimo.Tests.Client;

namespace Mimo.Tests.Wire;

public class ResponseTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Fact]
    public async Task An_openai_answer_is_read_whole()
    {
        MimoResponse response = await ReadAsync(Samples.OpenAIResponse);

        Assert.Equal("0123456789abcdef0123456789abcdef", response.Id);
        Assert.Equal("mimo-v2.6-pro", response.Model);
        Assert.Equal(string.Empty, response.Text);
        Assert.Equal("I need \"data\".\n思考", response.Reasoning);
        Assert.Equal(MimoFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal(["call_a", "call_b"], response.ToolCalls.Select(static call => call.Id));
        Assert.Equal("{\"location\": \"X\\u00e9\"}", response.ToolCalls[0].Arguments);
        Assert.Equal(
            new MimoUsage { InputTokens = 60, CachedInputTokens = 32, OutputTokens = 103, ReasoningTokens = 14 },
            response.Usage);
        Assert.Equal(163, response.Usage!.TotalTokens);
    }

    [Fact]
    public async Task An_anthropic_answer_means_the_same()
    {
        MimoResponse response = await ReadAsync(Samples.AnthropicResponse, MimoFormat.Anthropic);

        Assert.Equal("I look.", response.Text);
        Assert.Equal("hm\n思考", response.Reasoning);
        Assert.Equal(string.Empty, Assert.IsType<MimoReasoningContent>(response.Message.Content[0]).Signature);
        Assert.Equal(MimoFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal("{ \"location\": \"X\" }", Assert.Single(response.ToolCalls).Arguments);

        // Here the input comes without the cached part; in ours it counts.
        Assert.Equal(new MimoUsage { InputTokens = 35255, CachedInputTokens = 35136, OutputTokens = 55 }, response.Usage);
    }

    [Fact]
    public async Task Blocks_keep_their_order_whatever_it_is()
    {
        MimoResponse response = await ReadAsync(
            """{"id":"x","content":[{"type":"text","text":"a"},{"type":"novelty","x":[1]},{"type":"thinking","thinking":"t"},{"type":"text","text":"b"}],"stop_reason":"end_turn"}""",
            MimoFormat.Anthropic);

        Assert.Equal(
            [typeof(MimoTextContent), typeof(MimoReasoningContent), typeof(MimoTextContent)],
            response.Message.Content.Select(static part => part.GetType()));
        Assert.Equal("ab", response.Text);
        Assert.Equal(MimoFinishReason.Stop, response.FinishReason);
        Assert.Null(response.Usage);
    }

    [Theory]
    [InlineData("stop", "end_turn", "stop")]
    [InlineData("length", "max_tokens", "length")]
    [InlineData("repetition_truncation", "repetition_truncation", "repetition_truncation")]
    [InlineData("content_filter", "content_filter", "content_filter")]
    [InlineData("a_new_one", "a_new_one", "a_new_one")]
    public async Task Finish_reasons_mean_the_same_in_both_formats_and_unknown_ones_keep_their_text(string openAI, string anthropic, string expected)
    {
        MimoResponse first = await ReadAsync(Samples.Text("x", openAI));
        MimoResponse second = await ReadAsync($$"""{"content":[],"stop_reason":"{{anthropic}}"}""", MimoFormat.Anthropic);

        Assert.Equal(new MimoFinishReason(expected), first.FinishReason);
        Assert.Equal(first.FinishReason, second.FinishReason);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    [InlineData("\" \"", " ")]
    public async Task No_reasoning_and_empty_reasoning_are_told_apart(string json, string? expected)
    {
        MimoResponse response = await ReadAsync($$"""{"choices":[{"message":{"content":"x","reasoning_content":{{json}}},"finish_reason":"stop"}]}""");

        Assert.Equal(expected, response.Reasoning);
        Assert.Equal(expected is null, response.Message.IsWithoutReasoning);
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"text","text":"he"},{"type":"text","text":"llo"}]},"finish_reason":"stop"}]}""")]
    [InlineData("""{"extra":{"deep":[[{}]]},"choices":[{"logprobs":null,"message":{"refusal":null,"annotations":[{"type":"x"}],"content":"hello"},"finish_reason":"stop"},{"message":{"content":"second"}}],"usage":null}""")]
    [InlineData("""{"error":null,"choices":[{"finish_reason":"stop","message":{"content":"hello","tool_calls":null}}],"usage":{"prompt_tokens":"7","completion_tokens":1.0,"prompt_tokens_details":null}}""")]
    [InlineData("\uFEFF  {\"id\":null,\"model\":null,\"choices\":[{\"message\":{\"content\":\"hello\"}}]}\r\n")]
    public async Task Odd_but_readable_answers_are_read(string body)
    {
        MimoResponse response = await ReadAsync(body);

        Assert.Equal("hello", response.Text);
        Assert.Empty(response.ToolCalls);
    }

    [Fact]
    public async Task Arguments_that_came_as_an_object_and_calls_without_an_id_are_taken()
    {
        MimoResponse response = await ReadAsync(
            """{"id":"r","choices":[{"message":{"content":null,"tool_calls":[{"function":{"arguments":{ "a" : 1 },"name":"f"}},{"id":"","function":{"name":"g","arguments":null}}]},"finish_reason":"tool_calls"}]}""");

        Assert.Equal("{ \"a\" : 1 }", response.ToolCalls[0].Arguments);
        Assert.Equal(["call_r_0", "call_r_1"], response.ToolCalls.Select(static call => call.Id));
        Assert.Equal(string.Empty, response.ToolCalls[1].Arguments);
    }

    [Theory]
    [InlineData("""{"index":0,"id":"","function":{"name":"f","arguments":"{\"a\":1}"}},{"index":0,"id":"","function":{"name":"g","arguments":"{\"b\":2}"}}""")]
    [InlineData("""{"index":0,"id":"c","function":{"name":"f","arguments":"{\"a\":1}"}},{"index":0,"id":"c","function":{"name":"g","arguments":"{\"b\":2}"}}""")]
    [InlineData("""{"index":1,"function":{"name":"f","arguments":"{\"a\":1}"}},{"function":{"name":"g","arguments":"{\"b\":2}"}}""")]
    public async Task Each_call_of_a_whole_answer_is_one_whatever_its_index_and_id(string calls)
    {
        MimoResponse response = await ReadAsync($$"""{"id":"r","choices":[{"message":{"content":"","tool_calls":[{{calls}}]},"finish_reason":"tool_calls"}]}""");

        Assert.Equal(["f({\"a\":1})", "g({\"b\":2})"], response.ToolCalls.Select(static call => call.ToString()));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_survives_the_way_in_and_out()
    {
        MimoResponse response = await ReadAsync("""{"choices":[{"message":{"content":"a\ud83d b\n","reasoning_content":"\ude00"},"finish_reason":"stop"}]}""");

        Assert.Equal("a\ud83d b\n", response.Text);
        Assert.Equal("\ude00", response.Reasoning);
        string body = Json.Write(new MimoRequest { Messages = [response.Message] }, MimoFormat.OpenAI);
        Assert.Contains("\"a\\ud83d b\\u000a\"", body);
        Assert.Contains("\"\\ude00\"", body);
    }

    [Fact]
    public async Task Invalid_utf8_is_replaced_and_not_thrown()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"choices\":[{\"message\":{\"content\":\"a"), 0xFF, 0xC3, .. Encoding.UTF8.GetBytes("\\u0041\"},\"finish_reason\":\"stop\"}]}")];
        await using var server = new RawServer(RawReply.Whole("application/json", body));
        using MimoClient client = server.Client();

        MimoResponse response = await client.SendAsync(Request);

        Assert.StartsWith("a", response.Text);
        Assert.EndsWith("A", response.Text);
        Assert.Contains('\uFFFD', response.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>gateway</html>")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("[]")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"x\"")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\\ud8\"}}]}")]
    public async Task An_unreadable_answer_says_so_and_shows_how_it_begins(string body)
    {
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => ReadAsync(body));

        Assert.Equal(MimoConnectionFailure.Malformed, exception.Failure);
        Assert.Contains(body.Length == 0 ? "(nothing)" : body[..2], exception.Message);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task An_answer_cut_at_any_byte_is_a_typed_failure(MimoFormat format)
    {
        byte[] body = Encoding.UTF8.GetBytes(Samples.Response(format));
        byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        for (int length = 0; length < body.Length; length++)
        {
            await using var server = new RawServer(new RawReply([.. head, .. body.AsSpan(0, length)]) { CloseAfterwards = true });
            using MimoClient client = server.Client(format);

            MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

            Assert.Equal(MimoConnectionFailure.Cut, exception.Failure);
        }
    }

    private static async Task<MimoResponse> ReadAsync(string body, MimoFormat format = MimoFormat.OpenAI)
    {
        await using var server = new RawServer(RawReply.Json(body));
        using MimoClient client = server.Client(format);
        return await client.SendAsync(Request);
    }
}

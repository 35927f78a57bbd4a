using System.Text;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Tests.Wire;

/// <summary>Answers in shapes that nobody documents: what can be read is read, the rest counts as absent, and what is no answer says so.</summary>
public class OddAnswerTests
{
    [Theory]
    [InlineData(MimoFormat.OpenAI, "[1]", "The answer is not a JSON object.")]
    [InlineData(MimoFormat.OpenAI, "\"error\"", "The answer is not a JSON object.")]
    [InlineData(MimoFormat.OpenAI, "{\"choices\":7}", "The answer has no choices.")]
    [InlineData(MimoFormat.OpenAI, "{\"choices\":[7,[8],null]}", "The answer has no choices.")]
    [InlineData(MimoFormat.Anthropic, "[1]", "The answer is not a JSON object.")]
    [InlineData(MimoFormat.Anthropic, "7", "The answer is not a JSON object.")]
    [InlineData(MimoFormat.Anthropic, "{\"id\":\"x\"}", "The answer has no content.")]
    public void What_is_no_answer_says_so(MimoFormat format, string body, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => Read(format, body)).Message);

    [Theory]
    [InlineData(MimoFormat.OpenAI, "The answer is not a JSON object.")]
    [InlineData(MimoFormat.Anthropic, "The event is not a JSON object.")]
    public void An_event_that_is_no_object_says_so(MimoFormat format, string message)
    {
        Assert.Equal(message, Assert.Throws<JsonException>(() => Fed(format, "[1]")).Message);
        Assert.Equal(message, Assert.Throws<JsonException>(() => Fed(format, "7")).Message);
    }

    [Theory]
    [InlineData("{\"id\":null,\"model\":null,\"error\":null,\"choices\":[7,{\"index\":0,\"more\":{\"a\":[1]},\"message\":{\"content\":\"hi\",\"annotations\":7,\"tool_calls\":{},\"more\":[{}]},\"finish_reason\":\"stop\"},{\"message\":{\"content\":\"no\"}}],\"usage\":{\"prompt_tokens\":3,\"more\":{\"prompt_tokens\":9},\"completion_tokens\":4}}")]
    [InlineData("{\"usage\":{\"completion_tokens\":4,\"prompt_tokens\":3},\"usage\":null,\"choices\":[{\"message\":7,\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"h\"},7,[],{\"more\":{}},{\"text\":\"i\"}]},\"finish_reason\":7}]}")]
    [InlineData("{\"more\":{\"id\":\"x\"},\"choices\":[{\"finish_reason\":null,\"message\":{\"content\":\"hi\",\"tool_calls\":null}}],\"usage\":{\"prompt_tokens\":\"3\",\"completion_tokens\":4.0,\"prompt_tokens_details\":7,\"completion_tokens_details\":{\"more\":[9],\"reasoning_tokens\":0}}}")]
    public void An_odd_OpenAI_answer_is_read_as_far_as_it_makes_sense(string body)
    {
        MimoResponse response = Read(MimoFormat.OpenAI, body);

        Assert.Equal(("", "", "hi"), (response.Id, response.Model, response.Text));
        Assert.Equal(new MimoUsage { InputTokens = 3, OutputTokens = 4 }, response.Usage);
        Assert.Empty(response.ToolCalls);
        Assert.Empty(response.Citations);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"prompt_tokens":null,"completion_tokens":{},"prompt_tokens_details":{"cached_tokens":1}}""", null)]
    [InlineData("""{"prompt_tokens":0}""", 0)]
    [InlineData("""{"completion_tokens":4}""", 4)]
    public void A_usage_that_names_no_tokens_is_none(string usage, int? tokens) =>
        Assert.Equal(tokens, Read(MimoFormat.OpenAI, $$$"""{"choices":[{"message":{"content":"hi"}}],"usage":{{{usage}}}}""").Usage?.TotalTokens);

    [Fact]
    public void Tool_calls_among_what_is_none_keep_their_places()
    {
        MimoResponse response = Read(
            MimoFormat.OpenAI,
            """{"choices":[{"message":{"content":null,"tool_calls":[7,{"id":"a","function":{"name":"f","arguments":"{}"}},null,{"id":"b","function":{"name":"g","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""");

        Assert.Equal(["a", "b"], response.ToolCalls.Select(static call => call.Id));
    }

    [Fact]
    public void Calls_that_name_neither_id_nor_index_are_told_apart_by_their_places()
    {
        StreamDecoder decoder = Fed(
            MimoFormat.OpenAI,
            Samples.Chunk("""{"tool_calls":[7,{"function":{"name":"f"}},{"function":{"name":"g"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":1,"function":{"arguments":"[1]"}},{"index":2,"function":{"arguments":"[2]"}}]}""", "\"tool_calls\""));

        Assert.True(decoder.TryFinish());
        Assert.Equal(["f([1])", "g([2])"], Assert.IsType<MimoFinishedUpdate>(decoder.Updates[^1]).Response.ToolCalls.Select(static call => call.ToString()));
    }

    [Fact]
    public void A_usage_that_counts_searches_alone_is_one() =>
        Assert.Equal(
            new MimoUsage { WebSearches = 2 },
            Read(MimoFormat.OpenAI, """{"choices":[{"message":{"content":"hi"}}],"usage":{"web_search_usage":{"tool_usage":2}}}""").Usage);

    [Theory]
    [InlineData("{\"id\":null,\"model\":null,\"error\":null,\"content\":\"hi\",\"usage\":7}", null)]
    [InlineData("{\"content\":[{\"type\":\"text\",\"text\":null},7,[8],true,{\"type\":\"text\",\"text\":\"hi\",\"citations\":null,\"more\":{}},{\"type\":\"thinking\",\"thinking\":null}],\"stop_reason\":null}", "")]
    [InlineData("{\"content\":[{\"type\":\"thinking\",\"thinking\":\"t\",\"reasoning_content\":\"u\"},{\"type\":\"text\",\"text\":\"hi\"}]}", "t")]
    [InlineData("{\"content\":[{\"type\":\"thinking\",\"reasoning_content\":\"u\",\"thinking\":\"t\"},{\"type\":\"text\",\"text\":\"hi\"}]}", "t")]
    [InlineData("{\"content\":[{\"type\":\"thinking\",\"reasoning_content\":\"u\"},{\"type\":\"text\",\"text\":\"hi\"}]}", "u")]
    [InlineData("{\"content\":[{\"type\":\"thinking\",\"thinking\":\"t\",\"reasoning_content\":{\"thinking\":\"no\"},\"thinking\":null},{\"type\":\"text\",\"text\":\"hi\"}]}", "t")]
    [InlineData("{\"content\":7,\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}", null)]
    public void An_odd_Anthropic_answer_is_read_as_far_as_it_makes_sense(string body, string? reasoning)
    {
        MimoResponse response = Read(MimoFormat.Anthropic, body);

        Assert.Equal(("", "", "hi", reasoning), (response.Id, response.Model, response.Text, response.Reasoning));
        Assert.Null(response.Usage);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public void An_error_in_place_of_an_answer_is_an_error_whatever_stands_beside_it(MimoFormat format)
    {
        const string Body = """{"id":"x","error":{"message":"no"},"content":[],"choices":[]}""";

        Assert.Equal(Body, Encoding.UTF8.GetString(Assert.Throws<WireErrorException>(() => Read(format, Body)).Body));
        Assert.Equal(Body, Encoding.UTF8.GetString(Assert.Throws<WireErrorException>(() => Fed(format, Body)).Body));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("{ }")]
    public void An_error_that_says_nothing_is_none(string error)
    {
        string openAI = $$$"""{"error":{{{error}}},"choices":[{"message":{"content":"hi"},"delta":{"content":"hi"},"finish_reason":"stop"}],"error":{{{error}}}}""";
        string anthropic = $$"""{"error":{{error}},"content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn","error":{{error}}}""";
        StreamDecoder[] streamed =
        [
            Fed(MimoFormat.OpenAI, openAI),
            Fed(
                MimoFormat.Anthropic,
                $$$"""{"error":{{{error}}},"type":"content_block_delta","delta":{"text":"hi"}}""",
                $$$"""{"type":"message_delta","error":{{{error}}},"delta":{"stop_reason":"end_turn"},"error":{{{error}}}}"""),
        ];

        Assert.Equal("hi", Read(MimoFormat.OpenAI, openAI).Text);
        Assert.Equal("hi", Read(MimoFormat.Anthropic, anthropic).Text);
        Assert.All(streamed, static decoder =>
        {
            Assert.True(decoder.TryFinish());
            Assert.Equal("hi", Assert.IsType<MimoFinishedUpdate>(decoder.Updates[^1]).Response.Text);
        });
    }

    [Theory]
    [InlineData("true")]
    [InlineData("7")]
    [InlineData("\"no\"")]
    [InlineData("[\"no\"]")]
    [InlineData("{\"message\":null}")]
    public void An_error_of_any_kind_that_says_something_is_one(string error)
    {
        string body = $$"""{"error":{{error}},"content":[],"choices":[{}]}""";
        foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
        {
            Assert.Throws<WireErrorException>(() => Read(format, body));
            Assert.Throws<WireErrorException>(() => Fed(format, body));
        }
    }

    [Theory]
    [InlineData("""{"type":"error","message":"busy"}""")]
    [InlineData("""{"type":"error","error":{}}""")]
    public void An_event_that_says_it_is_an_error_is_one_whatever_it_names(string data)
    {
        Assert.Equal(data, Encoding.UTF8.GetString(Assert.Throws<WireErrorException>(() => Fed(MimoFormat.Anthropic, data)).Body));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, """{"choices":[{"delta":{"content":"hi"},"finish_reason":""}]}""")]
    [InlineData(MimoFormat.Anthropic, """{"type":"message_delta","delta":{"stop_reason":""}}""")]
    public void An_empty_finish_reason_is_none(MimoFormat format, string data) => Assert.False(Fed(format, data).TryFinish());

    [Fact]
    public void Two_blocks_of_text_are_two_parts_and_a_call_without_input_has_none()
    {
        MimoResponse response = Read(
            MimoFormat.Anthropic,
            """{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"},{"type":"tool_use","id":"c","name":"f","input":null},{"type":"tool_use","id":"d","name":"g"}],"stop_reason":"tool_use"}""");

        Assert.Equal(["a", "b"], response.Message.Content.Select(static part => ((MimoTextContent)part).Text));
        Assert.Equal([("c", ""), ("d", "")], response.ToolCalls.Select(static call => (call.Id, call.Arguments)));
    }

    [Fact]
    public void What_is_written_to_and_read_from_the_cache_counts_as_input()
    {
        const string Usage = """{"input_tokens":1,"cache_creation_input_tokens":20,"cache_read_input_tokens":300,"output_tokens":4,"service_tier":{"input_tokens":9}}""";
        var expected = new MimoUsage { InputTokens = 321, CachedInputTokens = 300, OutputTokens = 4 };
        StreamDecoder streamed = Fed(
            MimoFormat.Anthropic,
            $$$"""{"type":"message_start","message":{"type":"message","id":null,"model":null,"usage":{{{Usage}}}}}""",
            """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":0}}""");

        Assert.Equal(expected, Read(MimoFormat.Anthropic, $$"""{"content":[],"usage":{{Usage}}}""").Usage);
        Assert.True(streamed.TryFinish());
        Assert.Equal((expected, "", ""), (streamed.Answer.Usage, streamed.Answer.Id, streamed.Answer.Model));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, "[DONE]")]
    [InlineData(MimoFormat.Anthropic, " [DONE]\n")]
    [InlineData(MimoFormat.Anthropic, "{\"type\":\"message_stop\"}")]
    public void The_end_is_told_by_what_says_so_and_by_nothing_else(MimoFormat format, string end)
    {
        StreamDecoder decoder = Fed(format, " ", "{}", "{\"type\":\"ping\",\"more\":{\"type\":\"message_stop\"}}");
        Assert.False(decoder.IsEnded);

        decoder.Accept(Encoding.UTF8.GetBytes(end));

        Assert.True(decoder.IsEnded);
        Assert.Empty(decoder.Updates);
    }

    [Fact]
    public void A_finish_reason_stays_when_later_chunks_have_none()
    {
        StreamDecoder decoder = Fed(MimoFormat.OpenAI, Samples.Chunk("""{"content":"hi"}""", "\"length\""), Samples.Chunk("{}"), Samples.Chunk("{}", "\"stop\""));

        Assert.Equal(MimoFinishReason.Stop, decoder.Answer.FinishReason);
    }

    [Fact]
    public void Of_several_usages_the_last_counts()
    {
        StreamDecoder decoder = Fed(
            MimoFormat.OpenAI,
            """{"choices":[{"delta":{"content":"hi"}}],"usage":{"prompt_tokens":7,"completion_tokens":1}}""",
            """{"usage":{"prompt_tokens":7,"completion_tokens":2},"choices":[{"delta":{},"finish_reason":"stop"}]}""");

        Assert.True(decoder.TryFinish());
        Assert.Equal(new MimoUsage { InputTokens = 7, OutputTokens = 2 }, Assert.Single(decoder.Updates.OfType<MimoUsageUpdate>()).Usage);
    }

    [Fact]
    public void A_call_is_announced_with_its_first_arguments_though_it_has_no_id()
    {
        StreamDecoder decoder = Fed(
            MimoFormat.OpenAI,
            Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"name":"f"}}]}"""),
            Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"{"}}]}"""));

        Assert.Equal([new MimoToolCallStartedUpdate(0, "call_I_0", "f"), new MimoToolCallArgumentsUpdate(0, "{")], decoder.Updates);
    }

    [Fact]
    public void A_call_is_announced_with_its_id_as_soon_as_name_and_id_are_there()
    {
        StreamDecoder decoder = Fed(MimoFormat.OpenAI, Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"name":"f"}}]}"""));
        Assert.Empty(decoder.Updates);

        decoder.Accept(Encoding.UTF8.GetBytes(Samples.Chunk("""{"tool_calls":[{"index":0,"id":"c"}]}""")));

        Assert.Equal([new MimoToolCallStartedUpdate(0, "c", "f")], decoder.Updates);
    }

    [Fact]
    public void Empty_pieces_tell_nothing_and_a_block_may_begin_with_text()
    {
        StreamDecoder decoder = Fed(
            MimoFormat.Anthropic,
            """{"type":"message_start","message":7}""",
            """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":null}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":"Hel"}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"lo"}}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":null}}""",
            """{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"c","name":"f"}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":""}}""",
            """{"type":"content_block_stop","index":2}""",
            """{"type":"message_delta","delta":{"stop_reason":"tool_use"}}""");

        Assert.Equal(
            [new MimoTextUpdate("Hel"), new MimoTextUpdate("lo"), new MimoToolCallStartedUpdate(0, "c", "f")],
            decoder.Updates.Where(static update => update is not MimoToolCallCompletedUpdate));
        Assert.Single(decoder.Updates.OfType<MimoToolCallCompletedUpdate>());
        Assert.True(decoder.TryFinish());
        Assert.Equal("Hello", Assert.IsType<MimoFinishedUpdate>(decoder.Updates[^1]).Response.Text);
    }

    [Fact]
    public void A_call_is_complete_when_its_block_ends_and_not_before()
    {
        StreamDecoder decoder = Fed(
            MimoFormat.Anthropic,
            """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"c","name":"f"}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}}""");
        Assert.Empty(decoder.Updates.OfType<MimoToolCallCompletedUpdate>());

        decoder.Accept("""{"type":"content_block_stop","index":0}"""u8);

        Assert.Equal("f({})", Assert.Single(decoder.Updates.OfType<MimoToolCallCompletedUpdate>()).Call.ToString());
    }

    private static MimoResponse Read(MimoFormat format, string body) => ResponseReader.Read(Encoding.UTF8.GetBytes(body), format);

    private static StreamDecoder Fed(MimoFormat format, params string[] events)
    {
        StreamDecoder decoder = StreamDecoder.Create(format);
        foreach (string data in events)
        {
            decoder.Accept(Encoding.UTF8.GetBytes(data));
        }

        return decoder;
    }
}

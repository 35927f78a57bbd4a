using System.Text;

namespace Mimo.Tests.Wire;

/// <summary>Answers in the shapes that were recorded from MiMo's hosts.</summary>
internal static class Samples
{
    public const string OpenAIResponse =
        """
        {"id":"0123456789abcdef0123456789abcdef","object":"chat.completion","created":1790000000,"model":"mimo-v2.6-pro",
         "choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":"","reasoning_content":"I need \"data\".\n思考",
           "tool_calls":[{"id":"call_a","type":"function","function":{"name":"get_weather","arguments":"{\"location\": \"X\\u00e9\"}"}},
                         {"id":"call_b","type":"function","function":{"name":"get_time","arguments":"{}"}}]}}],
         "usage":{"prompt_tokens":60,"completion_tokens":103,"total_tokens":163,
           "completion_tokens_details":{"reasoning_tokens":14},"prompt_tokens_details":{"cached_tokens":32}}}
        """;

    public const string AnthropicResponse =
        """
        {"id":"0123","type":"message","role":"assistant","model":"mimo-v2.6-pro","stop_reason":"tool_use",
         "content":[{"type":"thinking","thinking":"hm\n思考","signature":""},{"type":"text","text":"I look."},{"type":"tool_use","id":"call_a","name":"f","input":{ "location": "X" }}],
         "usage":{"input_tokens":119,"output_tokens":55,"cache_read_input_tokens":35136}}
        """;

    /// <summary>Reasoning, text in two scripts, two calls, the trailing usage chunk and the end mark.</summary>
    public static string OpenAIStream { get; } = Events(
        Chunk("""{"content":"","role":"assistant","tool_calls":null,"reasoning_content":null}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":null,"reasoning_content":"The user "}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":null,"reasoning_content":"想要 é"}"""),
        Chunk("""{"content":"Hello","role":null,"tool_calls":null,"reasoning_content":null}"""),
        Chunk("""{"content":" 世界 😀","role":null,"tool_calls":null,"reasoning_content":null}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":[{"index":0,"id":"call_1","function":{"arguments":"","name":"f"},"type":"function"}],"reasoning_content":null}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":[{"index":0,"id":null,"function":{"arguments":"{\"city\":","name":null},"type":"function"}],"reasoning_content":null}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":[{"index":0,"id":null,"function":{"arguments":"\"Zürich\"}","name":null},"type":"function"}],"reasoning_content":null}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":[{"index":1,"id":"call_2","function":{"arguments":"{\"a\":1}","name":"g"},"type":"function"}],"reasoning_content":null}"""),
        Chunk("""{"content":null,"role":null,"tool_calls":null,"reasoning_content":null}""", "\"tool_calls\""),
        """{"id":"I","choices":[],"created":1,"model":"M","object":"chat.completion.chunk","usage":{"completion_tokens":250,"prompt_tokens":3728,"total_tokens":3978,"completion_tokens_details":{"reasoning_tokens":174},"prompt_tokens_details":{}}}""",
        "[DONE]");

    public static string AnthropicStream { get; } = NamedEvents(
        ("message_start", """{"type":"message_start","message":{"id":"I","type":"message","role":"assistant","model":"M","content":[],"usage":{"input_tokens":0,"output_tokens":0}}}"""),
        ("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"The user "},"index":0}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"想要 é"},"index":0}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"signature_delta","signature":""},"index":0}"""),
        ("content_block_stop", """{"type":"content_block_stop","index":0}"""),
        ("ping", """{"type":"ping"}"""),
        ("content_block_start", """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"text_delta","text":"Hello"},"index":1}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"text_delta","text":" 世界 😀"},"index":1}"""),
        ("content_block_stop", """{"type":"content_block_stop","index":1}"""),
        ("content_block_start", """{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"call_1","name":"f","input":{}}}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"{\"city\":"},"index":2}"""),
        ("content_block_delta", """{"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"\"Zürich\"}"},"index":2}"""),
        ("content_block_stop", """{"type":"content_block_stop","index":2}"""),
        ("content_block_start", """{"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"call_2","name":"g","input":{"a":1}}}"""),
        ("content_block_stop", """{"type":"content_block_stop","index":3}"""),
        ("message_delta", """{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"input_tokens":3000,"output_tokens":250,"cache_read_input_tokens":728}}"""),
        ("message_stop", """{"type":"message_stop"}""")) + "data: [DONE]\n\n";

    public static string Stream(MimoFormat format) => format == MimoFormat.OpenAI ? OpenAIStream : AnthropicStream;

    public static string Response(MimoFormat format) => format == MimoFormat.OpenAI ? OpenAIResponse : AnthropicResponse;

    public static string Events(params string[] data) => string.Concat(data.Select(static item => $"data: {item}\n\n"));

    public static string Chunk(string delta, string finishReason = "null") =>
        $$"""{"id":"I","choices":[{"delta":{{delta}},"finish_reason":{{finishReason}},"index":0}],"created":1,"model":"M","object":"chat.completion.chunk"}""";

    /// <summary>An OpenAI answer that is text and nothing else.</summary>
    public static string Text(string text, string finishReason = "stop") =>
        $$$"""{"id":"t","model":"m","choices":[{"index":0,"finish_reason":"{{{finishReason}}}","message":{"role":"assistant","content":{{{System.Text.Json.JsonSerializer.Serialize(text)}}},"reasoning_content":"r","tool_calls":null}}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""";

    /// <summary>An OpenAI answer that calls tools.</summary>
    public static string Calls(params (string Id, string Name, string Arguments)[] calls)
    {
        IEnumerable<string> items = calls.Select(static call =>
            $$$"""{"id":"{{{call.Id}}}","type":"function","function":{"name":"{{{call.Name}}}","arguments":{{{System.Text.Json.JsonSerializer.Serialize(call.Arguments)}}}}}""");
        return $$$"""{"id":"c","model":"m","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":"","reasoning_content":"think","tool_calls":[{{{string.Join(',', items)}}}]}}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""";
    }

    private static string NamedEvents(params (string Name, string Data)[] events)
    {
        var text = new StringBuilder();
        foreach ((string name, string data) in events)
        {
            text.Append("event: ").Append(name).Append("\ndata: ").Append(data).Append("\n\n");
        }

        return text.ToString();
    }
}

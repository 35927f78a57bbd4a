namespace Mimo.Tests.Wire.Recordings;

/// <summary>Streams of the OpenAI format: all members of a delta are there and mostly null, as recorded.</summary>
internal static class OpenAIStreams
{
    private const string NoDetails = "\"completion_tokens_details\":{\"reasoning_tokens\":174},\"prompt_tokens_details\":{}";

    private static string First { get; } = Chunk(Delta("\"\"", role: "\"assistant\""));

    public static Dictionary<string, Recording> All { get; } = new Dictionary<string, (string Body, Told Told)>
    {
        ["reasoning, text and two calls, one in pieces"] = (
            Samples.OpenAIStream,
            new() { Reasoning = "The user 想要 é", Text = "Hello 世界 😀", Parts = "rt", Calls = "call_1:f({\"city\":\"Zürich\"})\ncall_2:g({\"a\":1})", FinishReason = "tool_calls", Usage = "3728 input (0 cached), 250 output (174 reasoning), 3978 total" }),
        ["text alone, thinking off"] = (
            Samples.Events(First, Text("\"Hel\""), Text("\"lo\""), End("stop"), Usage(NoDetails), "[DONE]"),
            new() { Text = "Hello", Usage = "3728 input (0 cached), 250 output (174 reasoning), 3978 total" }),
        ["no usage chunk and no end mark"] = (
            Samples.Events(First, Reasoning("\"hm\""), Text("\"Hello\""), End("stop")),
            new() { Reasoning = "hm", Text = "Hello", Parts = "rt" }),
        ["a finish chunk without the usage member"] = (
            Samples.Events(First, Text("\"Hello\""), Chunk(Delta(), "\"stop\""), "[DONE]"),
            new() { Text = "Hello" }),
        ["null for the details of usage"] = (
            Samples.Events(First, Text("\"Hello\""), End("stop"), Usage("\"completion_tokens_details\":null,\"prompt_tokens_details\":null"), "[DONE]"),
            new() { Text = "Hello", Usage = "3728 input (0 cached), 250 output (0 reasoning), 3978 total" }),
        ["all details of usage"] = (
            Samples.Events(First, Text("\"Hello\""), End("stop"), Usage("\"completion_tokens_details\":{\"reasoning_tokens\":3},\"prompt_tokens_details\":{\"cached_tokens\":192,\"audio_tokens\":1,\"image_tokens\":2,\"video_tokens\":3}"), "[DONE]"),
            new() { Text = "Hello", Usage = "3728 input (192 cached), 250 output (3 reasoning), 3978 total" }),
        ["calls alone, the second after null ids and names"] = (
            Samples.Events(
                First,
                Calls("""{"index":0,"id":"call_1","function":{"arguments":"","name":"f"},"type":"function"}"""),
                Calls("""{"index":0,"id":null,"function":{"arguments":"{\"city\":\"X\"}","name":null},"type":"function"}"""),
                Calls("""{"index":1,"id":"call_2","function":{"arguments":"","name":"g"},"type":"function"}"""),
                Calls("""{"index":1,"id":null,"function":{"arguments":"{}","name":null},"type":"function"}"""),
                End("tool_calls"),
                Usage(NoDetails),
                "[DONE]"),
            new() { Parts = "", Calls = "call_1:f({\"city\":\"X\"})\ncall_2:g({})", FinishReason = "tool_calls", Usage = "3728 input (0 cached), 250 output (174 reasoning), 3978 total" }),
        ["calls that the finish reason does not tell of"] = (
            Samples.Events(First, Calls("""{"index":0,"id":"call_1","function":{"arguments":"{}","name":"f"},"type":"function"}"""), End("stop"), "[DONE]"),
            new() { Parts = "", Calls = "call_1:f({})" }),
        ["arguments that the cap cut"] = (
            Samples.Events(First, Reasoning("\"hm\""), Calls("""{"index":0,"id":"call_1","function":{"arguments":"{\"city\":\"Zü","name":"f"},"type":"function"}"""), End("length"), Usage(NoDetails), "[DONE]"),
            new() { Reasoning = "hm", Parts = "r", Calls = "call_1:f({\"city\":\"Zü)", FinishReason = "length", Usage = "3728 input (0 cached), 250 output (174 reasoning), 3978 total" }),
        ["reasoning that left the cap no room for an answer"] = (
            Samples.Events(First, Reasoning("\"Let me \""), Reasoning("\"think\""), End("length"), "[DONE]"),
            new() { Reasoning = "Let me think", Parts = "r", FinishReason = "length" }),
        ["a loop that was cut"] = (
            Samples.Events(First, Text("\"ha ha \""), Text("\"ha ha \""), End("repetition_truncation"), "[DONE]"),
            new() { Text = "ha ha ha ha ", FinishReason = "repetition_truncation" }),
        ["moderation in the middle"] = (
            Samples.Events(First, Text("\"I\""), End("content_filter"), "[DONE]"),
            new() { Text = "I", FinishReason = "content_filter" }),
        ["sources of a web search in the first chunk"] = (
            Samples.Events(
                Chunk(Delta("\"\"", role: "\"assistant\"", more: ""","annotations":[{"type":"url_citation","url":"https://example.org/a","title":"标题","summary":"s","site_name":"n","logo_url":"l","publish_time":"2026-01-02"},{"type":"url_citation","url":"https://example.org/b"}]""")),
                Text("\"X won.\""),
                End("stop"),
                Usage("\"prompt_tokens_details\":{},\"web_search_usage\":{\"tool_usage\":1,\"page_usage\":2}"),
                "[DONE]"),
            new() { Text = "X won.", Sources = "https://example.org/a\nhttps://example.org/b", Usage = "3728 input (0 cached), 250 output (0 reasoning), 3978 total, 1 web searches (2 pages)" }),
        ["JSON in pieces"] = (
            Samples.Events(First, Text("\"{\\\"na\""), Text("\"me\\\":\\\"An\""), Text("\"n\\\"}\""), End("stop"), "[DONE]"),
            new() { Text = "{\"name\":\"Ann\"}" }),
        ["a call that leaked as text"] = (
            Samples.Events(First, Reasoning("\"hm\""), Text("\"<tool_call>\\n<function=f>\""), Text("\"\\n<parameter=city>X</parameter></function></tool_call>\""), End("tool_calls"), "[DONE]"),
            new() { Reasoning = "hm", Text = "<tool_call>\n<function=f>\n<parameter=city>X</parameter></function></tool_call>", Parts = "rt", FinishReason = "tool_calls" }),
        ["an answer that stands in the reasoning"] = (
            Samples.Events(First, Reasoning("\"The speaker says hello.\""), End("stop"), "[DONE]"),
            new() { Reasoning = "The speaker says hello.", Parts = "r" }),
        ["members in another order, carriage returns, comments, no blank after the colon"] = (
            ": keep-alive\r\n\r\ndata:{\"choices\":[{\"index\":0,\"finish_reason\":null,\"delta\":{\"reasoning_content\":null,\"tool_calls\":null,\"role\":\"assistant\",\"content\":\"é\"}}],\"model\":\"M\",\"id\":\"I\"}\r\n\r\n:\r\ndata:" + End("stop") + "\r\n\r\ndata:[DONE]\r\n\r\n",
            new() { Text = "é" }),
    }.ToDictionary(static item => "OpenAI: " + item.Key, static item => new Recording(MimoFormat.OpenAI, item.Value.Body, item.Value.Told));

    private static string Chunk(string delta, string finishReason = "null") => Samples.Chunk(delta, finishReason);

    private static string Text(string json) => Chunk(Delta(json));

    private static string Reasoning(string json) => Chunk(Delta(reasoning: json));

    private static string Calls(string call) => Chunk(Delta(toolCalls: $"[{call}]"));

    private static string Delta(string content = "null", string toolCalls = "null", string reasoning = "null", string role = "null", string more = "") =>
        $$"""{"content":{{content}},"role":{{role}},"tool_calls":{{toolCalls}},"reasoning_content":{{reasoning}}{{more}}}""";

    private static string End(string reason) =>
        $$"""{"id":"I","choices":[{"delta":{{Delta()}},"finish_reason":"{{reason}}","index":0}],"created":1,"model":"M","object":"chat.completion.chunk","usage":null}""";

    private static string Usage(string details) =>
        $$$"""{"id":"I","choices":[],"created":1,"model":"M","object":"chat.completion.chunk","usage":{"completion_tokens":250,"prompt_tokens":3728,"total_tokens":3978,{{{details}}}}}""";
}

namespace Mimo.Tests.Wire.Recordings;

/// <summary>Answers that are not streamed, in both formats.</summary>
internal static class Answers
{
    public static Dictionary<string, Recording> All { get; } = new Dictionary<string, (MimoFormat Format, string Body, Told Told)>
    {
        ["OpenAI: reasoning and two calls"] = (
            MimoFormat.OpenAI,
            Samples.OpenAIResponse,
            new() { Id = "0123456789abcdef0123456789abcdef", Model = "mimo-v2.6-pro", Reasoning = "I need \"data\".\n思考", Parts = "r", Calls = "call_a:get_weather({\"location\": \"X\\u00e9\"})\ncall_b:get_time({})", FinishReason = "tool_calls", Usage = "60 input (32 cached), 103 output (14 reasoning), 163 total" }),
        ["OpenAI: null calls, null reasoning, null details"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"Hello é","reasoning_content":null,"tool_calls":null}""", "stop", "\"completion_tokens_details\":null,\"prompt_tokens_details\":null"),
            new() { Text = "Hello é", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["OpenAI: no reasoning, empty details"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"{\"translations\":[]}","tool_calls":null}""", "stop", "\"completion_tokens_details\":{\"reasoning_tokens\":0},\"prompt_tokens_details\":{}"),
            new() { Text = "{\"translations\":[]}", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["OpenAI: all details of usage"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"Hello","reasoning_content":"hm","tool_calls":null}""", "stop", "\"completion_tokens_details\":{\"reasoning_tokens\":14},\"prompt_tokens_details\":{\"cached_tokens\":32,\"audio_tokens\":1,\"image_tokens\":2,\"video_tokens\":3}"),
            new() { Reasoning = "hm", Text = "Hello", Parts = "rt", Usage = "60 input (32 cached), 103 output (14 reasoning), 163 total" }),
        ["OpenAI: an answer that stands in the reasoning"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"","reasoning_content":"The speaker says hello.","tool_calls":null}""", "stop", "\"prompt_tokens_details\":{\"audio_tokens\":40}"),
            new() { Reasoning = "The speaker says hello.", Parts = "r", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["OpenAI: a loop that was cut"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"ha ha","tool_calls":null}""", "repetition_truncation", "\"prompt_tokens_details\":{}"),
            new() { Text = "ha ha", FinishReason = "repetition_truncation", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["OpenAI: moderation in the middle"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"I","tool_calls":null}""", "content_filter", "\"prompt_tokens_details\":{}"),
            new() { Text = "I", FinishReason = "content_filter", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["OpenAI: a web search"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"X won.","tool_calls":null,"annotations":[{"type":"url_citation","url":"https://example.org/a","title":"t","summary":"s","site_name":"n","logo_url":"l","publish_time":"2026-01-02"}],"error_message":"one engine failed"}""", "stop", "\"web_search_usage\":{\"tool_usage\":1,\"page_usage\":2}"),
            new() { Text = "X won.", Sources = "https://example.org/a", ErrorMessage = "one engine failed", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total, 1 web searches (2 pages)" }),
        ["OpenAI: arguments that are objects within strings and no JSON at all"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"","reasoning_content":"","tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{\"trip\":\"{\\\"city\\\":\\\"X\\\"}\"}"}},{"id":"call_2","type":"function","function":{"name":"g","arguments":"{\"a\":"}}]}""", "tool_calls", "\"prompt_tokens_details\":{}"),
            new() { Reasoning = "", Parts = "r", Calls = "call_1:f({\"trip\":\"{\\\"city\\\":\\\"X\\\"}\"})\ncall_2:g({\"a\":)", FinishReason = "tool_calls", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["OpenAI: a call that leaked as text"] = (
            MimoFormat.OpenAI,
            OpenAI("""{"role":"assistant","content":"<tool_call><function=f></function></tool_call>","reasoning_content":"hm","tool_calls":null}""", "stop", "\"prompt_tokens_details\":{}"),
            new() { Reasoning = "hm", Text = "<tool_call><function=f></function></tool_call>", Parts = "rt", Usage = "60 input (0 cached), 103 output (0 reasoning), 163 total" }),
        ["Anthropic: thinking, text and a call"] = (
            MimoFormat.Anthropic,
            Samples.AnthropicResponse,
            new() { Id = "0123", Model = "mimo-v2.6-pro", Reasoning = "hm\n思考", Text = "I look.", Parts = "rt", Calls = "call_a:f({ \"location\": \"X\" })", FinishReason = "tool_calls", Usage = "35255 input (35136 cached), 55 output (0 reasoning), 35310 total" }),
        ["Anthropic: text before thinking"] = (
            MimoFormat.Anthropic,
            Anthropic("""[{"type":"text","text":"Hello é"},{"type":"thinking","thinking":"hm","signature":""}]""", "end_turn", "{\"input_tokens\":4,\"output_tokens\":55,\"cache_read_input_tokens\":1081}"),
            new() { Reasoning = "hm", Text = "Hello é", Parts = "tr", Usage = "1085 input (1081 cached), 55 output (0 reasoning), 1140 total" }),
        ["Anthropic: no signature, null for what came from the cache"] = (
            MimoFormat.Anthropic,
            Anthropic("""[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Hello"}]""", "end_turn", "{\"input_tokens\":310,\"output_tokens\":68,\"cache_read_input_tokens\":null}"),
            new() { Reasoning = "hm", Text = "Hello", Parts = "rt", Usage = "310 input (0 cached), 68 output (0 reasoning), 378 total" }),
        ["Anthropic: thinking and a call, no cache"] = (
            MimoFormat.Anthropic,
            Anthropic("""[{"type":"thinking","thinking":"hm","signature":""},{"type":"tool_use","id":"call_1","name":"f","input":{"location":"X"}}]""", "tool_use", "{\"input_tokens\":310,\"output_tokens\":68}"),
            new() { Reasoning = "hm", Parts = "r", Calls = "call_1:f({\"location\":\"X\"})", FinishReason = "tool_calls", Usage = "310 input (0 cached), 68 output (0 reasoning), 378 total" }),
        ["Anthropic: a stop sequence, as the mirror names it"] = (
            MimoFormat.Anthropic,
            Anthropic("""[{"type":"text","text":"Hello"}]""", "stop_sequence", "{\"input_tokens\":310,\"output_tokens\":68}"),
            new() { Text = "Hello", Usage = "310 input (0 cached), 68 output (0 reasoning), 378 total" }),
        ["Anthropic: a loop that was cut"] = (
            MimoFormat.Anthropic,
            Anthropic("""[{"type":"text","text":"ha ha"}]""", "repetition_truncation", "{\"input_tokens\":310,\"output_tokens\":68}"),
            new() { Text = "ha ha", FinishReason = "repetition_truncation", Usage = "310 input (0 cached), 68 output (0 reasoning), 378 total" }),
        ["Anthropic: moderation without any text"] = (
            MimoFormat.Anthropic,
            Anthropic("[]", "content_filter", "{\"input_tokens\":310,\"output_tokens\":0}"),
            new() { Parts = "", FinishReason = "content_filter", Usage = "310 input (0 cached), 0 output (0 reasoning), 310 total" }),
        ["Anthropic: a call that leaked as text, though the reason says that one came"] = (
            MimoFormat.Anthropic,
            Anthropic("""[{"type":"text","text":"<tool_call><function=f></function></tool_call>"}]""", "tool_use", "{\"input_tokens\":310,\"output_tokens\":68}"),
            new() { Text = "<tool_call><function=f></function></tool_call>", FinishReason = "tool_calls", Usage = "310 input (0 cached), 68 output (0 reasoning), 378 total" }),
    }.ToDictionary(static item => item.Key, static item => new Recording(item.Value.Format, item.Value.Body, item.Value.Told));

    private static string OpenAI(string message, string finishReason, string details) =>
        $$$"""{"id":"I","object":"chat.completion","created":1790000000,"model":"M","choices":[{"index":0,"finish_reason":"{{{finishReason}}}","message":{{{message}}}}],"usage":{"prompt_tokens":60,"completion_tokens":103,"total_tokens":163,{{{details}}}}}""";

    private static string Anthropic(string content, string stopReason, string usage) =>
        $$"""{"id":"I","type":"message","role":"assistant","model":"M","stop_reason":"{{stopReason}}","content":{{content}},"usage":{{usage}}}""";
}

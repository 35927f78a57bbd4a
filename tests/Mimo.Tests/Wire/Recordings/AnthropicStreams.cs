namespace Mimo.Tests.Wire.Recordings;

/// <summary>Streams of the Anthropic format: the first usage is all zero, signatures are empty or absent, and an end mark may follow.</summary>
internal static class AnthropicStreams
{
    private const string Start = """{"type":"message_start","message":{"id":"I","type":"message","role":"assistant","model":"M","content":[],"usage":{"input_tokens":0,"output_tokens":0}}}""";
    private const string Stop = """{"type":"message_stop"}""";

    public static Dictionary<string, Recording> All { get; } = new Dictionary<string, (string Body, Told Told)>
    {
        ["reasoning, text and two calls, a ping, an end mark"] = (
            Samples.AnthropicStream,
            new() { Reasoning = "The user 想要 é", Text = "Hello 世界 😀", Parts = "rt", Calls = "call_1:f({\"city\":\"Zürich\"})\ncall_2:g({\"a\":1})", FinishReason = "tool_calls", Usage = "3728 input (728 cached), 250 output (0 reasoning), 3978 total" }),
        ["thinking without a signature, then text, no end mark"] = (
            Events(
                Start,
                BlockStart(0, """{"type":"thinking","thinking":""}"""),
                Delta(0, """{"type":"thinking_delta","thinking":"hm"}"""),
                BlockStop(0),
                BlockStart(1, """{"type":"text","text":""}"""),
                Delta(1, """{"type":"text_delta","text":"He"}"""),
                Delta(1, """{"type":"text_delta","text":"llo é"}"""),
                BlockStop(1),
                End("end_turn", """{"input_tokens":4,"output_tokens":55,"cache_read_input_tokens":1081}"""),
                Stop),
            new() { Reasoning = "hm", Text = "Hello é", Parts = "rt", Usage = "1085 input (1081 cached), 55 output (0 reasoning), 1140 total" }),
        ["text before thinking"] = (
            Events(
                Start,
                BlockStart(0, """{"type":"text","text":"Hello"}"""),
                BlockStop(0),
                BlockStart(1, """{"type":"thinking","thinking":"hm","signature":""}"""),
                Delta(1, """{"type":"signature_delta","signature":""}"""),
                BlockStop(1),
                End("end_turn", """{"input_tokens":10,"output_tokens":5}"""),
                Stop) + "data: [DONE]\n\n",
            new() { Reasoning = "hm", Text = "Hello", Parts = "tr", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["null for what came from the cache"] = (
            Events(
                Start,
                BlockStart(0, """{"type":"text","text":""}"""),
                Delta(0, """{"type":"text_delta","text":"Hello"}"""),
                BlockStop(0),
                End("end_turn", """{"input_tokens":10,"output_tokens":5,"cache_read_input_tokens":null}"""),
                Stop),
            new() { Text = "Hello", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["a call whose input came in one piece and one without any"] = (
            Events(
                Start,
                BlockStart(0, """{"type":"tool_use","id":"call_1","name":"f","input":{}}"""),
                Delta(0, """{"type":"input_json_delta","partial_json":"{\"a\":1}"}"""),
                BlockStop(0),
                BlockStart(1, """{"type":"tool_use","id":"call_2","name":"g","input":{}}"""),
                BlockStop(1),
                End("tool_use", """{"input_tokens":310,"output_tokens":68}"""),
                Stop),
            new() { Parts = "", Calls = "call_1:f({\"a\":1})\ncall_2:g({})", FinishReason = "tool_calls", Usage = "310 input (0 cached), 68 output (0 reasoning), 378 total" }),
        ["a loop that was cut"] = (OneText("ha ha", "repetition_truncation"), new() { Text = "ha ha", FinishReason = "repetition_truncation", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["moderation in the middle"] = (OneText("I", "content_filter"), new() { Text = "I", FinishReason = "content_filter", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["the cap"] = (OneText("Once upon", "max_tokens"), new() { Text = "Once upon", FinishReason = "length", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["a call that leaked as text"] = (
            OneText("<tool_call><function=f></function></tool_call>", "tool_use"),
            new() { Text = "<tool_call><function=f></function></tool_call>", FinishReason = "tool_calls", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["reasoning under the name that the other format has for it"] = (
            Events(
                Start,
                Delta(0, """{"reasoning_content":"hm"}"""),
                BlockStart(1, """{"type":"text","text":""}"""),
                Delta(1, """{"type":"text_delta","text":"Hello"}"""),
                BlockStop(1),
                End("end_turn", """{"input_tokens":10,"output_tokens":5}"""),
                Stop),
            new() { Reasoning = "hm", Text = "Hello", Parts = "rt", Usage = "10 input (0 cached), 5 output (0 reasoning), 15 total" }),
        ["no usage, unknown events and blocks"] = (
            Events(
                """{"type":"message_start","message":{"id":"I","type":"message","role":"assistant","model":"M","content":[]}}""",
                """{"type":"novelty","delta":{"text":7},"more":[{}]}""",
                BlockStart(0, """{"type":"novelty","x":[1]}"""),
                BlockStop(0),
                BlockStart(1, """{"type":"text","text":""}"""),
                Delta(1, """{"type":"text_delta","text":"Hello"}"""),
                BlockStop(1),
                """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null}}""",
                Stop),
            new() { Text = "Hello" }),
    }.ToDictionary(static item => "Anthropic: " + item.Key, static item => new Recording(MimoFormat.Anthropic, item.Value.Body, item.Value.Told));

    private static string OneText(string text, string stopReason) => Events(
        Start,
        BlockStart(0, """{"type":"text","text":""}"""),
        Delta(0, $$"""{"type":"text_delta","text":"{{text}}"}"""),
        BlockStop(0),
        End(stopReason, """{"input_tokens":10,"output_tokens":5}"""),
        Stop);

    private static string BlockStart(int index, string block) => $$"""{"type":"content_block_start","index":{{index}},"content_block":{{block}}}""";

    private static string Delta(int index, string delta) => $$"""{"type":"content_block_delta","delta":{{delta}},"index":{{index}}}""";

    private static string BlockStop(int index) => $$"""{"type":"content_block_stop","index":{{index}}}""";

    private static string End(string stopReason, string usage) => $$"""{"type":"message_delta","delta":{"stop_reason":"{{stopReason}}"},"usage":{{usage}}}""";

    private static string Events(params string[] events) => string.Concat(events.Select(static data => $"event: {data.Split('"')[3]}\ndata: {data}\n\n"));
}

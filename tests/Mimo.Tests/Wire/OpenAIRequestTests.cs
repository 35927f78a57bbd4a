using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace Mimo.Tests.Wire;

public class OpenAIRequestTests
{
    private const string System = "You are MiMo, an AI assistant. Today is date: Tuesday, March 20, 2026. Your knowledge cutoff date is December 2024.";

    [Fact]
    public void The_basic_request_is_what_the_api_documents()
    {
        var request = new MimoRequest
        {
            Model = "mimo-v2-pro",
            Messages = [MimoMessage.System(System), MimoMessage.User("please introduce yourself")],
            MaxCompletionTokens = 1024,
            Temperature = 1,
            TopP = 0.95,
            FrequencyPenalty = 0,
            PresencePenalty = 0,
        };

        Json.AssertEqual(Json.Data("openai-basic.json"), Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void The_request_with_tools_and_reasoning_is_what_the_api_documents()
    {
        var request = new MimoRequest
        {
            Model = "mimo-v2-pro",
            Messages =
            [
                MimoMessage.Assistant("Hello! I am MiMo.", "Okay, the user just asked me to introduce myself. That is a pretty straightforward request, but I should think about why they are asking this."),
                MimoMessage.User("What is the weather like in Beijing?"),
            ],
            MaxCompletionTokens = 1024,
            Temperature = 1,
            Tools = new MimoToolSet(SampleTools.Weather()),
        };

        Json.AssertEqual(Json.Data("openai-tools-reasoning.json"), Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void What_is_not_set_is_not_sent()
    {
        var request = new MimoRequest { Messages = [MimoMessage.User("hi")] };

        Json.AssertEqual("""{"messages":[{"role":"user","content":"hi"}],"stream":false}""", Json.Write(request, MimoFormat.OpenAI));
        Assert.DoesNotContain("null", Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void A_stream_asks_for_its_usage_too()
    {
        JsonNode body = JsonNode.Parse(Json.Write(new MimoRequest(), MimoFormat.OpenAI, stream: true))!;

        Assert.True((bool)body["stream"]!);
        Assert.True((bool)body["stream_options"]!["include_usage"]!);
    }

    [Fact]
    public void Thinking_json_mode_and_stop_texts_are_sent_when_set()
    {
        var request = new MimoRequest { Thinking = MimoThinking.Disabled, ResponseFormat = MimoResponseFormat.JsonObject, Stop = ["END", "STOP"] };

        Json.AssertEqual(
            """{"messages":[],"stream":false,"thinking":{"type":"disabled"},"response_format":{"type":"json_object"},"stop":["END","STOP"]}""",
            Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void A_tool_turn_goes_back_with_empty_content_reasoning_and_arguments_verbatim()
    {
        const string Arguments = "{ \"city\" :\t\"Zürich \\u00e9 </b>\", \"n\":1.0 }";
        var request = new MimoRequest
        {
            Messages =
            [
                MimoMessage.Assistant(string.Empty, "Let me look.\n \"quoted\" 思考 😀", [new MimoToolCall("call_1", "f", Arguments)]),
                MimoMessage.ToolResult("call_1", "21 °C"),
            ],
        };

        JsonNode turn = JsonNode.Parse(Json.Write(request, MimoFormat.OpenAI))!["messages"]![0]!;
        JsonNode result = JsonNode.Parse(Json.Write(request, MimoFormat.OpenAI))!["messages"]![1]!;

        Assert.Equal(string.Empty, (string?)turn["content"]);
        Assert.Equal("Let me look.\n \"quoted\" 思考 😀", (string?)turn["reasoning_content"]);
        Assert.Equal(Arguments, (string?)turn["tool_calls"]![0]!["function"]!["arguments"]);
        Assert.Equal("call_1", (string?)turn["tool_calls"]![0]!["id"]);
        Assert.Equal("function", (string?)turn["tool_calls"]![0]!["type"]);
        Assert.Equal("call_1", (string?)result["tool_call_id"]);
        Assert.Equal("21 °C", (string?)result["content"]);
    }

    [Theory]
    [InlineData(MimoThinking.Default, true)]
    [InlineData(MimoThinking.Enabled, true)]
    [InlineData(MimoThinking.Disabled, false)]
    public void A_tool_turn_that_came_without_reasoning_gets_an_empty_one_unless_thinking_is_off(MimoThinking thinking, bool isExpected)
    {
        MimoMessage turn = MimoMessage.AssistantWithoutReasoning(string.Empty, [new MimoToolCall("c", "f", "{}")]);
        string body = Json.Write(new MimoRequest { Messages = [turn], Thinking = thinking }, MimoFormat.OpenAI);

        Assert.Equal(isExpected, body.Contains("\"reasoning_content\":\"\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Media_become_parts_in_their_places()
    {
        var request = new MimoRequest
        {
            Messages =
            [
                MimoMessage.User(
                    "Look:",
                    MimoImage.FromBytes(new byte[] { 1, 2, 3 }, "image/png"),
                    MimoAudio.FromUri("https://host/a.wav"),
                    MimoVideo.FromUri("https://host/v.mp4", framesPerSecond: 0.5, mediaResolution: "max")),
            ],
        };

        Json.AssertEqual(
            """
            {"messages":[{"role":"user","content":[
              {"type":"text","text":"Look:"},
              {"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}},
              {"type":"input_audio","input_audio":{"data":"https://host/a.wav"}},
              {"type":"video_url","video_url":{"url":"https://host/v.mp4"},"fps":0.5,"media_resolution":"max"}]}],
             "stream":false}
            """,
            Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void Media_without_a_text_get_a_blank_one_for_the_server_refuses_them_alone()
    {
        var request = new MimoRequest { Messages = [MimoMessage.User(MimoImage.FromUri("https://host/a.png"))] };

        Json.AssertEqual(
            """
            {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://host/a.png"}},{"type":"text","text":" "}]}],"stream":false}
            """,
            Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void An_empty_text_beside_media_is_none()
    {
        MimoContent[] parts = [new MimoTextContent(""), MimoImage.FromUri("https://host/a.png"), new MimoTextContent("")];
        var request = new MimoRequest { Messages = [MimoMessage.User(parts), MimoMessage.User([.. parts, new MimoTextContent("x")])] };

        Json.AssertEqual(
            """
            {"messages":[
              {"role":"user","content":[{"type":"image_url","image_url":{"url":"https://host/a.png"}},{"type":"text","text":" "}]},
              {"role":"user","content":[{"type":"image_url","image_url":{"url":"https://host/a.png"}},{"type":"text","text":"x"}]}],"stream":false}
            """,
            Json.Write(request, MimoFormat.OpenAI));
    }

    [Fact]
    public void A_tools_schema_is_sent_byte_for_byte()
    {
        byte[] schema = Encoding.UTF8.GetBytes("{ \"type\" : \"object\" , \"x\" : 1.50 }");
        var tool = new MimoTool("f", string.Empty, schema, (_, _, _) => new(MimoToolResult.Done)) { Strict = true };
        string body = Json.Write(new MimoRequest { Tools = new MimoToolSet(tool) }, MimoFormat.OpenAI);

        Assert.Contains("\"parameters\":{ \"type\" : \"object\" , \"x\" : 1.50 },\"strict\":true", body);
        Assert.Contains("\"tool_choice\":\"auto\"", body);
    }

    [Fact]
    public void A_message_looks_the_same_however_often_it_is_sent()
    {
        MimoMessage[] conversation =
        [
            MimoMessage.System("s"),
            MimoMessage.User("u \" é 😀"),
            MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{\"a\":1}")]),
            MimoMessage.ToolResult("c", "t", isError: true),
        ];
        var request = new MimoRequest { Messages = conversation };
        foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
        {
            string first = Json.Write(request, format);

            Assert.Equal(first, Json.Write(request, format));
            Assert.Equal(first, Json.Write(request, format));
        }
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public void A_prompt_that_was_cut_within_a_character_is_text_all_the_same(MimoFormat format)
    {
        string body = Json.Write(
            new MimoRequest { Messages = [MimoMessage.System("s\ud83d"), MimoMessage.User("a\ud83db\"\n😀"), MimoMessage.User(new MimoTextContent("\ude00c"), MimoImage.FromUri("https://x.test/i.png"))] },
            format);

        Assert.Contains("\"s\\uFFFD\"", body);
        Assert.Contains("\"a\\uFFFDb", body);
        Assert.Contains("\"\\uFFFDc\"", body);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public void What_the_model_said_goes_back_with_half_a_surrogate_pair_in_it(MimoFormat format)
    {
        string body = Json.Write(new MimoRequest { Messages = [MimoMessage.User("x"), MimoMessage.Assistant("a\ud83db\"\n😀", "r\ude00")] }, format);

        Assert.Contains("\"a\\ud83db\\u0022\\u000a😀\"", body);
        Assert.Contains("\"r\\ude00\"", body);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public void A_tool_result_that_was_cut_within_a_character_is_text_all_the_same(MimoFormat format)
    {
        MimoMessage[] messages = [MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{}")]), MimoMessage.ToolResult("c", "é 😀 \" \ud83d")];

        string body = Json.Write(new MimoRequest { Messages = messages }, format);

        JsonNode content = JsonNode.Parse(body)!["messages"]![1]!["content"]!;
        Assert.Equal("é 😀 \" \uFFFD", (string?)(content is JsonArray blocks ? blocks[0]!["content"] : content));
    }

    [Fact]
    public void Writing_again_allocates_nothing()
    {
        var request = new MimoRequest
        {
            Model = "mimo-v2-pro",
            Messages = [MimoMessage.System(System), MimoMessage.User("please introduce yourself")],
            Temperature = 0.5,
            Tools = new MimoToolSet(SampleTools.Weather()),
        };
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        for (int i = 0; i < 3; i++)
        {
            request.WriteTo(buffer, MimoFormat.OpenAI);
        }

        buffer.ResetWrittenCount();
        long before = GC.GetAllocatedBytesForCurrentThread();
        request.WriteTo(buffer, MimoFormat.OpenAI);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

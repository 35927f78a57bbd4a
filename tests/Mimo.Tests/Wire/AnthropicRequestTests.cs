using System.Text.Json.Nodes;

namespace Mimo.Tests.Wire;

public class AnthropicRequestTests
{
    [Fact]
    public void The_basic_request_is_what_the_api_documents()
    {
        var request = new MimoRequest
        {
            Model = "mimo-v2-pro",
            Messages =
            [
                MimoMessage.System("You are MiMo, an AI assistant. Today is date: Tuesday, March 20, 2026. Your knowledge cutoff date is December 2024."),
                MimoMessage.User("please introduce yourself"),
            ],
            MaxCompletionTokens = 1024,
            Temperature = 1,
            TopP = 0.95,
        };

        Json.AssertEqual(Json.Data("anthropic-basic.json"), Json.Write(request, MimoFormat.Anthropic));
    }

    [Fact]
    public void A_limit_is_always_sent_and_tools_get_their_own_envelope()
    {
        var request = new MimoRequest { Tools = new MimoToolSet(SampleTools.Weather()), Stop = ["X"], Thinking = MimoThinking.Enabled };

        Json.AssertEqual(
            $$$"""
            {"max_tokens":32768,"messages":[],"stop_sequences":["X"],"thinking":{"type":"enabled"},"stream":true,
             "tools":[{"name":"get_current_weather","description":"Get the current weather in a given location","input_schema":{{{SampleTools.WeatherSchema}}}}],
             "tool_choice":{"type":"auto"}}
            """,
            Json.Write(request, MimoFormat.Anthropic, stream: true));
    }

    [Fact]
    public void Strictness_is_no_part_of_this_format()
    {
        var tool = new MimoTool("f", string.Empty, """{"type":"object"}"""u8.ToArray(), static (_, _, _) => new(MimoToolResult.Done)) { Strict = true };

        string body = Json.Write(new MimoRequest { Tools = new MimoToolSet(tool) }, MimoFormat.Anthropic);

        Json.AssertEqual("""[{"name":"f","input_schema":{"type":"object"}}]""", JsonNode.Parse(body)!["tools"]!.ToJsonString());
    }

    [Fact]
    public void Thinking_text_and_tool_use_go_back_in_one_message_and_results_in_the_next()
    {
        var request = new MimoRequest
        {
            Messages =
            [
                MimoMessage.User("q"),
                MimoMessage.Assistant("I look.", "hm", [new MimoToolCall("c1", "f", "{ \"a\": 1 }"), new MimoToolCall("c2", "g", string.Empty)]),
                MimoMessage.ToolResult("c1", "one"),
                MimoMessage.ToolResult("c2", "two", isError: true),
                MimoMessage.User("and?"),
            ],
        };

        string body = Json.Write(request, MimoFormat.Anthropic);

        Assert.Contains("\"input\":{ \"a\": 1 }", body);
        JsonNode messages = JsonNode.Parse(body)!["messages"]!;
        Json.AssertEqual(
            """
            [{"role":"user","content":[{"type":"text","text":"q"}]},
             {"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"I look."},
               {"type":"tool_use","id":"c1","name":"f","input":{"a":1}},{"type":"tool_use","id":"c2","name":"g","input":{}}]},
             {"role":"user","content":[{"type":"tool_result","tool_use_id":"c1","content":"one"},{"type":"tool_result","tool_use_id":"c2","content":"two","is_error":true}]},
             {"role":"user","content":[{"type":"text","text":"and?"}]}]
            """,
            messages.ToJsonString());
    }

    [Fact]
    public void Arguments_that_are_no_object_go_back_as_a_text_in_one()
    {
        var request = new MimoRequest { Messages = [MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{\"a\":")])] };

        JsonNode turn = JsonNode.Parse(Json.Write(request, MimoFormat.Anthropic))!["messages"]![0]!;

        Assert.Equal("{\"a\":", (string?)turn["content"]![1]!["input"]!["invalid_arguments"]);
    }

    [Fact]
    public void Arguments_go_back_as_they_came_however_deep_they_are()
    {
        string arguments = $$"""{"a":{{new string('[', 200)}}{{new string(']', 200)}}}""";
        var request = new MimoRequest { Messages = [MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", arguments)])] };

        Assert.Contains($"\"input\":{arguments}", Json.Write(request, MimoFormat.Anthropic));
    }

    [Fact]
    public void Empty_text_blocks_are_left_out()
    {
        var request = new MimoRequest { Messages = [MimoMessage.User(string.Empty, "x", string.Empty)] };

        JsonNode message = JsonNode.Parse(Json.Write(request, MimoFormat.Anthropic))!["messages"]![0]!;

        Assert.Single(message["content"]!.AsArray());
    }

    [Fact]
    public void Media_become_blocks_with_a_source()
    {
        var request = new MimoRequest
        {
            Messages = [MimoMessage.User("x", MimoImage.FromBytes(new byte[] { 255 }, "image/png"), MimoVideo.FromUri("https://h/v.mp4", framesPerSecond: 1))],
        };

        JsonNode content = JsonNode.Parse(Json.Write(request, MimoFormat.Anthropic))!["messages"]![0]!["content"]!;

        Json.AssertEqual("""{"type":"image","source":{"type":"base64","media_type":"image/png","data":"/w=="}}""", content[1]!.ToJsonString());
        Json.AssertEqual("""{"type":"video","source":{"type":"url","url":"https://h/v.mp4","fps":1}}""", content[2]!.ToJsonString());
    }

    [Fact]
    public void A_penalty_is_refused_and_not_silently_lost()
    {
        NotSupportedException exception = Assert.Throws<NotSupportedException>(
            () => Json.Write(new MimoRequest { FrequencyPenalty = 0.5 }, MimoFormat.Anthropic));

        Assert.Contains("FrequencyPenalty", exception.Message);
        Assert.DoesNotContain("penalty", Json.Write(new MimoRequest { PresencePenalty = 0 }, MimoFormat.Anthropic));
    }
}

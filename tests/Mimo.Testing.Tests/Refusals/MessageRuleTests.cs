using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Anthropic;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class MessageRuleTests
{
    private const string Image = """{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}""";

    [Theory]
    [InlineData("null")]
    [InlineData("absent")]
    public async Task A_tool_call_message_without_content_is_refused(string content)
    {
        JsonObject body = Bodies.AfterToolCall();
        JsonObject message = body.Message(1);
        message.Remove("content");
        if (content == "null")
        {
            message["content"] = null;
        }

        await Refused.WithParamAsync(body, "`text` is not present");
    }

    [Theory]
    [InlineData("mimo-v2-omni")]
    [InlineData("mimo-v2.6-pro")]
    public async Task A_user_message_of_images_alone_is_refused(string model) =>
        await Refused.WithParamAsync(
            Bodies.Saying("").With("model", (JsonNode)model).With("messages", $$"""[{"role":"user","content":[{{Image}}]}]"""),
            "`text` is not set");

    [Theory]
    [InlineData("mimo-v2-omni", HttpStatusCode.OK)]
    [InlineData("mimo-v2.6-flash", HttpStatusCode.OK)]
    [InlineData("mimo-v2-pro", HttpStatusCode.NotFound)]
    [InlineData("mimo-v2-flash", HttpStatusCode.NotFound)]
    [InlineData("mimo-v2.5-pro", HttpStatusCode.NotFound)]
    public async Task Only_models_that_see_take_images(string model, HttpStatusCode status)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("")
            .With("model", (JsonNode)model)
            .With("messages", $$"""[{"role":"user","content":[{{Image}},{"type":"text","text":"What is this?"}]}]"""));
        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.NotFound)
        {
            Assert.Equal("""{"error":{"code":"404","message":"No endpoints found that support image input","param":"","type":""}}""", answer.Text);
        }
    }

    [Theory]
    [InlineData("""{"type":"input_audio","input_audio":{"data":"https://example.com/a.wav"}}""", "audio")]
    [InlineData("""{"type":"video_url","video_url":{"url":"https://example.com/a.mp4"},"fps":0.1,"media_resolution":"max"}""", "video")]
    [InlineData("""{"type":"video_url","video_url":{"url":"data:video/mp4;base64,AAAA"},"fps":10,"media_resolution":"default"}""", "video")]
    public async Task Only_models_that_listen_and_watch_take_audio_and_video(string part, string kind)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Strictness = MimoStrictness.Strict });
        JsonObject body = Bodies.Saying("").With("messages", $$"""[{"role":"user","content":[{{part}},{"type":"text","text":"What is this?"}]}]""");
        Assert.Equal($$$"""{"error":{"code":"404","message":"No endpoints found that support {{{kind}}} input","param":"","type":""}}""", (await wire.ChatAsync(body)).Text);
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(body.With("model", (JsonNode)"mimo-v2-omni"))).Status);
    }

    [Fact]
    public async Task A_host_that_refuses_empty_content_takes_a_blank()
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { RefuseEmptyContent = true });
        JsonObject body = Bodies.AfterToolCall();
        WireAnswer refused = await wire.ChatAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, "`text` is not set"), (refused.Status, refused.Error["param"]!.GetValue<string>()));
        body.Message(1)["content"] = " ";
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(body)).Status);
        Assert.Equal(HttpStatusCode.OK, (await wire.MessageAsync(AnthropicBodies.AfterToolUse())).Status);

        const string History = """[{"role":"user","content":"q"},{"role":"assistant","content":"CONTENT","reasoning_content":"Let me see."},{"role":"user","content":"Well?"}]""";
        WireAnswer reasoningOnly = await wire.ChatAsync(Bodies.Saying("").With("messages", History.Replace("CONTENT", "", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.BadRequest, "`text` is not set"), (reasoningOnly.Status, reasoningOnly.Error["param"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(Bodies.Saying("").With("messages", History.Replace("CONTENT", " ", StringComparison.Ordinal)))).Status);
    }

    [Fact]
    public async Task A_tool_result_with_an_image_is_refused()
    {
        JsonObject body = Bodies.AfterToolCall().With("model", (JsonNode)"mimo-v2-omni");
        body.Message(2)["content"] = JsonNode.Parse($$"""[{"type":"text","text":"See:"},{{Image}}]""");
        await Refused.WithParamAsync(body, "`text` is not set");
    }

    [Fact]
    public async Task A_tool_result_without_the_id_of_its_call_is_refused()
    {
        JsonObject body = Bodies.AfterToolCall();
        body.Message(2).Remove("tool_call_id");
        await Refused.WithParamAsync(body, "`tool_call_id` is not set");
    }

    [Fact]
    public async Task A_tool_result_for_a_call_nobody_made_is_refused()
    {
        JsonObject body = Bodies.AfterToolCall();
        body.Message(2)["tool_call_id"] = "call_2";
        await Refused.WithParamAsync(body, "tool_call_id call_2 does not belong to a tool call of the preceding assistant message");
    }

    [Fact]
    public async Task A_tool_call_without_its_result_is_refused_at_the_end_and_before_the_next_speaker()
    {
        JsonObject atTheEnd = Bodies.AfterToolCall();
        atTheEnd["messages"]!.AsArray().RemoveAt(2);
        await Refused.WithParamAsync(atTheEnd, "tool calls without a result: call_1");

        JsonObject beforeTheUser = Bodies.AfterToolCall();
        beforeTheUser["messages"]!.AsArray()[2] = Bodies.User("Well?");
        await Refused.WithParamAsync(beforeTheUser, "tool calls without a result: call_1");

        JsonObject late = Bodies.AfterToolCall();
        late["messages"]!.AsArray().Insert(2, Bodies.User("Well?"));
        await Refused.WithParamAsync(late, "tool calls without a result: call_1");
    }

    [Fact]
    public async Task A_second_result_for_one_call_is_refused()
    {
        JsonObject body = Bodies.AfterToolCall();
        body["messages"]!.AsArray().Add(body.Message(2).DeepClone());
        await Refused.WithParamAsync(body, "tool_call_id call_1 does not belong to a tool call of the preceding assistant message");
    }

    [Theory]
    [InlineData("""[{"role":"user"}]""", "`text` is not present")]
    [InlineData("""[{"role":"user","content":null}]""", "`text` is not present")]
    [InlineData("""[{"role":"user","content":[]}]""", "`text` is not set")]
    [InlineData("""[{"role":"user","content":[{"type":"text"}]}]""", "`text` is not set")]
    [InlineData("""[{"role":"assistant"},{"role":"user","content":"Hello."}]""", "`text` is not present")]
    public async Task A_message_without_text_is_refused(string messages, string param) =>
        await Refused.WithParamAsync(Bodies.Saying("").With("messages", messages), param);

    [Theory]
    [InlineData("""[{"role":"robot","content":"Hello."}]""", "role", "Input should be 'system', 'developer', 'user', 'assistant' or 'tool'")]
    [InlineData("""[{"content":"Hello."}]""", "role", "Field required")]
    [InlineData("""[{"role":"user","content":7}]""", "content", "Input should be a valid string")]
    [InlineData("""[{"role":"user","content":[{"type":"picture"}]}]""", "type", "Input should be 'text'")]
    [InlineData("""[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":"https://example.com/a.png"}]}]""", "image_url", "valid dictionary")]
    [InlineData("""[{"role":"user","content":[{"type":"text","text":"a"},{"type":"video_url","video_url":{"url":"https://example.com/a.mp4"},"fps":11}]}]""", "fps", "less than or equal to 10")]
    [InlineData("""["Hello."]""", "messages", "valid dictionary")]
    [InlineData("""[{"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":{}}}]}]""", "arguments", "Input should be a valid string")]
    [InlineData("""[{"role":"assistant","content":"","tool_calls":[{"type":"function","function":{"name":"f","arguments":""}}]}]""", "id", "Field required")]
    public async Task A_message_of_the_wrong_shape_is_refused_with_its_place(string messages, string at, string problem) =>
        await Refused.ByValidatorAsync(Bodies.Saying("").With("messages", messages), at, problem);

    [Fact]
    public async Task The_place_of_a_problem_is_printed_as_the_service_prints_it()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("").With("messages", """[{"role":"user","content":7}]"""));
        Assert.Equal(
            "[{'type': 'string_type', 'loc': ('body', 'messages', 0, 'content'), 'msg': 'Input should be a valid string'}]",
            answer.Error["message"]!.GetValue<string>());
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Anthropic;

public sealed class AnthropicRuleTests
{
    private const string ReasoningMissing = "The reasoning_content in the thinking mode must be passed back to the API.";

    [Theory]
    [InlineData("api-key", "")]
    [InlineData("x-api-key", "")]
    [InlineData("Authorization", "Bearer ")]
    public async Task The_key_is_accepted_in_three_headers(string header, string prefix)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        using HttpRequestMessage request = wire.NewPost(AnthropicBodies.Path, AnthropicBodies.Saying("Hello.").ToJsonString());
        request.Headers.Clear();
        request.Headers.Add(header, prefix + wire.Server.ApiKey);
        request.Headers.Add("anthropic-version", "2023-06-01");
        Assert.Equal(HttpStatusCode.OK, (await wire.SendAsync(request)).Status);
    }

    [Fact]
    public async Task The_anthropic_header_opens_nothing_in_the_other_format()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").ToJsonString());
        request.Headers.Clear();
        request.Headers.Add("x-api-key", wire.Server.ApiKey);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wire.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Errors_are_the_flat_objects_of_the_service_and_not_wrapped()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(AnthropicBodies.Saying("Hello.").With("model", (JsonNode)"claude-x"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("""{"error":{"code":"400","message":"Param Incorrect","param":"Not supported model claude-x","type":""}}""", answer.Text);
    }

    [Theory]
    [InlineData("thinking removed")]
    [InlineData("content cut to the call")]
    public async Task A_tool_use_without_its_thinking_is_refused_in_the_words_of_the_other_format(string how)
    {
        JsonObject body = AnthropicBodies.AfterToolUse();
        JsonArray content = body.Message(1)["content"]!.AsArray();
        content.RemoveAt(0);
        if (how == "content cut to the call")
        {
            content.Insert(0, Bodies.Parse("""{"type":"text","text":"I will look."}"""));
        }

        await AssertParamAsync(body, ReasoningMissing);
        await using MimoWire wire = await MimoWire.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await wire.MessageAsync(body.With("thinking", """{"type":"disabled"}"""))).Status);
    }

    [Fact]
    public async Task Results_must_belong_to_calls_and_calls_must_have_results()
    {
        JsonObject unknown = AnthropicBodies.AfterToolUse();
        unknown.Message(2)["content"]![0]!["tool_use_id"] = "call_2";
        await AssertParamAsync(unknown, "tool_call_id call_2 does not belong to a tool call of the preceding assistant message");

        JsonObject unanswered = AnthropicBodies.AfterToolUse();
        unanswered.Message(2)["content"] = "Well?";
        await AssertParamAsync(unanswered, "tool calls without a result: call_1");
    }

    [Fact]
    public async Task Duplicate_tool_names_and_too_large_caps_are_refused()
    {
        JsonObject twice = AnthropicBodies.Weather();
        twice["tools"]!.AsArray().Add(twice["tools"]![0]!.DeepClone());
        await AssertParamAsync(twice, "tools contains duplicate names: get_current_weather");
        await AssertParamAsync(
            AnthropicBodies.Saying("Hello.").With("max_tokens", (JsonNode)131_073),
            "max_tokens is too large: 131073. This model supports at most 131072 completion tokens, whereas you provided 131073.");
        await AssertParamAsync(AnthropicBodies.Saying("Hello.").With("messages", "[]"), "messages must not be empty");
    }

    [Theory]
    [InlineData("""{"thinking":{"type":"enabled","budget_tokens":1024}}""", "budget_tokens", "Extra inputs")]
    [InlineData("""{"top_k":5}""", "top_k", "Extra inputs")]
    [InlineData("""{"metadata":{"user_id":"a"}}""", "metadata", "Extra inputs")]
    [InlineData("""{"temperature":1.6}""", "temperature", "less than or equal to 1.5")]
    [InlineData("""{"top_p":0}""", "top_p", "greater than or equal to 0.01")]
    [InlineData("""{"max_tokens":0}""", "max_tokens", "greater than or equal to 1")]
    [InlineData("""{"system":[{"type":"text","text":""}]}""", "text", "at least 1 character")]
    [InlineData("""{"system":7}""", "system", "valid string")]
    [InlineData("""{"stop_sequences":[1]}""", "stop_sequences", "valid string")]
    [InlineData("""{"tools":[{"name":"f"}]}""", "input_schema", "Field required")]
    [InlineData("""{"tools":[{"name":"f","input_schema":{}}]}""", "input_schema', 'type", "Field required")]
    [InlineData("""{"tools":[{"name":"f","input_schema":{},"strict":true}]}""", "strict", "Extra inputs")]
    [InlineData("""{"tools":[{"type":"web_search_20250305","name":"web_search","input_schema":{}}]}""", "type", "'custom'")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","data":"AAAA"}}]}]}""", "media_type", "Field required")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"audio","source":{"type":"base64","media_type":"audio/wav"}}]}]}""", "data", "Field required")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"video","source":{"type":"url","data":"AAAA"}}]}]}""", "url", "Field required")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"video","source":{"type":"url","url":"https://example.com/a.mp4","fps":0.05}}]}]}""", "fps", "greater than or equal to 0.1")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"video","source":{"type":"url","url":"https://example.com/a.mp4","media_resolution":"low"}}]}]}""", "media_resolution", "'default' or 'max'")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image","source":{"type":"file","file_id":"a"}}]}]}""", "type", "'base64' or 'url'")]
    [InlineData("""{"tools":[{"name":"f","input_schema":{"type":"string"}}]}""", "type", "Input should be 'object'")]
    [InlineData("""{"tools":[{"type":"bash_20250124","name":"bash","input_schema":{}}]}""", "type", "'custom'")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":""}]}]}""", "text", "at least 1 character")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"tool_use","id":"a","name":"f","input":{}}]}]}""", "type", "Input should be")]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":"{}"}]}]}""", "input", "valid dictionary")]
    [InlineData("""{"messages":[{"role":"user"}]}""", "content", "Field required")]
    [InlineData("""{"messages":[{"role":"user","content":null}]}""", "content", "valid string")]
    [InlineData("""{"messages":[{"role":"tool","content":"a"}]}""", "role", "Input should be")]
    public async Task What_is_undocumented_or_out_of_range_is_refused(string fields, string at, string problem)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(Merge(fields));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        string message = answer.Error["message"]!.GetValue<string>();
        Assert.Contains($"'{at}'", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"stop_sequences":null}""")]
    [InlineData("""{"system":"Be brief."}""")]
    [InlineData("""{"system":[{"type":"text","text":"Be brief."}]}""")]
    [InlineData("""{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"a"}]}""")]
    [InlineData("""{"thinking":{"type":"enabled"},"temperature":1.5,"top_p":0.01}""")]
    [InlineData("""{"tool_choice":{"type":"any"}}""")]
    [InlineData("""{"tool_choice":{"type":"tool","name":"f"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]},{"role":"assistant","content":[{"type":"text","text":"b"},{"type":"thinking","thinking":"","signature":""}]},{"role":"user","content":"c"}]}""")]
    public async Task What_is_documented_is_accepted(string fields)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(Merge(fields));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
    }

    [Fact]
    public async Task Images_need_a_model_that_sees_and_may_stand_in_tool_results()
    {
        JsonObject body = AnthropicBodies.AfterToolUse();
        body.Message(2)["content"]![0]!["content"] = JsonNode.Parse("""[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]""");
        await using MimoWire wire = await MimoWire.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await wire.MessageAsync(body)).Status);
        Assert.Equal(HttpStatusCode.OK, (await wire.MessageAsync(body.With("model", (JsonNode)"mimo-v2.6-pro"))).Status);
    }

    [Theory]
    [InlineData("""{"type":"image","source":{"type":"base64","media_type":"image/bmp","data":"AAAA"}}""", true)]
    [InlineData("""{"type":"image","source":{"type":"url","url":"https://example.com/a.png"}}""", true)]
    [InlineData("""{"type":"audio","source":{"type":"base64","media_type":"audio/flac","data":"AAAA"}}""", true)]
    [InlineData("""{"type":"video","source":{"type":"base64","media_type":"video/mp4","data":"AAAA","fps":2,"media_resolution":"default"}}""", true)]
    [InlineData("""{"type":"image","source":{"type":"base64","media_type":"image/svg+xml","data":"AAAA"}}""", false)]
    [InlineData("""{"type":"audio","source":{"type":"base64","media_type":"video/mp4","data":"AAAA"}}""", false)]
    [InlineData("""{"type":"image","source":{"type":"url","url":"data:image/png;base64,AAAA"}}""", false)]
    public async Task Sources_that_are_not_documented_are_refused_only_strictly(string block, bool isDocumented)
    {
        JsonObject body = AnthropicBodies.Saying("").With("model", (JsonNode)"mimo-v2.6-pro").With("messages", $$"""[{"role":"user","content":[{{block}}]}]""");
        await using MimoWire faithful = await MimoWire.StartAsync();
        await using MimoWire strict = await MimoWire.StartAsync(new MimoServerOptions { Strictness = MimoStrictness.Strict });
        Assert.Equal(HttpStatusCode.OK, (await faithful.MessageAsync(body)).Status);
        Assert.Equal(isDocumented ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await strict.MessageAsync(body)).Status);
    }

    private static async Task AssertParamAsync(JsonObject body, string param)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal($$$"""{"error":{"code":"400","message":"Param Incorrect","param":"{{{param}}}","type":""}}""", answer.Text);
    }

    private static JsonObject Merge(string fields)
    {
        JsonObject body = AnthropicBodies.Saying("Hello.");
        foreach ((string name, JsonNode? value) in Bodies.Parse(fields))
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}

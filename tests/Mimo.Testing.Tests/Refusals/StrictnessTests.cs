using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Anthropic;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class StrictnessTests
{
    [Theory]
    [InlineData("""{"max_tokens":100}""")]
    [InlineData("""{"reasoning_effort":"low"}""")]
    [InlineData("""{"stream_options":{"include_usage":true}}""")]
    [InlineData("""{"messages":[{"role":"developer","content":"Be brief."},{"role":"user","content":"Hello."}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Hello.","extra":1}]}""")]
    public async Task What_works_without_being_documented_is_refused_only_strictly(string fields)
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(MimoStrictness.Faithful, fields));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(MimoStrictness.Strict, fields));
    }

    [Theory]
    [InlineData("""{"stream":true,"stream_options":{"include_usage":true}}""", true)]
    [InlineData("""{"stream":true,"stream_options":null}""", true)]
    [InlineData("""{"stream":true,"stream_options":{"include_usage":false}}""", false)]
    [InlineData("""{"stream":true,"stream_options":{}}""", false)]
    [InlineData("""{"stream":false,"stream_options":{"include_usage":true}}""", false)]
    public async Task Strictly_a_stream_may_ask_for_its_usage_and_nothing_else(string fields, bool isTaken)
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(MimoStrictness.Faithful, fields));
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, await StatusAsync(MimoStrictness.Strict, fields));
    }

    [Fact]
    public async Task A_tool_result_in_parts_is_refused_only_strictly()
    {
        JsonObject body = Bodies.AfterToolCall();
        body.Message(2)["content"] = JsonNode.Parse("""[{"type":"text","text":"Sunny."}]""");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(MimoStrictness.Faithful, body));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(MimoStrictness.Strict, body));
    }

    [Fact]
    public async Task The_anthropic_output_cap_is_demanded_only_strictly()
    {
        JsonObject body = AnthropicBodies.Saying("Hello.");
        body.Remove("max_tokens");
        await using MimoWire faithful = await MimoWire.StartAsync();
        await using MimoWire strict = await MimoWire.StartAsync(new MimoServerOptions { Strictness = MimoStrictness.Strict });
        Assert.Equal(HttpStatusCode.OK, (await faithful.MessageAsync(body)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await strict.MessageAsync(body)).Status);
    }

    [Theory]
    [InlineData("""{"n":2,"seed":1,"temperature":2,"max_completion_tokens":999999,"response_format":{"type":"json_schema"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Hello."},{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"user","content":"Well?"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"file","file":{"file_id":"a"}},{"type":"text","text":"Hello."}]}]}""")]
    [InlineData("""{"tools":[{"type":"code_interpreter"},{"type":"function","function":{"name":"f"}}]}""")]
    public async Task A_lenient_server_lets_pass_what_can_be_answered(string fields)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(MimoStrictness.Faithful, fields));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(MimoStrictness.Lenient, fields));
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"document","source":{"type":"text","data":"a"}},{"type":"text","text":"Hello."}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image","source":{"type":"file","file_id":"a"}},{"type":"text","text":"Hello."}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Hello."},{"role":"assistant","content":[{"type":"redacted_thinking","data":"a"},{"type":"text","text":"Hi."}]},{"role":"user","content":"Well?"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"search_result"}]}]}]}""")]
    [InlineData("""{"tools":[{"type":"mcp_toolset","mcp_server_name":"a"},{"type":"web_search_20250305","name":"web_search"},{"name":"f","input_schema":{}}]}""")]
    public async Task A_lenient_server_lets_pass_kinds_that_the_anthropic_format_does_not_know_here(string fields)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await AnthropicStatusAsync(MimoStrictness.Faithful, fields));
        Assert.Equal(HttpStatusCode.OK, await AnthropicStatusAsync(MimoStrictness.Lenient, fields));
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"Hello."}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"tool_use","name":"f","input":{}}]}]}""")]
    [InlineData("""{"tools":[{"name":"f"}]}""")]
    [InlineData("""{"tools":[{"type":"custom","input_schema":{}}]}""")]
    [InlineData("""{"tools":["f"]}""")]
    public async Task A_lenient_server_still_refuses_blocks_and_tools_that_lack_what_is_known_of_them(string fields) =>
        Assert.Equal(HttpStatusCode.BadRequest, await AnthropicStatusAsync(MimoStrictness.Lenient, fields));

    [Theory]
    [InlineData("""{"model":"gpt-4"}""")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":"Hello."}""")]
    [InlineData("""{"temperature":"warm"}""")]
    [InlineData("""{"tools":[{"function":{"name":"f"}}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"Hello."}]}]}""")]
    public async Task A_lenient_server_still_refuses_what_cannot_be_answered(string fields) =>
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(MimoStrictness.Lenient, fields));

    [Fact]
    public async Task The_documented_examples_pass_strictly()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(MimoStrictness.Strict, Bodies.AfterToolCall()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(MimoStrictness.Strict, """{"stop":null,"stream":false,"frequency_penalty":0,"temperature":1,"top_p":0.95}"""));
    }

    private static Task<HttpStatusCode> StatusAsync(MimoStrictness strictness, string fields) =>
        StatusAsync(strictness, Merge(Bodies.Saying("Hello."), fields));

    private static async Task<HttpStatusCode> AnthropicStatusAsync(MimoStrictness strictness, string fields)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Strictness = strictness });
        return (await wire.MessageAsync(Merge(AnthropicBodies.Saying("Hello."), fields))).Status;
    }

    private static JsonObject Merge(JsonObject body, string fields)
    {
        foreach ((string name, JsonNode? value) in Bodies.Parse(fields))
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    private static async Task<HttpStatusCode> StatusAsync(MimoStrictness strictness, JsonObject body)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Strictness = strictness });
        return (await wire.ChatAsync(body)).Status;
    }
}

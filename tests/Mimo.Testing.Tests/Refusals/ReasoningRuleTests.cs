using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class ReasoningRuleTests
{
    private const string Refusal = "The reasoning_content in the thinking mode must be passed back to the API.";

    [Fact]
    public async Task A_tool_call_turn_without_its_reasoning_is_refused_while_thinking()
    {
        JsonObject body = Bodies.AfterToolCall();
        body.Message(1).Remove("reasoning_content");
        await Refused.WithParamAsync(body, Refusal);
        await Refused.WithParamAsync(body.With("thinking", """{"type":"enabled"}"""), Refusal);

        body.Message(1)["reasoning_content"] = null;
        await Refused.WithParamAsync(body, Refusal);
    }

    [Fact]
    public async Task The_reasoning_of_an_earlier_user_turn_is_demanded_too()
    {
        JsonObject body = Bodies.AfterToolCall();
        body.Message(1).Remove("reasoning_content");
        JsonArray messages = body["messages"]!.AsArray();
        messages.Add(Bodies.Parse("""{"role":"assistant","content":"It is sunny.","reasoning_content":"I can say so."}"""));
        messages.Add(Bodies.User("Thank you. And who are you?"));
        await Refused.WithParamAsync(body, Refusal);
    }

    [Fact]
    public async Task An_empty_reasoning_is_reasoning()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.AfterToolCall();
        body.Message(1)["reasoning_content"] = "";
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(body)).Status);
    }

    [Theory]
    [InlineData("""{"thinking":{"type":"disabled"}}""")]
    [InlineData("""{"model":"mimo-v2-flash"}""")]
    public async Task Without_thinking_no_reasoning_is_demanded(string fields)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.AfterToolCall();
        body.Message(1).Remove("reasoning_content");
        foreach ((string name, JsonNode? value) in Bodies.Parse(fields))
        {
            body[name] = value?.DeepClone();
        }

        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(body)).Status);
    }

    [Fact]
    public async Task An_assistant_message_without_tool_calls_needs_no_reasoning()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("").With("messages", """
            [{"role":"user","content":"Hello."},{"role":"assistant","content":"Hello!"},{"role":"user","content":"Who are you?"}]
            """);
        Assert.Equal(HttpStatusCode.OK, (await wire.ChatAsync(body)).Status);
    }
}

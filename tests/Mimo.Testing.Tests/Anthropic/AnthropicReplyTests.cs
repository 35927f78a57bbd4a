using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Anthropic;

public sealed class AnthropicReplyTests
{
    [Fact]
    public async Task A_text_comes_before_its_thinking()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(AnthropicBodies.Saying("please introduce yourself"));
        Assert.Equal(["id", "type", "role", "model", "stop_reason", "content", "usage"], answer.Json.AsObject().Select(member => member.Key));
        Assert.Matches("^[0-9a-f]{32}$", answer.Json["id"]!.GetValue<string>());
        Assert.Equal("message", answer.Json["type"]!.GetValue<string>());
        Assert.Equal("end_turn", answer.StopReason());
        Assert.Equal(["text", "thinking"], answer.BlockTypes());
        Assert.Contains("I am MiMo", answer.Block("text")["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("", answer.Block("thinking")["signature"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_tool_use_comes_after_its_thinking_with_its_input_as_an_object()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(AnthropicBodies.Weather());
        Assert.Equal("tool_use", answer.StopReason());
        Assert.Equal(["thinking", "tool_use"], answer.BlockTypes());
        JsonNode use = answer.Block("tool_use");
        Assert.Equal(["type", "id", "name", "input"], use.AsObject().Select(member => member.Key));
        Assert.Matches("^call_[0-9a-f]{24}$", use["id"]!.GetValue<string>());
        Assert.Equal("""{"location":"Beijing"}""", use["input"]!.ToJsonString());
    }

    [Fact]
    public async Task Results_are_answered_in_text()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.MessageAsync(AnthropicBodies.AfterToolUse());
        Assert.Equal("get_current_weather says: Sunny, 25 degrees.", answer.Block("text")["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Input_tokens_leave_out_the_cached_ones()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonNode inserted = (await wire.MessageAsync(AnthropicBodies.Saying("1234"))).Json["usage"]!;
        Assert.Equal(251 - 192, inserted["input_tokens"]!.GetValue<int>());
        Assert.Equal(192, inserted["cache_read_input_tokens"]!.GetValue<int>());

        wire.Server.Enqueue(MimoTurn.Text("12345678", reasoning: "1234"));
        JsonNode none = (await wire.MessageAsync(AnthropicBodies.Saying("1234").With("system", (JsonNode)"12345678"))).Json["usage"]!;
        Assert.Equal("""{"input_tokens":3,"output_tokens":3}""", none.ToJsonString());
    }

    [Theory]
    [InlineData("stop", "end_turn")]
    [InlineData("length", "max_tokens")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("repetition_truncation", "repetition_truncation")]
    public async Task Finish_reasons_are_said_in_this_formats_words(string finishReason, string stopReason)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("a").WithFinishReason(finishReason));
        Assert.Equal(stopReason, (await wire.MessageAsync(AnthropicBodies.Saying("Hello."))).StopReason());
    }

    [Fact]
    public async Task With_parallel_use_forbidden_one_call_is_made()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn two = MimoTurn.ToolCalls(new MimoScriptedCall("f", "{}"), new MimoScriptedCall("g", "{}"));
        wire.Server.Enqueue(two, two);
        JsonObject body = AnthropicBodies.Saying("Hello.");
        Assert.Equal(["thinking", "tool_use", "tool_use"], (await wire.MessageAsync(body)).BlockTypes());
        body.With("tool_choice", """{"type":"auto","disable_parallel_tool_use":true}""");
        Assert.Equal(["thinking", "tool_use"], (await wire.MessageAsync(body)).BlockTypes());
    }

    [Theory]
    [InlineData("", "{}")]
    [InlineData("""{"a": 1.0}""", """{"a": 1.0}""")]
    [InlineData("""{"a": """, "\"{\\\"a\\\": \"")]
    public async Task Input_is_the_arguments_as_scripted_or_their_text_where_they_are_not_json(string arguments, string input)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.ToolCall("f", arguments));
        WireAnswer answer = await wire.MessageAsync(AnthropicBodies.Saying("Hello."));
        Assert.EndsWith(input, answer.Element.GetProperty("content")[1].GetProperty("input").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_json_of_a_structure_it_answers_with_an_instance()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = AnthropicBodies.Saying("Where is Oslo?")
            .With("system", (JsonNode)"""Answer in JSON: {"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""");
        Assert.Equal("""{"city":"Oslo"}""", (await wire.MessageAsync(body)).Block("text")["text"]!.GetValue<string>());
    }
}

using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Replies;

public sealed class UnscriptedTextTests
{
    [Theory]
    [InlineData("please introduce yourself")]
    [InlineData("Who are you?")]
    [InlineData("你是谁?")]
    public async Task Asked_who_it_is_it_says_MiMo(string message)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        Assert.Contains("I am MiMo", (await wire.ChatAsync(Bodies.Saying(message))).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_has_the_documented_shape_and_nothing_else()
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { TimeProvider = new StoppedClock() });
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("application/json", answer.ContentType?.MediaType);
        JsonObject reply = answer.Json.AsObject();
        Assert.Equal(["id", "object", "created", "model", "choices", "usage"], reply.Select(member => member.Key));
        Assert.Matches("^[0-9a-f]{32}$", reply["id"]!.GetValue<string>());
        Assert.Equal("chat.completion", reply["object"]!.GetValue<string>());
        Assert.Equal(StoppedClock.UnixTime, reply["created"]!.GetValue<long>());
        Assert.Equal(["index", "finish_reason", "message"], answer.Choice.AsObject().Select(member => member.Key));
        Assert.Equal(["role", "content", "reasoning_content", "tool_calls"], answer.Message.AsObject().Select(member => member.Key));
        Assert.Equal("assistant", answer.Message["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_requests_in_the_same_order_get_the_same_bytes()
    {
        await using MimoWire first = await MimoWire.StartAsync(new MimoServerOptions { Seed = 7, TimeProvider = new StoppedClock() });
        await using MimoWire second = await MimoWire.StartAsync(new MimoServerOptions { Seed = 7, TimeProvider = new StoppedClock() });
        await using MimoWire other = await MimoWire.StartAsync(new MimoServerOptions { Seed = 8, TimeProvider = new StoppedClock() });
        string[] texts = [await AskTwiceAsync(first), await AskTwiceAsync(second), await AskTwiceAsync(other)];
        Assert.Equal(texts[0], texts[1]);
        Assert.NotEqual(texts[0], texts[2]);

        static async Task<string> AskTwiceAsync(MimoWire wire) =>
            (await wire.ChatAsync(Bodies.Weather())).Text + (await wire.ChatAsync(Bodies.Weather().With("stream", (JsonNode)true))).Text;
    }

    [Theory]
    [InlineData("mimo-v2-pro", null, true)]
    [InlineData("mimo-v2-pro", "enabled", true)]
    [InlineData("mimo-v2-pro", "disabled", false)]
    [InlineData("mimo-v2-flash", null, false)]
    [InlineData("mimo-v2-flash", "enabled", true)]
    [InlineData("mimo-v2.6-flash", null, true)]
    public async Task Reasoning_comes_with_thinking_and_only_with_it(string model, string? thinking, bool reasons)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("Hello.").With("model", (JsonNode)model);
        if (thinking is not null)
        {
            body["thinking"] = new JsonObject { ["type"] = thinking };
        }

        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal(reasons, answer.Message.AsObject().ContainsKey("reasoning_content"));
        Assert.Equal(reasons, answer.Json["usage"]!["completion_tokens_details"]!["reasoning_tokens"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task Reasoning_effort_none_turns_thinking_off()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("reasoning_effort", (JsonNode)"none"));
        Assert.False(answer.Message.AsObject().ContainsKey("reasoning_content"));
    }

    [Fact]
    public async Task Usage_counts_four_characters_a_token_with_reasoning_inside_the_completion()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("12345678", reasoning: "123456789").WithCachedTokens(2));
        JsonObject body = Bodies.Saying("").With("messages", new JsonArray(Bodies.System("1234"), Bodies.User("12345678")));
        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal(
            """{"prompt_tokens":3,"completion_tokens":5,"total_tokens":8,"completion_tokens_details":{"reasoning_tokens":3},"prompt_tokens_details":{"cached_tokens":2}}""",
            answer.Json["usage"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_system_message_the_one_the_service_inserts_is_counted_and_mostly_cached()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonNode usage = (await wire.ChatAsync(Bodies.Saying("1234"))).Json["usage"]!;
        Assert.Equal(251, usage["prompt_tokens"]!.GetValue<int>());
        Assert.Equal(192, usage["prompt_tokens_details"]!["cached_tokens"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(1, "1234", "", 1)]
    [InlineData(2, "12345678", "", 2)]
    [InlineData(3, "12345678", "abcd", 3)]
    public async Task The_output_cap_is_spent_on_reasoning_before_text(int cap, string reasoning, string text, int spent)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("abcdefgh", reasoning: "12345678"));
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("max_completion_tokens", (JsonNode)cap));
        Assert.Equal("length", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal(reasoning, answer.Message["reasoning_content"]!.GetValue<string>());
        Assert.Equal(text, answer.Content);
        Assert.Equal(spent, answer.Json["usage"]!["completion_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_cut_can_fall_into_the_arguments_of_a_call()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.ToolCall("f", """{"city":"Beijing"}""", reasoning: ""));
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("max_completion_tokens", (JsonNode)2));
        Assert.Equal("length", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal("""{"city":""", answer.Message["tool_calls"]![0]!["function"]!["arguments"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("\"b\"", "a")]
    [InlineData("""["d","c"]""", "ab")]
    [InlineData("\"x\"", "abcd")]
    public async Task Text_ends_before_the_first_stop(string stop, string text)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("abcd"));
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("stop", stop));
        Assert.Equal(text, answer.Content);
        Assert.Equal("stop", answer.Choice["finish_reason"]!.GetValue<string>());
    }
}

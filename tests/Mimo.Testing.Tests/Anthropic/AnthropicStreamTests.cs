using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Anthropic;

public sealed class AnthropicStreamTests
{
    [Fact]
    public async Task Every_event_is_named_for_its_type_and_a_done_of_no_event_ends_the_stream()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        List<SseItem<string>> events = await wire.StreamAsync(AnthropicBodies.Weather(), AnthropicBodies.Path);
        Assert.Equal("[DONE]", events[^1].Data);
        Assert.Equal("message", events[^1].EventType);
        Assert.All(events.SkipLast(1), item => Assert.Equal(item.EventType, JsonNode.Parse(item.Data)!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_start_has_no_usage_and_the_delta_has_all_of_it()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        List<JsonNode> events = await EventsAsync(wire, AnthropicBodies.Saying("1234"));
        JsonNode start = events[0]["message"]!;
        Assert.Equal(["id", "type", "role", "model", "content", "usage"], start.AsObject().Select(member => member.Key));
        Assert.StartsWith("msg_", start["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("""{"input_tokens":0,"output_tokens":0}""", start["usage"]!.ToJsonString());
        JsonNode delta = events[^2];
        Assert.Equal("message_delta", delta["type"]!.GetValue<string>());
        Assert.Equal("""{"stop_reason":"end_turn"}""", delta["delta"]!.ToJsonString());
        Assert.Equal(59, delta["usage"]!["input_tokens"]!.GetValue<int>());
        Assert.True(delta["usage"]!["output_tokens"]!.GetValue<int>() > 0);
        Assert.Equal("""{"type":"message_stop"}""", events[^1].ToJsonString());
    }

    [Fact]
    public async Task Blocks_come_one_after_the_other_thinking_first_and_their_pieces_join_to_the_whole()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.ToolCall("f", """{"city":"北京 🌤️"}""", reasoning: "I should look.").WithText("Let me see 🌤️."));
        List<JsonNode> events = await EventsAsync(wire, AnthropicBodies.Saying("Hello."));
        Assert.Equal(
            [
                """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
                """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}""",
            ],
            events.Where(item => Type(item) == "content_block_start").Take(2).Select(item => item.ToJsonString()));
        JsonNode use = events.Last(item => Type(item) == "content_block_start")["content_block"]!;
        Assert.Equal(["type", "id", "name", "input"], use.AsObject().Select(member => member.Key));
        Assert.Empty(use["input"]!.AsObject());

        Assert.Equal("I should look.", Joined(events, 0, "thinking_delta", "thinking"));
        Assert.Equal("Let me see 🌤️.", Joined(events, 1, "text_delta", "text"));
        Assert.Equal("""{"city":"北京 🌤️"}""", Joined(events, 2, "input_json_delta", "partial_json"));
        Assert.Equal("signature_delta", events.Last(item => Type(item) == "content_block_delta" && item["index"]!.GetValue<int>() == 0)["delta"]!["type"]!.GetValue<string>());
        Assert.Equal([0, 1, 2], events.Where(item => Type(item) == "content_block_stop").Select(item => item["index"]!.GetValue<int>()));
        int[] indexes = [.. events.Where(item => item["index"] is not null).Select(item => item["index"]!.GetValue<int>())];
        Assert.Equal(indexes.Order(), indexes);
    }

    private static async Task<List<JsonNode>> EventsAsync(MimoWire wire, JsonObject body) =>
        [.. (await wire.StreamAsync(body, AnthropicBodies.Path)).Where(item => item.Data != "[DONE]").Select(item => JsonNode.Parse(item.Data)!)];

    private static string Type(JsonNode item) => item["type"]!.GetValue<string>();

    private static string Joined(List<JsonNode> events, int index, string type, string member)
    {
        string[] pieces = [.. events
            .Where(item => Type(item) == "content_block_delta" && item["index"]!.GetValue<int>() == index && item["delta"]!["type"]!.GetValue<string>() == type)
            .Select(item => item["delta"]![member]!.GetValue<string>())];
        Assert.True(pieces.Length > 1);
        return string.Concat(pieces);
    }
}

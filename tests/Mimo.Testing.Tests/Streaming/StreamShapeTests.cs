using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Streaming;

public sealed class StreamShapeTests
{
    [Fact]
    public async Task Every_key_of_every_delta_is_there_and_the_role_comes_once()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        List<JsonNode> chunks = Chunks(await wire.StreamAsync(Bodies.Weather()));
        Assert.All(chunks, chunk => Assert.Equal("chat.completion.chunk", chunk["object"]!.GetValue<string>()));
        Assert.Single(chunks.Select(chunk => chunk["id"]!.GetValue<string>()).Distinct());
        List<JsonObject> deltas = Deltas(chunks);
        Assert.All(deltas, delta => Assert.Equal(["content", "role", "tool_calls", "reasoning_content"], delta.Select(member => member.Key)));
        Assert.Equal("""{"content":"","role":"assistant","tool_calls":null,"reasoning_content":null}""", deltas[0].ToJsonString());
        Assert.All(deltas.Skip(1), delta => Assert.Null(delta["role"]));
    }

    [Fact]
    public async Task The_sources_of_a_web_search_come_in_the_first_delta_only()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        List<JsonNode> chunks = Chunks(await wire.StreamAsync(Bodies.Saying("Who won?").With("tools", """[{"type":"web_search","force_search":true}]""")));
        List<JsonObject> deltas = Deltas(chunks);
        Assert.Equal(
            ["type", "url", "title", "summary", "site_name", "logo_url", "publish_time"],
            Assert.Single(deltas[0]["annotations"]!.AsArray())!.AsObject().Select(member => member.Key));
        Assert.All(deltas.Skip(1), delta => Assert.False(delta.ContainsKey("annotations")));
        Assert.Equal("""{"tool_usage":1,"page_usage":1}""", chunks[^1]["usage"]!["web_search_usage"]!.ToJsonString());
    }

    [Fact]
    public async Task Reasoning_precedes_text_and_both_come_in_pieces_that_join_to_the_whole()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("The sky over 北京 is 🌤️🌤️🌤️ today, isn't it?", reasoning: "The user wants to know about 🌤️."));
        List<JsonObject> deltas = Deltas(Chunks(await wire.StreamAsync(Bodies.Saying("Hello."))));
        List<string> reasoning = Texts(deltas, "reasoning_content");
        List<string> content = Texts(deltas, "content");
        Assert.Equal("The user wants to know about 🌤️.", string.Concat(reasoning));
        Assert.Equal("The sky over 北京 is 🌤️🌤️🌤️ today, isn't it?", string.Concat(content));
        Assert.True(reasoning.Count > 1 && content.Count > 2);
        Assert.All(content, piece => Assert.DoesNotContain('\uFFFD', piece));
        int lastReasoning = deltas.FindLastIndex(delta => delta["reasoning_content"] is not null);
        int firstText = deltas.FindIndex(1, delta => delta["content"] is not null);
        Assert.True(lastReasoning < firstText);
    }

    [Fact]
    public async Task A_tool_call_starts_with_name_and_empty_arguments_and_goes_on_without_name()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.ToolCalls(new MimoScriptedCall("f", """{"city":"Beijing"}""", "call_a"), new MimoScriptedCall("g", "{}", "call_b")));
        List<JsonNode> fragments = [.. Deltas(Chunks(await wire.StreamAsync(Bodies.Saying("Hello.")))).Where(delta => delta["tool_calls"] is not null).Select(delta => Assert.Single(delta["tool_calls"]!.AsArray())!)];

        Assert.Equal("""{"index":0,"id":"call_a","function":{"arguments":"","name":"f"},"type":"function"}""", fragments[0].ToJsonString());
        Assert.Equal("""{"city":"Beijing"}""", Arguments(fragments, 0));
        Assert.True(fragments.Count(fragment => fragment["index"]!.GetValue<int>() == 0) > 2);
        Assert.Equal("{}", Arguments(fragments, 1));
        Assert.Equal([.. fragments.Select(fragment => fragment["index"]!.GetValue<int>()).Order()], fragments.Select(fragment => fragment["index"]!.GetValue<int>()));
        foreach (JsonNode later in fragments.Where(fragment => fragment["function"]!["arguments"]!.GetValue<string>().Length > 0))
        {
            Assert.Equal(["index", "id", "function", "type"], later.AsObject().Select(member => member.Key));
            Assert.Null(later["id"]);
            Assert.Null(later["function"]!["name"]);
            Assert.Equal("function", later["type"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_stream_ends_with_finish_reason_then_usage_without_choices_then_done()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        List<SseItem<string>> events = await wire.StreamAsync(Bodies.Weather());
        Assert.Equal("[DONE]", events[^1].Data);
        JsonNode usage = JsonNode.Parse(events[^2].Data)!;
        Assert.Empty(usage["choices"]!.AsArray());
        Assert.True(usage["usage"]!["total_tokens"]!.GetValue<int>() > 0);
        Assert.Equal(192, usage["usage"]!["prompt_tokens_details"]!["cached_tokens"]!.GetValue<int>());
        JsonNode finish = JsonNode.Parse(events[^3].Data)!;
        Assert.Equal("tool_calls", finish["choices"]![0]!["finish_reason"]!.GetValue<string>());
        Assert.True(finish.AsObject().ContainsKey("usage"));
        Assert.Null(finish["usage"]);
        Assert.All(events.SkipLast(3), item => Assert.Null(JsonNode.Parse(item.Data)!["choices"]![0]!["finish_reason"]));
    }

    [Fact]
    public async Task A_prompt_that_took_nothing_from_the_cache_has_no_details_in_a_stream_and_a_zero_in_a_whole_answer()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("").With("messages", new JsonArray(Bodies.System("Be brief."), Bodies.User("Hello.")));
        Assert.Equal("""{"cached_tokens":0}""", (await wire.ChatAsync(body)).Json["usage"]!["prompt_tokens_details"]!.ToJsonString());
        JsonNode usage = JsonNode.Parse((await wire.StreamAsync(body))[^2].Data)!;
        Assert.Equal("{}", usage["usage"]!["prompt_tokens_details"]!.ToJsonString());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("""{"include_usage":true}""", true)]
    [InlineData("""{"include_usage":false}""", false)]
    public async Task Usage_is_left_out_only_when_asked(string? options, bool sent)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("Hello.");
        if (options is not null)
        {
            body["stream_options"] = JsonNode.Parse(options);
        }

        List<JsonNode> chunks = Chunks(await wire.StreamAsync(body));
        Assert.Equal(sent, chunks.Exists(chunk => chunk["usage"] is not null));
    }

    [Fact]
    public async Task Streamed_and_whole_answers_say_the_same()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        List<JsonNode> chunks = Chunks(await wire.StreamAsync(Bodies.Saying("Who are you?")));
        WireAnswer whole = await wire.ChatAsync(Bodies.Saying("Who are you?"));
        Assert.Equal(whole.Content, string.Concat(Texts(Deltas(chunks), "content")));
        Assert.Equal(whole.Message["reasoning_content"]!.GetValue<string>(), string.Concat(Texts(Deltas(chunks), "reasoning_content")));
        Assert.Equal(whole.Json["usage"]!.ToJsonString(), chunks[^1]["usage"]!.ToJsonString());
    }

    [Fact]
    public async Task Json_mode_streams_pieces_that_join_to_an_object()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("Answer in JSON. Who are you?").With("response_format", """{"type":"json_object"}""");
        List<string> pieces = Texts(Deltas(Chunks(await wire.StreamAsync(body))), "content");
        Assert.True(pieces.Count > 2);
        Assert.IsType<JsonObject>(JsonNode.Parse(string.Concat(pieces)));
    }

    private static List<JsonNode> Chunks(List<SseItem<string>> events)
    {
        Assert.All(events, item => Assert.Equal("message", item.EventType));
        return [.. events.Where(item => item.Data != "[DONE]").Select(item => JsonNode.Parse(item.Data)!)];
    }

    private static List<JsonObject> Deltas(List<JsonNode> chunks) =>
        [.. chunks.Where(chunk => chunk["choices"]!.AsArray().Count > 0).Select(chunk => chunk["choices"]![0]!["delta"]!.AsObject())];

    private static List<string> Texts(List<JsonObject> deltas, string name) =>
        [.. deltas.Select(delta => delta[name]?.GetValue<string>()).OfType<string>()];

    private static string Arguments(List<JsonNode> fragments, int index) =>
        string.Concat(fragments.Where(fragment => fragment["index"]!.GetValue<int>() == index).Select(fragment => fragment["function"]!["arguments"]!.GetValue<string>()));
}

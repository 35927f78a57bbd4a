using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Replies;

public sealed class JsonModeTests
{
    private const string PlacesSchema = """
        {"type":"object","properties":{"value":{"type":"array","items":{"$ref":"#/$defs/Place"}}},"required":["value"],"additionalProperties":false,
         "$defs":{"Place":{"type":"object","properties":{"name":{"type":"string"},"rating":{"type":"integer","minimum":1,"maximum":5},"kind":{"enum":["park","museum"]}},
                           "required":["name","rating"],"additionalProperties":false}}}
        """;

    [Fact]
    public async Task The_answer_is_an_instance_of_the_schema_in_the_instructions()
    {
        JsonNode value = JsonNode.Parse(await AskAsync($"Answer in JSON, like so: {PlacesSchema} Nothing else.", "Suggest 3 museums to visit in Beijing."))!;
        JsonArray places = value["value"]!.AsArray();
        Assert.Equal(3, places.Count);
        Assert.Equal("Beijing", places[0]!["name"]!.GetValue<string>());
        foreach (JsonNode? place in places)
        {
            Assert.Equal(["name", "rating", "kind"], place!.AsObject().Select(member => member.Key));
            Assert.NotEqual("", place["name"]!.GetValue<string>());
            Assert.InRange(place["rating"]!.GetValue<int>(), 1, 5);
        }
    }

    [Fact]
    public async Task Other_objects_in_the_instructions_are_not_taken_for_the_schema()
    {
        string answer = await AskAsync($$"""Example: {"name":"x"}. Braces { too. Schema in JSON: {"schema":{{PlacesSchema}}}""", "Go on.");
        Assert.NotNull(JsonNode.Parse(answer)!["value"]);
    }

    [Fact]
    public async Task A_schema_in_the_user_message_serves_as_well()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying($"Suggest a place, as JSON: {PlacesSchema}").With("response_format", """{"type":"json_object"}""");
        Assert.NotNull(JsonNode.Parse((await wire.ChatAsync(body)).Content)!["value"]);
    }

    [Fact]
    public async Task Asked_for_json_without_a_structure_it_answers_with_some_object() =>
        Assert.IsType<JsonObject>(JsonNode.Parse(await AskAsync("Answer in JSON.", "Who are you?")));

    [Fact]
    public async Task Not_asked_for_json_in_the_prompt_it_answers_in_prose_even_in_json_mode() =>
        Assert.StartsWith("Hello! I am MiMo", await AskAsync("Be brief.", "Who are you?"), StringComparison.Ordinal);

    [Theory]
    [InlineData("tomorrow", "date", "2026-03-20")]
    [InlineData("2027-05-06", "date", "2027-05-06")]
    [InlineData("no bytes", "byte", "TWlNbw==")]
    public async Task A_value_of_a_tool_result_is_not_used_where_its_format_is_another(string known, string format, string expected)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.AfterToolCall().With("response_format", """{"type":"json_object"}""");
        body.Message(2)["content"] = new JsonObject { ["when"] = known }.ToJsonString();
        body["messages"]!.AsArray().Insert(0, Bodies.System(
            $$$"""Answer as JSON: {"type":"object","properties":{"when":{"type":"string","format":"{{{format}}}"}},"required":["when"]}"""));
        Assert.Equal($$"""{"when":"{{expected}}"}""", (await wire.ChatAsync(body)).Content);
    }

    [Fact]
    public async Task Values_of_tool_results_are_used_under_their_names()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.AfterToolCall().With("response_format", """{"type":"json_object"}""");
        body.Message(2)["content"] = """{"city":"Beijing","degrees":31.5,"sky":{"rain_chance":7}}""";
        body["messages"]!.AsArray().Insert(0, Bodies.System("""
            Answer as JSON: {"type":"object","properties":{"Degrees":{"type":"number"},"rainChance":{"type":"integer"},"tomorrow":{"type":"string"}},"required":["Degrees","rainChance","tomorrow"]}
            """));
        JsonNode answer = JsonNode.Parse((await wire.ChatAsync(body)).Content)!;
        Assert.Equal(31.5m, answer["Degrees"]!.GetValue<decimal>());
        Assert.Equal(7, answer["rainChance"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_recursive_structure_ends()
    {
        string answer = await AskAsync("""
            JSON: {"$ref":"#/$defs/Node","$defs":{"Node":{"type":"object","properties":{"name":{"type":"string"},
            "children":{"type":"array","items":{"$ref":"#/$defs/Node"}},"parent":{"anyOf":[{"$ref":"#/$defs/Node"},{"type":"null"}]}},"required":["name","children","parent"]}}}
            """, "A tree please.");
        Assert.InRange(answer.Length, 50, 100_000);
        Assert.NotNull(JsonNode.Parse(answer)!["children"]);
    }

    private static async Task<string> AskAsync(string system, string user)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Saying("")
            .With("messages", new JsonArray(Bodies.System(system), Bodies.User(user)))
            .With("response_format", """{"type":"json_object"}""");
        return (await wire.ChatAsync(body)).Content;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Schemas;

public sealed class SchemaInstanceTests
{
    private static readonly Gen<string> Message = Pick.From(
        "Run it.", "Run it with 7 and 2.5 for Ada Lovelace.", "Run \"some quoted text\" on 2027-05-06 for ada@example.org, see https://example.org/a.",
        "Run it 跑 🌤️ in Ürümqi from San Francisco, CA to New York and Oslo with abc and 100 of them, please, red or green!");

    [Fact]
    public async Task Arguments_are_valid_for_any_schema()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        await SchemaPairs.Record(3).Select(Message).SampleAsync(
            async (schema, message) =>
            {
                var function = new JsonObject { ["name"] = "run_it", ["parameters"] = schema.Schema.DeepClone() };
                WireAnswer answer = await wire.ChatAsync(Bodies.WithTool(message, function.ToJsonString()));
                string arguments = answer.Message["tool_calls"]![0]!["function"]!["arguments"]!.GetValue<string>();
                AssertAccepted(schema, arguments);
            },
            iter: 1000,
            threads: 2);
    }

    [Fact]
    public async Task Answers_in_json_mode_are_valid_for_any_schema_and_have_every_member()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        await SchemaPairs.Record(3).Select(Message).SampleAsync(
            async (schema, message) =>
            {
                JsonObject body = Bodies.Saying("")
                    .With("messages", new JsonArray(Bodies.System($"Answer in JSON: {schema.Schema.ToJsonString()}"), Bodies.User(message)))
                    .With("response_format", """{"type":"json_object"}""");
                string content = (await wire.ChatAsync(body)).Content;
                AssertAccepted(schema, content);
                Assert.Equal(
                    schema.Schema["properties"]!.AsObject().Select(member => member.Key),
                    JsonNode.Parse(content)!.AsObject().Select(member => member.Key));
            },
            iter: 1000,
            threads: 2);
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":4,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","items":{"enum":["a","b","c","d"]},"minItems":4,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","items":{"type":"integer","minimum":5},"minItems":4,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"minItems":2,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]},"minItems":1,"uniqueItems":true}""")]
    public async Task Items_that_must_differ_do(string schema)
    {
        JsonElement value = await ArgumentAsync(schema);
        Assert.True(value.GetArrayLength() >= JsonNode.Parse(schema)!["minItems"]!.GetValue<int>());
        Assert.Equal(value.GetArrayLength(), value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"type":"string","enum":["a","b"],"not":{"enum":["a"]}}""", "\"b\"")]
    [InlineData("""{"type":"string","not":{"enum":["Run it."]},"default":"x"}""", "\"x\"")]
    [InlineData("""{"type":"integer","default":42}""", "42")]
    [InlineData("""{"type":"string","examples":["blue"]}""", "\"blue\"")]
    [InlineData("""{"const":null}""", "null")]
    [InlineData("""{"type":["null","boolean"]}""", "true")]
    [InlineData("""{"type":"array","prefixItems":[{"const":1},{"const":"a"}],"items":false}""", "[1,\"a\"]")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "0.5")]
    [InlineData("""{"anyOf":[false,{"const":3}]}""", "3")]
    [InlineData("""{"allOf":[{"minimum":3},{"type":"integer","maximum":3}]}""", "3")]
    public async Task Keywords_work_together(string schema, string expected) =>
        Assert.Equal(expected, (await ArgumentAsync(schema)).GetRawText());

    [Theory]
    [InlineData("date-time", "2026-03-20T25:00:00Z", "2026-03-20T09:30:00Z")]
    [InlineData("date-time", "2026-03-20T09:30:00", "2026-03-20T09:30:00Z")]
    [InlineData("date", "2026-02-30", "2026-03-20")]
    [InlineData("date", "tomorrow", "2026-03-20")]
    [InlineData("time", "09:30:00", "09:30:00Z")]
    [InlineData("time", "24:00:00Z", "09:30:00Z")]
    [InlineData("duration", "PT", "PT1H30M")]
    [InlineData("duration", "1:30", "PT1H30M")]
    [InlineData("email", "a@b@c", "mimo@example.com")]
    [InlineData("idn-email", "ü.example", "mimo@example.com")]
    [InlineData("hostname", "a_b.example", "example.com")]
    [InlineData("idn-hostname", "a b", "example.com")]
    [InlineData("ipv4", "1", "192.0.2.1")]
    [InlineData("ipv4", "::1", "192.0.2.1")]
    [InlineData("ipv6", "[::1]", "2001:db8::1")]
    [InlineData("ipv6", "192.0.2.1", "2001:db8::1")]
    [InlineData("uri", "/mimo", "https://example.com/")]
    [InlineData("uri", "https://example.com/ü", "https://example.com/")]
    [InlineData("url", "https://", "https://example.com/")]
    [InlineData("uri-reference", "a b", "https://example.com/")]
    [InlineData("uri-reference", "1:2", "https://example.com/")]
    [InlineData("iri", "/ü", "https://example.com/")]
    [InlineData("uuid", "6f1f2a3458b14c539a0e2d7c5b8e9f10", "6f1f2a34-58b1-4c53-9a0e-2d7c5b8e9f10")]
    [InlineData("byte", "TWl Nbw==", "TWlNbw==")]
    [InlineData("json-pointer", "mimo", "/mimo")]
    [InlineData("regex", "(", "^.*$")]
    public async Task A_value_that_breaks_its_format_gives_way_to_one_that_keeps_it(string format, string broken, string expected)
    {
        // Two items, so that all samples are judged.
        JsonElement value = await ArgumentAsync($$$"""
            {"type":"array","minItems":2,"uniqueItems":true,"items":{"type":"string","format":"{{{format}}}","examples":["{{{broken}}}"]}}
            """);
        Assert.Equal(2, value.GetArrayLength());
        Assert.Equal(expected, value[0].GetString());
    }

    [Theory]
    [InlineData("date-time", "2027-05-06t10:00:00.5+08:00")]
    [InlineData("time", "23:59:59-03:30")]
    [InlineData("duration", "P2W")]
    [InlineData("email", "ada.lovelace+x@mail.example.org")]
    [InlineData("hostname", "a-1.example")]
    [InlineData("idn-hostname", "例え.jp")]
    [InlineData("ipv6", "::1")]
    [InlineData("uri", "urn:isbn:0451450523")]
    [InlineData("uri-reference", "a/b?c#d")]
    [InlineData("iri", "https://例え.jp/ü")]
    [InlineData("byte", "QQ==")]
    [InlineData("json-pointer", "/a~1b/0")]
    [InlineData("regex", "^\\\\p{L}+$")]
    [InlineData("unheard-of", "anything")]
    public async Task A_value_that_keeps_its_format_is_taken(string format, string example) => Assert.Equal(
        JsonDocument.Parse($"\"{example}\"").RootElement.GetString(),
        (await ArgumentAsync($$$"""{"type":"string","minLength":1,"not":{"enum":["Run it."]},"format":"{{{format}}}","examples":["{{{example}}}"]}""")).GetString());

    [Theory]
    [InlineData("""{"type":"string","enum":["tomorrow","2027-05-06"],"format":"date"}""", "2027-05-06")]
    [InlineData("""{"type":"string","contentEncoding":"base64","examples":["no base64","TWlN bw==","Zm9v"]}""", "Zm9v")]
    [InlineData("""{"type":"string","enum":["no base64","Zm9v"],"contentEncoding":"base64"}""", "Zm9v")]
    [InlineData("""{"type":"string","format":"time","examples":["18:15:00"]}""", "18:15:00Z")]
    public async Task Constants_and_bytes_keep_to_their_formats_too(string schema, string expected) =>
        Assert.Equal(expected, (await ArgumentAsync(schema)).GetString());

    [Fact]
    public async Task A_choice_of_objects_told_apart_by_a_constant_takes_one_of_them()
    {
        JsonElement value = await ArgumentAsync("""
            {"anyOf":[
              {"type":"object","properties":{"kind":{"const":"circle"},"radius":{"type":"number","exclusiveMinimum":0}},"required":["kind","radius"],"additionalProperties":false},
              {"type":"object","properties":{"kind":{"const":"square"},"side":{"type":"number"}},"required":["kind","side"],"additionalProperties":false}]}
            """);
        Assert.Equal("circle", value.GetProperty("kind").GetString());
        Assert.True(value.GetProperty("radius").GetDecimal() > 0);
    }

    [Fact]
    public async Task A_tree_of_required_branches_ends_in_leaves()
    {
        JsonElement value = await ArgumentAsync("""
            {"anyOf":[{"$ref":"#/$defs/Sum"},{"$ref":"#/$defs/Product"},{"$ref":"#/$defs/Number"}]}
            """, """
            {"Expression":{"anyOf":[{"$ref":"#/$defs/Sum"},{"$ref":"#/$defs/Product"},{"$ref":"#/$defs/Number"}]},
             "Sum":{"type":"object","properties":{"kind":{"const":"sum"},"left":{"$ref":"#/$defs/Expression"},"right":{"$ref":"#/$defs/Expression"}},"required":["kind","left","right"]},
             "Product":{"type":"object","properties":{"left":{"$ref":"#/$defs/Expression"},"right":{"$ref":"#/$defs/Expression"},"kind":{"const":"product"}},"required":["left","right","kind"]},
             "Number":{"type":"object","properties":{"kind":{"const":"number"},"value":{"type":"number"}},"required":["kind","value"]}}
            """);
        Assert.True(IsExpression(value));

        static bool IsExpression(JsonElement value) => value.GetProperty("kind").GetString() switch
        {
            "number" => value.GetProperty("value").ValueKind == JsonValueKind.Number,
            "sum" or "product" => IsExpression(value.GetProperty("left")) && IsExpression(value.GetProperty("right")),
            _ => false,
        };
    }

    [Theory]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/Loop"},{"$ref":"#/$defs/Loop"}]}""")]
    [InlineData("""{"$ref":"#/$defs/Loop"}""")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/Loop"},{"$ref":"#/$defs/Loop"}]}""")]
    [InlineData("""{"type":"string","pattern":"a{"}""")]
    [InlineData("""{"type":"string","pattern":"^((((x{4000}){4000}){4000}){4000})$"}""")]
    [InlineData("""{"type":"string","pattern":"^[\\b-]{99999999999}[$"}""")]
    public async Task A_schema_that_makes_no_sense_still_gets_an_answer(string schema)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject function = Bodies.Parse("""
            {"name":"run_it","parameters":{"type":"object","properties":{},"required":["a"],
             "$defs":{"Loop":{"oneOf":[{"$ref":"#/$defs/Loop"},{"$ref":"#/$defs/Loop"}],"allOf":[{"$ref":"#/$defs/Loop"}],"not":{"$ref":"#/$defs/Loop"}}}}}
            """);
        function["parameters"]!["properties"]!["a"] = JsonNode.Parse(schema);
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool("Run it.", function.ToJsonString()));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_schema_nothing_fits_gets_no_call()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool("Run it.", """
            {"name":"run_it","parameters":{"type":"object","properties":{"a":{"type":"integer","minimum":2,"maximum":1}},"required":["a"]}}
            """));
        Assert.Equal("stop", answer.Choice["finish_reason"]!.GetValue<string>());
    }

    private static async Task<JsonElement> ArgumentAsync(string schema, string definitions = "{}")
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject function = Bodies.Parse("""{"name":"run_it","parameters":{"type":"object","properties":{},"required":["a"]}}""");
        function["parameters"]!["properties"]!["a"] = JsonNode.Parse(schema);
        function["parameters"]!["$defs"] = JsonNode.Parse(definitions);
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool("Run it.", function.ToJsonString()));
        string arguments = answer.Message["tool_calls"]![0]!["function"]!["arguments"]!.GetValue<string>();
        return JsonDocument.Parse(arguments).RootElement.GetProperty("a");
    }

    private static void AssertAccepted(SchemaPair schema, string json)
    {
        using JsonDocument value = JsonDocument.Parse(json);
        Assert.True(schema.Accepts(value.RootElement), $"{json} does not fit {schema}");
    }
}

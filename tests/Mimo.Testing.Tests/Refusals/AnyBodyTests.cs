using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Mimo.Testing.Tests.Anthropic;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class AnyBodyTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "12345678901234567890", "\"\"", "\"text\"", "\"\\ud83c\"", "[]", "{}", "[null]", "[[]]", "[{}]", "[\"text\"]", "{\"type\":null}", "{\"type\":\"text\"}",
        "{\"type\":\"function\"}", "{\"$ref\":\"#\"}", "{\"allOf\":[{\"$ref\":\"#\"}]}", "{\"type\":\"object\",\"required\":[1,\"a\"],\"properties\":7}", "{\"pattern\":\"(\",\"type\":\"string\"}",
    ];

    private static readonly Gen<(int Place, int Value)[]> Damage = Gen.Select(Gen.Int[0, 60], Gen.Int[0, Values.Length - 1]).Array[1, 3];

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xFF, (byte)'"' })]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0xBC, (byte)'"' })]
    public async Task Bytes_that_are_no_unicode_are_no_json(byte[] text)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", "");
        request.Content = new ByteArrayContent([.. """{"model":"mimo-v2-pro","messages":[{"role":"user","content":"""u8, .. text, .. "}]}"u8]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        WireAnswer answer = await wire.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The body is not valid JSON", answer.Error["param"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(MimoStrictness.Faithful)]
    [InlineData(MimoStrictness.Lenient)]
    public async Task Any_damage_to_a_body_is_answered_or_refused_and_never_a_fault_of_the_server(MimoStrictness strictness)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Strictness = strictness });
        await Gen.Select(Gen.Bool, Gen.Bool, Damage).SampleAsync(
            async (anthropic, json, damage) =>
            {
                JsonObject body = anthropic ? AnthropicBodies.AfterToolUse() : Bodies.AfterToolCall();
                if (json && !anthropic)
                {
                    body.With("response_format", """{"type":"json_object"}""");
                }
                else
                {
                    body["messages"]!.AsArray().Add(Bodies.Parse("""{"role":"assistant","content":"Sunny."}"""));
                    body["messages"]!.AsArray().Add(Bodies.User("And the weather in Oslo?"));
                }

                foreach ((int place, int value) in damage)
                {
                    Replace(body, place, $"~{value}~");
                }

                // Marks become values only in the text: some of them no node can hold.
                string text = Regex.Replace(body.ToJsonString(), "\"~([0-9]+)~\"", mark => Values[int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)]);
                WireAnswer answer = await wire.PostAsync(anthropic ? AnthropicBodies.Path : "/v1/chat/completions", text);
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{answer.Status} for {text}");
                Assert.NotNull(answer.Json);
            },
            iter: 1000,
            threads: 2);
    }

    /// <summary>Replaces the value at a place, counted depth-first and around.</summary>
    private static void Replace(JsonObject body, int place, string value)
    {
        List<JsonNode> nodes = [.. Below(body)];
        nodes[place % nodes.Count].ReplaceWith(value);
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode child in children.OfType<JsonNode>().ToList())
        {
            yield return child;
            foreach (JsonNode below in Below(child))
            {
                yield return below;
            }
        }
    }
}

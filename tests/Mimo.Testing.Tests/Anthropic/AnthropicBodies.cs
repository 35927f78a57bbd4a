using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Anthropic;

/// <summary>Request bodies of the Anthropic format for tests to bend.</summary>
internal static class AnthropicBodies
{
    public const string Path = "/anthropic/v1/messages";

    public static JsonObject Saying(string text) =>
        Bodies.Parse("""{"model":"mimo-v2-pro","max_tokens":1024}""").With("messages", new JsonArray(Bodies.User(text)));

    public static JsonObject Weather() => Saying("What is the weather like in Beijing?").With("tools", """
        [{"name":"get_current_weather","description":"Get the current weather in a given location","input_schema":{"type":"object",
          "properties":{"location":{"type":"string"},"unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["location"]}}]
        """);

    /// <summary>A conversation in which one tool was called and has answered.</summary>
    public static JsonObject AfterToolUse()
    {
        JsonObject body = Weather();
        body["messages"]!.AsArray().Add(Bodies.Parse("""
            {"role":"assistant","content":[{"type":"thinking","thinking":"I should look.","signature":""},
              {"type":"tool_use","id":"call_1","name":"get_current_weather","input":{"location":"Beijing"}}]}
            """));
        body["messages"]!.AsArray().Add(Bodies.Parse("""
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1","content":"Sunny, 25 degrees."}]}
            """));
        return body;
    }

    public static Task<WireAnswer> MessageAsync(this MimoWire wire, JsonObject body) => wire.PostAsync(Path, body.ToJsonString());

    public static JsonNode Block(this WireAnswer answer, string type) =>
        answer.Json["content"]!.AsArray().Single(block => block!["type"]!.GetValue<string>() == type)!;

    public static string[] BlockTypes(this WireAnswer answer) =>
        [.. answer.Json["content"]!.AsArray().Select(block => block!["type"]!.GetValue<string>())];

    public static string StopReason(this WireAnswer answer) => answer.Json["stop_reason"]!.GetValue<string>();
}

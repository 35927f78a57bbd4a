using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Tests.Wire;

/// <summary>Request bodies of the OpenAI format for tests to bend.</summary>
internal static class Bodies
{
    public static JsonObject Parse([StringSyntax(StringSyntaxAttribute.Json)] string json) => JsonNode.Parse(json)!.AsObject();

    public static JsonObject Saying(string text) => Parse("""{"model":"mimo-v2-pro"}""").With("messages", new JsonArray(User(text)));

    public static JsonObject WithTool(string text, [StringSyntax(StringSyntaxAttribute.Json)] string function) =>
        Saying(text).With("tools", new JsonArray(new JsonObject { ["type"] = "function", ["function"] = JsonNode.Parse(function) }));

    /// <summary>The weather question of the service's own documentation.</summary>
    public static JsonObject Weather() => WithTool("What is the weather like in Beijing?", WeatherFunction);

    public const string WeatherFunction = """
        {
          "name": "get_current_weather",
          "description": "Get the current weather in a given location",
          "parameters": {
            "type": "object",
            "properties": {
              "location": {"type": "string", "description": "The city and state, e.g. San Francisco, CA"},
              "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]}
            },
            "required": ["location"]
          }
        }
        """;

    /// <summary>A conversation in which one tool was called and has answered.</summary>
    public static JsonObject AfterToolCall()
    {
        JsonObject body = Weather();
        body["messages"]!.AsArray().Add(Parse("""
            {"role":"assistant","content":"","reasoning_content":"I should look.","tool_calls":[
              {"id":"call_1","type":"function","function":{"name":"get_current_weather","arguments":"{\"location\":\"Beijing\"}"}}]}
            """));
        body["messages"]!.AsArray().Add(Parse("""{"role":"tool","tool_call_id":"call_1","content":"Sunny, 25 degrees."}"""));
        return body;
    }

    public static JsonObject User(string text) => new() { ["role"] = "user", ["content"] = text };

    public static JsonObject System(string text) => new() { ["role"] = "system", ["content"] = text };

    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        body[name] = value;
        return body;
    }

    public static JsonObject With(this JsonObject body, string name, [StringSyntax(StringSyntaxAttribute.Json)] string json) =>
        body.With(name, JsonNode.Parse(json));

    public static JsonObject Message(this JsonObject body, int index) => body["messages"]![index]!.AsObject();
}

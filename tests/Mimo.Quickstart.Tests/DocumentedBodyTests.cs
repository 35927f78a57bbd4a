using System.Text.Json.Nodes;
using Mimo.Testing;
using Quickstart;

namespace Mimo.Quickstart.Tests;

/// <summary>What the Quickstart's prompts send is what the service's documentation shows.</summary>
public sealed class DocumentedBodyTests
{
    private const string Today = "Tuesday, March 20, 2026";

    [Fact]
    public async Task The_introduction_is_asked_for_with_the_documented_body()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = Connect(server);

        await IMiMo.Create(client).IntroduceAsync(Today);

        AssertDocumented("openai-basic.json", Assert.Single(server.Requests).BodyText);
    }

    /// <summary>Hosts offer different models, so the sample leaves it to <c>MIMO_MODEL</c>.</summary>
    [Fact]
    public async Task Whatever_model_the_client_has_is_asked()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using var client = new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint, Model = "mimo-v2.6-pro" });
        IMiMo mimo = IMiMo.Create(client);

        await mimo.IntroduceAsync(Today);
        await mimo.AskWeatherAsync("Beijing", new MimoTranscript());

        Assert.All(server.Requests, static request => Assert.Equal("mimo-v2.6-pro", JsonNode.Parse(request.BodyText)!["model"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_streamed_introduction_differs_in_streaming_alone()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = Connect(server);

        await foreach (MimoUpdate _ in IMiMo.Create(client).IntroduceStreamingAsync(Today))
        {
        }

        JsonObject sent = JsonNode.Parse(Assert.Single(server.Requests).BodyText)!.AsObject();
        Assert.True(sent["stream"]!.GetValue<bool>());
        sent["stream"] = false;
        sent.Remove("stream_options");
        AssertDocumented("openai-basic.json", sent.ToJsonString());
    }

    [Fact]
    public async Task The_weather_is_asked_for_with_the_documented_body()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = Connect(server);
        var transcript = new MimoTranscript();
        transcript.Append(BegunConversation());

        await IMiMo.Create(client).AskWeatherAsync("Beijing", transcript);

        Assert.Equal(2, server.Requests.Count);
        AssertDocumented("openai-tools-reasoning.json", server.Requests[0].BodyText);
    }

    [Fact]
    public async Task The_second_request_of_the_tool_call_carries_the_reasoning_the_call_and_the_result()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = Connect(server);
        server.Enqueue(MimoTurn.ToolCall("get_current_weather", "{\"location\": \"Beijing\" , \"unit\":\"celsius\"}", reasoning: "I should look\nit up."));
        var transcript = new MimoTranscript();
        transcript.Append(BegunConversation());

        await IMiMo.Create(client).AskWeatherAsync("Beijing", transcript);

        JsonArray messages = JsonNode.Parse(server.Requests[1].BodyText)!["messages"]!.AsArray();
        Assert.Equal(4, messages.Count);
        JsonNode call = messages[2]!;
        Assert.Equal("I should look\nit up.", call["reasoning_content"]!.GetValue<string>());
        Assert.Equal("", call["content"]!.GetValue<string>());
        Assert.Equal("{\"location\": \"Beijing\" , \"unit\":\"celsius\"}", call["tool_calls"]![0]!["function"]!["arguments"]!.GetValue<string>());
        Assert.Equal(call["tool_calls"]![0]!["id"]!.GetValue<string>(), messages[3]!["tool_call_id"]!.GetValue<string>());
        Assert.Equal(22, JsonNode.Parse(messages[3]!["content"]!.GetValue<string>())!["temperature"]!.GetValue<int>());
        Assert.Equal([MimoRole.Assistant, MimoRole.User, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant], transcript.Select(static message => message.Role));
    }

    private static MimoMessage BegunConversation()
    {
        JsonNode first = JsonNode.Parse(File.ReadAllText(PathOf("openai-tools-reasoning.json")))!["messages"]![0]!;
        return MimoMessage.Assistant(first["content"]!.GetValue<string>(), first["reasoning_content"]!.GetValue<string>());
    }

    private static MimoClient Connect(MimoServer server) => new(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });

    /// <summary>Every field that the documented body names is there with its value; null ones may be missing, and a schema may say more.</summary>
    private static void AssertDocumented(string file, string sent)
    {
        JsonObject expected = JsonNode.Parse(File.ReadAllText(PathOf(file)))!.AsObject();
        JsonObject actual = JsonNode.Parse(sent)!.AsObject();
        AssertContains(expected, actual, "$");
        Assert.Empty(actual.Select(static field => field.Key).Except(expected.Select(static field => field.Key)));
    }

    private static void AssertContains(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case null:
                Assert.Null(actual);
                break;
            case JsonObject fields:
                foreach ((string name, JsonNode? value) in fields)
                {
                    AssertContains(value, Assert.IsType<JsonObject>(actual)[name], $"{path}.{name}");
                }

                break;
            case JsonArray items:
                Assert.Equal(items.Count, Assert.IsType<JsonArray>(actual).Count);
                for (int index = 0; index < items.Count; index++)
                {
                    AssertContains(items[index], actual![index], $"{path}[{index}]");
                }

                break;
            default:
                Assert.True(JsonNode.DeepEquals(expected, actual), $"{path}: expected {expected.ToJsonString()}, but {actual?.ToJsonString() ?? "nothing"} was sent.");
                break;
        }
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);
}

using System.ClientModel;
using System.ClientModel.Primitives;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using AotAgent;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

string? key = Environment.GetEnvironmentVariable("MIMO_API_KEY");
#if RECORDED_ONLY
using var http = new HttpClient(new RecordedMimo());
#else
using HttpClient http = key is null ? new HttpClient(new RecordedMimo()) : new HttpClient();
#endif
var options = new OpenAIClientOptions
{
    Endpoint = new Uri((Environment.GetEnvironmentVariable("MIMO_BASE_URL") ?? "https://api.mimo-v2.com").TrimEnd('/') + "/v1"),
    Transport = new HttpClientPipelineTransport(http),
};
using IChatClient client = new ChatClient("mimo-v2-pro", new ApiKeyCredential(key ?? "none"), options).AsIChatClient().AsBuilder().UseFunctionInvocation().Build();
const string System = "You are a travel agent. Be brief.";

// Without a serializer context that knows the enums as text, each of these fails when it runs, though it is published without a warning.
ChatResponse<Trip> plan = await client.GetResponseAsync<Trip>(
    [new(ChatRole.System, System), new(ChatRole.User, "Plan a trip of 2 days to Beijing.")], AgentJson.Default.Options, useJsonSchemaResponseFormat: false);
Console.WriteLine($"{plan.Result.City}, {plan.Result.Pace}");
foreach (Sight sight in plan.Result.Sights)
{
    Console.WriteLine($"day {sight.Day}: {sight.Name}");
}

AIFunction weather = AIFunctionFactory.Create(
    WeatherTools.GetCurrentWeather,
    new AIFunctionFactoryOptions { Name = "get_current_weather", SerializerOptions = AgentJson.Default.Options });
await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(
    [new(ChatRole.System, System), new(ChatRole.User, "What is the weather like in Beijing?")], new ChatOptions { Tools = [weather], ToolMode = ChatToolMode.Auto }))
{
    foreach (AIContent content in update.Contents)
    {
        switch (content)
        {
            case FunctionResultContent { Result: var result }:
                Console.WriteLine($"get_current_weather: {result}");
                break;
            case TextContent { Text: var text }:
                Console.Write(text);
                break;
        }
    }
}

Console.WriteLine();

/// <summary>A trip.</summary>
[Description("A trip.")]
internal sealed record Trip([property: Description("Where it goes.")] string City, [property: Description("How much is in a day.")] Pace Pace, [property: Description("What to see.")] IReadOnlyList<Sight> Sights);

[Description("A part of a trip.")]
internal sealed record Sight(int Day, string Name);

internal enum Pace
{
    Slow,
    Brisk,
}

internal static class WeatherTools
{
    [Description("Get the current weather in a given location")]
    public static Weather GetCurrentWeather([Description("The city and state, e.g. San Francisco, CA")] string location, TemperatureUnit unit = TemperatureUnit.Celsius) =>
        new(location, unit == TemperatureUnit.Celsius ? 22 : 72, unit, "sunny");
}

internal sealed record Weather(string Location, int Temperature, TemperatureUnit Unit, string Sky);

internal enum TemperatureUnit
{
    Celsius,
    Fahrenheit,
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Trip))]
[JsonSerializable(typeof(Weather))]
[JsonSerializable(typeof(TemperatureUnit))]
[JsonSerializable(typeof(string))]
internal sealed partial class AgentJson : JsonSerializerContext;

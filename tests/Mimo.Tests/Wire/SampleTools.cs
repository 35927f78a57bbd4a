using System.Text;

namespace Mimo.Tests.Wire;

internal static class SampleTools
{
    public const string WeatherSchema = """
        {"type":"object","properties":{"location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},"unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["location"]}
        """;

    public static MimoTool Weather(MimoToolHandler? handler = null, ToolEffect effect = ToolEffect.ReadOnly) => new(
        "get_current_weather",
        "Get the current weather in a given location",
        Encoding.UTF8.GetBytes(WeatherSchema),
        handler ?? ((_, _, _) => new(MimoToolResult.FromJson("""{"temperature":21}"""u8.ToArray()))))
    {
        Effect = effect,
    };

    public static MimoTool Named(string name, Func<string, string> answer, ToolEffect effect = ToolEffect.Unspecified) => new(
        name,
        string.Empty,
        """{"type":"object"}"""u8.ToArray(),
        (arguments, _, _) => new(MimoToolResult.FromText(answer(Encoding.UTF8.GetString(arguments.Span)))))
    {
        Effect = effect,
    };
}

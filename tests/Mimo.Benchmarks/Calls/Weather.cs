using System.Text.Json.Serialization;

namespace Mimo.Benchmarks.Calls;

[JsonConverter(typeof(JsonStringEnumConverter<TemperatureUnit>))]
public enum TemperatureUnit
{
    Celsius,
    Fahrenheit,
}

public sealed record Weather(string Location, double Temperature, TemperatureUnit Unit, string Sky);

public static partial class WeatherTools
{
    /// <summary>Get the current weather in a given location, in words</summary>
    /// <param name="location">The city and state, e.g. San Francisco, CA</param>
    /// <param name="unit">The scale of the temperature.</param>
    [MimoTool]
    public static string DescribeWeather(string location, TemperatureUnit unit = TemperatureUnit.Celsius) =>
        location.Length > 0 && unit == TemperatureUnit.Celsius ? "21 °C, sunny" : "70 °F, sunny";

    /// <summary>Get the current weather in a given location</summary>
    /// <param name="location">The city and state, e.g. San Francisco, CA</param>
    /// <param name="unit">The scale of the temperature.</param>
    [MimoTool]
    public static Weather GetCurrentWeather(string location, TemperatureUnit unit = TemperatureUnit.Celsius) =>
        new(location, unit == TemperatureUnit.Celsius ? 21.5 : 70.7, unit, "sunny");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TripArguments))]
[JsonSerializable(typeof(TripPlan))]
internal sealed partial class CallJsonContext : JsonSerializerContext;

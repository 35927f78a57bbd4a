using Mimo;

namespace AotAgent;

/// <summary>What the model may call. No reflection finds or calls it.</summary>
public static partial class WeatherTools
{
    /// <summary>Get the current weather in a given location</summary>
    /// <param name="location">The city and state, e.g. San Francisco, CA</param>
    /// <param name="unit"></param>
    [MimoTool(Effect = ToolEffect.ReadOnly)]
    public static Weather GetCurrentWeather(string location, TemperatureUnit unit = TemperatureUnit.Celsius) => unit == TemperatureUnit.Celsius
        ? new Weather(location, 22, unit, "sunny")
        : new Weather(location, 72, unit, "sunny");
}

/// <summary>What the weather is like.</summary>
public sealed record Weather(string Location, int Temperature, TemperatureUnit Unit, string Sky);

public enum TemperatureUnit
{
    Celsius,
    Fahrenheit,
}

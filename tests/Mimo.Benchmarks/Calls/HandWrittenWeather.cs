using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Mimo.Benchmarks.Calls;

/// <summary>
/// The same calls bound by hand: what an expert would write for these tools alone. It does what the generated code does for arguments
/// that fit: members in any order, unknown ones skipped, null for an absent unit, required ones checked, nothing after the end.
/// </summary>
internal static class HandWrittenWeather
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public static byte[] ParametersSchema { get; } =
        """{"type":"object","properties":{"location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},"unit":{"type":"string","description":"The scale of the temperature.","enum":["Celsius","Fahrenheit"],"default":"Celsius"}},"required":["location"],"additionalProperties":false}"""u8.ToArray();

    public static byte[] Describe(ReadOnlySpan<byte> argumentsUtf8)
    {
        (string location, TemperatureUnit unit) = Read(argumentsUtf8);
        return Encoding.UTF8.GetBytes(WeatherTools.DescribeWeather(location, unit));
    }

    public static byte[] GetCurrent(ReadOnlySpan<byte> argumentsUtf8)
    {
        (string location, TemperatureUnit unit) = Read(argumentsUtf8);
        return Write(WeatherTools.GetCurrentWeather(location, unit));
    }

    private static (string Location, TemperatureUnit Unit) Read(ReadOnlySpan<byte> argumentsUtf8)
    {
        string? location = null;
        TemperatureUnit unit = TemperatureUnit.Celsius;
        var reader = new Utf8JsonReader(argumentsUtf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The arguments are no object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("location"u8))
            {
                reader.Read();
                location = reader.GetString();
            }
            else if (reader.ValueTextEquals("unit"u8))
            {
                reader.Read();
                unit = ReadUnit(ref reader, unit);
            }
            else
            {
                reader.Skip();
            }
        }

        if (location is null)
        {
            throw new JsonException("The location is missing.");
        }

        return reader.Read() ? throw new JsonException("There is text after the end.") : (location, unit);
    }

    private static TemperatureUnit ReadUnit(ref Utf8JsonReader reader, TemperatureUnit absent) => reader switch
    {
        { TokenType: JsonTokenType.Null } => absent,
        { TokenType: not JsonTokenType.String } => throw new JsonException("The unit is no string."),
        _ when reader.ValueTextEquals("Celsius"u8) => TemperatureUnit.Celsius,
        _ when reader.ValueTextEquals("Fahrenheit"u8) => TemperatureUnit.Fahrenheit,
        _ => throw new JsonException("There is no such unit."),
    };

    private static byte[] Write(Weather weather)
    {
        ArrayBufferWriter<byte> buffer = t_buffer ??= new ArrayBufferWriter<byte>();
        Utf8JsonWriter writer = t_writer ??= new Utf8JsonWriter(buffer);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteString("location"u8, weather.Location);
        writer.WriteNumber("temperature"u8, weather.Temperature);
        writer.WriteString("unit"u8, weather.Unit == TemperatureUnit.Celsius ? "Celsius"u8 : "Fahrenheit"u8);
        writer.WriteString("sky"u8, weather.Sky);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

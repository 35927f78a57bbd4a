using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Generation;

public static partial class JsonContent
{
    /// <summary>Writes a character as a string of one.</summary>
    public static void WriteChar(Utf8JsonWriter writer, char value) => writer.WriteStringValue([value]);

    /// <summary>Writes true or false.</summary>
    public static void WriteBoolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a number.</summary>
    public static void WriteInt32(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="WriteInt32"/>
    public static void WriteInt64(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="WriteInt32"/>
    public static void WriteDouble(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="WriteInt32"/>
    public static void WriteDecimal(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes an enum's value, or flags of one, that no member names: as a number, as System.Text.Json does, so that nothing is lost.</summary>
    public static void WriteUnnamed<T>(Utf8JsonWriter writer, T value)
        where T : struct, Enum => writer.WriteRawValue(value.ToString("D"), skipInputValidation: true);

    /// <summary>Writes an integer of a type that the writer doesn't know, exactly.</summary>
    public static void WriteInteger<T>(Utf8JsonWriter writer, T value)
        where T : IBinaryInteger<T> => writer.WriteRawValue(value.ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);

    /// <summary>Writes a number of any type as <c>[JsonNumberHandling]</c> has it: as text, or with names for what JSON numbers can't say.</summary>
    /// <param name="writer">Takes the number.</param>
    /// <param name="value">The number.</param>
    /// <param name="asText">Whether every number is written as a string; if not, only those that are not finite.</param>
    public static void WriteNumber<T>(Utf8JsonWriter writer, T value, bool asText)
        where T : INumberBase<T>
    {
        string text = T.IsNaN(value) ? "NaN"
            : T.IsPositiveInfinity(value) ? "Infinity"
            : T.IsNegativeInfinity(value) ? "-Infinity"
            : value.ToString(null, CultureInfo.InvariantCulture);
        if (asText || !T.IsFinite(value))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
    }

    /// <summary>Writes a date as ISO 8601.</summary>
    public static void WriteDateOnly(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes a time of day as ISO 8601.</summary>
    public static void WriteTimeOnly(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(value.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Writes a duration in .NET's constant format, as System.Text.Json does.</summary>
    public static void WriteTimeSpan(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Writes a free-form value; one that was never set is written as null.</summary>
    public static void WriteAny(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes a free-form value.</summary>
    public static void WriteAny(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}

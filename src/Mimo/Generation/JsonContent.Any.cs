using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Generation;

public static partial class JsonContent
{
    /// <summary>Writes a free-form value: null, JSON, a value of one of the basic types, or a dictionary or sequence of such values.</summary>
    /// <exception cref="NotSupportedException">The value, or one in it, is of another type, whose JSON only reflection could tell.</exception>
    public static void WriteAny(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonElement element:
                WriteAny(writer, element);
                break;
            case JsonDocument document:
                WriteAny(writer, document.RootElement);
                break;
            case JsonNode node:
                WriteAny(writer, node);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case Enum named:
                WriteAnyEnum(writer, named);
                break;
            case var _ when TryWriteNumber(writer, value) || TryWriteText(writer, value):
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                writer.WriteStartObject();
                foreach (KeyValuePair<string, object?> member in members)
                {
                    writer.WritePropertyName(member.Key);
                    WriteAny(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case IDictionary dictionary:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in dictionary)
                {
                    writer.WritePropertyName(NameOf(entry.Key));
                    WriteAny(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    WriteAny(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw Unknown(value);
        }
    }

    private static bool TryWriteNumber(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case int number:
                writer.WriteNumberValue(number);
                return true;
            case long number:
                writer.WriteNumberValue(number);
                return true;
            case double number:
                writer.WriteNumberValue(number);
                return true;
            case decimal number:
                writer.WriteNumberValue(number);
                return true;
            case float number:
                writer.WriteNumberValue(number);
                return true;
            case uint number:
                writer.WriteNumberValue(number);
                return true;
            case ulong number:
                writer.WriteNumberValue(number);
                return true;
            case byte or sbyte or short or ushort:
                writer.WriteNumberValue(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                return true;
            case Half number:
                writer.WriteNumberValue((float)number);
                return true;
            case Int128 number:
                WriteInteger(writer, number);
                return true;
            case UInt128 number:
                WriteInteger(writer, number);
                return true;
            case BigInteger number:
                WriteInteger(writer, number);
                return true;
            default:
                return false;
        }
    }

    private static bool TryWriteText(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                return true;
            case char character:
                WriteChar(writer, character);
                return true;
            case Guid id:
                writer.WriteStringValue(id);
                return true;
            case DateTime time:
                writer.WriteStringValue(time);
                return true;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                return true;
            case DateOnly date:
                WriteDateOnly(writer, date);
                return true;
            case TimeOnly time:
                WriteTimeOnly(writer, time);
                return true;
            case TimeSpan duration:
                WriteTimeSpan(writer, duration);
                return true;
            case Uri uri:
                writer.WriteStringValue(uri.OriginalString);
                return true;
            case Version version:
                writer.WriteStringValue(version.ToString());
                return true;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                return true;
            case ReadOnlyMemory<byte> bytes:
                writer.WriteBase64StringValue(bytes.Span);
                return true;
            case Memory<byte> bytes:
                writer.WriteBase64StringValue(bytes.Span);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes an enum by its C# names, flags as an array of them; what has no name is written as a number.</summary>
    private static void WriteAnyEnum(Utf8JsonWriter writer, Enum value)
    {
        if (!value.GetType().IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            WriteNameOrNumber(writer, value.ToString());
            return;
        }

        writer.WriteStartArray();
        foreach (string name in value.ToString("D") == "0" ? [] : value.ToString().Split(", "))
        {
            WriteNameOrNumber(writer, name);
        }

        writer.WriteEndArray();
    }

    private static void WriteNameOrNumber(Utf8JsonWriter writer, string text)
    {
        if (char.IsAsciiDigit(text[0]) || text[0] == '-')
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    private static string NameOf(object key) => key switch
    {
        string text => text,
        Enum or Guid => key.ToString()!,
        byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToString(key, CultureInfo.InvariantCulture)!,
        _ => throw new NotSupportedException($"A dictionary with keys of type '{key.GetType()}' stands where the declared type is object; JSON needs names: use strings as keys."),
    };

    private static NotSupportedException Unknown(object value) => new(
        value.GetType().Name.Contains("AnonymousType", StringComparison.Ordinal)
            ? "An object of an anonymous type stands where the declared type is object, so its JSON is not known at build time. Declare a record and return that, or give a JsonObject or a Dictionary<string, object>."
            : $"A value of type '{value.GetType()}' stands where the declared type is object, so its JSON is not known at build time. Declare the type, or convert it to JsonNode first.");
}

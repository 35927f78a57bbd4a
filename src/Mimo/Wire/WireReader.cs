using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>
/// Reads values of the protocol tolerantly: a value of an unexpected kind is skipped and counts as absent, as null does. Each
/// method starts on the value's first token and ends on its last.
/// </summary>
internal static class WireReader
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>Reads a string; a number is taken by its text.</summary>
    public static string? String(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonText.ReadString(reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a whole number; a string or a fraction that holds one will do.</summary>
    public static long? Integer(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long number) ? number : FromDouble(reader.GetDouble());
            case JsonTokenType.String when long.TryParse(JsonText.ReadString(reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out long parsed):
                return parsed;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Enters an object; anything else is skipped.</summary>
    public static bool StartsObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>Enters an array; anything else is skipped.</summary>
    public static bool StartsArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>Moves to the object's next member name; false at its end.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves to the array's next item; false at its end.</summary>
    public static bool NextItem(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>If the current member has this name, moves on to its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => ValueIs(reader, name) && reader.Read();

    /// <summary>
    /// Whether the current name or string is this text. Compared in place, a text known to the compiler costs an instruction or
    /// two; the reader's own comparison costs more, and throws on half a surrogate pair.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ValueIs(in Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped ? EscapedValueIs(reader, text) : reader.ValueSpan.SequenceEqual(text);

    /// <summary>
    /// Whether a value is one of those that a host may put where it has nothing to say: null, false, an empty string or an empty
    /// object. Of an object that says something, the first token is read too.
    /// </summary>
    public static bool SaysNothing(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null or JsonTokenType.False => true,
        JsonTokenType.String => reader.ValueSpan.IsEmpty,
        JsonTokenType.StartObject => reader.Read() && reader.TokenType == JsonTokenType.EndObject,
        _ => false,
    };

    /// <summary>Skips the current member, value and all.</summary>
    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static bool EscapedValueIs(in Utf8JsonReader reader, ReadOnlySpan<byte> text) => JsonText.ReadString(reader) == Encoding.UTF8.GetString(text);

    private static long? FromDouble(double value) => double.IsFinite(value) && Math.Abs(value) < long.MaxValue ? (long)value : null;
}

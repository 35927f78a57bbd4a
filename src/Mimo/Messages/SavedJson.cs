using System.Text.Json;
using Mimo.Wire;

namespace Mimo;

/// <summary>
/// Reads values of a saved transcript. One of another kind than expected is refused with its place, for whatever is passed over is
/// lost. Null counts as absent, and a number will do for a string. Each method starts on the value's first token and ends on its last.
/// </summary>
internal static class SavedJson
{
    public static string? String(ref Utf8JsonReader reader, string name) => reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null
        ? WireReader.String(ref reader)
        : throw Refuse(reader, "a string", $"'{name}'");

    public static byte[] Base64(in Utf8JsonReader reader, string name) => reader.TokenType == JsonTokenType.String
        ? reader.GetBytesFromBase64()
        : throw Refuse(reader, "a string", $"'{name}'");

    public static bool Boolean(in Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw Refuse(reader, "true or false", $"'{name}'"),
    };

    public static double? Number(in Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.Null => null,
        _ => throw Refuse(reader, "a number", $"'{name}'"),
    };

    /// <summary>Enters an array; false where there is null.</summary>
    public static bool StartsArray(in Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.StartArray => true,
        JsonTokenType.Null => false,
        _ => throw Refuse(reader, "an array", $"'{name}'"),
    };

    /// <summary>Moves to the array's next item, an object; false at its end.</summary>
    public static bool NextObject(ref Utf8JsonReader reader, string name)
    {
        if (!WireReader.NextItem(ref reader))
        {
            return false;
        }

        return reader.TokenType == JsonTokenType.StartObject ? true : throw Refuse(reader, "an object", $"an item of '{name}'");
    }

    private static FormatException Refuse(in Utf8JsonReader reader, string expected, string place)
    {
        string found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "true or false",
        };
        return new FormatException($"The transcript holds {found} at byte {reader.TokenStartIndex}, where {expected} was expected as {place}.");
    }
}

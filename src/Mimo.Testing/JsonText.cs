using System.Text;
using System.Text.Json;

namespace Mimo.Testing;

/// <summary>Finds JSON in text.</summary>
internal static class JsonText
{
    /// <summary>The value, if the whole text is one.</summary>
    public static JsonElement? TryParse(string text) => TryParse(Encoding.UTF8.GetBytes(text));

    /// <summary>The value, if all the bytes are one.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The JSON objects in a text with anything around them, outer ones before those inside them.</summary>
    public static IEnumerable<JsonElement> Objects(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        for (int start = Array.IndexOf(utf8, (byte)'{'); start >= 0; start = Array.IndexOf(utf8, (byte)'{', start + 1))
        {
            if (TryParseAt(utf8, start) is { } value)
            {
                yield return value;
            }
        }
    }

    private static JsonElement? TryParseAt(byte[] utf8, int start)
    {
        var reader = new Utf8JsonReader(utf8.AsSpan(start));
        try
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

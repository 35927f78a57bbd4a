using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Mimo.Testing;

/// <summary>Finds JSON in text.</summary>
internal static class JsonText
{
    /// <summary>The value, if the whole text is one.</summary>
    public static JsonElement? TryParse(string text) => TryParse(Encoding.UTF8.GetBytes(text));

    /// <summary>The value, if all the bytes are one and all its texts are Unicode: the parser itself looks at texts only when they are read.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            bool mayBreak = utf8.Span.IndexOf("\\ud"u8) >= 0 || utf8.Span.IndexOf("\\uD"u8) >= 0;
            return mayBreak && !HasWholeTexts(document.RootElement) ? null : document.RootElement.Clone();
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

    /// <summary>Whether no escaped surrogate in the value stands without its partner.</summary>
    private static bool HasWholeTexts(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String
                ? value.GetString() is not null
                : value.Items().All(HasWholeTexts) && value.Members().All(member => member.Name is not null && HasWholeTexts(member.Value));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonElement? TryParseAt(byte[] utf8, int start)
    {
        var reader = new Utf8JsonReader(utf8.AsSpan(start));
        try
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return HasWholeTexts(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

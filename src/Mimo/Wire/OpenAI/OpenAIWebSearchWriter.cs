using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Writes the built-in web search, which this format counts among the tools.</summary>
internal static class OpenAIWebSearchWriter
{
    private static readonly JsonEncodedText Country = JsonEncodedText.Encode("country");
    private static readonly JsonEncodedText Region = JsonEncodedText.Encode("region");
    private static readonly JsonEncodedText City = JsonEncodedText.Encode("city");

    public static void Write(Utf8JsonWriter writer, MimoWebSearch search)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "web_search"u8);
        if (search.ForceSearch)
        {
            writer.WriteBoolean("force_search"u8, true);
        }

        if (search.MaxKeywords is { } maxKeywords)
        {
            writer.WriteNumber("max_keyword"u8, maxKeywords);
        }

        if (search.Limit is { } limit)
        {
            writer.WriteNumber("limit"u8, limit);
        }

        if (search.UserLocation is { } location)
        {
            WriteLocation(writer, location);
        }

        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, MimoUserLocation location)
    {
        writer.WriteStartObject("user_location"u8);
        writer.WriteString("type"u8, "approximate"u8);
        WriteText(writer, Country, location.Country);
        WriteText(writer, Region, location.Region);
        WriteText(writer, City, location.City);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, JsonEncodedText name, string? text)
    {
        if (text is not null)
        {
            JsonText.WriteString(writer, name, text);
        }
    }
}

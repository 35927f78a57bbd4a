using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing;

/// <summary>How the server writes JSON, and small readers for JSON whose shape the rules have passed.</summary>
internal static class WireJson
{
    /// <summary>Compact, and other scripts as themselves: the service escapes no more than JSON demands.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The member of an object, or an undefined element where it is missing or the value is no object.</summary>
    public static JsonElement Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) ? member : default;

    /// <summary>The value of <c>const</c> in a schema, which may be null, so that a missing one needs an answer of its own.</summary>
    public static bool TryGetConstant(this JsonElement schema, out JsonElement constant)
    {
        constant = default;
        return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("const", out constant);
    }

    public static bool IsMissingOrNull(this JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The text of a string, or null for anything else.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The items of an array, or none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>The members of an object, or none for anything else.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    public static string ToText(JsonNode? value) => Encoding.UTF8.GetString(ToUtf8(json =>
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }));

    /// <summary>The bytes of the JSON that <paramref name="write"/> writes.</summary>
    public static byte[] ToUtf8(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(json);
        }

        return buffer.ToArray();
    }
}

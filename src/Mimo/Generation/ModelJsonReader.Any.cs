using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    private static readonly JsonElement NullElement = CreateNullElement();

    /// <summary>Reads any value. It keeps a copy of its own of the text.</summary>
    public JsonElement ReadElement()
    {
        if (_isBroken)
        {
            return NullElement;
        }

        if (!IsUnicode())
        {
            Refuse("text of valid Unicode throughout");
            return NullElement;
        }

        try
        {
            return JsonElement.ParseValue(ref _json);
        }
        catch (JsonException exception)
        {
            Break(exception);
            return NullElement;
        }
    }

    /// <summary>Reads any value into nodes; a value that should not be null is an object, array, string, number or boolean.</summary>
    public JsonNode ReadNode()
    {
        if (ToNode(ReadElement()) is { } node)
        {
            return node;
        }

        Refuse("a value other than null");
        return new JsonObject();
    }

    /// <summary>Reads an object into nodes.</summary>
    public JsonObject ReadJsonObject()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return ToNode(ReadElement()) as JsonObject ?? [];
        }

        return ReadFromText(static (ref ModelJsonReader reader) => reader.ReadJsonObject(), "an object");
    }

    /// <summary>Reads an array into nodes.</summary>
    public JsonArray ReadJsonArray()
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            return ToNode(ReadElement()) as JsonArray ?? [];
        }

        return ReadFromText(static (ref ModelJsonReader reader) => reader.ReadJsonArray(), "an array");
    }

    /// <summary>
    /// Makes nodes at once: those that System.Text.Json makes of an element read it when they are touched, and throw then if a name
    /// comes twice. Of such names the last counts, as everywhere.
    /// </summary>
    private static JsonNode? ToNode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[member.Name] = ToNode(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    items.Add(ToNode(item));
                }

                return items;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            default:
                return JsonValue.Create(element);
        }
    }

    /// <summary>Whether all names and strings of the current value can be read; who gets the value would stumble over one that can't.</summary>
    private readonly bool IsUnicode()
    {
        ModelJsonReader ahead = this;
        int depth = ahead._json.CurrentDepth;
        do
        {
            ref Utf8JsonReader json = ref ahead._json;
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && !(json.ValueIsEscaped ? ahead.TryGetText(out _) : Utf8.IsValid(json.ValueSpan)))
            {
                return false;
            }
        }
        while (ahead.Advance() && ahead._json.CurrentDepth > depth);

        return true;
    }

    private static JsonElement CreateNullElement()
    {
        using JsonDocument document = JsonDocument.Parse("null"u8.ToArray());
        return document.RootElement.Clone();
    }
}

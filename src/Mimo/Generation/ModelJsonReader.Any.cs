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
        JsonElement element = ReadElement();
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return JsonObject.Create(element)!;
            case JsonValueKind.Array:
                return JsonArray.Create(element)!;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                Refuse("a value other than null");
                return new JsonObject();
            default:
                return JsonValue.Create(element)!;
        }
    }

    /// <summary>Reads an object into nodes.</summary>
    public JsonObject ReadJsonObject()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return JsonObject.Create(ReadElement()) ?? [];
        }

        return ReadFromText(static (ref ModelJsonReader reader) => reader.ReadJsonObject(), "an object");
    }

    /// <summary>Reads an array into nodes.</summary>
    public JsonArray ReadJsonArray()
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            return JsonArray.Create(ReadElement()) ?? [];
        }

        return ReadFromText(static (ref ModelJsonReader reader) => reader.ReadJsonArray(), "an array");
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

using System.Text.Json;
using System.Text.Json.Nodes;

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

    private static JsonElement CreateNullElement()
    {
        using JsonDocument document = JsonDocument.Parse("null"u8.ToArray());
        return document.RootElement.Clone();
    }
}

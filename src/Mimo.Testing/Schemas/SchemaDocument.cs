using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Schemas;

/// <summary>A JSON schema and what its references point at. References other than to places inside the document allow everything.</summary>
internal sealed class SchemaDocument(JsonElement root)
{
    private const int MostReferences = 32;

    public JsonElement Root { get; } = root;

    /// <summary>
    /// The schemas that all apply where <paramref name="schema"/> stands: itself, what it refers to, and the members of
    /// <c>allOf</c>. Choices (<c>anyOf</c>, <c>oneOf</c>) are left to the caller.
    /// </summary>
    public List<JsonElement> Conjunction(JsonElement schema)
    {
        var parts = new List<JsonElement>();
        Collect(schema, parts, MostReferences);
        return parts;
    }

    /// <summary>Whether a value fits a schema, as far as the keywords known here go.</summary>
    public bool Accepts(JsonElement schema, JsonNode? value) => SchemaCheck.Accepts(this, schema, value);

    private void Collect(JsonElement schema, List<JsonElement> parts, int referencesLeft)
    {
        parts.Add(schema);
        if (referencesLeft > 0 && schema.Member("$ref").AsText() is { } reference && Resolve(reference) is { } target)
        {
            Collect(target, parts, referencesLeft - 1);
        }

        foreach (JsonElement part in schema.Member("allOf").Items())
        {
            Collect(part, parts, referencesLeft - 1);
        }
    }

    private JsonElement? Resolve(string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        JsonElement place = Root;
        foreach (string step in Uri.UnescapeDataString(reference[1..]).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            place = place.ValueKind == JsonValueKind.Array && int.TryParse(name, out int index) && index < place.GetArrayLength()
                ? place[index]
                : place.Member(name);
        }

        return place.ValueKind == JsonValueKind.Undefined ? null : place;
    }
}

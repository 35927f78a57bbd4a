using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Schemas;

/// <summary>A JSON schema and what its references point at. References other than to places inside the document allow everything.</summary>
internal sealed class SchemaDocument(JsonElement root)
{
    private const int MostSteps = 100_000;

    private int _stepsLeft = MostSteps;

    public JsonElement Root { get; } = root;

    /// <summary>
    /// Takes a step, unless far more were taken than any sensible schema needs: one that refers to itself in circles would
    /// otherwise keep the server busy for ever.
    /// </summary>
    public bool TryStep() => _stepsLeft-- > 0;

    /// <summary>
    /// The schemas that all apply where <paramref name="schema"/> stands: itself, what it refers to, and the members of
    /// <c>allOf</c>. Choices (<c>anyOf</c>, <c>oneOf</c>) are left to the caller.
    /// </summary>
    public List<JsonElement> Conjunction(JsonElement schema)
    {
        var parts = new List<JsonElement>();
        Collect(schema, parts, new HashSet<string>(StringComparer.Ordinal));
        return parts;
    }

    /// <summary>Whether a value fits a schema, as far as the keywords known here go.</summary>
    public bool Accepts(JsonElement schema, JsonNode? value) => SchemaCheck.Accepts(this, schema, value);

    private void Collect(JsonElement schema, List<JsonElement> parts, HashSet<string> followed)
    {
        parts.Add(schema);
        if (schema.Member("$ref").AsText() is { } reference && followed.Add(reference) && Resolve(reference) is { } target)
        {
            Collect(target, parts, followed);
        }

        foreach (JsonElement part in schema.Member("allOf").Items())
        {
            Collect(part, parts, followed);
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

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Schemas;

/// <summary>Samples texts, numbers, booleans and constants: proposes values, the most telling first, and takes the first that fits.</summary>
internal sealed class SchemaScalars(SchemaDocument document, ValueSource values)
{
    /// <summary>One of the constants of <c>const</c> or <c>enum</c>, those the message mentions first; false where there are none.</summary>
    public bool TryConstant(List<JsonElement> parts, SamplePlace place, out JsonNode? value)
    {
        IEnumerable<JsonElement> constants = parts
            .SelectMany(part => part.TryGetConstant(out JsonElement constant) ? [constant] : part.Member("enum").Items())
            .OrderByDescending(constant => constant.AsText() is { } text && values.Phrases.Mentions(text));
        return TryFirst(constants.Select(SchemaCheck.ToNode), parts, place, out value);
    }

    public bool TrySample(string type, List<JsonElement> parts, SamplePlace place, out JsonNode? value)
    {
        bool found = TryFirst(Candidates(type, parts, place), parts, place, out value, type);
        if (found && value?.GetValueKind() == JsonValueKind.String)
        {
            values.Phrases.Take(value.GetValue<string>());
        }
        else if (found && value is JsonValue scalar && scalar.TryGetValue(out decimal number))
        {
            values.Phrases.Take(number);
        }

        return found;
    }

    private IEnumerable<JsonNode?> Candidates(string type, List<JsonElement> parts, SamplePlace place)
    {
        if (values.Known(place.Name) is { } known)
        {
            yield return known;
        }

        IEnumerable<JsonNode?> proposed = type switch
        {
            "string" => TextCandidates.For(parts, place.Name, values).Select(text => (JsonNode?)JsonValue.Create(text)),
            "integer" or "number" => NumberCandidates.For(parts, values.Phrases).Select(number => (JsonNode?)JsonValue.Create(number)),
            "boolean" => Given(parts).Concat([JsonValue.Create(true), JsonValue.Create(false)]),
            "null" => [null],
            _ => [],
        };
        foreach (JsonNode? candidate in proposed)
        {
            yield return candidate;
        }
    }

    /// <summary>The default and the examples of the schema.</summary>
    public static IEnumerable<JsonNode?> Given(List<JsonElement> parts) =>
        parts.SelectMany(part => part.Member("examples").Items().Prepend(part.Member("default")))
            .Where(given => given.ValueKind != JsonValueKind.Undefined)
            .Select(SchemaCheck.ToNode);

    private bool TryFirst(IEnumerable<JsonNode?> candidates, List<JsonElement> parts, SamplePlace place, out JsonNode? value, string? type = null)
    {
        foreach (JsonNode? candidate in candidates)
        {
            bool isType = type is null || SchemaCheck.TypeOf(candidate) is var actual && (actual == type || (type == "number" && actual == "integer"));
            if (isType
                && parts.TrueForAll(part => document.Accepts(part, candidate))
                && place.Earlier?.Any(earlier => JsonNode.DeepEquals(earlier, candidate)) != true)
            {
                value = candidate?.DeepClone();
                return true;
            }
        }

        value = null;
        return false;
    }
}

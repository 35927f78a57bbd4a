using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Schemas;

/// <summary>Samples arrays.</summary>
internal sealed class SchemaArrays(SchemaSampler sampler, ValueSource values, bool everything)
{
    private const int MostItems = 10;

    public bool TrySample(List<JsonElement> parts, SamplePlace place, out JsonNode? value)
    {
        value = null;
        decimal least = parts.Max(part => SchemaCheck.Number(part, "minItems", 0));
        decimal most = parts.Min(part => SchemaCheck.Number(part, "maxItems", decimal.MaxValue));
        bool unique = parts.Exists(part => part.Member("uniqueItems").ValueKind == JsonValueKind.True);
        decimal wanted = Math.Max(least, Math.Min(most, SchemaSampler.IsDeep(place.Depth) ? 0 : WantedItems(parts)));

        var result = new JsonArray();
        while (result.Count < wanted)
        {
            SamplePlace itemPlace = place.Member(place.Name) with { Earlier = unique ? result : null };
            if (!sampler.TrySample(ItemSchemas(parts, result.Count), itemPlace, out JsonNode? item))
            {
                break;
            }

            result.Add(item);
        }

        value = result;
        return result.Count >= least && place.Earlier?.Any(earlier => JsonNode.DeepEquals(earlier, result)) != true;
    }

    /// <summary>"Suggest 3 places" asks an answer for three items; the names in a message are as many items of a tool call.</summary>
    private decimal WantedItems(List<JsonElement> parts)
    {
        decimal first = parts.Max(part => part.Member("prefixItems").Items().Count());
        if (everything)
        {
            decimal? count = values.Phrases.Numbers.Where(number => decimal.IsInteger(number) && number is >= 1 and <= MostItems).Cast<decimal?>().FirstOrDefault();
            if (count is { } asked)
            {
                values.Phrases.Take(asked);
            }

            return Math.Max(first, count ?? 1);
        }

        bool ofTexts = SchemaTypes.Of([.. ItemSchemas(parts, 0)]) is ["string", ..];
        return Math.Max(first, ofTexts ? Math.Clamp(values.Phrases.Texts.Count, 1, MostItems) : 1);
    }

    private static IEnumerable<JsonElement> ItemSchemas(List<JsonElement> parts, int index)
    {
        foreach (JsonElement part in parts)
        {
            JsonElement schema = part.Member("prefixItems").Items().ElementAtOrDefault(index);
            schema = schema.ValueKind == JsonValueKind.Undefined ? part.Member("items") : schema;
            if (schema.ValueKind != JsonValueKind.Undefined)
            {
                yield return schema;
            }
        }
    }
}

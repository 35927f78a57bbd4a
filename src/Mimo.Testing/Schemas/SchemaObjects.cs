using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Words;

namespace Mimo.Testing.Schemas;

/// <summary>Samples objects, maps included.</summary>
internal sealed class SchemaObjects(SchemaSampler sampler, ValueSource values, bool everything, int optionalMembersLeft)
{
    private int _optionalMembersLeft = optionalMembersLeft;

    public bool TrySample(List<JsonElement> parts, SamplePlace place, out JsonNode? value)
    {
        value = null;
        var result = new JsonObject();
        var required = new HashSet<string>(parts.SelectMany(part => part.Member("required").Items()).Select(name => name.AsText()).OfType<string>(), StringComparer.Ordinal);
        List<(string Name, List<JsonElement> Schemas)> members = Members(parts);
        foreach ((string name, List<JsonElement> schemas) in members)
        {
            bool isRequired = required.Remove(name);
            if (!isRequired && !IsWanted(name, schemas, place))
            {
                continue;
            }

            if (sampler.TrySample(schemas, place.Member(name), out JsonNode? member))
            {
                result[name] = member;
            }
            else if (isRequired)
            {
                return false;
            }
        }

        foreach (string name in required)
        {
            if (!sampler.TrySample(Additional(parts), place.Member(name), out JsonNode? member))
            {
                return false;
            }

            result[name] = member;
        }

        AddEntries(parts, isMap: members.Count == 0, result, place);
        value = result;
        return place.Earlier?.Any(earlier => JsonNode.DeepEquals(earlier, result)) != true;
    }

    private static List<(string Name, List<JsonElement> Schemas)> Members(List<JsonElement> parts)
    {
        var members = new List<(string Name, List<JsonElement> Schemas)>();
        foreach (JsonProperty property in parts.SelectMany(part => part.Member("properties").Members()))
        {
            int known = members.FindIndex(member => member.Name == property.Name);
            if (known < 0)
            {
                members.Add((property.Name, [property.Value]));
            }
            else
            {
                members[known].Schemas.Add(property.Value);
            }
        }

        return members;
    }

    /// <summary>In an answer everything is wanted; in a tool call only what the message names, by the member's name or by one of its constants.</summary>
    private bool IsWanted(string name, List<JsonElement> schemas, SamplePlace place)
    {
        if (everything)
        {
            return !SchemaSampler.IsDeep(place.Depth) && _optionalMembersLeft-- > 0;
        }

        return WordList.Of(name).Overlaps(values.MessageWords)
            || schemas.SelectMany(schema => schema.Member("enum").Items()).Any(constant => constant.AsText() is { } text && values.Phrases.Mentions(text));
    }

    private static List<JsonElement> Additional(List<JsonElement> parts) =>
        [.. parts.Select(part => part.Member("additionalProperties")).Where(schema => schema.ValueKind != JsonValueKind.Undefined)];

    /// <summary>A map gets one entry, so that its values are seen; any object gets as many as it must have.</summary>
    private void AddEntries(List<JsonElement> parts, bool isMap, JsonObject result, SamplePlace place)
    {
        List<JsonElement> schemas = Additional(parts);
        List<JsonElement> names = [.. parts.Select(part => part.Member("propertyNames")).Where(schema => schema.ValueKind == JsonValueKind.Object)];
        bool wantsOne = isMap && schemas.Exists(schema => schema.ValueKind == JsonValueKind.Object) && !SchemaSampler.IsDeep(place.Depth);
        decimal least = parts.Max(part => SchemaCheck.Number(part, "minProperties", 0));
        decimal wanted = Math.Max(least, wantsOne ? 1 : 0);
        for (int attempt = 0; result.Count < wanted && attempt < wanted * 4; attempt++)
        {
            string name = names.Count > 0 && sampler.TrySample(names, place.Member("key"), out JsonNode? sampled) && sampled?.GetValueKind() == JsonValueKind.String
                ? sampled.GetValue<string>()
                : values.NextLabel("key");
            if (!result.ContainsKey(name) && sampler.TrySample(schemas, place.Member(name), out JsonNode? member))
            {
                result[name] = member;
            }
        }
    }
}

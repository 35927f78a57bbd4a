using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests.Oracles;

/// <param name="What">What is said differently.</param>
/// <param name="Json">The whole arguments.</param>
/// <param name="Null">The member that is null instead of absent; null if it is something else.</param>
internal sealed record Variation(string What, string Json, JsonPlace? Null = null);

/// <summary>Every way to say a valid instance a little differently that means the same.</summary>
internal static class Tolerances
{
    /// <summary>One place said differently: a number or boolean as text, an object or array as JSON text, a name in other case, null for absent, a member nobody knows.</summary>
    public static IEnumerable<Variation> Of(JsonElement schema, JsonNode? instance) => SchemaWalk.Of(schema, instance)
        .Where(static visit => !visit.Schema.IsFree && !visit.Schema.Has("anyOf"))
        .SelectMany(visit => At(visit).Select(change => new Variation(change.What + " at " + visit.Place.Path, Write(visit.Place.Change(instance, change.Change)))).Concat(Nulls(visit, instance)))
        .Concat(Whole(instance))
        .Concat(SchemaWalk.Of(schema, instance).Any(static visit => visit.Schema.Has("propertyNames")) ? [] : [new Variation("members in reverse order", Write(Reversed(instance)))])
        .Concat(SchemaWalk.Of(schema, instance).Any(static visit => visit.Schema.IsFree || visit.Schema.IsOpen) ? [] : [new Variation("every container as text", Write(Packed(instance, 4)))]);

    private static IEnumerable<(string What, Func<JsonNode?, JsonNode?> Change)> At(SchemaVisit visit)
    {
        switch (visit.Node)
        {
            case JsonValue when visit.Schema.Type is "integer" or "number":
                yield return ("number as text", static node => JsonValue.Create(Write(node)));
                yield return ("number as text with spaces", static node => JsonValue.Create(" " + Write(node) + " "));
                break;
            case JsonValue when visit.Schema.Type == "boolean":
                yield return ("boolean as text", static node => JsonValue.Create(Write(node)));
                yield return ("boolean as Python writes it", static node => JsonValue.Create(Write(node) == "true" ? "True" : "False"));
                break;
            // The values that an attribute allows are compared as they are. Its words in the description are all that tells them from names.
            case JsonValue value when visit.Schema.Names.Count > 0 && !visit.Schema.Keyword("description").Contains("one of", StringComparison.Ordinal):
                foreach (string other in OtherCases(value.GetValue<string>(), visit.Schema.Names))
                {
                    yield return ("name in other case", _ => JsonValue.Create(other));
                }

                break;
            case JsonValue value when visit.Schema.Has("const"):
                yield return ("constant in other case", static node => JsonValue.Create(" " + (node!.GetValueKind() == JsonValueKind.String ? node.GetValue<string>().ToUpperInvariant() : Write(node))));
                break;
            case JsonArray or JsonObject:
                yield return ("JSON as text", static node => JsonValue.Create(Write(node)));
                yield return ("JSON as text as text", static node => JsonValue.Create(Write(JsonValue.Create(" " + Write(node)))));
                break;
        }

        if (visit.Node is JsonObject members && visit.Schema.Has("properties") && !visit.Schema.IsOpen)
        {
            yield return ("unknown members", static node => With(node, "nobody knows this", "{\"a\":[1,{}]}"));
            yield return ("unknown member with null", static node => With(node, "", "null"));
        }
    }

    private static IEnumerable<Variation> Nulls(SchemaVisit visit, JsonNode? instance) => visit.Node is not JsonObject members ? [] : visit.Schema.Properties.Keys
        .Where(name => !visit.Schema.Required.Contains(name) && !members.ContainsKey(name))
        .Select(name => new Variation("null for absent", Write(visit.Place.Change(instance, node => With(node, name, "null"))), visit.Place.Of(name)));

    private static IEnumerable<Variation> Whole(JsonNode? instance)
    {
        yield return new Variation("trailing commas", Loosely(instance, ",", ""));
        yield return new Variation("comments", Loosely(instance, "", " /* a comment */ "));
        yield return new Variation("line comments and commas", "// begin\n" + Loosely(instance, ",", "// here\r\n") + "\n// end");
        yield return new Variation("white space and a byte order mark", "\ufeff \r\n\t" + Write(instance) + " \n");
        yield return new Variation("arguments as text", Write(JsonValue.Create(Write(instance))));
    }

    private static JsonNode? With(JsonNode? node, string name, string json)
    {
        node![name] = JsonNode.Parse(json);
        return node;
    }

    private static IEnumerable<string> OtherCases(string name, IReadOnlyList<string> names) =>
        new[] { name.ToUpperInvariant(), name.ToLowerInvariant() }
            .Where(other => other != name && names.Count(known => known.Equals(other, StringComparison.OrdinalIgnoreCase)) == 1)
            .Append(" " + name);

    /// <summary>Of names that are told apart as JSON and are the same key, the last counts, so entries under such names keep their order.</summary>
    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(static member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    /// <summary>With so many outer levels of containers written as text within text.</summary>
    private static JsonNode? Packed(JsonNode? node, int levels)
    {
        if (levels == 0)
        {
            return node?.DeepClone();
        }

        JsonNode? packed = node switch
        {
            JsonObject members when levels == 4 => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Packed(member.Value, levels - 1)))),
            _ => node?.DeepClone(),
        };
        return packed is JsonObject or JsonArray ? JsonValue.Create(Write(packed)) : packed;
    }

    /// <summary>Comments stand everywhere but before a colon, where Utf8JsonReader takes none.</summary>
    private static string Loosely(JsonNode? node, string comma, string comment)
    {
        var text = new StringBuilder();
        Append(node);
        return text.ToString();

        void Append(JsonNode? value)
        {
            text.Append(comment);
            switch (value)
            {
                case JsonObject { Count: > 0 } members:
                    text.Append('{').AppendJoin(",", members.Select(member => comment + Write(JsonValue.Create(member.Key)) + ":" + Loosely(member.Value, comma, comment))).Append(comma).Append('}');
                    break;
                case JsonArray { Count: > 0 } items:
                    text.Append('[').AppendJoin(",", items.Select(item => Loosely(item, comma, comment))).Append(comma).Append(']');
                    break;
                default:
                    text.Append(Write(value));
                    break;
            }

            text.Append(comment);
        }
    }

    private static string Write(JsonNode? node) => node is null ? "null" : node.ToJsonString();
}

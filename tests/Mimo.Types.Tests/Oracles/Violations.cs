using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Types.Tests.Generating;

namespace Mimo.Types.Tests.Oracles;

/// <param name="What">What is wrong.</param>
/// <param name="Instance">The instance with that one thing wrong.</param>
/// <param name="Path">The place that the refusal must name.</param>
internal sealed record Violation(string What, JsonNode? Instance, string Path);

/// <summary>Every way to break one rule of a schema in one place of a valid instance.</summary>
internal static class Violations
{
    private const string WrongName = "no such name";

    /// <summary>Beyond every fixed-size integer.</summary>
    private const string Huge = "1000000000000000000000000000000000000000000";

    public static IEnumerable<Violation> Of(JsonElement schema, JsonNode? instance) => SchemaWalk.Of(schema, instance).SelectMany(visit => At(visit, instance));

    private static IEnumerable<Violation> At(SchemaVisit visit, JsonNode? root)
    {
        (JsonPlace place, JsonNode? node, SchemaView schema, bool isOptional) = visit;
        if (schema.IsFree || schema.Has("anyOf") || place.Parent is null)
        {
            return node is JsonObject arguments && place.Parent is null ? Missing(visit, arguments, root) : [];
        }

        IEnumerable<(string What, string Json)> wrong = WrongKinds(schema.Type).Select(static json => ("wrong kind", json)).Concat(WrongValues(schema));
        if (!schema.AllowsNull && !isOptional)
        {
            wrong = wrong.Append(("null", "null"));
        }

        IEnumerable<Violation> violations = wrong.Select(item => new Violation(item.What, place.Change(root, _ => JsonNode.Parse(item.Json)), place.Path));
        if (node is JsonObject members && schema.Has("properties"))
        {
            violations = violations.Concat(Missing(visit, members, root));
        }

        if (node is JsonObject { Count: > 0 } && schema.Has("propertyNames"))
        {
            violations = violations.Append(new Violation("wrong name", place.Change(root, WithWrongName), place.Of(WrongName).Path));
        }

        return violations;
    }

    private static IEnumerable<Violation> Missing(SchemaVisit visit, JsonObject members, JsonNode? root) =>
        visit.Schema.Required.Where(members.ContainsKey).Select(name => new Violation(
            "missing",
            visit.Place.Change(root, node =>
            {
                node!.AsObject().Remove(name);
                return node;
            }),
            visit.Place.Of(name).Path));

    /// <summary>With the first entry's value under a name that fits no key.</summary>
    private static JsonObject WithWrongName(JsonNode? node)
    {
        JsonObject entries = node!.AsObject();
        entries[WrongName] = entries.First().Value?.DeepClone();
        return entries;
    }

    private static IEnumerable<string> WrongKinds(string type) => type switch
    {
        "string" => ["5", "true", "{}", "[]", "[\"text\"]"],
        "integer" => ["1.5", "\"seven\"", "\"1.5\"", "true", "{}", "[1]", "\"\""],
        "number" => ["\"seven\"", "false", "{}", "[1.5]", "\"\"", "\"NaN\"", "\"1e999\""],
        "boolean" => ["1", "\"yes\"", "{}", "[true]", "\"\""],
        "array" => ["5", "true", "{}", "\"text\"", "\"{}\"", "\"[1\"", "\"\""],
        "object" => ["5", "true", "[]", "\"text\"", "\"[]\"", "\"{\"", "\"\""],
        _ => [],
    };

    private static IEnumerable<(string What, string Json)> WrongValues(SchemaView schema)
    {
        if (schema.Names.Count > 0)
        {
            yield return ("unknown name", "\"no such name\"");
            yield return ("unknown name", "\"\"");
        }

        if (schema.Has("minimum"))
        {
            yield return ("too small", (BigInteger.Parse(schema.Keyword("minimum"), CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture));
            yield return ("far too small", "-" + Huge);
        }

        if (schema.Has("maximum"))
        {
            yield return ("too large", (BigInteger.Parse(schema.Keyword("maximum"), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
            yield return ("far too large", Huge);
            yield return ("too large as text", "\"" + Huge + "\"");
        }

        if (schema.Keyword("minLength") == "1" && schema.Keyword("maxLength") == "1")
        {
            yield return ("too short", "\"\"");
            yield return ("too long", "\"ab\"");
        }

        if (schema.Has("format"))
        {
            foreach (string text in TextFormats.Invalid(schema.Node.GetProperty("format").GetString()!))
            {
                yield return ("wrong format", JsonSerializer.Serialize(text));
            }
        }

        if (schema.Has("pattern"))
        {
            yield return ("no match", "\"one.two\"");
            yield return ("no match", "\"1\"");
        }

        if (schema.Has("contentEncoding"))
        {
            yield return ("not base64", "\"***\"");
            yield return ("not base64", "\"YQ\"");
        }
    }
}

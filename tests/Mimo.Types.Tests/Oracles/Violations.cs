using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests.Oracles;

/// <param name="What">What is wrong.</param>
/// <param name="Instance">The instance with that one thing wrong.</param>
/// <param name="Path">The place that the refusal must name.</param>
internal sealed record Violation(string What, JsonNode? Instance, string Path);

/// <summary>Every way to break one rule of a schema in one place of a valid instance.</summary>
internal static partial class Violations
{
    private const string WrongName = "no such name";

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

        IEnumerable<Violation> violations = wrong.Select(item => new Violation(item.What, place.Change(root, _ => JsonNode.Parse(item.Json)), place.Path))
            .Concat(WrongCounts(node, schema).Select(item => new Violation(item.What, place.Change(root, _ => item.Value), place.Path)));
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
        visit.Schema.Required.Where(members.ContainsKey).Where(name => !IsBaseWithout(visit, name)).Select(name => new Violation(
            "missing",
            visit.Place.Change(root, node =>
            {
                node!.AsObject().Remove(name);
                return node;
            }),
            visit.Place.Of(name).Path));

    /// <summary>Whether an object without this member is another case of its union, and as valid.</summary>
    private static bool IsBaseWithout(SchemaVisit visit, string name) =>
        visit.Schema.Constants.ContainsKey(name) && visit.Union!.Cases.Any(static known => known.Constants.Count == 0);

    /// <summary>With the first entry under a name that fits no key.</summary>
    private static JsonObject WithWrongName(JsonNode? node)
    {
        JsonObject entries = node!.AsObject();
        (string first, JsonNode? value) = entries.First();
        entries.Remove(first);
        entries[WrongName] = value;
        return entries;
    }
}

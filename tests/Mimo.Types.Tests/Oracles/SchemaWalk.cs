using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests.Oracles;

/// <param name="Place">Where the value stands.</param>
/// <param name="Node">The value.</param>
/// <param name="Schema">What it must fit.</param>
/// <param name="IsOptional">Whether it could be left out, so that null counts as left out.</param>
internal sealed record SchemaVisit(JsonPlace Place, JsonNode? Node, SchemaView Schema, bool IsOptional)
{
    /// <summary>The union that the value is a case of, which then is its schema; null if it is of none.</summary>
    public SchemaView? Union { get; init; }
}

/// <summary>Walks a valid instance together with its schema.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<SchemaVisit> Of(JsonElement schema, JsonNode? instance) => Of(new SchemaVisit(JsonPlace.Root, instance, SchemaView.OfRoot(schema), IsOptional: false));

    private static IEnumerable<SchemaVisit> Of(SchemaVisit visit)
    {
        if (visit.Node is JsonObject value && visit.Schema.Cases.Count > 0)
        {
            visit = visit with { Schema = visit.Schema.CaseOf(value), Union = visit.Schema };
        }

        yield return visit;
        IEnumerable<SchemaVisit> inner = (visit.Node, visit.Schema) switch
        {
            (_, { IsFree: true }) => [],
            (JsonArray items, var schema) => items.Select((item, index) => new SchemaVisit(visit.Place.At(index), item, schema.Items, IsOptional: false)),
            (JsonObject members, var schema) when schema.Has("properties") => members
                .Where(member => schema.Properties.ContainsKey(member.Key))
                .Select(member => new SchemaVisit(visit.Place.Of(member.Key), member.Value, schema.Sub(schema.Properties[member.Key]), !schema.Required.Contains(member.Key))),
            (JsonObject entries, var schema) => entries.Select(entry => new SchemaVisit(visit.Place.Of(entry.Key), entry.Value, schema.Entries, IsOptional: false)),
            _ => [],
        };
        foreach (SchemaVisit next in inner.SelectMany(Of))
        {
            yield return next;
        }
    }
}

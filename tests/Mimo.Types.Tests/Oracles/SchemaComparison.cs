using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Oracles;

/// <summary>Compares a tool's schema with what System.Text.Json's exporter makes of the same type.</summary>
internal sealed class SchemaComparison
{
    private static readonly string[] PlainKeywords =
    [
        "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "contentEncoding", "default", "propertyNames",
        "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "const", "oneOf", "allOf", "not",
    ];

    private static readonly JsonSchemaExporterOptions ExporterOptions = new() { TreatNullObliviousAsNonNullable = true };

    private readonly List<SchemaDifference> _differences = [];
    private readonly HashSet<(string, string, JsonPropertyInfo?)> _compared = [];

    /// <summary>All differences, intended or not.</summary>
    public static IReadOnlyList<SchemaDifference> Compare(EchoCase echo)
    {
        using JsonDocument ours = JsonDocument.Parse(echo.Tool.ParametersSchema);
        JsonNode exported = Judge.SchemaOptions.GetJsonSchemaAsNode(echo.Type, ExporterOptions);
        using JsonDocument theirs = JsonDocument.Parse(exported.ToJsonString(Judge.SchemaOptions));
        SchemaView arguments = SchemaView.OfRoot(ours.RootElement);
        Assert.Equal("object", arguments.Type);
        Assert.Equal([EchoCase.ArgumentName], arguments.Properties.Keys);

        var comparison = new SchemaComparison();
        comparison.Compare(
            "$",
            arguments.Sub(arguments.Properties[EchoCase.ArgumentName]),
            SchemaView.OfRoot(theirs.RootElement),
            new SchemaPlace(echo.Type, null, !arguments.Required.Contains(EchoCase.ArgumentName)));
        return comparison._differences;
    }

    /// <summary>The differences that are defects.</summary>
    public static IReadOnlyList<SchemaDifference> Unintended(EchoCase echo) =>
        Compare(echo).Where(static difference => !IntendedDifference.All.Any(intended => intended.Holds(difference))).ToList();

    private void Compare(string path, SchemaView ours, SchemaView theirs, SchemaPlace place)
    {
        if (!_compared.Add((ours.Node.GetRawText(), theirs.Node.GetRawText(), place.Member)))
        {
            return;
        }

        if (!ours.IsFree && !theirs.IsFree)
        {
            Differ(path, "null", Boolean(ours.AllowsNull), Boolean(theirs.AllowsNull), place);
        }

        if (ours.Type != theirs.Type)
        {
            Differ(path, "type", ours.Type, theirs.Type, place);
            return;
        }

        Differ(path, "enum", string.Join(",", ours.Names.Order(StringComparer.Ordinal)), string.Join(",", theirs.Names.Order(StringComparer.Ordinal)), place);
        foreach (string keyword in PlainKeywords)
        {
            Differ(path, keyword, ours.Keyword(keyword), theirs.Keyword(keyword), place);
        }

        if (ours.Has("items") || theirs.Has("items"))
        {
            Compare(path + "[]", ours.Items, theirs.Items, Item(place));
        }

        CompareMembers(path, ours, theirs, place);
        CompareEntries(path, ours, theirs, place);
    }

    private void CompareMembers(string path, SchemaView ours, SchemaView theirs, SchemaPlace place)
    {
        if (!ours.Has("properties") && !theirs.Has("properties"))
        {
            return;
        }

        JsonTypeInfo contract = Judge.SchemaOptions.GetTypeInfo(place.Underlying);
        foreach (string name in ours.Properties.Keys.Union(theirs.Properties.Keys))
        {
            JsonPropertyInfo? member = contract.Properties.FirstOrDefault(member => member.Name == name);
            var memberPlace = new SchemaPlace(member?.PropertyType ?? typeof(void), member, !ours.Required.Contains(name));
            string memberPath = path + "." + name;
            if (ours.Properties.TryGetValue(name, out JsonElement mine) && theirs.Properties.TryGetValue(name, out JsonElement other))
            {
                Differ(memberPath, "required", Boolean(ours.Required.Contains(name)), Boolean(theirs.Required.Contains(name)), memberPlace);
                Compare(memberPath, ours.Sub(mine), theirs.Sub(other), memberPlace);
            }
            else
            {
                Differ(memberPath, "properties", ours.Properties.ContainsKey(name) ? name : "", theirs.Properties.ContainsKey(name) ? name : "", memberPlace);
            }
        }
    }

    private void CompareEntries(string path, SchemaView ours, SchemaView theirs, SchemaPlace place)
    {
        if (ours.Type != "object" || ours.Has("properties"))
        {
            Differ(path, "additionalProperties", ours.Keyword("additionalProperties"), theirs.Keyword("additionalProperties"), place);
        }
        else if (Judge.SchemaOptions.GetTypeInfo(place.Underlying).ElementType is not null)
        {
            Compare(path + "{}", ours.Entries, theirs.Entries, Item(place));
        }
    }

    private static SchemaPlace Item(SchemaPlace place) =>
        new(Judge.SchemaOptions.GetTypeInfo(place.Underlying).ElementType!, null, IsOptional: false);

    private void Differ(string path, string keyword, string ours, string theirs, SchemaPlace place)
    {
        if (ours != theirs)
        {
            _differences.Add(new SchemaDifference(path, keyword, ours, theirs, place));
        }
    }

    private static string Boolean(bool value) => value ? "true" : "false";
}

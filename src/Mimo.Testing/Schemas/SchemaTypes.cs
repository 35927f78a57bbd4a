using System.Text.Json;

namespace Mimo.Testing.Schemas;

/// <summary>Says which JSON types a value may have.</summary>
internal static class SchemaTypes
{
    private static readonly string[] All = ["string", "integer", "number", "boolean", "object", "array", "null"];

    /// <summary>The types all parts allow, in the order of the first part that says so; inferred from other keywords where none does.</summary>
    public static IReadOnlyList<string> Of(List<JsonElement> parts)
    {
        IReadOnlyList<string>? types = null;
        foreach (JsonElement part in parts)
        {
            string[] allowed = Named(part.Member("type"));
            if (allowed.Length > 0)
            {
                types = types is null ? allowed : Common(types, allowed);
            }
        }

        return types ?? Inferred(parts);
    }

    private static string[] Named(JsonElement type) =>
        type.AsText() is { } name ? [name] : [.. type.Items().Select(item => item.AsText()).OfType<string>()];

    private static List<string> Common(IReadOnlyList<string> left, string[] right)
    {
        var common = new List<string>();
        foreach (string type in left)
        {
            if (right.Contains(type))
            {
                common.Add(type);
            }
            else if ((type == "integer" && right.Contains("number")) || (type == "number" && right.Contains("integer")))
            {
                common.Add("integer");
            }
        }

        return common;
    }

    private static string[] Inferred(List<JsonElement> parts)
    {
        bool Has(string keyword) => parts.Exists(part => part.Member(keyword).ValueKind != JsonValueKind.Undefined);
        return Has("properties") || Has("required") || Has("additionalProperties") ? ["object"]
            : Has("items") || Has("prefixItems") ? ["array"]
            : Has("minimum") || Has("maximum") ? ["number"]
            : All;
    }
}

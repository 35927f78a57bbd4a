using System.Globalization;
using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints constraints as keywords of JSON schemas.</summary>
internal static class ConstraintSchema
{
    /// <param name="constraints">The constraints.</param>
    /// <param name="isNullable">Whether the schema allows null, about which constraints say nothing.</param>
    public static IReadOnlyList<SchemaKeyword> Keywords(EquatableArray<ConstraintModel> constraints, bool isNullable)
    {
        var keywords = new List<SchemaKeyword>();
        foreach (ConstraintModel constraint in constraints)
        {
            foreach (SchemaKeyword keyword in Keywords(constraint, isNullable))
            {
                // Said twice, the first one stands: a JSON object must not repeat a name. Both are enforced.
                if (keywords.All(other => other.Name != keyword.Name))
                {
                    keywords.Add(keyword);
                }
            }
        }

        return keywords;
    }

    private static IEnumerable<SchemaKeyword> Keywords(ConstraintModel constraint, bool isNullable)
    {
        switch (constraint.Kind)
        {
            case ConstraintKind.Range:
                return Bounds(constraint, constraint.IsMinimumExclusive ? "exclusiveMinimum" : "minimum", constraint.IsMaximumExclusive ? "exclusiveMaximum" : "maximum");
            case ConstraintKind.TextLength:
                return Bounds(constraint, "minLength", "maxLength");
            case ConstraintKind.ItemCount:
                return Bounds(constraint, "minItems", "maxItems");
            case ConstraintKind.EntryCount:
                return Bounds(constraint, "minProperties", "maxProperties");
            case ConstraintKind.ByteCount:
                return Bounds(constraint with { Minimum = InBase64(constraint.Minimum), Maximum = InBase64(constraint.Maximum) }, "minLength", "maxLength");
            case ConstraintKind.Pattern:
                return [new SchemaKeyword("pattern", JsonText.Quote(Anchor(constraint.Pattern)))];
            case ConstraintKind.Allowed:
                return [new SchemaKeyword("enum", List(constraint, isNullable))];
            case ConstraintKind.Denied:
                return [new SchemaKeyword("not", "{\"enum\":" + List(constraint, isNullable: false) + "}")];
            case ConstraintKind.Email:
                return [new SchemaKeyword("format", "\"email\"")];
            case ConstraintKind.Url:
                return [new SchemaKeyword("format", "\"uri\"")];
            default:
                return [new SchemaKeyword("contentEncoding", "\"base64\"")];
        }
    }

    /// <summary>How many characters so many bytes take, padding among them.</summary>
    private static ConstantModel? InBase64(ConstantModel? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        string characters = ((long.Parse(bytes.Json, CultureInfo.InvariantCulture) + 2) / 3 * 4).ToString(CultureInfo.InvariantCulture);
        return new ConstantModel(characters, characters);
    }

    /// <summary><c>[RegularExpression]</c> means the whole text, a schema's <c>pattern</c> any part of it.</summary>
    public static string Anchor(string pattern)
    {
        bool isAnchored = pattern.StartsWith("^", StringComparison.Ordinal)
            && pattern.EndsWith("$", StringComparison.Ordinal)
            && !pattern.EndsWith("\\$", StringComparison.Ordinal)
            && pattern.IndexOf('|') < 0;
        return isAnchored ? pattern : "^(?:" + pattern + ")$";
    }

    private static IEnumerable<SchemaKeyword> Bounds(ConstraintModel constraint, string minimum, string maximum)
    {
        if (constraint.Minimum is not null)
        {
            yield return new SchemaKeyword(minimum, constraint.Minimum.Json);
        }

        if (constraint.Maximum is not null)
        {
            yield return new SchemaKeyword(maximum, constraint.Maximum.Json);
        }
    }

    private static string List(ConstraintModel constraint, bool isNullable) =>
        "[" + string.Join(",", constraint.Values.Select(static value => value.Json)) + (isNullable ? ",null]" : "]");
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mimo.Testing.Schemas;

/// <summary>
/// Judges values by the keywords of JSON Schema that tool and answer schemas use. It is here to choose between candidates, so
/// it lets through what it does not know.
/// </summary>
internal static class SchemaCheck
{
    private const int DeepestValue = 64;
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    public static bool Accepts(SchemaDocument document, JsonElement schema, JsonNode? value) => Accepts(document, schema, value, depth: 0);

    /// <summary>The JSON type of a value, with whole numbers as <c>integer</c>.</summary>
    public static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && decimal.IsInteger(number)
            ? "integer"
            : "number",
    };

    private static bool Accepts(SchemaDocument document, JsonElement schema, JsonNode? value, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > DeepestValue || !document.TryStep())
        {
            return schema.ValueKind != JsonValueKind.False;
        }

        foreach (JsonElement part in document.Conjunction(schema))
        {
            if (part.ValueKind == JsonValueKind.False || (part.ValueKind == JsonValueKind.Object && !AcceptsPart(document, part, value, depth)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AcceptsPart(SchemaDocument document, JsonElement part, JsonNode? value, int depth) =>
        AcceptsType(part.Member("type"), TypeOf(value))
        && AcceptsConstants(part, value)
        && AcceptsChoices(document, part, value, depth)
        && value?.GetValueKind() switch
        {
            JsonValueKind.String => AcceptsText(part, value.GetValue<string>()),
            JsonValueKind.Number => AcceptsNumber(part, value),
            JsonValueKind.Array => AcceptsArray(document, part, value.AsArray(), depth),
            JsonValueKind.Object => AcceptsObject(document, part, value.AsObject(), depth),
            _ => true,
        };

    private static bool AcceptsType(JsonElement allowed, string type) => allowed.ValueKind switch
    {
        JsonValueKind.String => IsType(allowed, type),
        JsonValueKind.Array => allowed.EnumerateArray().Any(item => IsType(item, type)),
        _ => true,
    };

    private static bool IsType(JsonElement allowed, string type) => allowed.AsText() == type || (allowed.AsText() == "number" && type == "integer");

    private static bool AcceptsConstants(JsonElement part, JsonNode? value) =>
        (!part.TryGetProperty("const", out JsonElement constant) || Same(constant, value))
        && (part.Member("enum").ValueKind != JsonValueKind.Array || part.Member("enum").Items().Any(item => Same(item, value)));

    private static bool Same(JsonElement expected, JsonNode? value) => JsonNode.DeepEquals(ToNode(expected), value);

    /// <summary>The value as a node, with numbers parsed so that 1 and 1.0 are the same.</summary>
    public static JsonNode? ToNode(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static bool AcceptsChoices(SchemaDocument document, JsonElement part, JsonNode? value, int depth)
    {
        bool Fits(JsonElement branch) => Accepts(document, branch, value, depth + 1);
        return (!part.TryGetProperty("anyOf", out JsonElement any) || any.Items().Any(Fits))
            && (!part.TryGetProperty("oneOf", out JsonElement one) || one.Items().Count(Fits) == 1)
            && (!part.TryGetProperty("not", out JsonElement not) || !Fits(not));
    }

    private static bool AcceptsText(JsonElement part, string text)
    {
        int length = text.EnumerateRunes().Count();
        return length >= Number(part, "minLength", 0)
            && length <= Number(part, "maxLength", decimal.MaxValue)
            && (part.Member("pattern").AsText() is not { } pattern || Matches(pattern, text))
            && (part.Member("format").AsText() is not { } format || TextFormats.Accepts(format, text))
            && (part.Member("contentEncoding").AsText() != "base64" || TextFormats.Accepts("byte", text));
    }

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static bool AcceptsNumber(JsonElement part, JsonNode value)
    {
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return true;
        }

        decimal step = Number(part, "multipleOf", 0);
        return number >= Number(part, "minimum", decimal.MinValue)
            && number <= Number(part, "maximum", decimal.MaxValue)
            && (!part.TryGetProperty("exclusiveMinimum", out _) || number > Number(part, "exclusiveMinimum", decimal.MinValue))
            && (!part.TryGetProperty("exclusiveMaximum", out _) || number < Number(part, "exclusiveMaximum", decimal.MaxValue))
            && (step <= 0 || number % step == 0);
    }

    private static bool AcceptsArray(SchemaDocument document, JsonElement part, JsonArray value, int depth)
    {
        if (value.Count < Number(part, "minItems", 0) || value.Count > Number(part, "maxItems", int.MaxValue))
        {
            return false;
        }

        JsonElement[] first = [.. part.Member("prefixItems").Items()];
        for (int i = 0; i < value.Count; i++)
        {
            JsonElement schema = i < first.Length ? first[i] : part.Member("items");
            if (!Accepts(document, schema, value[i], depth + 1))
            {
                return false;
            }
        }

        return part.Member("uniqueItems").ValueKind != JsonValueKind.True
            || !value.Where((item, i) => value.Take(i).Any(earlier => JsonNode.DeepEquals(earlier, item))).Any();
    }

    private static bool AcceptsObject(SchemaDocument document, JsonElement part, JsonObject value, int depth)
    {
        if (value.Count < Number(part, "minProperties", 0)
            || value.Count > Number(part, "maxProperties", int.MaxValue)
            || part.Member("required").Items().Any(name => name.AsText() is { } text && !value.ContainsKey(text)))
        {
            return false;
        }

        JsonElement properties = part.Member("properties");
        foreach ((string name, JsonNode? member) in value)
        {
            JsonElement schema = properties.Member(name);
            schema = schema.ValueKind == JsonValueKind.Undefined ? part.Member("additionalProperties") : schema;
            if (!Accepts(document, schema, member, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number a keyword gives, or <paramref name="otherwise"/> where it is missing or beyond the range of <see cref="decimal"/>.</summary>
    public static decimal Number(JsonElement part, string keyword, decimal otherwise) =>
        part.Member(keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out decimal value) ? value : otherwise;
}

using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Types.Tests.Generating;

namespace Mimo.Types.Tests.Oracles;

/// <content>What a value must not be, by the words of its schema.</content>
internal static partial class Violations
{
    /// <summary>Beyond every fixed-size integer.</summary>
    private const string Huge = "1000000000000000000000000000000000000000000";

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
        IEnumerable<(string What, string Json)> wrong = schema.Type is "integer" or "number" ? WrongNumbers(schema) : WrongTexts(schema).Select(static item => (item.What, JsonSerializer.Serialize(item.Text)));
        IEnumerable<(string What, string Json)> constant = schema.Has("const")
            ? new[] { "\"no such constant\"", "\"\"", "404", "true", "{}", "[]" }.Select(static json => ("unknown constant", json))
            : [];
        return wrong.Concat(constant).Concat(schema.Denied.Select(static json => ("denied value", json)));
    }

    private static IEnumerable<(string What, string Json)> WrongNumbers(SchemaView schema)
    {
        if (schema.Numbers.Count > 0)
        {
            yield return ("unknown number", schema.Numbers.Max(static number => decimal.Parse(number, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
            yield return ("unknown number", "0");
        }

        if (Beyond("inimum", -1) is { } less)
        {
            yield return ("too small", less);
            yield return ("too small", "\"" + less + "\"");
            yield return ("far too small", "-" + Huge);
        }

        if (Beyond("aximum", 1) is { } more)
        {
            yield return ("too large", more);
            yield return ("far too large", Huge);
            yield return ("too large as text", "\"" + Huge + "\"");
        }

        // The nearest number that is not allowed: the bound itself, or the next one.
        string? Beyond(string keyword, int direction)
        {
            if (schema.Has("exclusiveM" + keyword))
            {
                return schema.Keyword("exclusiveM" + keyword);
            }

            return !schema.Has("m" + keyword) ? null
                : schema.Type == "integer" ? (BigInteger.Parse(schema.Keyword("m" + keyword), CultureInfo.InvariantCulture) + direction).ToString(CultureInfo.InvariantCulture)
                : (schema.Node.GetProperty("m" + keyword).GetDecimal() + (direction * 0.001m)).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<(string What, string Text)> WrongTexts(SchemaView schema)
    {
        if (schema.Names.Count > 0)
        {
            yield return ("unknown name", "no such name");
            yield return ("unknown name", schema.Names.Contains("") ? "?" : "");

            // What could be one of several is none of them.
            foreach (string other in schema.Names.Where(static name => name.Length > 0).Select(static name => name.ToUpperInvariant()[..1].ToLowerInvariant() + name.ToUpperInvariant()[1..]).Except(schema.Names))
            {
                if (schema.Names.Count(name => name.Equals(other, StringComparison.OrdinalIgnoreCase)) > 1)
                {
                    yield return ("ambiguous name", other);
                }
            }
        }

        if (schema.Has("format"))
        {
            foreach (string text in TextFormats.Invalid(schema.Node.GetProperty("format").GetString()!))
            {
                yield return ("wrong format", text);
            }
        }

        if (schema.Has("pattern"))
        {
            foreach (string text in TextPatterns.Invalid(schema.Node.GetProperty("pattern").GetString()!))
            {
                yield return ("no match", text);
            }
        }

        bool isBase64 = schema.Has("contentEncoding");
        if (isBase64)
        {
            yield return ("not base64", "***");
            yield return ("not base64", "YQ");
        }

        if (schema.Has("minLength") && schema.Node.GetProperty("minLength").GetInt32() is > 0 and int least)
        {
            yield return ("too short", isBase64 ? Convert.ToBase64String(new byte[((least / 4) - 1) * 3]) : new string('x', least - 1));
        }

        if (schema.Has("maxLength") && schema.Node.GetProperty("maxLength").GetInt32() is int most)
        {
            yield return ("too long", isBase64 ? Convert.ToBase64String(new byte[(most / 4 * 3) + 1]) : new string('x', most + 1));
        }
    }

    private static IEnumerable<(string What, JsonNode Value)> WrongCounts(JsonNode? node, SchemaView schema)
    {
        switch (node)
        {
            case JsonArray { Count: > 0 } items:
                if (Count("minItems") is > 0 and int least)
                {
                    yield return ("too few items", new JsonArray([.. items.Take(least - 1).Select(static item => item?.DeepClone())]));
                }

                if (Count("maxItems") is int most)
                {
                    yield return ("too many items", new JsonArray([.. Enumerable.Range(0, most + 1).Select(index => items[index % items.Count]?.DeepClone())]));
                }

                break;
            case JsonObject { Count: > 0 } entries when !schema.Has("properties"):
                if (Count("minProperties") is > 0 and int fewest)
                {
                    yield return ("too few entries", new JsonObject(entries.Take(fewest - 1).Select(static entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))));
                }

                if (Count("maxProperties") is int largest)
                {
                    // An enum has names enough for one more where that is asked for.
                    IReadOnlyList<string> names = schema.Has("propertyNames") ? schema.Sub(schema.Node.GetProperty("propertyNames")).Names : [.. Enumerable.Range(0, largest + 1).Select(static index => $"entry {index}")];
                    yield return ("too many entries", new JsonObject(names.Take(largest + 1).Select(name => KeyValuePair.Create(name, entries.First().Value?.DeepClone()))));
                }

                break;
        }

        int? Count(string keyword) => schema.Has(keyword) ? schema.Node.GetProperty(keyword).GetInt32() : null;
    }
}

using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Mimo.Types.Tests.Oracles;

namespace Mimo.Types.Tests.Generating;

/// <summary>Generates valid instances of a schema as JSON text, out of nothing but the schema.</summary>
internal sealed class SchemaInstances(JsonElement root)
{
    /// <summary>Below this, what can be left out is.</summary>
    private const int Deepest = 6;

    public Gen<string> All => new TextGen(pcg => Build(pcg, SchemaView.OfRoot(root), 0));

    private string Build(PCG pcg, SchemaView schema, int depth)
    {
        if (schema.IsFree)
        {
            return Free(pcg);
        }

        if (schema.AllowsNull && (depth > Deepest || pcg.OneIn(4)))
        {
            return "null";
        }

        if (schema.Has("anyOf"))
        {
            IReadOnlyList<JsonElement> choices = [.. schema.Node.GetProperty("anyOf").EnumerateArray()];
            return Build(pcg, schema.Sub(pcg.Pick(choices)), depth);
        }

        if (schema.Has("const"))
        {
            return schema.Keyword("const");
        }

        if (schema.Names.Count > 0)
        {
            return JsonSerializer.Serialize(pcg.Pick(schema.Names));
        }

        return schema.Type switch
        {
            "object" => schema.Has("properties") ? Members(pcg, schema, depth) : Entries(pcg, schema, depth),
            "array" => Items(pcg, schema, depth),
            "string" => JsonSerializer.Serialize(Text(pcg, schema)),
            "boolean" => pcg.Pick("true", "false"),
            "integer" => Integer(pcg, schema),
            "number" => Number(pcg, schema),
            _ => throw new NotSupportedException($"No instances are known of {schema.Node}."),
        };
    }

    private string Members(PCG pcg, SchemaView schema, int depth)
    {
        IEnumerable<KeyValuePair<string, JsonElement>> members = schema.Properties.Where(member =>
            schema.Required.Contains(member.Key) || (depth <= Deepest && !pcg.OneIn(3)));
        return "{" + string.Join(",", members.Select(member => JsonSerializer.Serialize(member.Key) + ":" + Build(pcg, schema.Sub(member.Value), depth + 1))) + "}";
    }

    private string Entries(PCG pcg, SchemaView schema, int depth)
    {
        int count = depth > Deepest ? 0 : pcg.Below(4);
        SchemaView? names = schema.Has("propertyNames") ? schema.Sub(schema.Node.GetProperty("propertyNames")) : null;
        IEnumerable<string> keys = Enumerable.Range(0, count).Select(_ => Name(pcg, names)).Distinct().ToList();
        return "{" + string.Join(",", keys.Select(key => JsonSerializer.Serialize(key) + ":" + Build(pcg, schema.Entries, depth + 1))) + "}";
    }

    private static string Name(PCG pcg, SchemaView? names) => names switch
    {
        null => ScalarTexts.Text(pcg) is { Length: < 100 } text ? text : "long", // A refusal cuts long names.
        { Names.Count: > 0 } => pcg.Pick(names.Names),
        _ when names.Has("format") => TextFormats.Valid(pcg, names.Node.GetProperty("format").GetString()!).ToLowerInvariant(),

        // The patterns are those of integers; the smallest are bytes.
        _ => pcg.Below(names.Keyword("pattern").Contains('-', StringComparison.Ordinal) ? 128 : 256).ToString(CultureInfo.InvariantCulture),
    };

    private string Items(PCG pcg, SchemaView schema, int depth)
    {
        int least = schema.Has("minItems") ? schema.Node.GetProperty("minItems").GetInt32() : 0;
        int most = schema.Has("maxItems") ? schema.Node.GetProperty("maxItems").GetInt32() : least + 3;
        int count = depth > Deepest ? least : least + pcg.Below(Math.Min(most, least + 3) - least + 1);
        return "[" + string.Join(",", Enumerable.Range(0, count).Select(_ => Build(pcg, schema.Items, depth + 1))) + "]";
    }

    private static string Text(PCG pcg, SchemaView schema)
    {
        if (schema.Keyword("contentEncoding") == "\"base64\"")
        {
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(ScalarTexts.Text(pcg)));
        }

        if (schema.Has("format"))
        {
            return TextFormats.Valid(pcg, schema.Node.GetProperty("format").GetString()!);
        }

        if (schema.Has("pattern"))
        {
            // The only pattern of a type's own is that of versions.
            return pcg.Pick("1.2", "0.0.0", "10.20.30.40");
        }

        int least = schema.Has("minLength") ? schema.Node.GetProperty("minLength").GetInt32() : 0;
        int most = schema.Has("maxLength") ? schema.Node.GetProperty("maxLength").GetInt32() : int.MaxValue;
        string text = ScalarTexts.Text(pcg);
        int count = text.EnumerateRunes().Count();

        // JSON Schema counts code points, a char is one UTF-16 unit: characters beyond the first plane are left out.
        return count < least ? new string('x', least)
            : count > most ? string.Concat(text.EnumerateRunes().Select(static rune => rune.IsBmp ? rune.ToString() : "x").Take(most))
            : most == 1 && text.Length == 2 ? "x"
            : text;
    }

    /// <summary>Between the schema's bounds; without any, what fits the smallest type that says none, which is int.</summary>
    private static string Integer(PCG pcg, SchemaView schema)
    {
        BigInteger least = schema.Has("minimum") ? BigInteger.Parse(schema.Keyword("minimum"), CultureInfo.InvariantCulture) : int.MinValue;
        BigInteger most = schema.Has("maximum") ? BigInteger.Parse(schema.Keyword("maximum"), CultureInfo.InvariantCulture) : int.MaxValue;
        BigInteger value = pcg.Pick(least, most, least + (pcg.Next64() % (ulong)(most - least + 1)));
        return value.ToString(CultureInfo.InvariantCulture) + (pcg.OneIn(8) ? ".0" : pcg.OneIn(8) ? "e0" : "");
    }

    /// <summary>Within what Half can hold, which is the smallest type; fractions that all types hold.</summary>
    private static string Number(PCG pcg, SchemaView schema)
    {
        decimal least = schema.Has("minimum") ? schema.Node.GetProperty("minimum").GetDecimal() : -60000;
        decimal most = schema.Has("maximum") ? schema.Node.GetProperty("maximum").GetDecimal() : 60000;
        decimal value = pcg.Pick(least, most, least + ((most - least) * pcg.Below(1025) / 1024));
        return pcg.Pick(value.ToString(CultureInfo.InvariantCulture), ((double)value).ToString("E16", CultureInfo.InvariantCulture));
    }

    private static string Free(PCG pcg) => pcg.Pick("false", "true", "17", "-0.5", "\"text\"", "[]", "{}", "[1,[2],{\"a\":null}]", "{\"a\":{\"b\":[\"c\"]}}");
}

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

        if (schema.Cases.Count > 0)
        {
            return Build(pcg, pcg.Pick(schema.Cases), depth);
        }

        if (schema.Has("const"))
        {
            return schema.Keyword("const");
        }

        if (schema.Names.Count > 0)
        {
            return JsonSerializer.Serialize(pcg.Pick(schema.Names));
        }

        if (schema.Numbers.Count > 0)
        {
            return pcg.Pick(schema.Numbers);
        }

        string json = Any(pcg, schema, depth);
        while (schema.Denied.Contains(json))
        {
            json = Any(pcg, schema, depth);
        }

        return json;
    }

    private string Any(PCG pcg, SchemaView schema, int depth) => schema.Type switch
    {
        "object" => schema.Has("properties") ? Members(pcg, schema, depth) : Entries(pcg, schema, depth),
        "array" => Items(pcg, schema, depth),
        "string" => JsonSerializer.Serialize(Text(pcg, schema)),
        "boolean" => pcg.Pick("true", "false"),
        "integer" => Integer(pcg, schema),
        "number" => Number(pcg, schema),
        _ => throw new NotSupportedException($"No instances are known of {schema.Node}."),
    };

    private string Members(PCG pcg, SchemaView schema, int depth)
    {
        IEnumerable<KeyValuePair<string, JsonElement>> members = schema.Properties.Where(member =>
            schema.Required.Contains(member.Key) || (depth <= Deepest && !pcg.OneIn(3)));
        IEnumerable<string> known = members.Select(member => JsonSerializer.Serialize(member.Key) + ":" + Build(pcg, schema.Sub(member.Value), depth + 1));
        IEnumerable<string> unknown = schema.IsOpen ? Enumerable.Range(0, pcg.Below(3)).Select(index => $"\"unknown {index}\":{Free(pcg)}") : [];
        return "{" + string.Join(",", known.Concat(unknown)) + "}";
    }

    private string Entries(PCG pcg, SchemaView schema, int depth)
    {
        (int least, int most) = Counts(schema, "Properties");
        int count = depth > Deepest ? least : least + pcg.Below(Math.Min(most, least + 3) - least + 1);
        SchemaView? names = schema.Has("propertyNames") ? schema.Sub(schema.Node.GetProperty("propertyNames")) : null;
        var keys = new List<string>();
        while (keys.Count < count)
        {
            // What comes twice makes it fewer, unless they must be so many.
            string key = Name(pcg, names);
            count -= keys.Contains(key) && count > least ? 1 : 0;
            keys.AddRange(keys.Contains(key) ? [] : [key]);
        }

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
        (int least, int most) = Counts(schema, "Items");
        int count = depth > Deepest ? least : least + pcg.Below(Math.Min(most, least + 3) - least + 1);
        return "[" + string.Join(",", Enumerable.Range(0, count).Select(_ => Build(pcg, schema.Items, depth + 1))) + "]";
    }

    private static (int Least, int Most) Counts(SchemaView schema, string what) =>
        (schema.Has("min" + what) ? schema.Node.GetProperty("min" + what).GetInt32() : 0, schema.Has("max" + what) ? schema.Node.GetProperty("max" + what).GetInt32() : int.MaxValue - 4);

    private static string Text(PCG pcg, SchemaView schema)
    {
        (int least, int most) = Counts(schema, "Length");
        if (schema.Keyword("contentEncoding") == "\"base64\"")
        {
            // The length of the text says to within two how many bytes there are: so many are neither too few nor too many.
            byte[] bytes = Encoding.UTF8.GetBytes(ScalarTexts.Text(pcg));
            return Convert.ToBase64String([.. bytes.Take((most / 4 * 3) - 2), .. new byte[Math.Max(0, (least / 4 * 3) - bytes.Length)]]);
        }

        if (schema.Has("format"))
        {
            return TextFormats.Valid(pcg, schema.Node.GetProperty("format").GetString()!);
        }

        if (schema.Has("pattern"))
        {
            return pcg.Pick(TextPatterns.Valid(schema.Node.GetProperty("pattern").GetString()!));
        }

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
        BigInteger least = schema.Has("exclusiveMinimum") ? Bound("exclusiveMinimum") + 1 : schema.Has("minimum") ? Bound("minimum") : int.MinValue;
        BigInteger most = schema.Has("exclusiveMaximum") ? Bound("exclusiveMaximum") - 1 : schema.Has("maximum") ? Bound("maximum") : int.MaxValue;
        BigInteger value = pcg.Pick(least, most, least + (pcg.Next64() % (ulong)(most - least + 1)));
        return value.ToString(CultureInfo.InvariantCulture) + (pcg.OneIn(8) ? ".0" : pcg.OneIn(8) ? "e0" : "");

        BigInteger Bound(string keyword) => BigInteger.Parse(schema.Keyword(keyword), CultureInfo.InvariantCulture);
    }

    /// <summary>Within what Half can hold, which is the smallest type; fractions that all types hold.</summary>
    private static string Number(PCG pcg, SchemaView schema)
    {
        (decimal least, bool isOpenBelow) = Bound("inimum", -60000);
        (decimal most, bool isOpenAbove) = Bound("aximum", 60000);
        int part = pcg.Pick(isOpenBelow ? 1 : 0, isOpenAbove ? 1023 : 1024, 1 + pcg.Below(1023));
        decimal value = part == 1024 ? most : least + ((most - least) * part / 1024);
        return pcg.Pick(value.ToString(CultureInfo.InvariantCulture), ((double)value).ToString("E16", CultureInfo.InvariantCulture));

        (decimal Value, bool IsOpen) Bound(string keyword, decimal otherwise) =>
            schema.Has("exclusiveM" + keyword) ? (schema.Node.GetProperty("exclusiveM" + keyword).GetDecimal(), true)
            : (schema.Has("m" + keyword) ? schema.Node.GetProperty("m" + keyword).GetDecimal() : otherwise, false);
    }

    private static string Free(PCG pcg) => pcg.Pick("false", "true", "17", "-0.5", "\"text\"", "[]", "{}", "[1,[2],{\"a\":null}]", "{\"a\":{\"b\":[\"c\"]}}");
}

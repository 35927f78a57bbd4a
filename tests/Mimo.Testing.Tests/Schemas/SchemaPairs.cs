using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;

namespace Mimo.Testing.Tests.Schemas;

/// <summary>Generates schemas together with their judges.</summary>
internal static class SchemaPairs
{
    private static readonly Gen<SchemaPair> Text =
        from least in Gen.Int[0, 12]
        from extra in Gen.Int[0, 20]
        from bounded in Gen.Bool
        select bounded
            ? new SchemaPair(
                new JsonObject { ["type"] = "string", ["minLength"] = least, ["maxLength"] = least + extra },
                value => value.ValueKind == JsonValueKind.String && Runes(value) >= least && Runes(value) <= least + extra)
            : new SchemaPair(new JsonObject { ["type"] = "string" }, value => value.ValueKind == JsonValueKind.String);

    private static readonly Gen<SchemaPair> Patterned =
        from pattern in Pick.From(
            "^[A-Z]{3}$", "^\\d{4}-\\d{2}$", "^(red|green|blue)$", "^[a-z][a-z0-9_-]{2,15}$", "^\\+?[0-9 ]{7,}$", "^.+@.+$", "^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$", "^[^a-z]+$")
        select new SchemaPair(
            new JsonObject { ["type"] = "string", ["pattern"] = pattern },
            value => value.ValueKind == JsonValueKind.String && Regex.IsMatch(value.GetString()!, pattern));

    private static readonly Gen<SchemaPair> Bytes =
        from least in Gen.Int[0, 5]
        from extra in Gen.Int[0, 3]
        let groups = Math.Max(1, least + extra)
        select new SchemaPair(
            new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64", ["minLength"] = least * 4, ["maxLength"] = groups * 4 },
            value => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out _) && value.GetString()!.Length is var length && length >= least * 4 && length <= groups * 4);

    private static readonly Gen<SchemaPair> Formatted = Pick.From(
        Format("date", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _)),
        Format("date-time", text => DateTimeOffset.TryParse(text, out _) && text.Contains('T', StringComparison.Ordinal)),
        Format("uuid", text => Guid.TryParseExact(text, "D", out _)),
        Format("uri", text => Uri.TryCreate(text, UriKind.Absolute, out _)),
        Format("email", text => Regex.IsMatch(text, @"^[^@\s]+@[^@\s]+$")),
        Format("ipv4", text => System.Net.IPAddress.TryParse(text, out _)));

    private static readonly Gen<SchemaPair> Choice =
        from names in Gen.String[Gen.Char['a', 'e'], 1, 4].Array[1, 4]
        from nullable in Gen.Bool
        let distinct = names.Distinct().ToArray()
        select new SchemaPair(
            new JsonObject { ["enum"] = new JsonArray([.. distinct.Select(name => (JsonNode?)name), .. nullable ? new JsonNode?[] { null } : []]) },
            value => (nullable && value.ValueKind == JsonValueKind.Null) || (value.ValueKind == JsonValueKind.String && distinct.Contains(value.GetString())));

    private static readonly Gen<SchemaPair> Constant =
        from value in Gen.Int[-5, 5]
        select new SchemaPair(new JsonObject { ["const"] = value }, element => element.ValueKind == JsonValueKind.Number && element.GetInt32() == value);

    private static readonly Gen<SchemaPair> WholeNumber =
        from least in Gen.Long[-1_000_000_000_000, 1_000_000_000_000]
        from span in Gen.Long[0, 100]
        from step in Gen.Int[1, 5]
        let most = least + span + step
        select new SchemaPair(
            new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most, ["multipleOf"] = step },
            value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most && number % step == 0);

    private static readonly Gen<SchemaPair> Real =
        from least in Gen.Int[-1000, 1000]
        from span in Gen.Int[1, 3]
        from exclusive in Gen.Bool
        select new SchemaPair(
            exclusive
                ? new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = least / 4m, ["exclusiveMaximum"] = (least + span) / 4m }
                : new JsonObject { ["type"] = "number", ["minimum"] = least / 4m, ["maximum"] = (least + span) / 4m },
            value => value.ValueKind == JsonValueKind.Number && value.GetDecimal() is var number
                && (exclusive ? number > least / 4m && number < (least + span) / 4m : number >= least / 4m && number <= (least + span) / 4m));

    private static readonly Gen<SchemaPair> Truth = Gen.Const(new SchemaPair(
        new JsonObject { ["type"] = "boolean" },
        value => value.ValueKind is JsonValueKind.True or JsonValueKind.False));

    private static readonly Gen<SchemaPair> Scalar = Gen.OneOf(Text, Patterned, Bytes, Formatted, Choice, Constant, WholeNumber, Real, Truth);

    /// <summary>Any schema, nested up to this depth.</summary>
    public static Gen<SchemaPair> Any(int depth) =>
        depth == 0 ? Scalar : Gen.OneOf(Scalar, List(depth), Record(depth), Map(depth), Either(depth), Nullable(depth), Narrowed(depth));

    /// <summary>An object schema, as parameters of tools and answers are.</summary>
    public static Gen<SchemaPair> Record(int depth) =>
        from members in Any(depth - 1).Array[0, 4]
        from required in Gen.Bool.Array[4]
        let schema = RecordSchema(members, required)
        select new SchemaPair(schema, value => IsRecord(value, members, required));

    private static Gen<SchemaPair> List(int depth) =>
        from item in Any(depth - 1)
        from least in Gen.Int[0, 3]
        select new SchemaPair(
            new JsonObject { ["type"] = "array", ["items"] = item.Schema.DeepClone(), ["minItems"] = least, ["maxItems"] = least + 2 },
            value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() >= least && value.GetArrayLength() <= least + 2 && value.EnumerateArray().All(item.Accepts));

    private static Gen<SchemaPair> Map(int depth) =>
        from item in Any(depth - 1)
        from least in Gen.Int[0, 2]
        select new SchemaPair(
            new JsonObject { ["type"] = "object", ["additionalProperties"] = item.Schema.DeepClone(), ["minProperties"] = least },
            value => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() >= least && value.EnumerateObject().All(member => item.Accepts(member.Value)));

    private static Gen<SchemaPair> Either(int depth) =>
        from one in Any(depth - 1)
        from two in Any(depth - 1)
        from exclusive in Gen.Bool
        where !exclusive || one.Schema["type"]?.ToString() != two.Schema["type"]?.ToString()
        select exclusive && Disjoint(one, two)
            ? new SchemaPair(new JsonObject { ["oneOf"] = new JsonArray(one.Schema.DeepClone(), two.Schema.DeepClone()) }, value => one.Accepts(value) ^ two.Accepts(value))
            : new SchemaPair(new JsonObject { ["anyOf"] = new JsonArray(one.Schema.DeepClone(), two.Schema.DeepClone()) }, value => one.Accepts(value) || two.Accepts(value));

    private static Gen<SchemaPair> Nullable(int depth) =>
        from item in Any(depth - 1)
        select new SchemaPair(
            new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, item.Schema.DeepClone()) },
            value => value.ValueKind == JsonValueKind.Null || item.Accepts(value));

    private static Gen<SchemaPair> Narrowed(int depth) =>
        from item in Any(depth - 1)
        select new SchemaPair(new JsonObject { ["allOf"] = new JsonArray(item.Schema.DeepClone(), new JsonObject()), ["description"] = "the same" }, item.Accepts);

    private static bool Disjoint(SchemaPair one, SchemaPair two) => one.Schema["type"] is not null && two.Schema["type"] is not null
        && !(one.Schema["type"]!.ToString() is "integer" or "number" && two.Schema["type"]!.ToString() is "integer" or "number");

    private static SchemaPair Format(string format, Func<string, bool> parses) => new(
        new JsonObject { ["type"] = "string", ["format"] = format },
        value => value.ValueKind == JsonValueKind.String && parses(value.GetString()!));

    private static JsonObject RecordSchema(SchemaPair[] members, bool[] required)
    {
        var properties = new JsonObject();
        var names = new JsonArray();
        for (int i = 0; i < members.Length; i++)
        {
            properties[$"member_{i}"] = members[i].Schema.DeepClone();
            if (required[i])
            {
                names.Add($"member_{i}");
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = names, ["additionalProperties"] = false };
    }

    private static bool IsRecord(JsonElement value, SchemaPair[] members, bool[] required)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(member => !member.Name.StartsWith("member_", StringComparison.Ordinal)))
        {
            return false;
        }

        for (int i = 0; i < members.Length; i++)
        {
            bool there = value.TryGetProperty($"member_{i}", out JsonElement member);
            if (there ? !members[i].Accepts(member) : required[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Runes(JsonElement value) => value.GetString()!.EnumerateRunes().Count();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Words;

namespace Mimo.Testing.Schemas;

/// <summary>Proposes numbers: those of the message, then those the schema names, then those at its bounds.</summary>
internal static class NumberCandidates
{
    public static IEnumerable<decimal> For(List<JsonElement> parts, Phrases phrases)
    {
        decimal? minimum = Bound(parts, "minimum");
        decimal? maximum = Bound(parts, "maximum");
        decimal? above = Bound(parts, "exclusiveMinimum");
        decimal? below = Bound(parts, "exclusiveMaximum");
        decimal step = Bound(parts, "multipleOf") ?? 1;
        IEnumerable<decimal?> given = SchemaScalars.Given(parts).Select(AsNumber);
        decimal?[] derived =
        [
            1, 0, minimum, Ceiling(minimum), maximum, Floor(maximum), Ceiling(minimum ?? above, step), step, -step,
            Floor(above) + 1, Ceiling(below) - 1, Middle(minimum ?? above, maximum ?? below), 0.5m, Floor(minimum ?? above) + 0.5m,
        ];
        // Each series is longer than any array the sampler writes, so that items that must differ can.
        IEnumerable<decimal?> series = Enumerable.Range(1, 32).SelectMany(i => new[] { i * step, Ceiling(minimum ?? above, step) + (i * step) });
        return phrases.Numbers.ToArray().Concat(given.Concat(derived).Concat(series).OfType<decimal>()).Select(Plain);
    }

    private static decimal? Bound(List<JsonElement> parts, string keyword)
    {
        foreach (JsonElement part in parts)
        {
            if (part.Member(keyword) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out decimal value))
            {
                return value;
            }
        }

        return null;
    }

    private static decimal? AsNumber(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    private static decimal? Ceiling(decimal? number, decimal step = 1) =>
        number is { } value && step > 0 && Math.Abs(value) < long.MaxValue && value / step < long.MaxValue ? Math.Ceiling(value / step) * step : null;

    private static decimal? Floor(decimal? number) => number is { } value && Math.Abs(value) < long.MaxValue ? Math.Floor(value) : null;

    private static decimal? Middle(decimal? low, decimal? high) => low is { } a && high is { } b && Math.Abs(a) < long.MaxValue && Math.Abs(b) < long.MaxValue ? (a + b) / 2 : null;

    /// <summary>The number without trailing zeros, so that whole numbers print as whole numbers.</summary>
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}

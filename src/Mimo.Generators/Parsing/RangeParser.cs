using System.Globalization;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads <c>[Range]</c>: its bounds as the value's type compares with them.</summary>
internal static class RangeParser
{
    public static ConstraintModel? Parse(AttributeData attribute, TypeModel type, out string? problem)
    {
        if (type is not ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal } number)
        {
            problem = "needs a number";
            return null;
        }

        object? first = attribute.ConstructorArguments.Length == 3 ? attribute.ConstructorArguments[1].Value : attribute.ConstructorArguments.ElementAtOrDefault(0).Value;
        object? second = attribute.ConstructorArguments.Length == 3 ? attribute.ConstructorArguments[2].Value : attribute.ConstructorArguments.ElementAtOrDefault(1).Value;
        if (!TryBound(first, number.Kind, isMinimum: true, out ConstantModel? minimum, out decimal low) || !TryBound(second, number.Kind, isMinimum: false, out ConstantModel? maximum, out decimal high))
        {
            problem = $"has bounds that no value of its type meets or that are not numbers: '{first}' to '{second}'";
            return null;
        }

        if (minimum is not null && maximum is not null && low > high)
        {
            problem = "has a minimum above its maximum";
            return null;
        }

        attribute.TryGetNamed("MinimumIsExclusive", out bool isMinimumExclusive);
        attribute.TryGetNamed("MaximumIsExclusive", out bool isMaximumExclusive);
        problem = null;
        return new ConstraintModel
        {
            Kind = ConstraintKind.Range,
            Minimum = minimum,
            Maximum = maximum,
            IsMinimumExclusive = isMinimumExclusive,
            IsMaximumExclusive = isMaximumExclusive,
        };
    }

    /// <param name="value">The bound as the attribute has it.</param>
    /// <param name="kind">The type of the values that are compared with it.</param>
    /// <param name="isMinimum">Whether it is the lower bound.</param>
    /// <param name="bound">The bound; null if it bounds nothing that the type doesn't.</param>
    /// <param name="order">The bound for comparing the two with each other.</param>
    private static bool TryBound(object? value, ScalarKind kind, bool isMinimum, out ConstantModel? bound, out decimal order)
    {
        bound = null;
        order = 0;
        if (value is double floating && (double.IsInfinity(floating) || Math.Abs(floating) >= (double)decimal.MaxValue))
        {
            // Such a bound is how [Range] says "no bound"; a floating-point one between here and infinity bounds nothing in practice.
            return true;
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is double exact)
        {
            text = exact.ToString("R", CultureInfo.InvariantCulture);
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out order))
        {
            return false;
        }

        (decimal? lowest, decimal? highest) = OwnBounds(kind);
        if (isMinimum ? order <= lowest : order >= highest)
        {
            return true;
        }

        if (isMinimum ? order > highest : order < lowest)
        {
            return false;
        }

        bool isWhole = decimal.Truncate(order) == order;
        string digits = order.ToString(CultureInfo.InvariantCulture);
        string whole = decimal.Truncate(order).ToString(CultureInfo.InvariantCulture);
        switch (kind)
        {
            case ScalarKind.Decimal:
                bound = new ConstantModel(digits + "m", digits);
                return true;
            case ScalarKind.Half or ScalarKind.Single or ScalarKind.Double:
                bound = new ConstantModel((isWhole ? whole : text) + "d", isWhole ? whole : text);
                return true;
            default:
                // Out of the range of long, a literal needs the exact type, and [Range] can hardly say such a number anyway.
                bound = isWhole && order is >= long.MinValue and <= long.MaxValue ? new ConstantModel(whole + (order is >= int.MinValue and <= int.MaxValue ? "" : "L"), whole) : null;
                return bound is not null;
        }
    }

    private static (decimal? Lowest, decimal? Highest) OwnBounds(ScalarKind kind) => kind switch
    {
        ScalarKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        ScalarKind.Byte => (byte.MinValue, byte.MaxValue),
        ScalarKind.Int16 => (short.MinValue, short.MaxValue),
        ScalarKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ScalarKind.Int32 => (int.MinValue, int.MaxValue),
        ScalarKind.UInt32 => (uint.MinValue, uint.MaxValue),
        ScalarKind.Int64 => (long.MinValue, long.MaxValue),
        ScalarKind.UInt64 => (ulong.MinValue, ulong.MaxValue),
        ScalarKind.UInt128 => (0, null),
        _ => (null, null),
    };
}

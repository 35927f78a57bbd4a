using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads <c>[Range]</c>: its bounds as the value's type compares with them.</summary>
internal static class RangeParser
{
    /// <summary>Up to here, 2⁻²⁵, a number is nearer to zero than to the smallest other <c>Half</c>.</summary>
    private const decimal LargestHalfZero = 0.0000000298023223876953125m;

    public static ConstraintModel? Parse(AttributeData attribute, TypeModel type, out string? problem)
    {
        if (type is not ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal } number)
        {
            problem = "needs a number";
            return null;
        }

        object? first = attribute.ConstructorArguments.Length == 3 ? attribute.ConstructorArguments[1].Value : attribute.ConstructorArguments.ElementAtOrDefault(0).Value;
        object? second = attribute.ConstructorArguments.Length == 3 ? attribute.ConstructorArguments[2].Value : attribute.ConstructorArguments.ElementAtOrDefault(1).Value;
        attribute.TryGetNamed("MinimumIsExclusive", out bool isMinimumExclusive);
        attribute.TryGetNamed("MaximumIsExclusive", out bool isMaximumExclusive);
        if (!TryBound(first, number.Kind, isMinimum: true, ref isMinimumExclusive, out ConstantModel? minimum, out decimal low)
            || !TryBound(second, number.Kind, isMinimum: false, ref isMaximumExclusive, out ConstantModel? maximum, out decimal high))
        {
            problem = $"has bounds that no value of its type meets or that are not numbers: '{first}' to '{second}'";
            return null;
        }

        if (minimum is not null && maximum is not null && low > high)
        {
            problem = "has a minimum above its maximum";
            return null;
        }

        problem = null;
        if (minimum is null && maximum is null)
        {
            return null; // As wide as its type, it says nothing.
        }

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
    /// <param name="isExclusive">Whether the bound itself is out of bounds.</param>
    /// <param name="bound">The bound; null if it bounds nothing that the type doesn't.</param>
    /// <param name="order">The bound for comparing the two with each other.</param>
    private static bool TryBound(object? value, ScalarKind kind, bool isMinimum, ref bool isExclusive, out ConstantModel? bound, out decimal order)
    {
        bound = null;
        order = 0;
        if (value is string written
            && kind is ScalarKind.Half or ScalarKind.Single or ScalarKind.Double
            && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double meant))
        {
            value = meant; // Written anew, for ".5" is a number to .NET, but none in JSON.
        }

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

        if (value is double whole && kind <= ScalarKind.BigInteger && Math.Truncate(whole) == whole)
        {
            // Not by way of text, which has other digits in compilers that run on .NET Framework, and too few for the last integers.
            order = (decimal)new BigInteger(whole);
        }
        else if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out order))
        {
            return false;
        }

        // Closer to zero than a decimal, or a value of the type, comes, as double.Epsilon is: no zero for all that, but just beside it.
        bool isBesideZero = value is double and not 0 && (order == 0 || (kind == ScalarKind.Half && Math.Abs(order) <= LargestHalfZero));
        if (isBesideZero && kind is not ScalarKind.Double)
        {
            isExclusive = isMinimum == value is > 0d;
            order = 0; // Without the decimals that parsing gave it.
        }

        (decimal? lowest, decimal? highest) = OwnBounds(kind);
        if (isMinimum ? order < lowest || (order == lowest && !isExclusive) : order > highest || (order == highest && !isExclusive))
        {
            return true;
        }

        if (isMinimum ? order > highest || (order == highest && isExclusive) : order < lowest || (order == lowest && isExclusive))
        {
            return false;
        }

        bool isWhole = decimal.Truncate(order) == order;
        string digits = order.ToString(CultureInfo.InvariantCulture);
        string digitsBeforePoint = decimal.Truncate(order).ToString(CultureInfo.InvariantCulture);
        switch (kind)
        {
            case ScalarKind.Decimal:
                bound = new ConstantModel(digits + "m", digits);
                return true;
            case ScalarKind.Double:
                text = isWhole && !isBesideZero ? digitsBeforePoint : text;
                bound = new ConstantModel(text + "d", text);
                return true;
            case ScalarKind.Half or ScalarKind.Single:
                // As a value of the type: beside a double's 0.1, the 0.1 of a float is too large.
                text = isWhole ? digitsBeforePoint : text;
                bound = new ConstantModel(kind == ScalarKind.Single ? text + "f" : $"(global::System.Half)({text}d)", text);
                return true;
            default:
                // Out of the range of long, a literal needs the exact type, and [Range] can hardly say such a number anyway.
                bound = isWhole && order is >= long.MinValue and <= long.MaxValue ? new ConstantModel(digitsBeforePoint + (order is >= int.MinValue and <= int.MaxValue ? "" : "L"), digitsBeforePoint) : null;
                return bound is not null;
        }
    }

    /// <summary>Whether a number is a value of an integer type.</summary>
    public static bool Holds(ScalarKind kind, decimal number)
    {
        (decimal? lowest, decimal? highest) = OwnBounds(kind);
        return !(number < lowest || number > highest);
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

using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>The longest integer that is read.</summary>
    private const int MostDigits = 10_000;

    /// <summary>A NUL behind a number belongs to the text, but the parsers of .NET overlook it.</summary>
    private const char IgnoredByParsers = '\0';

    private const NumberStyles WholeNumber = NumberStyles.AllowLeadingSign;

    // "3.0" and "1e3" are integers to JSON Schema; the integer types accept these styles only where no fraction is left.
    private const NumberStyles WholeNumberInOtherWords = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads an integer: a JSON number without a fraction, or a string that holds one.</summary>
    /// <typeparam name="T">The integer type; a number outside its range is refused.</typeparam>
    public T ReadInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (T.TryParse(_json.ValueSpan, WholeNumber, CultureInfo.InvariantCulture, out T value)
                || T.TryParse(_json.ValueSpan, WholeNumberInOtherWords, CultureInfo.InvariantCulture, out value))
            {
                return value;
            }
        }
        else if (TryGetTrimmed(out ReadOnlySpan<char> text) && T.TryParse(text, WholeNumberInOtherWords, CultureInfo.InvariantCulture, out T value))
        {
            return value;
        }

        Refuse(string.Create(CultureInfo.InvariantCulture, $"an integer from {T.MinValue} to {T.MaxValue}"));
        return default;
    }

    /// <summary>Reads an integer of any size: a JSON number without a fraction, or a string that holds one.</summary>
    public BigInteger ReadBigInteger()
    {
        if (TryGetNumber(out ReadOnlySpan<char> text) && HasFewDigits(text) && BigInteger.TryParse(text, WholeNumberInOtherWords, CultureInfo.InvariantCulture, out BigInteger value))
        {
            return value;
        }

        Refuse($"an integer of at most {MostDigits} digits");
        return default;
    }

    /// <summary>Whether a number, written out, is short enough to parse, which takes quadratic time: 1e999999999 has a billion digits.</summary>
    private static bool HasFewDigits(ReadOnlySpan<char> text)
    {
        int exponent = text.LastIndexOfAny('e', 'E');
        return text.Length <= MostDigits
            && (exponent < 0 || (int.TryParse(text[(exponent + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power) && Math.Abs((long)power) <= MostDigits));
    }

    /// <summary>Reads a floating-point number: a finite JSON number, or a string that holds one.</summary>
    /// <typeparam name="T">The type; a number too large for it is refused, one too fine for it is rounded.</typeparam>
    public T ReadFloatingPoint<T>()
        where T : struct, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T value = default;
        bool isNumber = _json.TokenType == JsonTokenType.Number
            ? T.TryParse(_json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            : TryGetTrimmed(out ReadOnlySpan<char> text) && T.TryParse(text, WholeNumberInOtherWords, CultureInfo.InvariantCulture, out value);
        if (isNumber && T.IsFinite(value))
        {
            return value;
        }

        Refuse(T.IsInfinity(value) ? string.Create(CultureInfo.InvariantCulture, $"a number from {double.CreateChecked(T.MinValue)} to {double.CreateChecked(T.MaxValue)}") : "a number");
        return default;
    }

    /// <summary>Reads a floating-point number that may also be one of the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    /// <typeparam name="T">The type; a number too large for it is refused, one too fine for it is rounded.</typeparam>
    public T ReadNamedFloatingPoint<T>()
        where T : struct, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            if (WireReader.ValueIs(_json, "NaN"u8))
            {
                return T.NaN;
            }

            if (WireReader.ValueIs(_json, "Infinity"u8))
            {
                return T.PositiveInfinity;
            }

            if (WireReader.ValueIs(_json, "-Infinity"u8))
            {
                return T.NegativeInfinity;
            }
        }

        return ReadFloatingPoint<T>();
    }

    /// <summary>The text of a number, or of a string that may hold one.</summary>
    private readonly bool TryGetNumber(out ReadOnlySpan<char> text)
    {
        if (_json.TokenType != JsonTokenType.Number)
        {
            return TryGetTrimmed(out text);
        }

        text = Encoding.UTF8.GetString(_json.ValueSpan);
        return true;
    }

    /// <summary>The text of a string without the blanks around it, if a number can be all that it holds.</summary>
    private readonly bool TryGetTrimmed(out ReadOnlySpan<char> text)
    {
        text = _json.TokenType == JsonTokenType.String && TryGetText(out string? whole) ? whole.AsSpan().Trim() : default;
        return text is not ([] or [.., IgnoredByParsers]);
    }
}

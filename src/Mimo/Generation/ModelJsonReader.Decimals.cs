using System.Globalization;
using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>So long a number without an exponent is exact, as it has 28 digits or no fraction.</summary>
    private const int LongestExact = 29;

    /// <summary>Reads a decimal number: a JSON number, or a string that holds one. What a decimal can't hold exactly is refused.</summary>
    public decimal ReadDecimal()
    {
        if (_json.TokenType == JsonTokenType.Number
            && _json.ValueSpan.Length <= LongestExact
            && _json.ValueSpan.IndexOfAny((byte)'e', (byte)'E') < 0
            && _json.TryGetDecimal(out decimal value))
        {
            return value;
        }

        bool isThere = TryGetNumber(out ReadOnlySpan<char> text);
        bool isInRange = decimal.TryParse(text, WholeNumberInOtherWords, CultureInfo.InvariantCulture, out value);
        if (isThere && isInRange && IsExact(value, text))
        {
            return value;
        }

        bool isNumber = isThere && double.TryParse(text, WholeNumberInOtherWords, CultureInfo.InvariantCulture, out double any) && !double.IsNaN(any);
        Refuse(!isNumber ? "a decimal number"
            : isInRange ? "a decimal number of at most 28 digits, with at most 28 places behind the point"
            : string.Create(CultureInfo.InvariantCulture, $"a decimal number from {decimal.MinValue} to {decimal.MaxValue}"));
        return default;
    }

    /// <summary>Whether a decimal is what the text says: parsing rounds what a decimal can't hold, and then the last digit stands further left.</summary>
    private static bool IsExact(decimal value, ReadOnlySpan<char> text) =>
        LastPlace(text) == LastPlace(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The power of ten of a number's last digit that is not zero; of zero, the greatest there is.</summary>
    private static long LastPlace(ReadOnlySpan<char> number)
    {
        int exponent = number.IndexOfAny('e', 'E');
        ReadOnlySpan<char> digits = exponent < 0 ? number : number[..exponent];
        int last = digits.LastIndexOfAnyInRange('1', '9');
        if (last < 0)
        {
            return long.MaxValue;
        }

        int point = digits.IndexOf('.');
        int place = point < 0 ? digits.Length - 1 - last : last < point ? point - 1 - last : point - last;
        return exponent < 0 ? place
            : int.TryParse(number[(exponent + 1)..], WholeNumber, CultureInfo.InvariantCulture, out int power) ? (long)place + power
            : long.MinValue;
    }
}

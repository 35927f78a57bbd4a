using System.Buffers;
using System.Globalization;

namespace Mimo.Generation;

/// <summary>Parses ISO 8601 durations of weeks, days, hours, minutes and seconds. Years and months have no fixed length and are refused.</summary>
internal static class IsoDuration
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        bool isNegative = text.StartsWith("-");
        text = isNegative ? text[1..] : text;
        if (text.Length < 3 || text[0] is not ('P' or 'p'))
        {
            return false;
        }

        text = text[1..];
        decimal ticks = 0;
        bool inTime = false;
        bool hasPart = false;
        decimal smallestUnit = decimal.MaxValue;
        while (!text.IsEmpty)
        {
            if (text[0] is 'T' or 't' && !inTime)
            {
                inTime = true;
                hasPart = false;
                text = text[1..];
                continue;
            }

            int length = text.IndexOfAnyExcept(NumberCharacters);
            if (length <= 0
                || Unit(text[length], inTime) is not { } unit
                || unit >= smallestUnit
                || !decimal.TryParse(text[..length].ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count)
                || count > TimeSpan.MaxValue.Ticks / unit)
            {
                return false;
            }

            smallestUnit = unit;
            ticks += count * unit;
            hasPart = true;
            text = text[(length + 1)..];
        }

        if (!hasPart || ticks > TimeSpan.MaxValue.Ticks)
        {
            return false;
        }

        value = TimeSpan.FromTicks((long)(isNegative ? -ticks : ticks));
        return true;
    }

    private static decimal? Unit(char letter, bool inTime) => (char.ToUpperInvariant(letter), inTime) switch
    {
        ('W', false) => TimeSpan.TicksPerDay * 7m,
        ('D', false) => TimeSpan.TicksPerDay,
        ('H', true) => TimeSpan.TicksPerHour,
        ('M', true) => TimeSpan.TicksPerMinute,
        ('S', true) => TimeSpan.TicksPerSecond,
        _ => null,
    };
}

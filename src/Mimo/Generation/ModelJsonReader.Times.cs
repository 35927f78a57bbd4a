using System.Globalization;
using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>Reads a date with time in ISO 8601; without an offset its kind is unspecified.</summary>
    public DateTime ReadDateTime()
    {
        if (IsSoundString() && _json.TryGetDateTime(out DateTime value))
        {
            return value;
        }

        Refuse("a date and time in ISO 8601 such as \"2026-03-20T14:30:00Z\"");
        return default;
    }

    /// <summary>Reads a date with time and offset in ISO 8601; a missing offset is taken as the machine's own.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        if (IsSoundString() && _json.TryGetDateTimeOffset(out DateTimeOffset value))
        {
            return value;
        }

        Refuse("a date and time with offset in ISO 8601 such as \"2026-03-20T14:30:00+08:00\"");
        return default;
    }

    /// <summary>Reads a date in ISO 8601.</summary>
    public DateOnly ReadDateOnly()
    {
        if (_json.TokenType == JsonTokenType.String
            && TryGetText(out string? text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value))
        {
            return value;
        }

        Refuse("a date in ISO 8601 such as \"2026-03-20\"");
        return default;
    }

    /// <summary>Reads a time of day in ISO 8601, with or without seconds; a trailing <c>Z</c>, which says nothing here, is accepted.</summary>
    public TimeOnly ReadTimeOnly()
    {
        if (_json.TokenType == JsonTokenType.String && TryGetText(out string? text))
        {
            ReadOnlySpan<char> time = text.AsSpan().TrimEnd('Z');
            if (time.Length >= "00:00".Length
                && char.IsAsciiDigit(time[^1])
                && TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out TimeOnly value))
            {
                return value;
            }
        }

        Refuse("a time in ISO 8601 such as \"14:30:00\"");
        return default;
    }

    /// <summary>Reads a duration: in ISO 8601 with weeks to seconds, or in .NET's constant format; a bare number, which would be days there, says nothing.</summary>
    public TimeSpan ReadTimeSpan()
    {
        if (_json.TokenType == JsonTokenType.String
            && TryGetText(out string? text)
            && (IsoDuration.TryParse(text, out TimeSpan value) || (text.Contains(':') && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value))))
        {
            return value;
        }

        Refuse("a duration in ISO 8601 such as \"PT1H30M\"");
        return default;
    }
}

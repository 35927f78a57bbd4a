using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        if (_json.TokenType == JsonTokenType.String && TryGetText(out string? text))
        {
            return text;
        }

        Refuse(_json.TokenType == JsonTokenType.String ? "a string of valid Unicode" : "a string");
        return "";
    }

    /// <summary>Reads a boolean: <c>true</c>, <c>false</c>, or a string that holds one of these.</summary>
    public bool ReadBoolean()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String when TryGetText(out string? text) && bool.TryParse(text, out bool value):
                return value;
            default:
                Refuse("true or false");
                return false;
        }
    }

    /// <summary>Reads one of the given names: exactly if possible, else ignoring case.</summary>
    /// <param name="names">The names allowed.</param>
    /// <returns>The name's index, or -1 with a problem recorded.</returns>
    public int ReadName(ReadOnlySpan<string> names)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            for (int index = 0; index < names.Length; index++)
            {
                if (_json.ValueTextEquals(names[index]))
                {
                    return index;
                }
            }

            if (TryGetText(out string? text))
            {
                for (int index = 0; index < names.Length; index++)
                {
                    if (string.Equals(names[index], text.Trim(), StringComparison.OrdinalIgnoreCase))
                    {
                        return index;
                    }
                }
            }
        }

        Refuse(ListNames(names));
        return -1;
    }

    /// <summary>Reads a single UTF-16 character.</summary>
    public char ReadChar()
    {
        if (_json.TokenType == JsonTokenType.String && TryGetText(out string? text) && text.Length == 1)
        {
            return text[0];
        }

        Refuse("a string of one character");
        return default;
    }

    /// <summary>Reads a GUID in any of its common notations.</summary>
    public Guid ReadGuid()
    {
        if (_json.TokenType == JsonTokenType.String
            && (_json.TryGetGuid(out Guid value) || (TryGetText(out string? text) && Guid.TryParse(text, out value))))
        {
            return value;
        }

        Refuse("a UUID such as \"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"");
        return default;
    }

    /// <summary>Reads a date with time in ISO 8601; without an offset its kind is unspecified.</summary>
    public DateTime ReadDateTime()
    {
        if (_json.TokenType == JsonTokenType.String && _json.TryGetDateTime(out DateTime value))
        {
            return value;
        }

        Refuse("a date and time in ISO 8601 such as \"2026-03-20T14:30:00Z\"");
        return default;
    }

    /// <summary>Reads a date with time and offset in ISO 8601; a missing offset is taken as the machine's own.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        if (_json.TokenType == JsonTokenType.String && _json.TryGetDateTimeOffset(out DateTimeOffset value))
        {
            return value;
        }

        Refuse("a date and time with offset in ISO 8601 such as \"2026-03-20T14:30:00+08:00\"");
        return default;
    }

    internal static string ListNames(ReadOnlySpan<string> names) => names.Length switch
    {
        0 => "nothing (no value is allowed)",
        1 => "\"" + names[0] + "\"",
        _ => "one of \"" + string.Join("\", \"", names!) + "\"",
    };
}

using System.Text;
using System.Text.Json;

namespace Mimo.Generation;

public ref partial struct ModelJsonReader
{
    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            // Most texts are ASCII, and those can't fail.
            if (!_json.ValueIsEscaped && Ascii.IsValid(_json.ValueSpan))
            {
                return Encoding.Latin1.GetString(_json.ValueSpan);
            }

            if (TryGetText(out string? text))
            {
                return text;
            }
        }

        Refuse(_json.TokenType == JsonTokenType.String ? "a string of valid Unicode" : "a string");
        return "";
    }

    /// <summary>Whether a pattern matches the text as a whole.</summary>
    /// <remarks>
    /// One that took too long for a text is not tried on others of the same input: the model could have written thousands, and each
    /// would take as long.
    /// </remarks>
    public bool Matches(string text, string pattern)
    {
        if (_slowPatterns?.Contains(pattern) == true)
        {
            return false;
        }

        bool matches = Constraints.Matches(text, pattern, out bool tookTooLong);
        if (tookTooLong)
        {
            (_slowPatterns ??= []).Add(pattern);
        }

        return matches;
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
            case JsonTokenType.String when TryGetText(out string? text) && !text.Contains(IgnoredByParsers) && bool.TryParse(text, out bool value):
                return value;
            default:
                Refuse("true or false");
                return false;
        }
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
            && TryGetText(out string? text)
            && Guid.TryParse(text, out Guid value))
        {
            return value;
        }

        Refuse("a UUID such as \"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"");
        return default;
    }

    /// <summary>Reads a URI, absolute or relative.</summary>
    public Uri ReadUri()
    {
        if (_json.TokenType == JsonTokenType.String
            && TryGetText(out string? text)
            && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value))
        {
            return value;
        }

        Refuse("a URI such as \"https://example.com/\"");
        return default!;
    }

    /// <summary>Reads a version of two to four numbers.</summary>
    public Version ReadVersion()
    {
        if (_json.TokenType == JsonTokenType.String
            && TryGetText(out string? text)
            && text is not [.., IgnoredByParsers]
            && Version.TryParse(text, out Version? value))
        {
            return value;
        }

        Refuse("a version such as \"1.2.3\"");
        return default!;
    }

    /// <summary>Reads bytes out of a base64 string.</summary>
    public byte[] ReadBytes()
    {
        if (IsSoundString() && _json.TryGetBytesFromBase64(out byte[]? value))
        {
            return value;
        }

        Refuse("bytes as a base64 string");
        return [];
    }
}

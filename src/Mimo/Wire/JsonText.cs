using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>
/// Strings between .NET and JSON without loss. A stream may cut a surrogate pair in two, and models write halves of pairs: the
/// framework's own calls throw on such halves when reading and replace them when writing.
/// </summary>
internal static class JsonText
{
    public static void WriteString(Utf8JsonWriter writer, JsonEncodedText name, string value)
    {
        if (IsWellFormed(value))
        {
            writer.WriteString(name, value);
            return;
        }

        writer.WritePropertyName(name);
        writer.WriteRawValue(Escape(value), skipInputValidation: true);
    }

    /// <summary>Reads the string the reader stands on; half surrogate pairs stay as they are, invalid UTF-8 becomes U+FFFD.</summary>
    public static string ReadString(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return Unescape(reader.ValueSpan);
        }
    }

    // The first is all that most texts need, at the speed of a copy; the second is apart, so that a fresh process does not compile it for them.
    private static bool IsWellFormed(string value) => Ascii.IsValid(value) || HasWholePairs(value);

    private static bool HasWholePairs(ReadOnlySpan<char> rest)
    {
        while (true)
        {
            int start = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (start < 0)
            {
                return true;
            }

            if (!char.IsHighSurrogate(rest[start]) || start + 1 == rest.Length || !char.IsLowSurrogate(rest[start + 1]))
            {
                return false;
            }

            rest = rest[(start + 2)..];
        }
    }

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 16).Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char character = value[i];
            if (char.IsHighSurrogate(character) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(character).Append(value[++i]);
            }
            else if (char.IsSurrogate(character) || character is < ' ' or '"' or '\\')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append('"').ToString();
    }

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        string source = Encoding.UTF8.GetString(escaped);
        var text = new StringBuilder(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }

            // The JSON reader has already checked that a valid escape follows.
            char escape = source[++i];
            if (escape == 'u')
            {
                text.Append((char)int.Parse(source.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
            }
        }

        return text.ToString();
    }
}

using System.Buffers.Text;
using System.Text;

namespace Mimo.Generation;

/// <summary>
/// The text of a JSON string whose end has not come. Each byte is decoded once. The text never ends within an escape sequence or a
/// surrogate pair.
/// </summary>
internal sealed class GrowingText
{
    private const int UnicodeEscapeLength = 6;

    private readonly StringBuilder _text = new();
    private int _decoded;

    /// <summary>Decodes what has come since the last time.</summary>
    /// <param name="content">All that stands behind the opening quote so far; no closing quote.</param>
    /// <returns>Whether the text has grown.</returns>
    public bool Read(ReadOnlySpan<byte> content)
    {
        int before = _text.Length;
        while (_decoded < content.Length)
        {
            ReadOnlySpan<byte> rest = content[_decoded..];
            int plain = rest.IndexOf((byte)'\\');
            plain = plain < 0 ? rest.Length : plain;
            _text.Append(Encoding.UTF8.GetString(rest[..plain]));
            _decoded += plain;
            if (plain == rest.Length)
            {
                break;
            }

            int length = ReadEscape(rest[plain..]);
            if (length == 0)
            {
                break;
            }

            _decoded += length;
        }

        return _text.Length > before;
    }

    public override string ToString() => _text.ToString();

    /// <returns>The length of the escape sequence; 0 if its end has not come.</returns>
    private int ReadEscape(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 2)
        {
            return 0;
        }

        switch (escape[1])
        {
            case (byte)'u':
                return ReadUnicodeEscape(escape);
            case (byte)'n':
                _text.Append('\n');
                break;
            case (byte)'t':
                _text.Append('\t');
                break;
            case (byte)'r':
                _text.Append('\r');
                break;
            case (byte)'b':
                _text.Append('\b');
                break;
            case (byte)'f':
                _text.Append('\f');
                break;
            default:
                _text.Append((char)escape[1]);
                break;
        }

        return 2;
    }

    private int ReadUnicodeEscape(ReadOnlySpan<byte> escape)
    {
        if (!TryGetUnit(escape, out char first))
        {
            return 0;
        }

        if (!char.IsSurrogate(first))
        {
            _text.Append(first);
            return UnicodeEscapeLength;
        }

        ReadOnlySpan<byte> next = escape[UnicodeEscapeLength..];
        bool mayBePair = char.IsHighSurrogate(first) && (next.IsEmpty || (next[0] == (byte)'\\' && (next.Length == 1 || next[1] == (byte)'u')));
        if (!mayBePair)
        {
            _text.Append(Rune.ReplacementChar.ToString());
            return UnicodeEscapeLength;
        }

        if (!TryGetUnit(next, out char second))
        {
            return 0;
        }

        if (!char.IsLowSurrogate(second))
        {
            _text.Append(Rune.ReplacementChar.ToString());
            return UnicodeEscapeLength;
        }

        _text.Append(first).Append(second);
        return 2 * UnicodeEscapeLength;
    }

    private static bool TryGetUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        unit = '\uFFFD';
        if (escape.Length < UnicodeEscapeLength)
        {
            return false;
        }

        if (Utf8Parser.TryParse(escape[2..UnicodeEscapeLength], out ushort value, out int consumed, 'X') && consumed == 4)
        {
            unit = (char)value;
        }

        return true;
    }
}

using System.Globalization;
using System.Text;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Reads JSON that a developer wrote into source, exactly as RFC 8259 has it, and says where it goes wrong. A generator brings no
/// libraries along, and those of .NET tell no places within the text.
/// </summary>
internal sealed class JsonParser
{
    private const int DeepestNesting = 64;

    private readonly string _text;
    private int _position;
    private int _depth;

    private JsonParser(string text) => _text = text;

    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, if the result is null.</param>
    /// <returns>Null if the text is not one JSON value.</returns>
    public static WrittenJson? Parse(string text, out TextProblem? problem)
    {
        var parser = new JsonParser(text);
        try
        {
            parser.SkipSpace();
            WrittenJson value = parser.ParseValue();
            parser.SkipSpace();
            if (parser._position < text.Length)
            {
                throw parser.Unexpected("nothing more after the value");
            }

            problem = null;
            return value;
        }
        catch (JsonSyntaxException exception)
        {
            problem = exception.Problem;
            return null;
        }
    }

    private WrittenJson ParseValue()
    {
        int start = _position;
        switch (Current)
        {
            case '{':
                return ParseObject();
            case '[':
                return ParseArray();
            case '"':
                string text = ParseString();
                return WrittenJson.Simple(WrittenJsonKind.String, start, _position, text);
            case '-' or (>= '0' and <= '9'):
                return ParseNumber();
            case 't':
                return ParseWord("true", WrittenJsonKind.True);
            case 'f':
                return ParseWord("false", WrittenJsonKind.False);
            case 'n':
                return ParseWord("null", WrittenJsonKind.Null);
            default:
                throw Unexpected("a JSON value");
        }
    }

    private WrittenJson ParseObject()
    {
        int start = Open();
        var members = new List<WrittenMember>();
        while (Current != '}')
        {
            if (members.Count > 0)
            {
                Take(',', "',' or '}'");
            }

            int nameStart = _position;
            if (Current != '"')
            {
                throw Unexpected("a member's name in double quotes");
            }

            string name = ParseString();
            int nameEnd = _position;
            SkipSpace();
            Take(':', "':'");
            members.Add(new WrittenMember(name, nameStart, nameEnd, ParseValue()));
            SkipSpace();
        }

        Close();
        return new WrittenJson(WrittenJsonKind.Object, start, _position, "", [], members);
    }

    private WrittenJson ParseArray()
    {
        int start = Open();
        var items = new List<WrittenJson>();
        while (Current != ']')
        {
            if (items.Count > 0)
            {
                Take(',', "',' or ']'");
            }

            items.Add(ParseValue());
            SkipSpace();
        }

        Close();
        return new WrittenJson(WrittenJsonKind.Array, start, _position, "", items, []);
    }

    private int Open()
    {
        if (++_depth > DeepestNesting)
        {
            throw Unexpected("no deeper nesting");
        }

        int start = _position++;
        SkipSpace();
        return start;
    }

    private void Close()
    {
        _depth--;
        _position++;
    }

    private string ParseString()
    {
        int start = _position++;
        var value = new StringBuilder();
        while (true)
        {
            char character = Current;
            switch (character)
            {
                case '"':
                    _position++;
                    return value.ToString();
                case '\\':
                    value.Append(ParseEscape());
                    break;
                case '\0' when _position >= _text.Length:
                    throw new JsonSyntaxException(new TextProblem(start, 1, "this string has no end"));
                case < ' ':
                    throw Unexpected("a line break or control character in a string to be written as an escape");
                default:
                    value.Append(character);
                    _position++;
                    break;
            }
        }
    }

    private char ParseEscape()
    {
        char escape = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        char? value = escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (value is { } simple)
        {
            _position += 2;
            return simple;
        }

        const int UnicodeLength = 6;
        if (escape == 'u'
            && _position + UnicodeLength <= _text.Length
            && ushort.TryParse(_text.Substring(_position + 2, UnicodeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            _position += UnicodeLength;
            return (char)code;
        }

        throw new JsonSyntaxException(new TextProblem(_position, Math.Min(2, _text.Length - _position), "a backslash begins an escape of JSON here; write '\\\\' for the character"));
    }

    private WrittenJson ParseNumber()
    {
        int start = _position;
        _position += Current == '-' ? 1 : 0;
        if (Current == '0')
        {
            _position++;
        }
        else
        {
            TakeDigits();
        }

        if (Current == '.')
        {
            _position++;
            TakeDigits();
        }

        if (Current is 'e' or 'E')
        {
            _position++;
            _position += Current is '+' or '-' ? 1 : 0;
            TakeDigits();
        }

        if (Current is >= '0' and <= '9')
        {
            throw new JsonSyntaxException(new TextProblem(start, _position - start + 1, "a number has no zeros in front"));
        }

        return WrittenJson.Simple(WrittenJsonKind.Number, start, _position, _text.Substring(start, _position - start));
    }

    private void TakeDigits()
    {
        if (Current is not (>= '0' and <= '9'))
        {
            throw Unexpected("a digit");
        }

        while (Current is >= '0' and <= '9')
        {
            _position++;
        }
    }

    private WrittenJson ParseWord(string word, WrittenJsonKind kind)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            throw Unexpected("a JSON value");
        }

        _position += word.Length;
        return WrittenJson.Simple(kind, _position - word.Length, _position);
    }

    private void Take(char wanted, string expected)
    {
        if (Current != wanted)
        {
            throw Unexpected(expected);
        }

        _position++;
        SkipSpace();
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private JsonSyntaxException Unexpected(string expected)
    {
        bool isEnd = _position >= _text.Length;
        return new JsonSyntaxException(new TextProblem(
            isEnd ? Math.Max(0, _text.Length - 1) : _position,
            Math.Min(1, _text.Length),
            isEnd ? $"the JSON ends too early; expected {expected}" : $"expected {expected}"));
    }

    private sealed class JsonSyntaxException(TextProblem problem) : Exception(problem.Text)
    {
        public TextProblem Problem { get; } = problem;
    }
}

/// <summary>What is wrong with a stretch of a text.</summary>
/// <param name="Start">Where the stretch begins.</param>
/// <param name="Length">How long it is; 0 for the text as a whole.</param>
/// <param name="Text">What is wrong, as a clause.</param>
internal sealed record TextProblem(int Start, int Length, string Text);

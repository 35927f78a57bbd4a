using System.Globalization;
using System.Text;

namespace Mimo.Generators.Parsing;

/// <summary>How a value at the head of a template file is written.</summary>
internal enum FrontMatterForm
{
    /// <summary>Without quotes: all is itself.</summary>
    Plain,

    /// <summary>In quotes of either kind.</summary>
    Quoted,

    /// <summary>Between brackets.</summary>
    List,
}

/// <param name="Texts">The text, or those of the list.</param>
/// <param name="Form">How it is written.</param>
internal sealed record FrontMatterValue(IReadOnlyList<string> Texts, FrontMatterForm Form);

/// <summary>
/// Reads the value of an option at the head of a template file, the part of YAML that options need: plain text, a text in quotes, or a
/// list of those between brackets, with or without a comment behind it.
/// </summary>
/// <param name="line">The line that it stands in.</param>
/// <param name="position">Where it is looked for.</param>
internal sealed class FrontMatterScanner(string line, int position)
{
    private int _position = position;

    /// <summary>Where the value begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the value ends, or what is wrong with it.</summary>
    public int End { get; private set; }

    /// <summary>What is wrong, as words that follow "sets the option"; null if nothing.</summary>
    public string? Problem { get; private set; }

    private char Current => _position < line.Length ? line[_position] : '\0';

    /// <summary>A '#' within a word is itself.</summary>
    private bool IsAtComment => Current == '#' && char.IsWhiteSpace(line[_position - 1]);

    private bool IsAtQuote => Current is '"' or '\'';

    /// <returns>Null if there is a <see cref="Problem"/>.</returns>
    public FrontMatterValue? Read()
    {
        SkipSpace();
        Start = _position;
        FrontMatterValue? value = Current == '[' ? ReadList()
            : !IsAtQuote ? new FrontMatterValue([ReadPlain(isItem: false)], FrontMatterForm.Plain)
            : ReadQuoted() is { } text ? new FrontMatterValue([text], FrontMatterForm.Quoted)
            : null;
        if (value is null)
        {
            return null;
        }

        End = _position;
        SkipSpace();
        return _position == line.Length || IsAtComment ? value : FailBehind();
    }

    private FrontMatterValue? ReadList()
    {
        _position++;
        var items = new List<string>();
        while (true)
        {
            SkipSpace();
            if (Current == ']')
            {
                _position++;
                return new FrontMatterValue(items, FrontMatterForm.List);
            }

            int start = _position;
            if ((IsAtQuote ? ReadQuoted() : ReadPlain(isItem: true)) is not { } item)
            {
                return null;
            }

            bool isEmpty = _position == start;
            SkipSpace();
            switch (Current)
            {
                case ',' when isEmpty:
                    return Fail("to a list that has nothing before a comma", _position, _position + 1);
                case ',':
                    _position++;
                    break;
                case ']':
                    break;
                default:
                    return _position == line.Length || IsAtComment ? Fail("to a list that no ']' ends", Start, line.Length) : FailBehind();
            }

            items.Add(item);
        }
    }

    private string ReadPlain(bool isItem)
    {
        int start = _position;
        while (_position < line.Length && !IsAtComment && !(isItem && Current is ',' or ']'))
        {
            _position++;
        }

        string text = line.Substring(start, _position - start).TrimEnd();
        _position = start + text.Length;
        return text;
    }

    private string? ReadQuoted()
    {
        int start = _position;
        char quote = Current;
        var text = new StringBuilder();
        for (_position++; _position < line.Length; _position++)
        {
            char character = Current;
            if (character == quote)
            {
                _position++;
                if (quote == '"' || Current != quote)
                {
                    return text.ToString();
                }
            }
            else if (character == '\\' && quote == '"')
            {
                if (ReadEscape() is not { } escaped)
                {
                    return null;
                }

                character = escaped;
            }

            text.Append(character);
        }

        Fail("to a text that no second quote ends", start, line.Length);
        return null;
    }

    /// <summary>Reads what a backslash begins, up to its last character.</summary>
    private char? ReadEscape()
    {
        int start = _position++;
        switch (Current)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case '"' or '\\' or '/':
                return Current;
            case 'u' when _position + 4 < line.Length && ushort.TryParse(line.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                _position += 4;
                return (char)code;
            default:
                int end = Math.Min(_position + 1, line.Length);
                Fail($"to a text with '{line.Substring(start, end - start)}', which stands for nothing; a backslash itself is written '\\\\', or in single quotes", start, end);
                return null;
        }
    }

    private FrontMatterValue? FailBehind() => Fail("to a value that something else than a comment follows", _position, line.Length);

    private FrontMatterValue? Fail(string problem, int start, int end)
    {
        Problem = problem;
        Start = start;
        End = end;
        return null;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Current))
        {
            _position++;
        }
    }
}

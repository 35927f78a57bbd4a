using System.Globalization;
using System.Text;

namespace Mimo.Testing.Schemas;

/// <summary>
/// Writes texts that a regular expression may match: literals, classes, groups, alternatives and repetitions. It knows no
/// look-around and no back-references; what it proposes is checked by the real engine afterwards.
/// </summary>
internal sealed class PatternSampler
{
    private const int MostExtraRepeats = 24;
    private const int MostDepth = 100;
    private const int MostText = 100_000;
    private const char End = '\0';

    private readonly string _pattern;
    private readonly int _extraRepeats;
    private readonly int _alternative;
    private int _at;
    private int _depth;

    private PatternSampler(string pattern, int extraRepeats, int alternative)
    {
        _pattern = pattern;
        _extraRepeats = extraRepeats;
        _alternative = alternative;
    }

    /// <summary>Some texts, short ones first; none for a pattern that cannot be read.</summary>
    public static IEnumerable<string> Samples(string pattern)
    {
        for (int extra = 0; extra <= MostExtraRepeats; extra++)
        {
            for (int alternative = 0; alternative < 3; alternative++)
            {
                if (Sample(pattern, extra, alternative) is { } text)
                {
                    yield return text;
                }
            }
        }
    }

    private static string? Sample(string pattern, int extraRepeats, int alternative)
    {
        try
        {
            return new PatternSampler(pattern, extraRepeats, alternative).Alternatives();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string Alternatives()
    {
        if (++_depth > MostDepth)
        {
            throw new FormatException("Groups nested deeper than anybody writes them.");
        }

        var branches = new List<string> { Sequence() };
        while (Peek() == '|')
        {
            _at++;
            branches.Add(Sequence());
        }

        _depth--;
        return branches[_alternative % branches.Count];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (Peek() is not ('|' or ')' or End))
        {
            string atom = Atom();
            for (int count = Repeats(); count > 0; count--)
            {
                text.Append(atom);
                if (text.Length > MostText)
                {
                    throw new FormatException("A text longer than anybody asks for.");
                }
            }
        }

        return text.ToString();
    }

    private string Atom()
    {
        char c = Next();
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '[':
                return Class();
            case '\\':
                return Escape(Next());
            case '(':
                if (Peek() == '?')
                {
                    _at++;
                    Expect(':');
                }

                string inner = Alternatives();
                Expect(')');
                return inner;
            default:
                return c.ToString();
        }
    }

    private string Class()
    {
        bool negated = Peek() == '^';
        int start = negated ? ++_at : _at;
        var members = new StringBuilder();
        while (Peek() != ']' || _at == start)
        {
            char c = Next();
            string member = c == '\\' ? Escape(Next()) : c.ToString();
            if (member.Length == 1 && Peek() == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']')
            {
                _at++;
                char last = Next();
                for (char next = member[0]; next <= last && next - member[0] < 128; next++)
                {
                    members.Append(next);
                }
            }
            else
            {
                members.Append(member);
            }
        }

        _at++;
        return negated
            ? "aA0-_ ~".FirstOrDefault(c => !members.ToString().Contains(c, StringComparison.Ordinal), '!').ToString()
            : members.Length == 0 ? "" : members[Math.Min(_alternative, members.Length - 1)].ToString();
    }

    private string Escape(char c) => c switch
    {
        'd' => (1 + _alternative).ToString(CultureInfo.InvariantCulture),
        'w' or 'D' or 'S' => "a",
        's' or 'W' => " ",
        'n' => "\n",
        't' => "\t",
        'b' or 'A' or 'z' or 'Z' => "",
        _ when char.IsAsciiLetterOrDigit(c) => throw new FormatException("An escape this sampler does not know."),
        _ => c.ToString(),
    };

    private int Repeats()
    {
        (int least, int most) = Peek() switch
        {
            '?' => Skip(0, 1),
            '*' => Skip(0, int.MaxValue),
            '+' => Skip(1, int.MaxValue),
            '{' => Counted(),
            _ => (1, 1),
        };
        if (Peek() == '?')
        {
            _at++;
        }

        return Math.Min(most - least, _extraRepeats) + least;
    }

    private (int Least, int Most) Skip(int least, int most)
    {
        _at++;
        return (least, most);
    }

    private (int Least, int Most) Counted()
    {
        int end = _pattern.IndexOf('}', _at);
        string[] bounds = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
        if (bounds.Length is not (1 or 2) || !TryNumber(bounds[0], out int least))
        {
            throw new FormatException("A repetition this sampler does not know.");
        }

        _at = end + 1;
        int most = bounds.Length == 1 ? least : TryNumber(bounds[1], out int bound) ? bound : int.MaxValue;
        return (least, Math.Max(least, most));
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>The next sign, or <see cref="End"/>.</summary>
    private char Peek() => _at < _pattern.Length ? _pattern[_at] : End;

    private char Next() => _at < _pattern.Length ? _pattern[_at++] : throw new FormatException("The pattern ends too early.");

    private void Expect(char sign)
    {
        if (Next() != sign)
        {
            throw new FormatException($"A pattern this sampler does not know: {sign} is missing.");
        }
    }
}

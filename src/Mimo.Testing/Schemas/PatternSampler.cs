using System.Text;

namespace Mimo.Testing.Schemas;

/// <summary>
/// Writes texts that a regular expression may match: literals, classes, groups, alternatives and repetitions. It knows no
/// look-around and no back-references; what it proposes is checked by the real engine afterwards.
/// </summary>
internal sealed class PatternSampler
{
    private const int MostExtraRepeats = 24;

    private readonly string _pattern;
    private readonly int _extraRepeats;
    private readonly int _alternative;
    private int _at;

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
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }

    private string Alternatives()
    {
        var branches = new List<string> { Sequence() };
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            branches.Add(Sequence());
        }

        return branches[_alternative % branches.Count];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            string atom = Atom();
            for (int count = Repeats(); count > 0; count--)
            {
                text.Append(atom);
            }
        }

        return text.ToString();
    }

    private string Atom()
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '[':
                return Class();
            case '\\':
                return Escape(_pattern[_at++]);
            case '(':
                if (_at + 1 < _pattern.Length && _pattern[_at] == '?')
                {
                    if (_pattern[_at + 1] != ':')
                    {
                        throw new FormatException("A group this sampler does not know.");
                    }

                    _at += 2;
                }

                string inner = Alternatives();
                _at++;
                return inner;
            default:
                return c.ToString();
        }
    }

    private string Class()
    {
        bool negated = _pattern[_at] == '^';
        int start = negated ? ++_at : _at;
        var members = new StringBuilder();
        while (_pattern[_at] != ']' || _at == start)
        {
            char c = _pattern[_at++];
            string member = c == '\\' ? Escape(_pattern[_at++]) : c.ToString();
            if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                char last = _pattern[_at + 1];
                _at += 2;
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
            : members[Math.Min(_alternative, members.Length - 1)].ToString();
    }

    private string Escape(char c) => c switch
    {
        'd' => (1 + _alternative).ToString(System.Globalization.CultureInfo.InvariantCulture),
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
        (int least, int most) = _at < _pattern.Length ? _pattern[_at] switch
        {
            '?' => Skip(0, 1),
            '*' => Skip(0, int.MaxValue),
            '+' => Skip(1, int.MaxValue),
            '{' => Counted(),
            _ => (1, 1),
        } : (1, 1);
        if (_at < _pattern.Length && _pattern[_at] == '?')
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
        string[] bounds = _pattern[(_at + 1)..end].Split(',');
        _at = end + 1;
        int least = int.Parse(bounds[0], System.Globalization.CultureInfo.InvariantCulture);
        int most = bounds.Length == 1 ? least
            : bounds[1].Length == 0 ? int.MaxValue
            : int.Parse(bounds[1], System.Globalization.CultureInfo.InvariantCulture);
        return (Math.Min(least, 4096), most);
    }
}

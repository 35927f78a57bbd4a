using System.Globalization;
using System.Text;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>The texts of a prompt's documentation: as its author wrote them, and no longer than one cares to read.</summary>
internal static class PromptDocText
{
    /// <summary>What <c>PromptText.UntrustedNotice</c> of the runtime costs.</summary>
    public const int UntrustedNoticeTokens = 62;

    private const int CharactersPerToken = 4;

    /// <summary>Longer texts lose their middle: how they begin says what they are about, and arguments as a rule stand at the end.</summary>
    private const int LongestHead = 600;
    private const int LongestTail = 200;

    private const int LongestLine = 100;
    private const int LongestBeginning = 80;

    /// <summary>A message with its placeholders and escapes, as in its template.</summary>
    public static string Of(PromptMessageModel message) =>
        string.Concat(message.Segments.Select(static segment => segment.Text?.Replace("{", "{{").Replace("}", "}}") ?? "{" + segment.Placeholder + "}"));

    /// <summary>The first line of a message, or as much of it as makes a title.</summary>
    public static string Beginning(PromptMessageModel message)
    {
        string text = Of(message).Trim();
        int end = text.IndexOfAny(CSharpText.LineEnds);
        string line = end < 0 ? text : text.Substring(0, end);
        return line.Length <= LongestBeginning ? line + (end < 0 ? "" : " …") : line.Substring(0, WordEnd(line, LongestBeginning)) + "…";
    }

    public static string Shorten(string text)
    {
        // A word saved is not worth the mark that it was.
        if (text.Length <= LongestHead + LongestTail + 50)
        {
            return text;
        }

        int head = WordEnd(text, LongestHead);
        int tail = WordEnd(text, text.Length - LongestTail);
        string count = (tail - head).ToString("N0", CultureInfo.InvariantCulture);
        return $"{text.Substring(0, head).TrimEnd()}\n[… {count} more characters …]\n{text.Substring(tail).TrimStart()}";
    }

    /// <summary>JSON of one line in lines of a length that can be read, broken only between values.</summary>
    public static string WrapJson(string json)
    {
        var wrapped = new StringBuilder(json.Length + 16);
        bool isInText = false;
        int lineStart = 0;
        for (int index = 0; index < json.Length; index++)
        {
            char character = json[index];
            wrapped.Append(character);
            if (isInText && character == '\\')
            {
                wrapped.Append(json[++index]);
            }
            else if (character == '"')
            {
                isInText = !isInText;
            }
            else if (!isInText && character == ',' && index - lineStart >= LongestLine)
            {
                wrapped.Append('\n');
                lineStart = index + 1;
            }
        }

        return wrapped.ToString();
    }

    /// <summary>An estimate: alphabets have about four characters to a token, and scripts of words or syllables about one.</summary>
    public static int Tokens(string text)
    {
        const char FirstIdeograph = '\u2E80';
        int wide = text.Count(static character => character >= FirstIdeograph && !char.IsSurrogate(character));
        return wide + (text.Length - wide + CharactersPerToken - 1) / CharactersPerToken;
    }

    /// <summary>A type's name without what it is in.</summary>
    public static string ShortName(string syntax) => syntax.Substring(syntax.LastIndexOfAny(['.', ':']) + 1);

    /// <summary>A place to cut: after the last word before a position, or there if that is a long word.</summary>
    private static int WordEnd(string text, int position)
    {
        const int LongestWord = 40;
        for (int index = position; index > position - LongestWord && index > 0; index--)
        {
            if (char.IsWhiteSpace(text[index]))
            {
                return index;
            }
        }

        return char.IsLowSurrogate(text[position]) ? position - 1 : position;
    }
}

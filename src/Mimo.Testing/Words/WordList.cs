using System.Collections.Frozen;
using System.Text;

namespace Mimo.Testing.Words;

/// <summary>Cuts text into words that two texts can have in common.</summary>
internal static class WordList
{
    /// <summary>Words that say nothing about what a text is about.</summary>
    private static readonly FrozenSet<string> Common = new[]
    {
        "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "did", "do", "does", "for", "from", "get", "give", "given",
        "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "like", "me", "my", "of", "on", "one", "or", "our", "please", "return",
        "she", "he", "so", "tell", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "us", "use", "used", "was",
        "we", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The words of a text in lower case, without common ones and without a plural's end. <c>getWeather</c> and
    /// <c>get_weather</c> are two words each; scripts written without spaces give every pair of neighbouring signs.
    /// </summary>
    public static HashSet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        char previous = ' ';
        foreach (char c in text)
        {
            bool startsHump = char.IsUpper(c) && char.IsLower(previous);
            if (IsIdeographic(c))
            {
                Flush(words, word);
                if (IsIdeographic(previous))
                {
                    words.Add($"{previous}{c}");
                }
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (startsHump)
                {
                    Flush(words, word);
                }

                word.Append(char.ToLowerInvariant(c));
            }
            else
            {
                Flush(words, word);
            }

            previous = c;
        }

        Flush(words, word);
        return words;
    }

    public static bool IsCommon(string word) => Common.Contains(word.ToLowerInvariant());

    private static bool IsIdeographic(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3';

    private static void Flush(HashSet<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            string text = word.ToString();
            word.Clear();
            if (!Common.Contains(text))
            {
                words.Add(text.Length > 3 && text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal) ? text[..^1] : text);
            }
        }
    }
}

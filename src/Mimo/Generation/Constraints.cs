using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Mimo.Generation;

/// <summary>The rules behind validation attributes, as generated code asks for them. They follow the attributes' own meaning, except that text is counted as JSON Schema counts it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Constraints
{
    // The model wrote the text, and the pattern may backtrack: a text that takes this long does not match.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>How many Unicode code points a text has.</summary>
    public static int CountCharacters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int count = text.Length;
        for (int index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); index >= 0 && index + 1 < text.Length; index++)
        {
            if (char.IsSurrogatePair(text[index], text[index + 1]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>How many items a collection has; none if it is what stands for a value that was refused, which is told of already.</summary>
    public static int Count<T>(IEnumerable<T>? items) =>
        items is null or ImmutableArray<T> { IsDefault: true } ? 0
        : items.TryGetNonEnumeratedCount(out int count) ? count
        : items.Count();

    /// <summary>Whether a pattern matches the text as a whole.</summary>
    public static bool Matches(string text, string pattern) => Matches(text, pattern, out _);

    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="tookTooLong">Whether it was given up, and counts as not matching for that.</param>
    internal static bool Matches(string text, string pattern, out bool tookTooLong)
    {
        tookTooLong = false;
        Regex regex = Patterns.GetOrAdd(pattern, Anchor);
        try
        {
            // The length tells where the pattern could not be anchored.
            Match match = regex.Match(text);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (RegexMatchTimeoutException)
        {
            tookTooLong = true;
            return false;
        }
    }

    /// <summary>
    /// The pattern for the text as a whole, as its schema has it: of <c>http|https</c> the first alternative that fits the beginning
    /// would else be all that is tried.
    /// </summary>
    private static Regex Anchor(string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException)
        {
            // It ends in a comment, which takes the bracket in.
            return new Regex(pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
    }

    /// <summary>Whether a text looks like an email address: one <c>@</c>, neither first nor last, and no line breaks.</summary>
    public static bool IsEmail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && at == text.LastIndexOf('@') && text.AsSpan().IndexOfAny("\r\n") < 0;
    }

    /// <summary>Whether a text is a URL by its beginning.</summary>
    public static bool IsUrl(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a text is base64.</summary>
    public static bool IsBase64(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Base64.IsValid(text);
    }
}

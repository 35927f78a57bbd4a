namespace Mimo.ToolLoop;

/// <summary>
/// Recognises tool calls that the model wrote into its text, as MiMo's models do now and then. They are never run: text may hold
/// anything. The turn counts as failed and is asked for again.
/// </summary>
internal static class LeakedToolCalls
{
    // What begins such a call: MiMo's own markup, and that of other models, which it imitates, in the spellings that come near it.
    private static readonly string[] Markers =
    [
        "<tool_call>", "<tool_call ", "<tool_call\n", "<tool_call\r", "<tool_call\t", "<tool_calls>", "<|tool_call",
        "<function=", "<function name=", "<function_calls>", "<invoke name=", Longest,
    ];

    private const string Longest = "<tml:function_calls";

    /// <summary>No longer than this many characters must be held back to see whether a marker begins.</summary>
    public static int LongestMarker => Longest.Length;

    public static bool IsIn(string text) => Find(text) >= 0;

    /// <summary>Finds where the first marker begins; -1 for nowhere.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (text[start..].IndexOf('<') is >= 0 and int offset)
        {
            start += offset;
            if (BeginsWithMarker(text[start..]))
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    private static bool BeginsWithMarker(ReadOnlySpan<char> text)
    {
        foreach (string marker in Markers)
        {
            if (text.StartsWith(marker, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

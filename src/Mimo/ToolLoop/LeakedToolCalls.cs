namespace Mimo.ToolLoop;

/// <summary>
/// Recognises tool calls that the model wrote into its text, as MiMo's models do now and then. They are never run: text may hold
/// anything. The turn counts as failed and is asked for again.
/// </summary>
internal static class LeakedToolCalls
{
    /// <summary>No longer than this many characters must be held back to see whether a marker begins.</summary>
    public const int LongestMarker = 11;

    public static bool IsIn(string text) => Find(text) >= 0;

    /// <summary>Finds where the first marker begins; -1 for nowhere.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (text[start..].IndexOf('<') is >= 0 and int offset)
        {
            start += offset;
            if (text[start..].StartsWith("<tool_call>") || text[start..].StartsWith("<function="))
            {
                return start;
            }

            start++;
        }

        return -1;
    }
}

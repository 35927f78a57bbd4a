using System.Buffers;

namespace Mimo.ToolLoop;

/// <summary>
/// Recognises tool calls that the model wrote into its text, as MiMo's models do now and then. They are never run: text may hold
/// anything. The turn counts as failed and is asked for again.
/// </summary>
internal static class LeakedToolCalls
{
    /// <summary>No longer than this many characters must be held back to see whether a marker begins.</summary>
    public const int LongestMarker = 11;

    private static readonly SearchValues<string> Markers = SearchValues.Create(["<tool_call>", "<function="], StringComparison.Ordinal);

    public static bool IsIn(string text) => Find(text) >= 0;

    public static int Find(ReadOnlySpan<char> text) => text.IndexOfAny(Markers);
}

using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace Mimo.Generation;

/// <summary>Turns values into text, and messages into conversations, for generated prompts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptText
{
    private const int ShortestFence = 3;

    /// <summary>A value by a .NET format string in the invariant culture; empty for null.</summary>
    public static string Format<T>(T value, string format) =>
        value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : Plain(value);

    /// <summary>One bulleted line for each item; empty for null. Further lines of an item are indented under its first.</summary>
    public static string List<T>(IEnumerable<T>? items)
    {
        if (items is null)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (T item in items)
        {
            text.Append(text.Length == 0 ? "- " : "\n- ").Append(Plain(item).ReplaceLineEndings("\n  "));
        }

        return text.ToString();
    }

    /// <summary>A value as a block between fences that are longer than any run of backticks in it, so that it can't end the block.</summary>
    public static string Fence<T>(T value)
    {
        string content = Plain(value);
        int longestRun = 0;
        int run = 0;
        foreach (char character in content)
        {
            run = character == '`' ? run + 1 : 0;
            longestRun = Math.Max(longestRun, run);
        }

        string fence = new('`', Math.Max(ShortestFence, longestRun + 1));
        return $"{fence}\n{content}\n{fence}";
    }

    /// <summary>The messages of a request: what every call begins with, the conversation so far, and the new turn.</summary>
    /// <param name="beginning">System messages and examples; the same for every call, so that the server can cache them.</param>
    /// <param name="transcript">The conversation so far; null for none.</param>
    /// <param name="turn">The new user message.</param>
    public static IReadOnlyList<MimoMessage> Join(MimoMessage[] beginning, IReadOnlyList<MimoMessage>? transcript, MimoMessage turn)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        ArgumentNullException.ThrowIfNull(turn);
        if (transcript is null)
        {
            return [.. beginning, turn];
        }

        return [.. beginning, .. transcript, turn];
    }

    private static string Plain<T>(T value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
}

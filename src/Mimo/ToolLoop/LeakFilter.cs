namespace Mimo.ToolLoop;

/// <summary>
/// Holds streamed text back from where a leaked tool call may begin, so that a turn which is asked for again does not reach the
/// caller as the answer.
/// </summary>
internal sealed class LeakFilter
{
    private string _heldBack = string.Empty;

    /// <summary>Takes a text update.</summary>
    /// <returns>What may be passed on; null for nothing yet.</returns>
    public MimoTextUpdate? Pass(MimoTextUpdate update)
    {
        if (_heldBack.Length == 0 && !update.Text.Contains('<', StringComparison.Ordinal))
        {
            return update;
        }

        string text = _heldBack + update.Text;
        int safe = SafeLength(text);
        _heldBack = text[safe..];
        return safe == 0 ? null : new MimoTextUpdate(text[..safe]);
    }

    /// <summary>Ends a piece of text, since something else follows: what was held back begins no call if it is too short for one.</summary>
    /// <returns>What is still to be passed on; null for nothing.</returns>
    public MimoTextUpdate? EndText() => LeakedToolCalls.IsIn(_heldBack) ? null : Release();

    /// <summary>Ends the turn.</summary>
    /// <param name="isLeak">Whether the turn held a leaked call; what was held back is then dropped.</param>
    /// <param name="runsCalls">Whether the turn's true tool calls are run: markup beside them is no call of its own, and nothing to read either.</param>
    /// <returns>What is still to be passed on; null for nothing.</returns>
    public MimoTextUpdate? Finish(bool isLeak, bool runsCalls) => isLeak || (runsCalls && LeakedToolCalls.IsIn(_heldBack)) ? null : Release();

    private MimoTextUpdate? Release()
    {
        string text = _heldBack;
        _heldBack = string.Empty;
        return text.Length == 0 ? null : new MimoTextUpdate(text);
    }

    private static int SafeLength(string text)
    {
        int marker = LeakedToolCalls.Find(text);
        if (marker >= 0)
        {
            return marker;
        }

        // A marker may have begun at the end of what came.
        int tail = text.LastIndexOf('<');
        return tail >= 0 && text.Length - tail < LeakedToolCalls.LongestMarker ? tail : text.Length;
    }
}

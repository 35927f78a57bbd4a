using System.Text;

namespace Mimo.ToolLoop;

/// <summary>
/// Holds streamed text back from where a leaked tool call may begin, so that a turn which is asked for again does not reach the
/// caller as the answer.
/// </summary>
internal sealed class LeakFilter
{
    // What may be the beginning of a marker: shorter than the longest one.
    private string _heldBack = string.Empty;

    // All from the first marker on, which may be as long as an answer; null where none came.
    private StringBuilder? _leak;

    /// <summary>Takes a text update.</summary>
    /// <returns>What may be passed on; null for nothing yet.</returns>
    public MimoTextUpdate? Pass(MimoTextUpdate update)
    {
        if (_leak is not null)
        {
            _leak.Append(update.Text);
            return null;
        }

        if (_heldBack.Length == 0 && !update.Text.Contains('<', StringComparison.Ordinal))
        {
            return update;
        }

        string text = _heldBack + update.Text;
        int safe = LeakedToolCalls.Find(text);
        if (safe >= 0)
        {
            _leak = new StringBuilder(text[safe..]);
            _heldBack = string.Empty;
        }
        else
        {
            safe = SafeLength(text);
            _heldBack = text[safe..];
        }

        return safe == 0 ? null : new MimoTextUpdate(text[..safe]);
    }

    /// <summary>Ends a piece of text, since something else follows: what was held back begins no call if it is too short for one.</summary>
    /// <returns>What is still to be passed on; null for nothing.</returns>
    public MimoTextUpdate? EndText() => _leak is not null ? null : Release();

    /// <summary>Ends the turn.</summary>
    /// <param name="isLeak">Whether the turn held a leaked call; what was held back is then dropped.</param>
    /// <param name="runsCalls">Whether the turn's true tool calls are run: markup beside them is no call of its own, and nothing to read either.</param>
    /// <returns>What is still to be passed on; null for nothing.</returns>
    public MimoTextUpdate? Finish(bool isLeak, bool runsCalls) => isLeak || (runsCalls && _leak is not null) ? null : Release();

    private MimoTextUpdate? Release()
    {
        string text = _leak?.ToString() ?? _heldBack;
        _leak = null;
        _heldBack = string.Empty;
        return text.Length == 0 ? null : new MimoTextUpdate(text);
    }

    /// <summary>How much of a text without a marker may be passed on: one may have begun at its end.</summary>
    private static int SafeLength(string text)
    {
        int tail = text.LastIndexOf('<');
        return tail >= 0 && text.Length - tail < LeakedToolCalls.LongestMarker ? tail : text.Length;
    }
}

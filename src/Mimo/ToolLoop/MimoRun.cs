using Mimo.ToolLoop;

namespace Mimo;

/// <summary>Everything that happened in a tool loop, also when it stopped early. Immutable.</summary>
public sealed class MimoRun
{
    internal MimoRun(IReadOnlyList<MimoMessage> newMessages, IReadOnlyList<MimoResponse> responses, MimoUsage usage, MimoRunOutcome outcome, bool wasOfferedTools)
    {
        NewMessages = newMessages;
        Responses = responses;
        Usage = usage;
        Outcome = outcome;
        WasOfferedTools = wasOfferedTools;
    }

    /// <summary>The last response. It always exists, save in the partial run of an exception when the very first exchange failed.</summary>
    /// <exception cref="InvalidOperationException">No response came at all.</exception>
    public MimoResponse Response => Responses.Count > 0
        ? Responses[^1]
        : throw new InvalidOperationException("The run broke before its first response came.");

    /// <summary>
    /// All assistant and tool messages that the run produced, in order, ready to be appended to a <see cref="MimoTranscript"/>:
    /// each tool call in them has its result. Answers that were asked for again, because a tool call came as text, are left out.
    /// </summary>
    public IReadOnlyList<MimoMessage> NewMessages { get; }

    /// <summary>All responses in order.</summary>
    public IReadOnlyList<MimoResponse> Responses { get; }

    /// <summary>What all exchanges cost together.</summary>
    public MimoUsage Usage { get; }

    /// <summary>Why the loop stopped.</summary>
    public MimoRunOutcome Outcome { get; }

    /// <summary>Whether <see cref="Response"/> is an answer in words that is complete; an empty one is none.</summary>
    public bool HasAnswer =>
        Responses.Count > 0
        && Outcome is not (MimoRunOutcome.Cut or MimoRunOutcome.TokenLimit or MimoRunOutcome.Failed or MimoRunOutcome.Canceled)
        && Response.ToolCalls.Count == 0
        && Response.Text.Length > 0
        && !(WasOfferedTools && LeakedToolCalls.IsIn(Response.Text));

    /// <summary>Whether the model was offered tools at any time, so that text which looks like a call of one is none of its answer.</summary>
    internal bool WasOfferedTools { get; }
}

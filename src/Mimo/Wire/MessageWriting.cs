namespace Mimo.Wire;

/// <summary>What a message's bytes depend on besides the message.</summary>
/// <param name="Format">The wire format.</param>
/// <param name="IsThinkingDisabled">Whether the request switches thinking off, so that tool-call turns need no reasoning.</param>
/// <param name="BlankForEmptyContent">See <see cref="RequestWriting"/>.</param>
internal readonly record struct MessageWriting(MimoFormat Format, bool IsThinkingDisabled, bool BlankForEmptyContent)
{
    /// <summary>
    /// With thinking on, MiMo refuses a tool-call turn without reasoning, even where the model itself sent none; an empty one is
    /// what other clients put in its place.
    /// </summary>
    public bool NeedsReasoningPlaceholder(MimoMessage message) =>
        !IsThinkingDisabled && message.Reasoning is null && message.ToolCallSpan.Length > 0;
}

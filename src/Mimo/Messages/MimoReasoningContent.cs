namespace Mimo;

/// <summary>
/// What the model thought before it answered: <c>reasoning_content</c> in the OpenAI format, a <c>thinking</c> block in the
/// Anthropic format. MiMo refuses a conversation whose tool-call turns come back without it, so it is kept exactly as it came.
/// </summary>
public sealed class MimoReasoningContent : MimoContent
{
    /// <summary>Makes a reasoning part.</summary>
    /// <param name="text">The reasoning; may be empty.</param>
    /// <param name="signature">The signature of the Anthropic format, null where none came. MiMo sends an empty one.</param>
    public MimoReasoningContent(string text, string? signature = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Signature = signature;
    }

    /// <summary>The reasoning; may be empty.</summary>
    public string Text { get; }

    /// <summary>The signature of the Anthropic format; null where none came.</summary>
    public string? Signature { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

namespace Mimo;

/// <summary>
/// Why the model stopped. An open set: a reason this version does not know keeps its text. The Anthropic format's
/// <c>end_turn</c> and <c>stop_sequence</c>, <c>max_tokens</c>, <c>tool_use</c> and <c>refusal</c> read as <see cref="Stop"/>,
/// <see cref="Length"/>, <see cref="ToolCalls"/> and <see cref="ContentFilter"/>.
/// </summary>
public readonly record struct MimoFinishReason
{
    private readonly string? _value;

    /// <summary>Makes a finish reason from its text on the wire.</summary>
    /// <param name="value">The text in the OpenAI format's words.</param>
    public MimoFinishReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The answer is complete, or a stop sequence was met.</summary>
    public static MimoFinishReason Stop { get; } = new("stop");

    /// <summary>The token limit cut the answer.</summary>
    public static MimoFinishReason Length { get; } = new("length");

    /// <summary>The model waits for tool results.</summary>
    public static MimoFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary>Moderation cut or replaced the answer.</summary>
    public static MimoFinishReason ContentFilter { get; } = new("content_filter");

    /// <summary>The model ran into a loop and the server cut it.</summary>
    public static MimoFinishReason RepetitionTruncation { get; } = new("repetition_truncation");

    /// <summary>The text, such as <c>stop</c>; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether something cut the answer short, so that text or arguments may be incomplete.</summary>
    public bool IsCut => this == Length || this == ContentFilter || this == RepetitionTruncation;

    /// <inheritdoc/>
    public bool Equals(MimoFinishReason other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

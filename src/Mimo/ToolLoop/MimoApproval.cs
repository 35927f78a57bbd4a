namespace Mimo;

/// <summary>A tool call that waits for approval.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Call">The call with its arguments, which may not fit the tool.</param>
/// <param name="Messages">The conversation up to and including the turn with this call.</param>
public sealed record MimoApprovalRequest(MimoTool Tool, MimoToolCall Call, IReadOnlyList<MimoMessage> Messages);

/// <summary>The decision on a tool call. Immutable.</summary>
public sealed class MimoApproval
{
    private MimoApproval(bool isAllowed, string? reason, ReadOnlyMemory<byte>? argumentsUtf8)
    {
        IsAllowed = isAllowed;
        Reason = reason;
        ArgumentsUtf8 = argumentsUtf8;
    }

    /// <summary>The call may run as it is.</summary>
    public static MimoApproval Allow { get; } = new(true, null, null);

    /// <summary>Whether the call may run.</summary>
    public bool IsAllowed { get; }

    /// <summary>Why it may not, as the model is told; null when it may.</summary>
    public string? Reason { get; }

    /// <summary>The arguments to run with in place of the model's; null for the model's own.</summary>
    public ReadOnlyMemory<byte>? ArgumentsUtf8 { get; }

    /// <summary>The call may not run.</summary>
    /// <param name="reason">Why, in words for the model.</param>
    /// <returns>The decision.</returns>
    public static MimoApproval Deny(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(false, reason, null);
    }

    /// <summary>The call may run, but with other arguments. The conversation keeps the model's own, as the protocol demands.</summary>
    /// <param name="argumentsUtf8">The arguments, a JSON object in UTF-8.</param>
    /// <returns>The decision.</returns>
    public static MimoApproval AllowWith(ReadOnlyMemory<byte> argumentsUtf8) => new(true, null, argumentsUtf8);
}

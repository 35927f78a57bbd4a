namespace Mimo;

/// <summary>How a tool loop runs. Immutable; safe to share.</summary>
public sealed record MimoRunOptions
{
    /// <summary>The options when none are given.</summary>
    public static MimoRunOptions Default { get; } = new();

    /// <summary>How many rounds of tool calls may run; then one last request goes out that offers no tools. 0 offers none at all. Default: 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0.</exception>
    public int MaxToolRounds
    {
        get;
        init => field = Limits.AtLeast(0, value);
    } = 16;

    /// <summary>After how many rounds in a row without one good tool call the last request, which offers no tools, goes out; at least 1. Default: 3. To run no tools, set <see cref="MaxToolRounds"/> to 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxConsecutiveFailures
    {
        get;
        init => field = Limits.AtLeast(1, value);
    } = 3;

    /// <summary>How often the model may correct a structured answer that doesn't fit; 0 for never. Default: 2. Only prompts that return a type use it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0.</exception>
    public int RepairAttempts
    {
        get;
        init => field = Limits.AtLeast(0, value);
    } = 2;

    /// <summary>No further request goes out once the run has cost this many tokens, input and output together; null for no limit.</summary>
    public long? MaxTotalTokens { get; init; }

    /// <summary>The longest that a tool call may take whose tool has no limit of its own; null for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? ToolTimeout
    {
        get;
        init => field = Limits.Limit(value);
    }

    /// <summary>Supplies the services that tools ask for; null for none.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>
    /// Decides on calls of tools with <see cref="MimoTool.RequireApproval"/>. Null denies them all. What it throws ends the run with a
    /// <see cref="MimoToolLoopException"/> around it, as with the hooks below.
    /// </summary>
    public Func<MimoApprovalRequest, CancellationToken, ValueTask<MimoApproval>>? Approve { get; init; }

    /// <summary>Called before each request; what it returns is sent, and of the tools only those in it run. Null sends the request as it is.</summary>
    /// <remarks>To end a run early, throw: a <see cref="MimoToolLoopException"/> around the exception then carries all that was done.</remarks>
    public Func<MimoRoundStart, CancellationToken, ValueTask<MimoRequest>>? BeforeRound { get; init; }

    /// <summary>Called after each response, its tool calls done.</summary>
    public Func<MimoRoundEnd, CancellationToken, ValueTask>? AfterRound { get; init; }

    /// <summary>Hears what tools report through <see cref="IProgress{T}"/>; null drops it. May be called by several threads at once. If it throws, the run ends with a <see cref="MimoToolLoopException"/> once the tool that reported has ended.</summary>
    public Action<MimoToolCall, object?>? Progress { get; init; }

    /// <summary>Whether traces hold the arguments and results of tool calls. Off by default, for they may be private.</summary>
    public bool RecordContent { get; init; }

    /// <summary>The clock of tool time limits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

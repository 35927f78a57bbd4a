namespace Mimo;

/// <summary>
/// Options of a single call of a prompt: a parameter of this type stands in no template. What is set here wins over the method's
/// options, those over the interface's, and those over the client's; what is null changes nothing. Immutable; safe to share.
/// </summary>
public sealed record MimoCallOptions
{
    /// <summary>The model's id in lower case, such as <c>mimo-v2-pro</c>.</summary>
    public string? Model { get; init; }

    /// <inheritdoc cref="MimoRequest.Temperature"/>
    public double? Temperature { get; init; }

    /// <inheritdoc cref="MimoRequest.TopP"/>
    public double? TopP { get; init; }

    /// <inheritdoc cref="MimoRequest.MaxCompletionTokens"/>
    public int? MaxCompletionTokens { get; init; }

    /// <inheritdoc cref="MimoRequest.FrequencyPenalty"/>
    public double? FrequencyPenalty { get; init; }

    /// <inheritdoc cref="MimoRequest.PresencePenalty"/>
    public double? PresencePenalty { get; init; }

    /// <summary>At most four texts at which the answer ends; they are not part of it. An empty list takes the prompt's own away.</summary>
    public IReadOnlyList<string>? Stop { get; init; }

    /// <summary>Whether the model thinks before it answers; <see cref="MimoThinking.Default"/> leaves it to the prompt.</summary>
    public MimoThinking Thinking { get; init; }

    /// <summary>Tools offered after the prompt's own; a tool whose name the prompt already offers is refused with an <see cref="ArgumentException"/>.</summary>
    public MimoToolSet? AdditionalTools { get; init; }

    /// <summary>Lets the model search the web. Only in the OpenAI format, and only where web search is switched on for the account. Null leaves the prompt's.</summary>
    public MimoWebSearch? WebSearch { get; init; }

    /// <summary>How many rounds of tool calls may run; then one last request goes out that offers no tools. 0 offers none at all. Null leaves the prompt's, which is 16 if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0.</exception>
    public int? MaxToolRounds
    {
        get;
        init => field = Limits.AtLeast(0, value);
    }

    /// <summary>How often the model may correct a structured answer that doesn't fit; 0 for never. Null leaves the prompt's, which is 2 if not set. Only prompts that return a type use it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0.</exception>
    public int? RepairAttempts
    {
        get;
        init => field = Limits.AtLeast(0, value);
    }

    /// <summary>No further request goes out once the run has cost this many tokens, input and output together; null sets no limit beyond the prompt's.</summary>
    public long? MaxTotalTokens { get; init; }

    /// <summary>After how many rounds in a row without one good tool call the last request, which offers no tools, goes out; at least 1. Null leaves the prompt's, which is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxConsecutiveFailures
    {
        get;
        init => field = Limits.AtLeast(1, value);
    }

    /// <summary>The longest that a tool call may take whose tool has no limit of its own; null sets no limit beyond the prompt's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? ToolTimeout
    {
        get;
        init => field = Limits.Limit(value);
    }

    /// <summary>Supplies the services that tools ask for, in place of those given to <c>Create</c>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Decides on calls of tools with <see cref="MimoTool.RequireApproval"/>. Where nothing decides, they are denied.</summary>
    public Func<MimoApprovalRequest, CancellationToken, ValueTask<MimoApproval>>? Approve { get; init; }

    /// <summary>Called before each request; what it returns is sent, and of the tools only those in it run. Null leaves the prompt's, which has none.</summary>
    /// <remarks>To end a run early, throw: a <see cref="MimoToolLoopException"/> around the exception then carries all that was done.</remarks>
    public Func<MimoRoundStart, CancellationToken, ValueTask<MimoRequest>>? BeforeRound { get; init; }

    /// <summary>Called after each response, its tool calls done. Null leaves the prompt's, which has none.</summary>
    public Func<MimoRoundEnd, CancellationToken, ValueTask>? AfterRound { get; init; }

    /// <summary>Hears what tools report through <see cref="IProgress{T}"/>. May be called by several threads at once. If it throws, the run ends with a <see cref="MimoToolLoopException"/> once the tool that reported has ended. Null leaves the prompt's, which has none.</summary>
    public Action<MimoToolCall, object?>? Progress { get; init; }

    /// <summary>Whether traces hold the arguments and results of tool calls, which may be private. Null leaves the prompt's, which is false.</summary>
    public bool? RecordContent { get; init; }
}

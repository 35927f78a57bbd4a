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

    /// <inheritdoc cref="MimoRequest.WebSearch"/>
    public MimoWebSearch? WebSearch { get; init; }

    /// <inheritdoc cref="MimoRunOptions.MaxToolRounds"/>
    public int? MaxToolRounds { get; init; }

    /// <inheritdoc cref="MimoRunOptions.RepairAttempts"/>
    public int? RepairAttempts { get; init; }

    /// <inheritdoc cref="MimoRunOptions.MaxTotalTokens"/>
    public long? MaxTotalTokens { get; init; }

    /// <inheritdoc cref="MimoRunOptions.ToolTimeout"/>
    public TimeSpan? ToolTimeout { get; init; }

    /// <summary>Supplies the services that tools ask for, in place of those given to <c>Create</c>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Decides on calls of tools with <see cref="MimoTool.RequireApproval"/>. Where nothing decides, they are denied.</summary>
    public Func<MimoApprovalRequest, CancellationToken, ValueTask<MimoApproval>>? Approve { get; init; }

    /// <inheritdoc cref="MimoRunOptions.BeforeRound"/>
    public Func<MimoRoundStart, CancellationToken, ValueTask<MimoRequest>>? BeforeRound { get; init; }

    /// <inheritdoc cref="MimoRunOptions.AfterRound"/>
    public Func<MimoRoundEnd, CancellationToken, ValueTask>? AfterRound { get; init; }

    /// <inheritdoc cref="MimoRunOptions.Progress"/>
    public Action<MimoToolCall, object?>? Progress { get; init; }

    /// <inheritdoc cref="MimoRunOptions.RecordContent"/>
    public bool? RecordContent { get; init; }
}

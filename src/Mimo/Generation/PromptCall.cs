using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Lays the options of one call over those of its prompt, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptCall
{
    /// <summary>The request as the call wants it.</summary>
    /// <param name="request">The request that the prompt's own options make.</param>
    /// <param name="options">The call's options; null for none.</param>
    /// <exception cref="ArgumentException">An additional tool has the name of one that the prompt offers.</exception>
    public static MimoRequest Apply(MimoRequest request, MimoCallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        return options is null ? request : request with
        {
            Model = options.Model ?? request.Model,
            Temperature = options.Temperature ?? request.Temperature,
            TopP = options.TopP ?? request.TopP,
            MaxCompletionTokens = options.MaxCompletionTokens ?? request.MaxCompletionTokens,
            FrequencyPenalty = options.FrequencyPenalty ?? request.FrequencyPenalty,
            PresencePenalty = options.PresencePenalty ?? request.PresencePenalty,
            Stop = options.Stop ?? request.Stop,
            Thinking = options.Thinking == MimoThinking.Default ? request.Thinking : options.Thinking,
            Tools = options.AdditionalTools is { Count: > 0 } tools ? MimoToolSet.Combine(request.Tools, tools) : request.Tools,
            WebSearch = options.WebSearch ?? request.WebSearch,
        };
    }

    /// <summary>How the call's tool loop runs.</summary>
    /// <param name="run">How the prompt's own options let it run.</param>
    /// <param name="options">The call's options; null for none.</param>
    public static MimoRunOptions Apply(MimoRunOptions run, MimoCallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(run);
        return options is null ? run : run with
        {
            MaxToolRounds = options.MaxToolRounds ?? run.MaxToolRounds,
            RepairAttempts = options.RepairAttempts ?? run.RepairAttempts,
            MaxTotalTokens = options.MaxTotalTokens ?? run.MaxTotalTokens,
            MaxConsecutiveFailures = options.MaxConsecutiveFailures ?? run.MaxConsecutiveFailures,
            ToolTimeout = options.ToolTimeout ?? run.ToolTimeout,
            Services = options.Services ?? run.Services,
            Approve = options.Approve ?? run.Approve,
            BeforeRound = options.BeforeRound ?? run.BeforeRound,
            AfterRound = options.AfterRound ?? run.AfterRound,
            Progress = options.Progress ?? run.Progress,
            RecordContent = options.RecordContent ?? run.RecordContent,
        };
    }
}

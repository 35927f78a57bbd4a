namespace Mimo;

/// <summary>Why a tool loop stopped.</summary>
public enum MimoRunOutcome
{
    /// <summary>The model answered and wants no more tools.</summary>
    Answered,

    /// <summary>The last answer was cut; its finish reason says by what.</summary>
    Cut,

    /// <summary><see cref="MimoRunOptions.MaxToolRounds"/> was reached. The last request offered no tools, so there is mostly an answer.</summary>
    RoundLimit,

    /// <summary><see cref="MimoRunOptions.MaxConsecutiveFailures"/> was reached. The last request offered no tools, so there is mostly an answer.</summary>
    FailureLimit,

    /// <summary><see cref="MimoRunOptions.MaxTotalTokens"/> was used up before the model answered.</summary>
    TokenLimit,

    /// <summary>An exchange or a callback failed. Only a run that an exception carries has this outcome.</summary>
    Failed,

    /// <summary>The run was cancelled. Only a run that an exception carries has this outcome.</summary>
    Canceled,
}

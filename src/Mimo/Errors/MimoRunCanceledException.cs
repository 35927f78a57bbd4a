namespace Mimo;

/// <summary>
/// A tool loop was cancelled. What it had done is not lost: <see cref="PartialRun"/> can be appended to a transcript and gone on from.
/// </summary>
public sealed class MimoRunCanceledException : OperationCanceledException
{
    /// <summary>Makes an exception without details.</summary>
    public MimoRunCanceledException()
        : this("The tool loop was cancelled.")
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What was cancelled.</param>
    public MimoRunCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoRunCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal MimoRunCanceledException(MimoRun partialRun, OperationCanceledException cancellation, CancellationToken cancellationToken)
        : base("The tool loop was cancelled.", cancellation, cancellationToken)
    {
        PartialRun = partialRun;
    }

    /// <summary>
    /// What the tool loop had done until then; null only where the exception was made without. Each tool call in it has a result:
    /// its own where there was one, else one that tells the model of the interruption.
    /// </summary>
    public MimoRun? PartialRun { get; }
}

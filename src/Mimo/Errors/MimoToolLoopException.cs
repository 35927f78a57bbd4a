namespace Mimo;

/// <summary>
/// A tool loop could not go on: a callback of its options threw, which <see cref="Exception.InnerException"/> then is, or returned null;
/// or a prompt needed an answer, and its tool loop stopped without one.
/// </summary>
public sealed class MimoToolLoopException : MimoException
{
    /// <summary>Makes an exception without details.</summary>
    public MimoToolLoopException()
        : this("The tool loop stopped without an answer.")
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">Why it stopped.</param>
    public MimoToolLoopException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">Why it stopped.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoToolLoopException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Why it stopped.</param>
    /// <param name="run">Everything that happened until then.</param>
    public MimoToolLoopException(string message, MimoRun run)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(run);
        PartialRun = run;
    }
}

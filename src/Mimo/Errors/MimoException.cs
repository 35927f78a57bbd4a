namespace Mimo;

/// <summary>The base of everything this library throws about MiMo itself. No message ever holds the API key.</summary>
public class MimoException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public MimoException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was wrong, and how to repair it.</param>
    public MimoException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was wrong, and how to repair it.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// What a tool loop had done when this was thrown, so that nothing is lost: the rounds that were complete, and the one under way, each
    /// tool call with a result, its own where there was one. Null when no tool loop was under way.
    /// </summary>
    public MimoRun? PartialRun { get; internal set; }
}

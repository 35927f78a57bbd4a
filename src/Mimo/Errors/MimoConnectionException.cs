namespace Mimo;

/// <summary>The exchange broke on the way: the host was not reached, the answer was cut or unreadable, or time ran out.</summary>
public sealed class MimoConnectionException : MimoException
{
    /// <summary>Makes an exception without details.</summary>
    public MimoConnectionException()
        : this("The connection to MiMo broke.")
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What broke.</param>
    public MimoConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What broke.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="failure">What kind of break it was.</param>
    /// <param name="message">What broke.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoConnectionException(MimoConnectionFailure failure, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
    }

    /// <summary>What kind of break it was.</summary>
    public MimoConnectionFailure Failure { get; init; }

    /// <summary>
    /// What had come of the answer when a stream broke; null when nothing had. Its tool calls are left out, for their arguments
    /// may be incomplete.
    /// </summary>
    public MimoMessage? Received { get; init; }
}

namespace Mimo;

/// <summary>
/// Thrown by a tool method to tell the model what went wrong: unlike any other exception's, its message is sent to the model,
/// so it must hold nothing that the model may not see.
/// </summary>
public class MimoToolException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public MimoToolException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what the model could do about it. Sent to the model as it stands.</param>
    public MimoToolException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What went wrong and what the model could do about it. Sent to the model as it stands.</param>
    /// <param name="innerException">The cause, for logs; not sent to the model.</param>
    public MimoToolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

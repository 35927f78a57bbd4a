namespace Mimo;

/// <summary>The model's answer could not be read as the type the prompt promises, repair attempts included.</summary>
public sealed class MimoOutputException : MimoException
{
    /// <summary>Makes an exception without details.</summary>
    public MimoOutputException()
        : this("The model's answer could not be read as the promised type.")
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What was wrong.</param>
    public MimoOutputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoOutputException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="attempts">Every answer in order, with what was wrong with it.</param>
    public MimoOutputException(string message, IReadOnlyList<MimoOutputAttempt> attempts)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        Attempts = attempts;
    }

    /// <summary>Every answer in order, with what was wrong with it.</summary>
    public IReadOnlyList<MimoOutputAttempt> Attempts { get; } = [];

    /// <summary>What all attempts cost together.</summary>
    public MimoUsage Usage { get; init; } = MimoUsage.None;

    /// <summary>Whether the answer was cut (by the token limit, moderation or a loop), so that asking again would not have helped.</summary>
    public bool IsTruncated { get; init; }
}

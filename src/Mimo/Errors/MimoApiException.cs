namespace Mimo;

/// <summary>The server refused the request, or reported a fault of its own.</summary>
public sealed class MimoApiException : MimoException
{
    /// <summary>Makes an exception without details.</summary>
    public MimoApiException()
        : this("MiMo answered with an error.")
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What the server said.</param>
    public MimoApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception without details.</summary>
    /// <param name="message">What the server said.</param>
    /// <param name="innerException">What caused it.</param>
    public MimoApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status; 200 when the error came inside a stream or body that began well.</summary>
    public int Status { get; init; }

    /// <summary>The error's <c>code</c>: usually a number as text, sometimes a name, and not always the HTTP status; null when none came.</summary>
    public string? Code { get; init; }

    /// <summary>The error's <c>type</c>, such as <c>invalid_key</c> or <c>limitation</c>; null when none came.</summary>
    public string? Type { get; init; }

    /// <summary>The error's <c>param</c>, where MiMo puts the explanation; null when none came.</summary>
    public string? Parameter { get; init; }

    /// <summary>The body as it came, the API key blotted out should the server have repeated it.</summary>
    public string RawBody { get; init; } = string.Empty;

    /// <summary>Whether the same request may succeed later. Judged by code and type first, by the status last.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asked to wait; null when it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

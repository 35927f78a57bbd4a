namespace Mimo;

/// <summary>How an exchange broke.</summary>
public enum MimoConnectionFailure
{
    /// <summary>The connection broke for another reason.</summary>
    Unknown,

    /// <summary>No connection came about: name not found, connection refused, nobody answered in time, TLS refused.</summary>
    Unreachable,

    /// <summary>The answer ended before it was complete.</summary>
    Cut,

    /// <summary>What came could not be read as an answer.</summary>
    Malformed,

    /// <summary>One of the time limits of <see cref="MimoClientOptions"/> ran out.</summary>
    Timeout,

    /// <summary>The request or the answer is larger than <see cref="MimoClientOptions"/> allows.</summary>
    TooLarge,
}

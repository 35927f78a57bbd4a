namespace Mimo;

/// <summary>
/// How much a client sends at most; what is over waits its turn. Clients that share one instance share the limits: MiMo counts
/// by account and model, all keys together, so have one instance for each model of an account. Dispose it once no client uses it any
/// more; what still waits then ends.
/// </summary>
public sealed class MimoRateLimits : IDisposable
{
    private readonly Lazy<RateGate> _gate;

    /// <summary>Makes limits.</summary>
    /// <param name="requestsPerMinute">Requests per minute, at least 1.</param>
    /// <param name="tokensPerMinute">Tokens per minute, input and output together, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is less than 1.</exception>
    public MimoRateLimits(int requestsPerMinute, int tokensPerMinute)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(requestsPerMinute, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokensPerMinute, 1);
        RequestsPerMinute = requestsPerMinute;
        TokensPerMinute = tokensPerMinute;
        _gate = new(() => new RateGate(RequestsPerMinute, TokensPerMinute));
    }

    /// <summary>What every chat model allows an account: 100 requests and 10 million tokens per minute. A new instance each time.</summary>
    public static MimoRateLimits PerAccount => new(100, 10_000_000);

    /// <summary>Requests per minute.</summary>
    public int RequestsPerMinute { get; }

    /// <summary>
    /// Tokens per minute, input and output together. What a request will cost is estimated from its text, media aside, and corrected
    /// once its answer tells: what it cost beyond the estimate comes off what later requests may take.
    /// </summary>
    public int TokensPerMinute { get; }

    internal RateGate Gate => _gate.Value;

    /// <summary>Ends the waits that are under way and stops counting. A client that still uses the limits fails from then on.</summary>
    public void Dispose() => _gate.Value.Dispose();
}

using System.Threading.RateLimiting;

namespace Mimo;

/// <summary>One request's permission to go. Held until its answer is in, for a limiter may count what is under way.</summary>
internal sealed class RequestTurn(RateLimitLease? lease, RateGate? gate, int estimate) : IDisposable
{
    /// <summary>Counts what the request cost beyond the estimate.</summary>
    public void Settle(MimoUsage? usage) => gate?.Settle(estimate, usage);

    public void Dispose() => lease?.Dispose();
}

using System.Threading.RateLimiting;

namespace Mimo;

/// <summary>Where requests wait for the rate limits of the options. Each try waits anew: the server counts tries.</summary>
internal sealed class RequestQueue(MimoClientOptions options)
{
    /// <summary>Waits until a request may go.</summary>
    /// <param name="requestBytes">The size of the request without its media, from which its tokens are estimated.</param>
    /// <param name="call">The call, whose end ends the wait.</param>
    /// <returns>The request's turn, to be settled once the cost is known and given back once the answer is in.</returns>
    public async Task<RequestTurn> WaitAsync(int requestBytes, CallCancellation call)
    {
        using CancellationTokenSource end = call.LinkAll();
        RateLimitLease? lease = options.RateLimiter is { } limiter ? await AcquireAsync(limiter, end.Token).ConfigureAwait(false) : null;
        if (options.RateLimits is not { } limits)
        {
            return new RequestTurn(lease, null, 0);
        }

        try
        {
            int estimate = await limits.Gate.WaitAsync(requestBytes, end.Token).ConfigureAwait(false);
            return new RequestTurn(lease, limits.Gate, estimate);
        }
        catch
        {
            lease?.Dispose();
            throw;
        }
    }

    private static async ValueTask<RateLimitLease> AcquireAsync(RateLimiter limiter, CancellationToken cancellationToken)
    {
        RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            throw new MimoException($"The limiter in {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.RateLimiter)} turned the request away: its queue is full.");
        }

        return lease;
    }
}

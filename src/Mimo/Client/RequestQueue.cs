using System.Threading.RateLimiting;

namespace Mimo;

/// <summary>Where requests wait for the rate limits of the options. Each try waits anew: the server counts tries.</summary>
internal sealed class RequestQueue(MimoClientOptions options)
{
    /// <summary>Waits until a request may go.</summary>
    /// <param name="requestBytes">The size of the request, from which its tokens are estimated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The estimate, to be settled once the cost is known.</returns>
    public async ValueTask<int> WaitAsync(int requestBytes, CancellationToken cancellationToken)
    {
        if (options.RateLimiter is { } limiter)
        {
            using RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            if (!lease.IsAcquired)
            {
                throw new MimoException($"The limiter in {nameof(MimoClientOptions)}.{nameof(MimoClientOptions.RateLimiter)} turned the request away: its queue is full.");
            }
        }

        return options.RateLimits is { } limits ? await limits.Gate.WaitAsync(requestBytes, cancellationToken).ConfigureAwait(false) : 0;
    }

    /// <summary>Counts what a request cost beyond its estimate.</summary>
    public void Settle(int estimate, MimoUsage? usage) => options.RateLimits?.Gate.Settle(estimate, usage);
}

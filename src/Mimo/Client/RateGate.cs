using System.Threading.RateLimiting;

namespace Mimo;

/// <summary>Lets requests through as <see cref="MimoRateLimits"/> allow. Waiting ones go in the order in which they came.</summary>
internal sealed class RateGate(int requestsPerMinute, int tokensPerMinute)
{
    /// <summary>The buckets fill up in this many steps a minute, so that a full minute's worth is not let through in one burst twice.</summary>
    private const int StepsPerMinute = 60;

    /// <summary>English and JSON have about four bytes in a token.</summary>
    private const int BytesPerToken = 4;

    private readonly TokenBucketRateLimiter _requests = Bucket(requestsPerMinute);
    private readonly TokenBucketRateLimiter _tokens = Bucket(tokensPerMinute);

    /// <summary>Waits until a request may go.</summary>
    /// <returns>The estimate that was taken for its tokens.</returns>
    public async ValueTask<int> WaitAsync(int requestBytes, CancellationToken cancellationToken)
    {
        int estimate = Math.Clamp(requestBytes / BytesPerToken, 1, tokensPerMinute);
        using RateLimitLease request = await _requests.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        using RateLimitLease tokens = await _tokens.AcquireAsync(estimate, cancellationToken).ConfigureAwait(false);
        return estimate;
    }

    /// <summary>Takes what the request cost beyond the estimate, as far as it is there.</summary>
    public void Settle(int estimate, MimoUsage? usage)
    {
        long excess = (usage?.TotalTokens ?? 0) - estimate;
        if (excess > 0)
        {
            int available = (int)Math.Min(int.MaxValue, _tokens.GetStatistics()?.CurrentAvailablePermits ?? 0);
            using RateLimitLease lease = _tokens.AttemptAcquire((int)Math.Min(excess, available));
        }
    }

    // A bucket adds whole permits per step, so small limits get fewer and longer steps.
    private static TokenBucketRateLimiter Bucket(int perMinute)
    {
        int steps = Math.Min(StepsPerMinute, perMinute);
        return new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / steps),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / steps,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}

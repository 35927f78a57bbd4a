using System.Threading.RateLimiting;

namespace Mimo;

/// <summary>Lets requests through as <see cref="MimoRateLimits"/> allow. Waiting ones go in the order in which they came.</summary>
internal sealed class RateGate(int requestsPerMinute, int tokensPerMinute) : IDisposable
{
    /// <summary>How finely a minute is counted: what was let through is forgotten a minute later, to the second.</summary>
    private const int SegmentsPerMinute = 60;

    /// <summary>English and JSON have about four bytes in a token.</summary>
    private const int BytesPerToken = 4;

    private readonly SlidingWindowRateLimiter _requests = Minute(requestsPerMinute);
    private readonly SlidingWindowRateLimiter _tokens = Minute(tokensPerMinute);

    // One request at a time asks the limiters: all behind it can give up without having taken anything.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits until a request may go.</summary>
    /// <returns>The estimate that was taken for its tokens.</returns>
    public async ValueTask<int> WaitAsync(int requestBytes, CancellationToken cancellationToken)
    {
        int estimate = Math.Clamp(requestBytes / BytesPerToken, 1, tokensPerMinute);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await AcquireAsync(_requests, 1, cancellationToken).ConfigureAwait(false);
            await AcquireAsync(_tokens, estimate, cancellationToken).ConfigureAwait(false);
            return estimate;
        }
        finally
        {
            _turn.Release();
        }
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

    public void Dispose()
    {
        _requests.Dispose();
        _tokens.Dispose();
    }

    private static async ValueTask AcquireAsync(SlidingWindowRateLimiter limiter, int permits, CancellationToken cancellationToken)
    {
        using RateLimitLease lease = await limiter.AcquireAsync(permits, cancellationToken).ConfigureAwait(false);

        // Nobody is turned away for want of room, so only the end of the limits refuses.
        ObjectDisposedException.ThrowIf(!lease.IsAcquired, typeof(MimoRateLimits));
    }

    // Not a bucket: a full one that goes on filling lets through twice the limit in its first minute.
    private static SlidingWindowRateLimiter Minute(int permits) => new(new SlidingWindowRateLimiterOptions
    {
        PermitLimit = permits,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = SegmentsPerMinute,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}

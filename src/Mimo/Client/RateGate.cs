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

    private readonly object _ledger = new();

    // What answers cost beyond their estimates and could not be taken then: the limiter gives nothing out of turn while somebody
    // waits, which is just when it matters. Guarded by _ledger.
    private int _debt;

    /// <summary>Waits until a request may go.</summary>
    /// <param name="requestBytes">The size of the request, but for what is no text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The estimate that was taken for its tokens.</returns>
    public async ValueTask<int> WaitAsync(int requestBytes, CancellationToken cancellationToken)
    {
        int estimate = Math.Clamp(requestBytes / BytesPerToken, 1, tokensPerMinute);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await PayDebtAsync(cancellationToken).ConfigureAwait(false);
            await AcquireAsync(_requests, 1, cancellationToken).ConfigureAwait(false);
            await AcquireAsync(_tokens, estimate, cancellationToken).ConfigureAwait(false);
            return estimate;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes what the request cost beyond the estimate; what is not there now, the next request waits for.</summary>
    public void Settle(int estimate, MimoUsage? usage)
    {
        long excess = (usage?.TotalTokens ?? 0) - estimate;
        if (excess > 0)
        {
            Owe(excess - TakeNow(excess));
        }
    }

    public void Dispose()
    {
        _requests.Dispose();
        _tokens.Dispose();
    }

    private int TakeNow(long tokens)
    {
        int available = (int)Math.Min(tokens, _tokens.GetStatistics()?.CurrentAvailablePermits ?? 0);
        if (available == 0)
        {
            return 0;
        }

        using RateLimitLease lease = _tokens.AttemptAcquire(available);
        return lease.IsAcquired ? available : 0;
    }

    /// <summary>Adds to the debt, which never is more than a minute's tokens: no more can be taken at once.</summary>
    private void Owe(long tokens)
    {
        lock (_ledger)
        {
            _debt = (int)Math.Min(tokensPerMinute, _debt + tokens);
        }
    }

    private async ValueTask PayDebtAsync(CancellationToken cancellationToken)
    {
        int debt;
        lock (_ledger)
        {
            debt = _debt;
            _debt = 0;
        }

        if (debt == 0)
        {
            return;
        }

        try
        {
            await AcquireAsync(_tokens, debt, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Owe(debt);
            throw;
        }
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

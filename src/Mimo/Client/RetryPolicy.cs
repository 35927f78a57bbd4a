namespace Mimo;

/// <summary>
/// Tries an exchange again as <see cref="MimoRetryOptions"/> say. By hand: a resilience library brings validation by reflection
/// with it, and a program compiled ahead of time is a megabyte larger for it.
/// </summary>
internal sealed class RetryPolicy(MimoClientOptions options)
{
    private readonly MimoRetryOptions _options = options.Retry;
    private readonly TimeProvider _timeProvider = options.TimeProvider;

    /// <summary>Whether there is a next try after a failure of the first one.</summary>
    public bool MayRetryFirst(MimoException failure) => _options.MaxRetries > 0 && MayRetry(failure);

    /// <summary>Goes on after a first try that failed. A first try that goes well so costs nothing of all this.</summary>
    /// <param name="failure">Why the first try failed.</param>
    /// <param name="attempt">Tries again.</param>
    /// <param name="cancellationToken">Ends the waits between tries.</param>
    public async Task<T> ContinueAsync<T>(MimoException failure, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (int retry = 1; ; retry++)
        {
            await Task.Delay(WaitBefore(retry, failure), _timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (MimoException next) when (retry < _options.MaxRetries && MayRetry(next))
            {
                failure = next;
            }
        }
    }

    private bool MayRetry(MimoException failure) => failure switch
    {
        MimoApiException { IsTransient: true, RetryAfter: var wait } => wait is null || wait <= _options.MaxRetryAfter,
        MimoConnectionException { Failure: not MimoConnectionFailure.TooLarge } => true,
        _ => false,
    };

    /// <summary>
    /// As long as the server asks for, else the backoff: at random, since clients that failed together must not come back together.
    /// </summary>
    private TimeSpan WaitBefore(int retry, MimoException failure)
    {
        if (failure is MimoApiException { RetryAfter: { } asked })
        {
            return asked;
        }

        // From half to one and a half of the delay, so that its mean is what the options say.
        TimeSpan longest = Shorter(_options.BaseDelay * 1.5 * (1 << Math.Min(retry - 1, 20)), _options.MaxDelay);
        return longest * (1 + (2 * Random.Shared.NextDouble())) / 3;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

namespace Mimo;

/// <summary>The time limit of one try: ends it when its limit runs out, or the caller cancels. The limit is set anew as the try goes on.</summary>
internal sealed class ExchangeTimer : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _callerToken;
    private readonly ITimer _timer;
    private readonly TimeProvider _timeProvider;
    private readonly long _start;
    private readonly TimeSpan _idleTimeout;
    private readonly TimeSpan _tryTimeout;
    private bool _isTryOver;

    public ExchangeTimer(MimoClientOptions options, CancellationToken callerToken)
    {
        _callerToken = callerToken;
        _timeProvider = options.TimeProvider;
        _idleTimeout = options.IdleTimeout;
        _tryTimeout = options.TryTimeout;
        _start = _timeProvider.GetTimestamp();
        _source = CancellationTokenSource.CreateLinkedTokenSource(callerToken);
        _timer = _timeProvider.CreateTimer(static state => ((ExchangeTimer)state!).Expire(), this, _tryTimeout, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether a limit ran out (and not the caller cancelled).</summary>
    public bool IsExpired { get; private set; }

    /// <summary>Starts a new wait for the next bytes.</summary>
    public void StartWait() => _timer.Change(_isTryOver ? _idleTimeout : Shorter(_idleTimeout, RemainingOfTry()), Timeout.InfiniteTimeSpan);

    /// <summary>From here on only silence counts: a streamed answer has begun.</summary>
    public void EndTry() => _isTryOver = true;

    /// <summary>Stops the clock: whatever the caller does with what came takes its own time.</summary>
    public void Pause() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Makes the exception for a cancelled wait.</summary>
    public Exception ToException(OperationCanceledException exception)
    {
        if (_callerToken.IsCancellationRequested)
        {
            return new OperationCanceledException(exception.Message, exception, _callerToken);
        }

        string limit = _isTryOver || RemainingOfTry() != TimeSpan.Zero
            ? $"Nothing came for {_idleTimeout} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.IdleTimeout)})."
            : $"No answer within {_tryTimeout} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.TryTimeout)}).";
        return IsExpired
            ? new MimoConnectionException(MimoConnectionFailure.Timeout, limit, exception)
            : new MimoConnectionException(MimoConnectionFailure.Timeout, "The HTTP client's own time limit ran out.", exception);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) =>
        left == Timeout.InfiniteTimeSpan ? right : right == Timeout.InfiniteTimeSpan || left < right ? left : right;

    private TimeSpan RemainingOfTry()
    {
        if (_tryTimeout == Timeout.InfiniteTimeSpan)
        {
            return _tryTimeout;
        }

        TimeSpan remaining = _tryTimeout - _timeProvider.GetElapsedTime(_start);
        return remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining;
    }

    private void Expire()
    {
        IsExpired = true;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The try ended while its timer fired.
        }
    }
}

namespace Mimo;

/// <summary>
/// Ends one try when its time limit runs out, or when the call that it belongs to ends. The limit is set anew as the try goes on.
/// </summary>
internal sealed class ExchangeTimer : IDisposable
{
    private readonly CallCancellation _call;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _idleTimeout;
    private readonly TimeSpan _tryTimeout;
    private readonly long _start;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _callEnd;
    private readonly CancellationTokenRegistration _disposal;
    private bool _isTryOver;

    // Which limit the clock is set to. Asked later, it could not be told: a timer may ring a little before the clock says so.
    private bool _isForSilence;

    /// <summary>Starts the clock.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="call">The call that the try belongs to.</param>
    /// <param name="isSilenceLimited">Whether silence is limited from the start, and not only once the answer has begun.</param>
    public ExchangeTimer(MimoClientOptions options, CallCancellation call, bool isSilenceLimited)
    {
        _call = call;
        _timeProvider = options.TimeProvider;
        _idleTimeout = options.IdleTimeout;
        _tryTimeout = options.TryTimeout;
        _start = _timeProvider.GetTimestamp();
        _isForSilence = isSilenceLimited && IsShorter(_idleTimeout, _tryTimeout);
        _source = new CancellationTokenSource(_isForSilence ? _idleTimeout : _tryTimeout, _timeProvider);
        _callEnd = call.Token.UnsafeRegister(Cancel, this);
        _disposal = call.Disposal.UnsafeRegister(Cancel, this);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the call or one of the limits has ended the try; if not, a cancelled wait is somebody else's doing.</summary>
    public bool IsEnded => _source.IsCancellationRequested || _call.Token.IsCancellationRequested || _call.Disposal.IsCancellationRequested;

    /// <summary>Starts a new wait for the next bytes.</summary>
    public void StartWait()
    {
        TimeSpan ofTry = _isTryOver ? Timeout.InfiniteTimeSpan : RemainingOfTry();
        _isForSilence = IsShorter(_idleTimeout, ofTry);
        _source.CancelAfter(_isForSilence ? _idleTimeout : ofTry);
    }

    /// <summary>From here on only silence counts: a streamed answer has begun.</summary>
    public void EndTry() => _isTryOver = true;

    /// <summary>Stops the clock: whatever the caller does with what came takes its own time.</summary>
    public void Pause() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Makes the exception for a cancelled wait.</summary>
    public Exception ToException(OperationCanceledException exception)
    {
        if (_call.Token.IsCancellationRequested)
        {
            return new OperationCanceledException(exception.Message, exception, _call.Token);
        }

        if (_call.Disposal.IsCancellationRequested)
        {
            return CallCancellation.Disposed();
        }

        if (!_source.IsCancellationRequested)
        {
            return exception.InnerException is TimeoutException
                ? new MimoConnectionException(MimoConnectionFailure.Timeout, "The HTTP client's own time limit ran out.", exception)
                : new MimoConnectionException(MimoConnectionFailure.Unknown, "The HTTP client gave the exchange up; it was disposed, or told to cancel what is pending.", exception);
        }

        string limit = _isForSilence
            ? $"Nothing came for {_idleTimeout} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.IdleTimeout)})."
            : $"No answer within {_tryTimeout} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.TryTimeout)}).";
        return new MimoConnectionException(MimoConnectionFailure.Timeout, limit, exception);
    }

    public void Dispose()
    {
        _callEnd.Dispose();
        _disposal.Dispose();
        _source.Dispose();
    }

    private static void Cancel(object? timer) => ((ExchangeTimer)timer!)._source.Cancel();

    private static bool IsShorter(TimeSpan limit, TimeSpan other) =>
        limit != Timeout.InfiniteTimeSpan && (other == Timeout.InfiniteTimeSpan || limit < other);

    private TimeSpan RemainingOfTry()
    {
        if (_tryTimeout == Timeout.InfiniteTimeSpan)
        {
            return _tryTimeout;
        }

        TimeSpan remaining = _tryTimeout - _timeProvider.GetElapsedTime(_start);
        return remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining;
    }
}

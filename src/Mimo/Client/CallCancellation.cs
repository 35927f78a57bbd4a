namespace Mimo;

/// <summary>
/// What can end a call from outside: its caller, the time limit of all tries and waits together, and the disposal of the client.
/// </summary>
internal sealed class CallCancellation : IDisposable
{
    private readonly CancellationTokenSource? _limit;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _callerToken;
    private readonly TimeSpan _timeout;

    public CallCancellation(MimoClientOptions options, CancellationToken callerToken, CancellationToken disposal)
    {
        Disposal = disposal;
        _callerToken = callerToken;
        _timeout = options.TotalTimeout;
        if (_timeout != Timeout.InfiniteTimeSpan)
        {
            _limit = new CancellationTokenSource(_timeout, options.TimeProvider);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, callerToken);
        }
    }

    /// <summary>The caller's wish or the time limit.</summary>
    public CancellationToken Token => _linked is null ? _callerToken : _linked.Token;

    /// <summary>The end of the client. A token of its own, so that a call without other ends links to one token only.</summary>
    public CancellationToken Disposal { get; }

    /// <summary>Makes a source that all ends cancel, for waits between tries.</summary>
    public CancellationTokenSource LinkAll() => CancellationTokenSource.CreateLinkedTokenSource(Token, Disposal);

    public void ThrowIfEnded()
    {
        Token.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(Disposal.IsCancellationRequested, typeof(MimoClient));
    }

    /// <summary>Says whose doing a cancellation was; null where the exception tells it already.</summary>
    public Exception? Translate(OperationCanceledException exception)
    {
        if (_callerToken.IsCancellationRequested)
        {
            return exception.CancellationToken == _callerToken ? null : new OperationCanceledException(exception.Message, exception, _callerToken);
        }

        if (Disposal.IsCancellationRequested)
        {
            return Disposed();
        }

        return _limit is { IsCancellationRequested: true }
            ? new MimoConnectionException(
                MimoConnectionFailure.Timeout,
                $"The exchange took longer than {_timeout} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.TotalTimeout)}).",
                exception)
            : null;
    }

    public void Dispose()
    {
        _linked?.Dispose();
        _limit?.Dispose();
    }

    public static ObjectDisposedException Disposed() => new(nameof(MimoClient), "The client was disposed while the exchange was under way.");
}

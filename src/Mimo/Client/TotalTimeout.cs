namespace Mimo;

/// <summary>The time limit of a whole exchange, all tries and waits together. Costs nothing when there is no limit.</summary>
internal sealed class TotalTimeout : IDisposable
{
    private readonly CancellationTokenSource? _limit;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _callerToken;
    private readonly TimeSpan _timeout;

    public TotalTimeout(MimoClientOptions options, CancellationToken callerToken)
    {
        _callerToken = callerToken;
        _timeout = options.TotalTimeout;
        if (_timeout != Timeout.InfiniteTimeSpan)
        {
            _limit = new CancellationTokenSource(_timeout, options.TimeProvider);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, callerToken);
        }
    }

    public CancellationToken Token => _linked?.Token ?? _callerToken;

    /// <summary>Says whose doing a cancellation was; null where the exception tells it already.</summary>
    public Exception? Translate(OperationCanceledException exception)
    {
        if (_callerToken.IsCancellationRequested)
        {
            return exception.CancellationToken == _callerToken ? null : new OperationCanceledException(exception.Message, exception, _callerToken);
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
}

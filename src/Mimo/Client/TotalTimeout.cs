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

    public bool IsExpired => _limit is { IsCancellationRequested: true } && !_callerToken.IsCancellationRequested;

    public MimoConnectionException ToException(Exception exception) => new(
        MimoConnectionFailure.Timeout,
        $"The exchange took longer than {_timeout} ({nameof(MimoClientOptions)}.{nameof(MimoClientOptions.TotalTimeout)}).",
        exception);

    public void Dispose()
    {
        _linked?.Dispose();
        _limit?.Dispose();
    }
}

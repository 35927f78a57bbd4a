using System.Runtime.ExceptionServices;
using Polly;
using Polly.Retry;

namespace Mimo;

/// <summary>Tries an exchange again as <see cref="MimoRetryOptions"/> say.</summary>
internal sealed class RetryPolicy
{
    private readonly MimoRetryOptions _options;
    private readonly TimeProvider _timeProvider;
    private ResiliencePipeline? _pipeline;

    public RetryPolicy(MimoClientOptions options)
    {
        _options = options.Retry;
        _timeProvider = options.TimeProvider;
    }

    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        Exception? firstFailure;
        try
        {
            return await attempt(cancellationToken).ConfigureAwait(false);
        }
        catch (MimoException exception) when (_options.MaxRetries > 0 && MayRetry(exception))
        {
            firstFailure = exception;
        }

        // The pipeline starts from the failure that has already happened, so an exchange that goes well never pays for it.
        _pipeline ??= CreatePipeline();
        return await _pipeline.ExecuteAsync(
            async token =>
            {
                if (Interlocked.Exchange(ref firstFailure, null) is { } failure)
                {
                    ExceptionDispatchInfo.Throw(failure);
                }

                return await attempt(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private bool MayRetry(Exception? exception) => exception switch
    {
        MimoApiException { IsTransient: true, RetryAfter: var wait } => wait is null || wait <= _options.MaxRetryAfter,
        MimoConnectionException { Failure: not MimoConnectionFailure.TooLarge } => true,
        _ => false,
    };

    private ResiliencePipeline CreatePipeline() => new ResiliencePipelineBuilder { TimeProvider = _timeProvider }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.BaseDelay,
            MaxDelay = _options.MaxDelay,
            ShouldHandle = arguments => ValueTask.FromResult(MayRetry(arguments.Outcome.Exception)),
            DelayGenerator = static arguments => ValueTask.FromResult((arguments.Outcome.Exception as MimoApiException)?.RetryAfter),
        })
        .Build();
}

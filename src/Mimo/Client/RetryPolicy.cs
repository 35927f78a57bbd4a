using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Polly;
using Polly.Retry;

namespace Mimo;

/// <summary>Tries an exchange again as <see cref="MimoRetryOptions"/> say.</summary>
internal sealed class RetryPolicy(MimoClientOptions options)
{
    private const string Switch = "Mimo.Retries";

    private readonly MimoRetryOptions _options = options.Retry;
    private readonly TimeProvider _timeProvider = options.TimeProvider;
    private ResiliencePipeline? _pipeline;

    /// <summary>
    /// Whether the program holds what waits and tries again: yes, unless its project says <c>MimoRetries=false</c>. Trimming then
    /// removes the library that does it, about a megabyte of a native program.
    /// </summary>
#if NET9_0_OR_GREATER
    [FeatureSwitchDefinition(Switch)]
#endif
    private static bool IsIncluded => !AppContext.TryGetSwitch(Switch, out bool isIncluded) || isIncluded;

    /// <summary>Whether there is a next try after a failure of the first one.</summary>
    public bool MayRetryFirst(MimoException failure) => IsIncluded && _options.MaxRetries > 0 && MayRetry(failure);

    /// <summary>Goes on after a first try that failed. A first try that goes well so costs nothing of all this.</summary>
    /// <param name="failure">Why the first try failed.</param>
    /// <param name="attempt">Tries again.</param>
    /// <param name="cancellationToken">Ends the waits between tries.</param>
    public Task<T> ContinueAsync<T>(MimoException failure, Func<Task<T>> attempt, CancellationToken cancellationToken) =>
        IsIncluded ? RetryAsync(failure, attempt, cancellationToken) : Task.FromException<T>(failure);

    private async Task<T> RetryAsync<T>(MimoException failure, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        MimoException? firstFailure = failure;
        _pipeline ??= CreatePipeline();
        return await _pipeline.ExecuteAsync(
            async _ =>
            {
                // The pipeline counts the first try too, so it is told of it.
                if (Interlocked.Exchange(ref firstFailure, null) is { } first)
                {
                    ExceptionDispatchInfo.Throw(first);
                }

                return await attempt().ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private bool MayRetry(Exception? exception) => exception switch
    {
        MimoApiException { IsTransient: true, RetryAfter: var wait } => wait is null || wait <= _options.MaxRetryAfter,
        MimoConnectionException { Failure: MimoConnectionFailure.TooLarge } => false,

        // What a handler of the caller's threw for reasons of its own, a slip among them, it would throw again.
        MimoConnectionException { Failure: MimoConnectionFailure.Unknown, InnerException: { } cause } => Transport.IsFrameworks(cause) || cause is ExecutionRejectedException,
        MimoConnectionException => true,
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

            // A server that asks for no wait at all is as busy as one that asks for nothing.
            DelayGenerator = static arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is MimoApiException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : (TimeSpan?)null),
        })
        .Build();
}

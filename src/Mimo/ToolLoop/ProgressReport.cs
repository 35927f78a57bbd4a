using System.Runtime.ExceptionServices;

namespace Mimo.ToolLoop;

/// <summary>
/// Passes on what a tool reports. The tool calls it, so what the callback throws would become an error of the tool, were it not
/// noted here.
/// </summary>
internal sealed class ProgressReport(Action<MimoToolCall, object?> callback, MimoToolCall call, CancellationToken cancellationToken)
{
    private MimoToolLoopException? _failure;

    public void Report(object? value)
    {
        try
        {
            callback(call, value);
        }
        catch (Exception exception) when (!UserCallback.IsCancellation(exception, cancellationToken))
        {
            MimoToolLoopException failure = UserCallback.Failed(nameof(MimoRunOptions.Progress), exception);
            Interlocked.CompareExchange(ref _failure, failure, null);

            // The tool need not go on.
            throw failure;
        }
    }

    /// <exception cref="MimoToolLoopException">The callback threw.</exception>
    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref _failure) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}

namespace Mimo.ToolLoop;

/// <summary>Calls what the caller of a tool loop handed in. What it throws ends the run, and must not take the run with it.</summary>
internal static class UserCallback
{
    /// <exception cref="MimoToolLoopException">The callback threw, or gave nothing back.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async ValueTask<TResult> CallAsync<T, TResult>(Func<T, CancellationToken, ValueTask<TResult>> callback, T argument, string name, CancellationToken cancellationToken)
    {
        TResult result;
        try
        {
            result = await callback(argument, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            throw Failed(name, exception);
        }

        return result is null ? throw new MimoToolLoopException($"The callback {nameof(MimoRunOptions)}.{name} returned null.") : result;
    }

    /// <inheritdoc cref="CallAsync{T, TResult}"/>
    public static async ValueTask CallAsync<T>(Func<T, CancellationToken, ValueTask> callback, T argument, string name, CancellationToken cancellationToken)
    {
        try
        {
            await callback(argument, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            throw Failed(name, exception);
        }
    }

    public static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    /// <summary>Makes the exception that ends the run.</summary>
    public static MimoToolLoopException Failed(string name, Exception exception) =>
        new($"The callback {nameof(MimoRunOptions)}.{name} threw {exception.GetType().Name}: {exception.Message}", exception);
}

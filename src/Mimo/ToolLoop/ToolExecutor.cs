using System.Diagnostics;
using System.Runtime.CompilerServices;
using Mimo.Telemetry;

namespace Mimo.ToolLoop;

/// <summary>Runs the tool calls of one turn. Whatever goes wrong in a tool becomes a result for the model; only cancellation throws.</summary>
internal sealed class ToolExecutor(MimoToolSet tools, MimoRunOptions options)
{
    public MimoToolSet Tools => tools;

    /// <summary>Runs the calls and gives the result of each with its position. When the run breaks, what there is of results comes first.</summary>
    public async IAsyncEnumerable<(int Position, MimoToolResult Result)> RunAsync(
        IReadOnlyList<MimoToolCall> calls,
        IReadOnlyList<MimoMessage> messages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (calls.Count <= 1 || !MayRunConcurrently(calls))
        {
            for (int i = 0; i < calls.Count; i++)
            {
                yield return (i, await RunAsync(calls[i], messages, cancellationToken).ConfigureAwait(false));
            }

            yield break;
        }

        var running = new Task<MimoToolResult>[calls.Count];
        for (int i = 0; i < running.Length; i++)
        {
            // On a thread each: a tool may block the one that it is called on.
            MimoToolCall call = calls[i];
            running[i] = Task.Run(() => RunAsync(call, messages, cancellationToken), cancellationToken);
        }

        Task all = Task.WhenAll(running);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (int i = 0; i < running.Length; i++)
        {
            if (running[i].IsCompletedSuccessfully)
            {
                yield return (i, await running[i].ConfigureAwait(false));
            }
        }

        await all.ConfigureAwait(false);
    }

    /// <summary>Side by side only where no call can disturb another and nobody must be asked first.</summary>
    private bool MayRunConcurrently(IReadOnlyList<MimoToolCall> calls)
    {
        for (int i = 0; i < calls.Count; i++)
        {
            if (!tools.TryGet(calls[i].Name, out MimoTool? tool) || tool.Effect != ToolEffect.ReadOnly || tool.RequireApproval)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<MimoToolResult> RunAsync(MimoToolCall call, IReadOnlyList<MimoMessage> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using Activity? activity = ToolObservation.Start(call, tools, options.RecordContent);
        try
        {
            MimoToolResult result = await ApproveAndInvokeAsync(call, messages, activity, cancellationToken).ConfigureAwait(false);
            ToolObservation.Complete(activity, result, options.RecordContent);
            return result;
        }
        catch (Exception exception)
        {
            ToolObservation.Fail(activity, exception);
            throw;
        }
    }

    private async Task<MimoToolResult> ApproveAndInvokeAsync(MimoToolCall call, IReadOnlyList<MimoMessage> messages, Activity? activity, CancellationToken cancellationToken)
    {
        if (!tools.TryGet(call.Name, out MimoTool? tool))
        {
            string others = tools.Count == 0 ? "No tool is on offer now." : $"The tools are: {string.Join(", ", tools.Select(static tool => tool.Name))}.";
            return MimoToolResult.FromError($"There is no tool named '{call.Name}'. {others}");
        }

        ReadOnlyMemory<byte> arguments = call.ArgumentsUtf8;
        if (tool.RequireApproval)
        {
            MimoApproval approval = options.Approve is null
                ? MimoApproval.Deny("This tool needs an approval, and nobody is there to give it.")
                : await UserCallback.CallAsync(options.Approve, new MimoApprovalRequest(tool, call, messages), nameof(MimoRunOptions.Approve), cancellationToken).ConfigureAwait(false);
            if (!approval.IsAllowed)
            {
                return MimoToolResult.FromError($"The call was not approved and did not run. {approval.Reason}".TrimEnd());
            }

            if (approval.ArgumentsUtf8 is { } edited)
            {
                arguments = edited;
                ToolObservation.NoteArguments(activity, edited, options.RecordContent);
            }
        }

        if (options.Progress is null)
        {
            return await InvokeAsync(tool, arguments, new MimoToolContext(options.Services, call.Id, messages), cancellationToken).ConfigureAwait(false);
        }

        var progress = new ProgressReport(options.Progress, call, cancellationToken);
        var context = new MimoToolContext(options.Services, call.Id, messages, progress.Report);
        MimoToolResult result = await InvokeAsync(tool, arguments, context, cancellationToken).ConfigureAwait(false);
        progress.ThrowIfFailed();
        return result;
    }

    private async Task<MimoToolResult> InvokeAsync(MimoTool tool, ReadOnlyMemory<byte> arguments, MimoToolContext context, CancellationToken cancellationToken)
    {
        if ((tool.Timeout ?? options.ToolTimeout) is not { } timeout)
        {
            return await tool.InvokeAsync(arguments, context, cancellationToken).ConfigureAwait(false);
        }

        CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken token = source.Token;
        Task<MimoToolResult> running = Task.Run(() => tool.InvokeAsync(arguments, context, token).AsTask(), token);
        bool isGivenUp = true;
        try
        {
            // Waited for only so long: a tool may not listen to its token, and may block its thread.
            MimoToolResult result = await running.WaitAsync(timeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            isGivenUp = false;
            return result;
        }
        catch (TimeoutException exception)
        {
            return MimoToolResult.FromError($"The tool did not finish within {timeout.TotalSeconds:0.###} seconds and was stopped.", exception);
        }
        finally
        {
            if (isGivenUp)
            {
                // Also on the caller's cancellation: the wait may hear of it before the linked source does, which then is unlinked
                // and would never pass it on, so that the tool would run until its own end.
                _ = Task.Run(() => StopAsync(source), CancellationToken.None);
            }
            else
            {
                source.Dispose();
            }
        }
    }

    /// <summary>
    /// Tells a tool to stop. Not waited for: what the tool has registered with its token may block as the tool itself does, and the
    /// disposal waits for it too.
    /// </summary>
    private static async Task StopAsync(CancellationTokenSource source)
    {
        await source.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        source.Dispose();
    }
}

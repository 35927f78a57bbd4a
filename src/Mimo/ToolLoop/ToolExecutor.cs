using System.Diagnostics;
using System.Runtime.CompilerServices;
using Mimo.Telemetry;

namespace Mimo.ToolLoop;

/// <summary>Runs the tool calls of one turn. Whatever goes wrong in a tool becomes a result for the model; only cancellation throws.</summary>
internal sealed class ToolExecutor(MimoToolSet tools, MimoRunOptions options)
{
    /// <summary>Runs the calls and gives each result in the order of the calls.</summary>
    public async IAsyncEnumerable<MimoToolResult> RunAsync(
        IReadOnlyList<MimoToolCall> calls,
        IReadOnlyList<MimoMessage> messages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (calls.Count > 1 && MayRunConcurrently(calls))
        {
            var running = new Task<MimoToolResult>[calls.Count];
            for (int i = 0; i < running.Length; i++)
            {
                running[i] = RunAsync(calls[i], messages, cancellationToken);
            }

            foreach (MimoToolResult result in await Task.WhenAll(running).ConfigureAwait(false))
            {
                yield return result;
            }

            yield break;
        }

        for (int i = 0; i < calls.Count; i++)
        {
            yield return await RunAsync(calls[i], messages, cancellationToken).ConfigureAwait(false);
        }
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
        MimoToolResult result = await ApproveAndInvokeAsync(call, messages, cancellationToken).ConfigureAwait(false);
        ToolObservation.Complete(activity, result, options.RecordContent);
        return result;
    }

    private async Task<MimoToolResult> ApproveAndInvokeAsync(MimoToolCall call, IReadOnlyList<MimoMessage> messages, CancellationToken cancellationToken)
    {
        if (!tools.TryGet(call.Name, out MimoTool? tool))
        {
            return MimoToolResult.FromError($"There is no tool named '{call.Name}'. The tools are: {string.Join(", ", tools.Select(static tool => tool.Name))}.");
        }

        ReadOnlyMemory<byte> arguments = call.ArgumentsUtf8;
        if (tool.RequireApproval)
        {
            MimoApproval approval = options.Approve is { } approve
                ? await approve(new MimoApprovalRequest(tool, call, messages), cancellationToken).ConfigureAwait(false)
                : MimoApproval.Deny("This tool needs an approval, and nobody is there to give it.");
            if (!approval.IsAllowed)
            {
                return MimoToolResult.FromError($"The call was not approved and did not run. {approval.Reason}".TrimEnd());
            }

            arguments = approval.ArgumentsUtf8 ?? arguments;
        }

        Action<object?>? progress = options.Progress is { } report ? value => report(call, value) : null;
        var context = new MimoToolContext(options.Services, call.Id, messages, progress);
        return await InvokeAsync(tool, arguments, context, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MimoToolResult> InvokeAsync(MimoTool tool, ReadOnlyMemory<byte> arguments, MimoToolContext context, CancellationToken cancellationToken)
    {
        if ((tool.Timeout ?? options.ToolTimeout) is not { } timeout)
        {
            return await tool.InvokeAsync(arguments, context, cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<MimoToolResult> running = tool.InvokeAsync(arguments, context, source.Token).AsTask();
        try
        {
            // Waited for only so long: a tool may not listen to its token.
            return await running.WaitAsync(timeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            await source.CancelAsync().ConfigureAwait(false);
            return MimoToolResult.FromError($"The tool did not finish within {timeout.TotalSeconds:0.###} seconds and was stopped.", exception);
        }
    }
}

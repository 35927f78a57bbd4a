using System.Runtime.CompilerServices;
using Mimo.ToolLoop;

namespace Mimo;

/// <summary>
/// Runs the tools the model asks for until it answers: sends reasoning, argument bytes and ids back exactly as they came, gives
/// each call a result, and stops at the limits of <see cref="MimoRunOptions"/>.
/// </summary>
public static class MimoToolLoop
{
    /// <summary>Sends a request and runs tools until the model answers.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="request">The first request; its tools are offered in each round.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels exchanges and tools.</param>
    /// <returns>The whole run, also when it stopped at a limit.</returns>
    /// <exception cref="MimoException">An exchange or a callback failed; <see cref="MimoException.PartialRun"/> holds what was done until then.</exception>
    /// <exception cref="MimoRunCanceledException">The run was cancelled; <see cref="MimoRunCanceledException.PartialRun"/> holds what was done until then.</exception>
    public static Task<MimoRun> RunAsync(this IMimoClient client, MimoRequest request, MimoRunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(client, request, options ?? MimoRunOptions.Default, earlier: null, cancellationToken);

    /// <summary>
    /// The same, streamed: the updates of each exchange, a <see cref="MimoToolResultUpdate"/> for each tool call that ran, and at the end a
    /// <see cref="MimoRunFinishedUpdate"/>. Calls that did not run, because the turn was cut or a limit was reached, have their results in
    /// its <see cref="MimoRun.NewMessages"/> alone.
    /// </summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="request">The first request; its tools are offered in each round.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels exchanges and tools.</param>
    /// <returns>The updates in the order in which they happen.</returns>
    /// <exception cref="MimoException">An exchange or a callback failed; <see cref="MimoException.PartialRun"/> holds what was done until then.</exception>
    /// <exception cref="MimoRunCanceledException">The run was cancelled; <see cref="MimoRunCanceledException.PartialRun"/> holds what was done until then.</exception>
    public static IAsyncEnumerable<MimoUpdate> RunStreamingAsync(this IMimoClient client, MimoRequest request, MimoRunOptions? options = null, CancellationToken cancellationToken = default) =>
        RunStreamingAsync(client, request, options ?? MimoRunOptions.Default, earlier: null, cancellationToken);

    /// <summary>Goes on after an earlier run, which what breaks this one takes along.</summary>
    internal static async Task<MimoRun> RunAsync(IMimoClient client, MimoRequest request, MimoRunOptions options, MimoRun? earlier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var state = new ToolLoopState(request, options, earlier);
        return await state.GuardAsync(RunAsync(client, state, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="RunAsync(IMimoClient, MimoRequest, MimoRunOptions, MimoRun, CancellationToken)"/>
    internal static IAsyncEnumerable<MimoUpdate> RunStreamingAsync(IMimoClient client, MimoRequest request, MimoRunOptions options, MimoRun? earlier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return StreamAsync(client, request, options, earlier, cancellationToken);
    }

    private static async ValueTask<MimoRun> RunAsync(IMimoClient client, ToolLoopState state, CancellationToken cancellationToken)
    {
        ToolLoopState.Step step;
        do
        {
            MimoRequest next = await state.NextRequestAsync(cancellationToken).ConfigureAwait(false);
            MimoResponse response = await client.SendAsync(next, cancellationToken).ConfigureAwait(false);
            step = state.Take(response);
            IReadOnlyList<MimoToolResult> results = [];
            if (step == ToolLoopState.Step.RunTools)
            {
                await foreach ((int position, MimoToolResult result) in state.Executor.RunAsync(response.ToolCalls, state.Messages, cancellationToken).ConfigureAwait(false))
                {
                    state.AddResult(position, result);
                }

                results = state.EndTools();
            }

            await state.EndRoundAsync(results, cancellationToken).ConfigureAwait(false);
        }
        while (step != ToolLoopState.Step.Stop);

        return state.ToRun();
    }

    private static async IAsyncEnumerable<MimoUpdate> StreamAsync(
        IMimoClient client,
        MimoRequest request,
        MimoRunOptions options,
        MimoRun? earlier,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Made anew for each enumeration, of which one stream may have several.
        var state = new ToolLoopState(request, options, earlier);
        ToolLoopState.Step step = default;
        do
        {
            MimoRequest next = await state.GuardAsync(state.NextRequestAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            LeakFilter? filter = state.MayLeak ? new LeakFilter() : null;
            MimoResponse? response = null;
            IAsyncEnumerator<MimoUpdate> updates = await state.GuardAsync(BeginAsync(client, next, cancellationToken), cancellationToken).ConfigureAwait(false);
            await using (updates.ConfigureAwait(false))
            {
                while (await state.GuardAsync(updates.MoveNextAsync(), cancellationToken).ConfigureAwait(false))
                {
                    MimoUpdate? update = updates.Current;
                    if (update is MimoFinishedUpdate finished && response is null)
                    {
                        // Before anything is handed out: once the caller has it, whatever ends the run must not lose it.
                        response = finished.Response;
                        step = state.Take(response);
                        if (filter?.Finish(state.IsLeak(response), step == ToolLoopState.Step.RunTools) is { } rest)
                        {
                            yield return rest;
                        }
                    }
                    else if (update is MimoTextUpdate text && filter is not null)
                    {
                        update = filter.Pass(text);
                    }
                    else if (update is MimoToolCallStartedUpdate && filter?.EndText() is { } before)
                    {
                        yield return before;
                    }

                    if (update is not null)
                    {
                        yield return update;
                    }
                }
            }

            if (response is null)
            {
                throw Unfinished(state);
            }

            IReadOnlyList<MimoToolResult> results = [];
            if (step == ToolLoopState.Step.RunTools)
            {
                IAsyncEnumerator<(int Position, MimoToolResult Result)> tools =
                    state.Executor.RunAsync(response.ToolCalls, state.Messages, cancellationToken).GetAsyncEnumerator(cancellationToken);
                await using (tools.ConfigureAwait(false))
                {
                    while (await state.GuardAsync(tools.MoveNextAsync(), cancellationToken).ConfigureAwait(false))
                    {
                        (int position, MimoToolResult result) = tools.Current;
                        state.AddResult(position, result);
                        yield return new MimoToolResultUpdate(response.ToolCalls[position], result);
                    }
                }

                results = state.EndTools();
            }

            await state.GuardAsync(state.EndRoundAsync(results, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        while (step != ToolLoopState.Step.Stop);

        yield return new MimoRunFinishedUpdate(state.ToRun());
    }

    /// <summary>Begins a stream. A client may throw at once, before there is anything to enumerate: that is a failed step like any other.</summary>
    private static ValueTask<IAsyncEnumerator<MimoUpdate>> BeginAsync(IMimoClient client, MimoRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return new(client.StreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken));
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<IAsyncEnumerator<MimoUpdate>>(exception);
        }
    }

    private static MimoConnectionException Unfinished(ToolLoopState state) =>
        new(MimoConnectionFailure.Cut, $"The client's stream ended without a {nameof(MimoFinishedUpdate)}.") { PartialRun = state.ToPartialRun(MimoRunOutcome.Failed) };
}

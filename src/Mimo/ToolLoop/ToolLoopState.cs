using System.Runtime.InteropServices;

namespace Mimo.ToolLoop;

/// <summary>What a tool loop does with each response; the same for whole and for streamed answers, which differ only in how a response comes about.</summary>
internal sealed class ToolLoopState
{
    private readonly MimoRequest _request;
    private readonly MimoRunOptions _options;
    private readonly MimoRun? _earlier;

    // The list of messages is the caller's, who may go on writing to it.
    private readonly int _messageCount;
    private readonly List<MimoMessage> _newMessages = [];
    private readonly List<MimoResponse> _responses = [];
    private RunConversation? _conversation;
    private int _conversed;
    private MimoUsage _usage = MimoUsage.None;
    private int _toolRounds;
    private int _failures;

    // The results of the last response's calls while they run; a call without one has null.
    private MimoToolResult?[] _results = [];

    // Once set, no tools are offered any more: the model is to answer with what it has.
    private MimoRunOutcome? _limit;
    private MimoRunOutcome _outcome;

    /// <param name="request">The first request.</param>
    /// <param name="options">The limits.</param>
    /// <param name="earlier">What was done before this run: it counts as a part of it, and must not be lost when it breaks. Null for nothing.</param>
    public ToolLoopState(MimoRequest request, MimoRunOptions options, MimoRun? earlier = null)
    {
        _request = request;
        _options = options;
        _earlier = earlier;
        _messageCount = request.Messages.Count;
        MayLeak = earlier is { WasOfferedTools: true };
        Executor = new ToolExecutor(request.Tools, options);
        if (options.MaxToolRounds <= 0 && request.Tools.Count > 0)
        {
            _limit = LimitOfNoRounds;
        }
    }

    /// <summary>What is to be done after a response.</summary>
    public enum Step
    {
        Stop,
        AskAgain,
        RunTools,
    }

    /// <summary>Runs the tools of the request that was sent last, and no others: a hook may have taken some away or added some.</summary>
    public ToolExecutor Executor { get; private set; }

    public bool OffersTools => _limit is null && _request.Tools.Count > 0;

    /// <summary>Whether the model may write a tool call as text: it was offered tools, also where it must now answer without.</summary>
    public bool MayLeak { get; private set; }

    public MimoResponse LastResponse => _responses[^1];

    /// <summary>The conversation as it stands; what is added later never becomes part of it.</summary>
    public IReadOnlyList<MimoMessage> Messages
    {
        get
        {
            _conversation ??= new RunConversation(_request.Messages, _messageCount);
            _conversation.AddRange(CollectionsMarshal.AsSpan(_newMessages)[_conversed..]);
            _conversed = _newMessages.Count;
            return _conversation.Snapshot();
        }
    }

    public async ValueTask<MimoRequest> NextRequestAsync(CancellationToken cancellationToken)
    {
        // By the responses: one with a leak leaves no message.
        MimoRequest request = _responses.Count == 0 ? _request : _request with { Messages = Messages };
        if (!OffersTools && request.Tools.Count > 0)
        {
            request = request with { Tools = MimoToolSet.Empty };
        }

        if (_options.BeforeRound is { } hook)
        {
            var start = new MimoRoundStart(ResponseCount + 1, request, TotalUsage);
            request = await UserCallback.CallAsync(hook, start, nameof(MimoRunOptions.BeforeRound), cancellationToken).ConfigureAwait(false);
        }

        MayLeak |= request.Tools.Count > 0;
        if (request.Tools != Executor.Tools)
        {
            Executor = new ToolExecutor(request.Tools, _options);
        }

        return request;
    }

    /// <summary>
    /// Whether a response holds a tool call as text, or ends for the sake of one and says nothing at all. One that was cut ends the run
    /// in any case, so all of it is for the caller.
    /// </summary>
    public bool IsLeak(MimoResponse response) =>
        MayLeak
        && response.ToolCalls.Count == 0
        && !response.FinishReason.IsCut
        && (LeakedToolCalls.IsIn(response.Text) || (response.Text.Length == 0 && response.FinishReason == MimoFinishReason.ToolCalls));

    public Step Take(MimoResponse response)
    {
        _responses.Add(response);
        _usage += response.Usage ?? MimoUsage.None;
        if (IsLeak(response))
        {
            return TakeLeak(response);
        }

        _newMessages.Add(response.Message);
        if (response.FinishReason.IsCut)
        {
            RefuseCalls(response, "The call did not run: the turn was cut before it was complete.");
            return Stop(MimoRunOutcome.Cut);
        }

        if (response.ToolCalls.Count == 0)
        {
            return Stop(_limit ?? MimoRunOutcome.Answered);
        }

        if ((_limit ?? LimitOfNone) is { } limit)
        {
            RefuseCalls(response, "The call did not run: no further tool calls are allowed.");
            return Stop(limit);
        }

        if (IsBudgetSpent)
        {
            RefuseCalls(response, "The call did not run: the token budget is used up.");
            return Stop(MimoRunOutcome.TokenLimit);
        }

        _results = new MimoToolResult?[response.ToolCalls.Count];
        return Step.RunTools;
    }

    public void AddResult(int position, MimoToolResult result) => _results[position] = result;

    /// <summary>Ends the tool calls of a round, each of which has its result now.</summary>
    public IReadOnlyList<MimoToolResult> EndTools()
    {
        MimoToolResult[] results = [.. _results.OfType<MimoToolResult>()];
        _newMessages.AddRange(ResultMessages());
        _results = [];
        bool hasSuccess = Array.Exists(results, static result => !result.IsError);
        _toolRounds++;
        _failures = hasSuccess ? 0 : _failures + 1;
        if (_toolRounds >= _options.MaxToolRounds)
        {
            _limit = MimoRunOutcome.RoundLimit;
        }
        else if (_failures >= _options.MaxConsecutiveFailures)
        {
            _limit = MimoRunOutcome.FailureLimit;
        }

        return results;
    }

    /// <summary>Tells the hook of a round that is over, if there is one.</summary>
    public ValueTask EndRoundAsync(IReadOnlyList<MimoToolResult> results, CancellationToken cancellationToken) => _options.AfterRound is { } hook
        ? UserCallback.CallAsync(hook, new MimoRoundEnd(ResponseCount, LastResponse, results, TotalUsage), nameof(MimoRunOptions.AfterRound), cancellationToken)
        : default;

    public MimoRun ToRun() => new([.. _newMessages], [.. _responses], _usage, _outcome, MayLeak);

    /// <summary>The run as it is when something breaks it, perhaps between the calls of a round.</summary>
    public MimoRun ToPartialRun(MimoRunOutcome outcome) => new(
        [.. _earlier?.NewMessages ?? [], .. _newMessages, .. ResultMessages()],
        [.. _earlier?.Responses ?? [], .. _responses],
        TotalUsage,
        outcome,
        MayLeak);

    /// <summary>Waits for a step of the run. What breaks it takes the run so far along.</summary>
    public async ValueTask<T> GuardAsync<T>(ValueTask<T> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            TakeAlong(exception, cancellationToken);
            throw;
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    public async ValueTask GuardAsync(ValueTask step, CancellationToken cancellationToken)
    {
        try
        {
            await step.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            TakeAlong(exception, cancellationToken);
            throw;
        }
    }

    /// <summary>Has what breaks the run take along what was done.</summary>
    /// <exception cref="MimoRunCanceledException">The exception says that the run was cancelled.</exception>
    private void TakeAlong(Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case MimoException failure:
                // Also in place of another run's, which a client may have run to give its answer.
                failure.PartialRun = ToPartialRun(MimoRunOutcome.Failed);
                break;
            case OperationCanceledException cancellation when cancellationToken.IsCancellationRequested:
                throw new MimoRunCanceledException(ToPartialRun(MimoRunOutcome.Canceled), cancellation, cancellationToken);
        }
    }

    /// <summary>A result message for each call of the round, also where there is no result: the conversation could not go on without.</summary>
    private IEnumerable<MimoMessage> ResultMessages() => _results.Select((result, position) => result is null
        ? MimoMessage.ToolResult(LastResponse.ToolCalls[position].Id, "The run was interrupted before this call had a result. It may or may not have taken effect.", isError: true)
        : MimoMessage.ToolResult(LastResponse.ToolCalls[position].Id, result.Content, result.IsError));

    /// <summary>Where no round of tools is allowed, a hook that offers some doesn't change that.</summary>
    private MimoRunOutcome? LimitOfNone => _options.MaxToolRounds <= 0 && Executor.Tools.Count > 0 ? LimitOfNoRounds : null;

    /// <summary>What forbids all rounds: the limit of rounds, unless it is that tools had failed too often before this run.</summary>
    private MimoRunOutcome LimitOfNoRounds => _earlier is { Outcome: MimoRunOutcome.FailureLimit } ? MimoRunOutcome.FailureLimit : MimoRunOutcome.RoundLimit;

    /// <summary>How many responses came, those of earlier runs counted in.</summary>
    private int ResponseCount => (_earlier?.Responses.Count ?? 0) + _responses.Count;

    /// <summary>What all of it cost, earlier runs counted in.</summary>
    private MimoUsage TotalUsage => _earlier is null ? _usage : _earlier.Usage + _usage;

    private bool IsBudgetSpent => _usage.TotalTokens >= _options.MaxTotalTokens;

    private Step TakeLeak(MimoResponse response)
    {
        _failures++;
        if (_limit is null && !IsBudgetSpent)
        {
            _limit = _failures >= _options.MaxConsecutiveFailures ? MimoRunOutcome.FailureLimit : null;
            return Step.AskAgain;
        }

        _newMessages.Add(response.Message);
        return Stop(_limit ?? MimoRunOutcome.TokenLimit);
    }

    /// <summary>Each call needs a result, or no later request could hold the turn.</summary>
    private void RefuseCalls(MimoResponse response, string reason)
    {
        foreach (MimoToolCall call in response.ToolCalls)
        {
            _newMessages.Add(MimoMessage.ToolResult(call.Id, reason, isError: true));
        }
    }

    private Step Stop(MimoRunOutcome outcome)
    {
        _outcome = outcome;
        return Step.Stop;
    }
}

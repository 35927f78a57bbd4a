namespace Mimo.Generation;

/// <summary>
/// The runs of one structured prompt: the first, and those in which the model repairs its answer. Together they keep to the limits that
/// the options set, and whatever ends them takes along what all of them did.
/// </summary>
internal sealed class PromptAttempts
{
    private readonly PromptConversation _conversation;
    private readonly MimoRunOptions _options;
    private readonly List<MimoOutputAttempt> _failed = [];
    private readonly List<MimoResponse> _responses = [];

    public PromptAttempts(MimoRequest request, MimoRunOptions options, PromptConversation conversation)
    {
        _conversation = conversation;
        _options = options;
        Options = options;
        Request = request;
    }

    /// <summary>The request that the next run begins with.</summary>
    public MimoRequest Request { get; private set; }

    /// <summary>The options of the next run: of each limit, what is left.</summary>
    public MimoRunOptions Options { get; private set; }

    /// <summary>What was done before the next run; null before the first.</summary>
    public MimoRun? Earlier { get; private set; }

    /// <summary>What all runs cost together.</summary>
    public MimoUsage Usage { get; private set; } = MimoUsage.None;

    /// <summary>Which attempt is under way, from 1.</summary>
    public int Number => _failed.Count + 1;

    /// <summary>Takes a run that is over.</summary>
    /// <exception cref="MimoException">It gave no answer that could be read.</exception>
    public void Take(MimoRun run)
    {
        Usage += run.Usage;
        _responses.AddRange(run.Responses);
        MimoRun whole = Whole(run, run.NewMessages, run.Outcome);
        PromptAnswers.ThrowIfCut(whole, _failed, Usage);
        PromptAnswers.ThrowIfNoAnswer(whole);
    }

    /// <summary>Prepares the next run after one whose answer doesn't fit.</summary>
    /// <param name="run">The run.</param>
    /// <param name="problems">What is wrong with its answer.</param>
    /// <param name="note">What else the model must keep to.</param>
    /// <exception cref="MimoOutputException">There is no next run.</exception>
    public void Refuse(MimoRun run, string problems, string note = "")
    {
        _failed.Add(new MimoOutputAttempt(run.Response, problems));
        if (_failed.Count > _options.RepairAttempts)
        {
            throw PromptAnswers.Unreadable(_failed, Whole(run, run.NewMessages, run.Outcome));
        }

        if (Usage.TotalTokens >= _options.MaxTotalTokens)
        {
            throw PromptAnswers.Unreadable(_failed, Whole(run, run.NewMessages, MimoRunOutcome.TokenLimit));
        }

        // What tools did stays in the conversation; the answer that didn't fit and the request to repair it do not.
        _conversation.Add(run.NewMessages.SkipLast(1));
        Earlier = Whole(run, [], run.Outcome);
        Request = Request with { Messages = [.. Request.Messages, .. run.NewMessages.Where(static message => !PromptConversation.IsEmptyTurn(message)), PromptAnswers.AskForRepair(problems, note)] };
        int rounds = run.NewMessages.Count(static message => message.ToolCalls.Count > 0);
        Options = _options with
        {
            // Tools that were withdrawn because they kept failing stay so.
            MaxToolRounds = run.Outcome == MimoRunOutcome.FailureLimit ? 0 : Math.Max(0, Options.MaxToolRounds - rounds),
            MaxTotalTokens = _options.MaxTotalTokens - Usage.TotalTokens,
        };
    }

    /// <summary>All runs as one, of which the given one is the last.</summary>
    private MimoRun Whole(MimoRun run, IReadOnlyList<MimoMessage> last, MimoRunOutcome outcome) =>
        new([.. _conversation.NewMessages, .. last], [.. _responses], Usage, outcome, run.WasOfferedTools);
}

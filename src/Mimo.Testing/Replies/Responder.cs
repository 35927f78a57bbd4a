using Mimo.Testing.Conversations;
using Mimo.Testing.Faults;

namespace Mimo.Testing.Replies;

/// <summary>Makes the answer to a request: takes what was scripted or reads the request, then cuts, numbers and counts as the service does.</summary>
internal sealed class Responder(int seed)
{
    public Reply Respond(ChatRequest request, MimoTurn turn, int requestNumber, DateTimeOffset now)
    {
        var dice = new Dice(seed, requestNumber);
        ScriptedReply draft = turn.Oddities.Aggregate(
            turn.Answer as ScriptedReply ?? UnscriptedReply.To(request),
            (reply, oddity) => oddity == MimoOddity.AnswerInReasoning && !request.Thinks ? reply : Oddities.Apply(oddity, reply));
        string? reasoning = request.Thinks ? draft.Reasoning ?? Reasonings.For(request, draft) : null;
        (string text, bool stopped) = StopAt(draft.Text, request.Stop);
        IEnumerable<MimoScriptedCall> calls = stopped ? [] : draft.ToolCalls.Take(request.OneToolCallAtMost ? 1 : int.MaxValue);

        var budget = new OutputBudget(request.OutputCaps is [{ Tokens: > 0 } cap, ..] ? cap.Tokens : request.Facts?.DefaultOutputCap ?? long.MaxValue);
        reasoning = reasoning is null ? null : budget.Spend(reasoning);
        int reasoningTokens = budget.Spent;
        text = budget.Spend(text);
        var sentCalls = new List<ReplyToolCall>();
        foreach (MimoScriptedCall call in calls)
        {
            if (budget.IsExhausted)
            {
                break;
            }

            sentCalls.Add(new ReplyToolCall(call.Id ?? $"call_{dice.NextHex(24)}", call.Name, budget.Spend(call.Arguments)));
        }

        // A model that calls tools has not searched yet.
        bool searches = request.OffersWebSearch && sentCalls.Count == 0;
        string? searchError = searches ? draft.SearchError : null;
        IReadOnlyList<MimoCitation> citations = searches && searchError is null ? draft.Citations ?? [WebSource.For(request)] : [];

        (int prompt, int cached) = Tokens.OfPrompt(request);
        return new Reply
        {
            Id = dice.NextHex(32),
            Created = now.ToUnixTimeSeconds(),
            Model = request.Model,
            Reasoning = reasoning,
            Text = text,
            ToolCalls = sentCalls,
            FinishReason = draft.FinishReason ?? (budget.IsExhausted ? "length" : sentCalls.Count > 0 ? "tool_calls" : "stop"),
            LeaksToolCalls = draft.LeaksToolCalls,
            HasUndividedArguments = turn.Oddities.Contains(MimoOddity.UndividedArguments),
            IsSparse = turn.Oddities.Contains(MimoOddity.SparseAnswer),
            Citations = citations,
            SearchError = searchError,
            Usage = new Usage(prompt, Math.Min(prompt, draft.CachedTokens ?? cached), budget.Spent, reasoningTokens)
            {
                WebSearches = request.OffersWebSearch ? (searches ? 1 : 0) : null,
                WebPages = citations.Count,
            },
        };
    }

    /// <summary>The text before the first of the stop texts, which is itself not sent.</summary>
    private static (string Text, bool Stopped) StopAt(string text, IReadOnlyList<string> stops)
    {
        int[] ends = [.. stops.Where(stop => stop.Length > 0).Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(end => end >= 0)];
        return ends.Length > 0 ? (text[..ends.Min()], true) : (text, false);
    }

    /// <summary>The output cap, spent by reasoning first and then by what follows it.</summary>
    private sealed class OutputBudget(long tokens)
    {
        public int Spent { get; private set; }

        /// <summary>Whether something had to be cut.</summary>
        public bool IsExhausted { get; private set; }

        public string Spend(string text)
        {
            string sent = Tokens.Cut(text, (int)Math.Min(int.MaxValue, tokens - Spent));
            IsExhausted |= sent.Length < text.Length;
            Spent += Tokens.Of(sent);
            return sent;
        }
    }
}

namespace Mimo.Generation;

/// <summary>What is said when a prompt gets no answer, or not the one it needs.</summary>
internal static class PromptAnswers
{
    /// <param name="problems">What is wrong with the answer, a line each.</param>
    /// <param name="note">What else the model must keep to, with a space in front; empty for nothing.</param>
    public static MimoMessage AskForRepair(string problems, string note = "") => MimoMessage.User(
        $"Your answer does not fit the JSON structure that was asked for:\n{problems}\nAnswer again with the whole corrected JSON and nothing else.{note}");

    /// <summary>A cut text is still a text, and the caller may have set the limit on purpose; only no text at all is no answer.</summary>
    public static void ThrowIfNoText(MimoRun run)
    {
        ThrowIfUndone(run);
        if (IsEmpty(run))
        {
            string problems = string.IsNullOrEmpty(run.Response.Reasoning)
                ? "The model's answer is empty."
                : $"The model's answer is empty. All that it wrote stands in its reasoning, which may be the answer or only thoughts about it: see {nameof(MimoResponse)}.{nameof(MimoResponse.Reasoning)} in {nameof(MimoOutputException.Attempts)}, ask again, or switch thinking off.";
            throw new MimoOutputException(problems, [new MimoOutputAttempt(run.Response, problems)]) { Usage = run.Usage, PartialRun = run };
        }
    }

    /// <summary>Throws if the run ended before its work was done. An empty answer passes.</summary>
    public static void ThrowIfUndone(MimoRun run)
    {
        if (run.Outcome == MimoRunOutcome.Cut && run.Response.ToolCalls.Count == 0)
        {
            if (run.Response.Text.Length == 0)
            {
                ThrowIfCut(run, [], run.Usage);
            }

            return;
        }

        ThrowIfNoAnswer(run);
    }

    /// <summary>An empty answer passes: what it means is for the caller to say.</summary>
    public static void ThrowIfNoAnswer(MimoRun run)
    {
        if (run.HasAnswer || IsEmpty(run))
        {
            return;
        }

        string reason = run.Outcome switch
        {
            MimoRunOutcome.TokenLimit => $"its token budget ({nameof(MimoRunOptions.MaxTotalTokens)}) was used up",
            MimoRunOutcome.RoundLimit => $"the model still wanted tools after the last allowed round ({nameof(MimoRunOptions.MaxToolRounds)})",
            MimoRunOutcome.Cut => $"the model's turn was cut ({run.Response.FinishReason})",
            _ => $"its tool calls kept failing ({nameof(MimoRunOptions.MaxConsecutiveFailures)})",
        };
        throw new MimoToolLoopException($"The tool loop stopped without an answer: {reason}. {run.Responses.Count} responses came; see {nameof(MimoException.PartialRun)}.", run);
    }

    public static void ThrowIfCut(MimoRun run, List<MimoOutputAttempt> failed, MimoUsage usage)
    {
        if (run.Outcome != MimoRunOutcome.Cut)
        {
            return;
        }

        MimoFinishReason reason = run.Response.FinishReason;
        string cause = reason == MimoFinishReason.Length
            ? $"the token limit ended it (reasoning counts too); raise {nameof(MimoRequest.MaxCompletionTokens)} or switch thinking off"
            : reason == MimoFinishReason.ContentFilter ? "moderation ended it" : $"it was ended by '{reason}'";
        string problems = $"The answer was cut: {cause}.";
        throw new MimoOutputException(problems, [.. failed, new MimoOutputAttempt(run.Response, problems)]) { IsTruncated = true, Usage = usage, PartialRun = run };
    }

    /// <param name="failed">The attempts.</param>
    /// <param name="run">All that was done; its outcome says whether the token budget forbade another attempt.</param>
    public static MimoOutputException Unreadable(List<MimoOutputAttempt> failed, MimoRun run)
    {
        string attempts = failed.Count == 1 ? "1 attempt" : $"{failed.Count} attempts";
        string budget = run.Outcome == MimoRunOutcome.TokenLimit ? $", and the token budget ({nameof(MimoRunOptions.MaxTotalTokens)}) is used up" : "";
        return new(
            $"The model's answer does not fit the promised type after {attempts}{budget}. The last problems were:\n{failed[^1].Problems}\nSee {nameof(MimoOutputException.Attempts)} for all answers.",
            [.. failed])
        {
            Usage = run.Usage,
            PartialRun = run,
        };
    }

    /// <summary>Whether the model ended its answer by itself but said nothing.</summary>
    private static bool IsEmpty(MimoRun run) =>
        run.Outcome is MimoRunOutcome.Answered or MimoRunOutcome.RoundLimit or MimoRunOutcome.FailureLimit
        && run.Response.ToolCalls.Count == 0
        && run.Response.Text.Length == 0;
}

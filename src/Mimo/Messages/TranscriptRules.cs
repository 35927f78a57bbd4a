namespace Mimo;

/// <summary>What the server demands of a conversation, checked when it grows and not when it is too late.</summary>
internal static class TranscriptRules
{
    public static void Check(MimoMessage message, List<string> openCalls)
    {
        if (message.Role == MimoRole.Tool)
        {
            CheckResult(message, openCalls);
        }
        else if (openCalls.Count > 0)
        {
            throw Refuse(
                $"The tool calls {string.Join(", ", openCalls)} have no result yet, so a {message.Role} message cannot follow. " +
                $"Append MimoMessage.ToolResult(id, …) for each of them, or call {nameof(MimoTranscript)}.{nameof(MimoTranscript.Repair)}() if the run was cut.");
        }

        CheckReasoning(message);
    }

    public static void AppendRepaired(MimoTranscript transcript, MimoMessage message)
    {
        if (message.Role == MimoRole.Tool)
        {
            try
            {
                transcript.Append(message);
            }
            catch (ArgumentException)
            {
                // A result without its call: nothing can be done with it.
            }

            return;
        }

        transcript.Repair();
        transcript.Append(message is { ToolCalls.Count: > 0, Reasoning: null, IsWithoutReasoning: false }
            ? MimoMessage.AssistantWithoutReasoning(message.Text, message.ToolCalls)
            : message);
    }

    private static void CheckResult(MimoMessage message, List<string> openCalls)
    {
        if (!openCalls.Contains(message.ToolCallId ?? string.Empty))
        {
            string waiting = openCalls.Count == 0 ? "No call waits for a result" : $"The calls that wait for a result are {string.Join(", ", openCalls)}";
            throw Refuse($"The tool result names the call '{message.ToolCallId}', but no such call waits for one. {waiting}. Append the assistant message with the call first, and each result once.");
        }
    }

    private static void CheckReasoning(MimoMessage message)
    {
        if (message is { ToolCalls.Count: > 0, Reasoning: null, IsWithoutReasoning: false })
        {
            throw Refuse(
                "The assistant message calls tools but has no reasoning, and MiMo refuses such a turn while it thinks. " +
                $"Pass the reasoning that came with it, exactly as it came (empty is fine); if thinking was switched off, make it with MimoMessage.{nameof(MimoMessage.AssistantWithoutReasoning)}.");
        }
    }

    private static ArgumentException Refuse(string text) => new(text);
}

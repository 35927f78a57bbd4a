using Mimo.Testing.Conversations;

namespace Mimo.Testing.Rules;

/// <summary>
/// Every tool result answers a call of the assistant message before it, and every call gets its result before anybody else
/// speaks. The texts are ours: that the service refuses such a history is known, its words are not.
/// </summary>
internal static class ToolHistoryRules
{
    public static ApiError? Check(IReadOnlyList<ChatMessage> messages)
    {
        var open = new List<string>();
        foreach (ChatMessage message in messages)
        {
            if (message.Role == ChatRole.Tool)
            {
                if (!open.Remove(message.ToolCallId ?? ""))
                {
                    return ApiError.ParamIncorrect($"tool_call_id {message.ToolCallId} does not belong to a tool call of the preceding assistant message");
                }

                continue;
            }

            if (open.Count > 0)
            {
                return Unanswered(open);
            }

            open.AddRange(message.ToolCalls.Select(call => call.Id));
        }

        return open.Count > 0 ? Unanswered(open) : null;
    }

    private static ApiError Unanswered(List<string> open) =>
        ApiError.ParamIncorrect($"tool calls without a result: {string.Join(", ", open)}");
}

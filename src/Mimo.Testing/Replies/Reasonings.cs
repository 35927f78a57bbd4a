using Mimo.Testing.Conversations;

namespace Mimo.Testing.Replies;

/// <summary>Writes the reasoning of answers that bring none: it names what the answer rests on, so that a reader of a test log can follow.</summary>
internal static class Reasonings
{
    public static string For(ChatRequest request, ScriptedReply draft)
    {
        string asked = $"The user says: \"{request.LastUserText}\".";
        if (draft.ToolCalls.Count > 0)
        {
            return $"{asked} I will call {string.Join(" and ", draft.ToolCalls.Select(call => call.Name))} to find out.";
        }

        return request.LastMessage.Role == ChatRole.Tool
            ? $"{asked} The tools have answered, so I can reply from their results."
            : $"{asked} I can reply directly.";
    }
}

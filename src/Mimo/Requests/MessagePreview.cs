using System.Text;

namespace Mimo;

/// <summary>Renders a message for people: who speaks, then each part on its own lines.</summary>
internal static class MessagePreview
{
    public static string Render(MimoMessage message)
    {
        var text = new StringBuilder();
        text.Append('[').Append(RoleNames.Of(message.Role));
        if (message.ToolCallId is { } id)
        {
            text.Append(' ').Append(id);
        }

        text.Append(message.IsToolError ? " failed]" : "]");
        foreach (MimoContent part in message.Content)
        {
            text.AppendLine();
            if (part is MimoReasoningContent)
            {
                text.Append("(thinks) ");
            }

            text.Append(part);
        }

        foreach (MimoToolCall call in message.ToolCalls)
        {
            text.AppendLine().Append("(calls ").Append(call.Id).Append(") ").Append(call);
        }

        return text.ToString();
    }
}

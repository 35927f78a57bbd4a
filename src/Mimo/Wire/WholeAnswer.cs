namespace Mimo.Wire;

/// <summary>Tells an answer that came in one piece as a stream would have told it.</summary>
internal static class WholeAnswer
{
    public static void AddTo(List<MimoUpdate> updates, MimoResponse answer)
    {
        foreach (MimoCitation citation in answer.Citations)
        {
            updates.Add(new MimoCitationUpdate(citation));
        }

        AddContent(updates, answer.Message);
        for (int i = 0; i < answer.ToolCalls.Count; i++)
        {
            MimoToolCall call = answer.ToolCalls[i];
            updates.Add(new MimoToolCallStartedUpdate(i, call.Id, call.Name));
            if (call.Arguments is { Length: > 0 } arguments)
            {
                updates.Add(new MimoToolCallArgumentsUpdate(i, arguments));
            }

            updates.Add(new MimoToolCallCompletedUpdate(i, call));
        }

        if (answer.Usage is { } usage)
        {
            updates.Add(new MimoUsageUpdate(usage));
        }

        updates.Add(new MimoFinishedUpdate(answer.FinishReason, answer));
    }

    /// <summary>Tells reasoning and text alone.</summary>
    public static void AddContent(List<MimoUpdate> updates, MimoMessage message)
    {
        foreach (MimoContent part in message.Content)
        {
            switch (part)
            {
                case MimoReasoningContent { Text.Length: > 0 } reasoning:
                    updates.Add(new MimoReasoningUpdate(reasoning.Text));
                    break;
                case MimoTextContent { Text.Length: > 0 } text:
                    updates.Add(new MimoTextUpdate(text.Text));
                    break;
            }
        }
    }
}

namespace Mimo.Generation;

/// <summary>What a prompt adds to the conversation: its user turn, and what came of it.</summary>
internal sealed class PromptConversation(MimoRequest request)
{
    private readonly List<MimoMessage> _newMessages = [];

    public IReadOnlyList<MimoMessage> Messages => [.. request.Messages, .. _newMessages];

    public void Add(IEnumerable<MimoMessage> messages) => _newMessages.AddRange(messages);

    /// <summary>Appends the user turn, which is the request's last message, and all that was added. The request holds the transcript's earlier messages already.</summary>
    public void AppendTo(MimoTranscript? transcript)
    {
        if (transcript is null)
        {
            return;
        }

        IEnumerable<MimoMessage> turn = request.Messages.Count > 0 ? [request.Messages[^1]] : [];
        transcript.AppendRange(turn.Concat(_newMessages));
    }
}

namespace Mimo.Generation;

/// <summary>What a prompt adds to the conversation: its user turn, and what came of it.</summary>
internal sealed class PromptConversation
{
    private readonly MimoRequest _request;
    private readonly MimoTranscript? _transcript;
    private readonly List<MimoMessage> _newMessages = [];

    /// <summary>Checked before anything is sent: an answer that could not be appended afterwards would be paid for and lost.</summary>
    /// <exception cref="ArgumentException">The transcript waits for tool results.</exception>
    public PromptConversation(MimoRequest request, MimoTranscript? transcript)
    {
        if (transcript is { IsComplete: false })
        {
            throw new ArgumentException(
                $"The transcript ends with tool calls that have no result, so no prompt can follow. Append their results, or call {nameof(MimoTranscript)}.{nameof(MimoTranscript.Repair)}() if the run was cut.",
                nameof(transcript));
        }

        _request = request;
        _transcript = transcript;
    }

    /// <summary>What came of the user's turn so far.</summary>
    public IReadOnlyList<MimoMessage> NewMessages => _newMessages;

    public IReadOnlyList<MimoMessage> Messages => [.. _request.Messages, .. _newMessages];

    /// <summary>Whether a turn says nothing at all. Servers refuse requests that hold such turns.</summary>
    public static bool IsEmptyTurn(MimoMessage message) => message is { Role: MimoRole.Assistant, ToolCalls.Count: 0, Text.Length: 0 };

    public void Add(IEnumerable<MimoMessage> messages) => _newMessages.AddRange(messages);

    /// <summary>Appends the user turn, which is the request's last message, and all that was added. The request holds the transcript's earlier messages already.</summary>
    public void AppendToTranscript()
    {
        if (_transcript is not null)
        {
            IEnumerable<MimoMessage> turn = _request.Messages.Count > 0 ? [_request.Messages[^1]] : [];
            _transcript.AppendRange(turn.Concat(_newMessages.Where(static message => !IsEmptyTurn(message))));
        }
    }
}

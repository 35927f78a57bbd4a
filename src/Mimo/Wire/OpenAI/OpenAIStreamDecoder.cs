namespace Mimo.Wire.OpenAI;

/// <summary>Decodes <c>chat.completion.chunk</c> events up to <c>[DONE]</c>.</summary>
internal sealed class OpenAIStreamDecoder : StreamDecoder
{
    public override void Accept(ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.SequenceEqual(Done))
        {
            IsEnded = true;
            return;
        }

        if (data.IsEmpty)
        {
            return;
        }

        int knownCitations = Answer.Citations?.Count ?? 0;
        var chunk = new OpenAIAnswerReader(data, Answer) { WantsCallPieces = true };
        chunk.Read();
        Answer.FinishReason = chunk.FinishReason ?? Answer.FinishReason;
        for (int i = knownCitations; i < Answer.Citations?.Count; i++)
        {
            Updates.Add(new MimoCitationUpdate(Answer.Citations[i]));
        }

        if (chunk.Reasoning is { } reasoning)
        {
            AddReasoning(reasoning);
        }

        if (chunk.Text is { } text)
        {
            AddText(text);
        }

        if (chunk.CallPieces is { } pieces)
        {
            foreach ((int position, string arguments) in pieces)
            {
                AddCallPiece(position, arguments);
            }
        }

        if (Answer.FinishReason is not null)
        {
            for (int i = 0; i < Answer.Calls.Count; i++)
            {
                Complete(i);
            }
        }
    }

    private void AddCallPiece(int position, string arguments)
    {
        // The id may follow the name, but not the arguments.
        ToolCallBuilder call = Answer.Calls[position];
        if (call.Name is not null && (arguments.Length > 0 || !string.IsNullOrEmpty(call.Id)))
        {
            Announce(position);
        }

        if (arguments.Length > 0)
        {
            Updates.Add(new MimoToolCallArgumentsUpdate(position, arguments));
        }
    }
}

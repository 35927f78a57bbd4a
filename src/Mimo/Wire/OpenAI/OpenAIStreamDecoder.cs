using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Decodes <c>chat.completion.chunk</c> events up to <c>[DONE]</c>.</summary>
internal sealed class OpenAIStreamDecoder : StreamDecoder
{
    /// <summary>This format's events have no names.</summary>
    protected override bool IsOwn(string eventType) => false;

    protected override bool MarksOwn(ref Utf8JsonReader member)
    {
        bool isChunk = WireReader.Is(ref member, "choices"u8) && member.TokenType == JsonTokenType.StartArray;
        member.Skip();
        return isChunk;
    }

    protected override int ReadEvent(ReadOnlySpan<byte> data)
    {
        int knownCitations = Answer.Citations?.Count ?? 0;
        var chunk = new OpenAIAnswerReader(data, Answer) { WantsCallPieces = true };
        int length = chunk.Read();
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

        return length;
    }

    private void AddCallPiece(int position, string arguments)
    {
        // The id may follow the name, but not the arguments behind it.
        ToolCallBuilder call = Answer.Calls[position];
        if (!string.IsNullOrEmpty(call.Name) && (arguments.Length > 0 || !string.IsNullOrEmpty(call.Id)))
        {
            Announce(position);
        }

        if (arguments.Length == 0)
        {
            return;
        }

        if (call.IsAnnounced)
        {
            Updates.Add(new MimoToolCallArgumentsUpdate(position, arguments));
        }
        else
        {
            call.HoldBack(arguments);
        }
    }
}

using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>
/// Reads a chat completion or one chunk of a streamed one; the two differ only in the name of the message member. Every member
/// may be missing or null.
/// </summary>
internal ref struct OpenAIAnswerReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly AnswerBuilder _answer;

    public OpenAIAnswerReader(ReadOnlySpan<byte> json, AnswerBuilder answer)
    {
        _json = json;
        _answer = answer;
    }

    /// <summary>The new text; null when none came.</summary>
    public string? Text;

    /// <summary>The new reasoning; null when none came.</summary>
    public string? Reasoning;

    /// <summary>The new pieces of tool calls; null when none came.</summary>
    public List<(int Position, string Arguments)>? CallPieces;

    /// <summary>
    /// Why the model stopped; null while it goes on. Handed out rather than noted at once: it says that the answer is complete, and a
    /// body that turns out to be cut behind it is not.
    /// </summary>
    public MimoFinishReason? FinishReason;

    /// <summary>Whether the body has a choice at all.</summary>
    public bool HasChoice;

    /// <summary>Whether the choice is a piece of a streamed answer rather than a whole one.</summary>
    public bool HasDelta;

    /// <summary>Whether the caller wants <see cref="CallPieces"/>.</summary>
    public bool WantsCallPieces;

    /// <summary>Reads the body. Text, reasoning and the finish reason are handed out, all else goes to the answer.</summary>
    /// <returns>How many bytes it has. Others may follow.</returns>
    public int Read()
    {
        var reader = new Utf8JsonReader(_json, WireReader.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not a JSON object.");
        }

        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "choices"u8))
            {
                ReadChoices(ref reader);
            }
            else if (WireReader.Is(ref reader, "id"u8))
            {
                ReadOnce(ref reader, ref _answer.Id);
            }
            else if (WireReader.Is(ref reader, "model"u8))
            {
                ReadOnce(ref reader, ref _answer.Model);
            }
            else if (WireReader.Is(ref reader, "usage"u8))
            {
                _answer.Usage = OpenAIUsageReader.Read(ref reader) ?? _answer.Usage;
            }
            else if (WireReader.Is(ref reader, "error"u8))
            {
                if (!WireReader.SaysNothing(ref reader))
                {
                    throw new WireErrorException(_json.ToArray());
                }
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        return (int)reader.BytesConsumed;
    }

    /// <summary>Each chunk repeats id and model; only the first is made a string.</summary>
    private static void ReadOnce(ref Utf8JsonReader reader, ref string text)
    {
        if (text.Length == 0)
        {
            text = WireReader.String(ref reader) ?? string.Empty;
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadChoices(ref Utf8JsonReader reader)
    {
        if (!WireReader.StartsArray(ref reader))
        {
            return;
        }

        while (WireReader.NextItem(ref reader))
        {
            // Only one choice is ever asked for.
            if (HasChoice || !WireReader.StartsObject(ref reader))
            {
                reader.Skip();
                continue;
            }

            HasChoice = true;
            while (WireReader.NextMember(ref reader))
            {
                if (WireReader.Is(ref reader, "delta"u8))
                {
                    HasDelta = reader.TokenType == JsonTokenType.StartObject;
                    ReadMessage(ref reader, isPiece: true);
                }
                else if (WireReader.Is(ref reader, "message"u8))
                {
                    ReadMessage(ref reader, isPiece: false);
                }
                else if (WireReader.Is(ref reader, "finish_reason"u8))
                {
                    if (WireReader.String(ref reader) is { Length: > 0 } reason)
                    {
                        FinishReason = FinishReasons.FromOpenAI(reason);
                    }
                }
                else
                {
                    WireReader.SkipMember(ref reader);
                }
            }
        }
    }

    private void ReadMessage(ref Utf8JsonReader reader, bool isPiece)
    {
        if (!WireReader.StartsObject(ref reader))
        {
            return;
        }

        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "content"u8))
            {
                Text = ReadContent(ref reader);
            }
            else if (WireReader.Is(ref reader, "reasoning_content"u8))
            {
                Reasoning = WireReader.String(ref reader);
            }
            else if (WireReader.Is(ref reader, "tool_calls"u8))
            {
                ReadToolCalls(ref reader, isPiece);
            }
            else if (WireReader.Is(ref reader, "annotations"u8))
            {
                OpenAICitationReader.Read(ref reader, _answer);
            }
            else if (WireReader.Is(ref reader, "error_message"u8))
            {
                _answer.ErrorMessage = WireReader.String(ref reader) is { Length: > 0 } message ? message : _answer.ErrorMessage;
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }
    }

    /// <param name="reader">Stands on the value.</param>
    /// <param name="isPiece">Whether an item may go on with a call of before. In a whole message each is a call of its own, whatever its index and id.</param>
    private void ReadToolCalls(ref Utf8JsonReader reader, bool isPiece)
    {
        if (!WireReader.StartsArray(ref reader))
        {
            return;
        }

        int item = 0;
        while (WireReader.NextItem(ref reader))
        {
            if (WireReader.StartsObject(ref reader))
            {
                var piece = OpenAIToolCallPiece.Read(ref reader, item);
                if (!piece.IsEmpty)
                {
                    int position = piece.AddTo(_answer.Calls, _json, mayGoOn: isPiece);
                    if (WantsCallPieces)
                    {
                        NotePiece(position, piece);
                    }
                }
            }

            item++;
        }
    }

    // Apart, so that a first answer that is whole compiles none of it.
    private void NotePiece(int position, in OpenAIToolCallPiece piece) => (CallPieces ??= []).Add((position, piece.ArgumentsText(_json)));

    /// <summary>Content is a string or, as in requests, an array of text parts.</summary>
    private static string? ReadContent(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return WireReader.String(ref reader);
        }

        string text = string.Empty;
        while (WireReader.NextItem(ref reader))
        {
            if (!WireReader.StartsObject(ref reader))
            {
                continue;
            }

            while (WireReader.NextMember(ref reader))
            {
                if (WireReader.Is(ref reader, "text"u8))
                {
                    text += WireReader.String(ref reader);
                }
                else
                {
                    WireReader.SkipMember(ref reader);
                }
            }
        }

        return text;
    }
}

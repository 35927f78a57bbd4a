using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Reads a message that is not streamed. Blocks may come in any order and are kept in it.</summary>
internal static class AnthropicResponseReader
{
    public static MimoResponse Read(ReadOnlySpan<byte> json)
    {
        var answer = new AnswerBuilder();
        return TryRead(json, answer) ? answer.Build() : throw new JsonException("The answer has no content.");
    }

    /// <summary>Reads a message into an answer that is empty so far.</summary>
    /// <returns>False if it has no content, and so is none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, AnswerBuilder answer)
    {
        var reader = new Utf8JsonReader(json, WireReader.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not a JSON object.");
        }

        var usage = default(AnthropicUsageReader);
        bool hasContent = false;
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "content"u8))
            {
                hasContent = true;
                ReadContent(ref reader, json, answer);
            }
            else if (WireReader.Is(ref reader, "id"u8))
            {
                answer.Id = WireReader.String(ref reader) ?? string.Empty;
            }
            else if (WireReader.Is(ref reader, "model"u8))
            {
                answer.Model = WireReader.String(ref reader) ?? string.Empty;
            }
            else if (WireReader.Is(ref reader, "stop_reason"u8))
            {
                answer.FinishReason = WireReader.String(ref reader) is { } reason ? FinishReasons.FromAnthropic(reason) : null;
            }
            else if (WireReader.Is(ref reader, "usage"u8))
            {
                usage.Read(ref reader);
            }
            else if (WireReader.Is(ref reader, "error"u8))
            {
                if (!WireReader.SaysNothing(ref reader))
                {
                    throw new WireErrorException(json.ToArray());
                }
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        if (hasContent)
        {
            answer.Usage = usage.Usage;
        }

        return hasContent;
    }

    private static void ReadContent(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, AnswerBuilder answer)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            answer.AppendText(JsonText.ReadString(reader));
            return;
        }

        if (!WireReader.StartsArray(ref reader))
        {
            return;
        }

        while (WireReader.NextItem(ref reader))
        {
            AnthropicBlockReader block = AnthropicBlockReader.Read(ref reader, json);
            switch (block.Type)
            {
                case BlockTypes.Text:
                    answer.AppendText(block.Text ?? string.Empty);
                    break;
                case BlockTypes.Thinking:
                    answer.AppendReasoning(block.Thinking ?? string.Empty);
                    if (block.Signature is { } signature)
                    {
                        answer.AppendSignature(signature);
                    }

                    break;
                case BlockTypes.ToolUse:
                    answer.Calls.Add(new ToolCallBuilder(answer.Calls.Count) { Id = block.Id, Name = block.Name, InitialArguments = block.Input.ToArray() });
                    break;
            }

            answer.EndPart();
        }
    }
}

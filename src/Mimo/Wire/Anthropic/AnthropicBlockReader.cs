using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Reads one content block, or one delta of a block: the same members under the same names.</summary>
internal ref struct AnthropicBlockReader
{
    public string? Type { get; private set; }

    public string? Text { get; private set; }

    public string? Thinking { get; private set; }

    public string? Signature { get; private set; }

    public string? Id { get; private set; }

    public string? Name { get; private set; }

    /// <summary>The <c>input</c> object as it stands in the body; empty when there is none.</summary>
    public ReadOnlySpan<byte> Input { get; private set; }

    /// <summary>Where the string <c>partial_json</c> stands.</summary>
    public Utf8JsonReader PartialJson { get; private set; }

    /// <summary>Outside of blocks: the <c>stop_reason</c> of a message delta.</summary>
    public string? StopReason { get; private set; }

    public static AnthropicBlockReader Read(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var block = default(AnthropicBlockReader);
        if (!WireReader.StartsObject(ref reader))
        {
            return block;
        }

        while (WireReader.NextMember(ref reader))
        {
            block.ReadMember(ref reader, json);
        }

        return block;
    }

    private void ReadMember(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (WireReader.Is(ref reader, "type"u8))
        {
            Type = BlockTypes.Read(ref reader);
        }
        else if (WireReader.Is(ref reader, "text"u8))
        {
            Text = WireReader.String(ref reader);
        }
        else if (WireReader.Is(ref reader, "thinking"u8))
        {
            Thinking = WireReader.String(ref reader) ?? Thinking;
        }
        else if (WireReader.Is(ref reader, "reasoning_content"u8))
        {
            // The other format's name, which somebody saw here once.
            string? reasoning = WireReader.String(ref reader);
            Thinking ??= reasoning;
        }
        else if (WireReader.Is(ref reader, "signature"u8))
        {
            Signature = WireReader.String(ref reader);
        }
        else if (WireReader.Is(ref reader, "id"u8))
        {
            Id = WireReader.String(ref reader);
        }
        else if (WireReader.Is(ref reader, "name"u8))
        {
            Name = WireReader.String(ref reader);
        }
        else if (WireReader.Is(ref reader, "stop_reason"u8))
        {
            StopReason = WireReader.String(ref reader);
        }
        else if (WireReader.Is(ref reader, "partial_json"u8))
        {
            PartialJson = reader;
            reader.Skip();
        }
        else if (WireReader.Is(ref reader, "input"u8))
        {
            int start = (int)reader.TokenStartIndex;
            bool isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            Input = isNull ? default : json[start..(int)reader.BytesConsumed];
        }
        else
        {
            WireReader.SkipMember(ref reader);
        }
    }
}

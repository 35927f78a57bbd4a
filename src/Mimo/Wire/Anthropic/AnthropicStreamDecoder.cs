using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Decodes the events from <c>message_start</c> to <c>message_stop</c>. Unknown events are passed over.</summary>
internal sealed class AnthropicStreamDecoder : StreamDecoder
{
    // The blocks that have begun and not ended; mostly one.
    private readonly List<Block> _blocks = [];
    private Block? _current;
    private AnthropicUsageReader _usage;

    protected override bool IsOwn(string eventType) => EventTypes.IsKnown(eventType);

    protected override bool MarksOwn(ref Utf8JsonReader member)
    {
        if (WireReader.Is(ref member, "type"u8))
        {
            return EventTypes.Read(ref member) is { } type && EventTypes.IsKnown(type);
        }

        WireReader.SkipMember(ref member);
        return false;
    }

    protected override int ReadEvent(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data, WireReader.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The event is not a JSON object.");
        }

        string? type = null;
        int index = 0;
        var block = default(AnthropicBlockReader);
        var delta = default(AnthropicBlockReader);
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "type"u8))
            {
                type = EventTypes.Read(ref reader);
            }
            else if (WireReader.Is(ref reader, "index"u8))
            {
                index = (int)Math.Clamp(WireReader.Integer(ref reader) ?? 0, 0, int.MaxValue);
            }
            else if (WireReader.Is(ref reader, "content_block"u8))
            {
                block = AnthropicBlockReader.Read(ref reader, data);
            }
            else if (WireReader.Is(ref reader, "delta"u8))
            {
                delta = AnthropicBlockReader.Read(ref reader, data);
            }
            else if (WireReader.Is(ref reader, "message"u8))
            {
                ReadMessage(ref reader);
            }
            else if (WireReader.Is(ref reader, "usage"u8))
            {
                _usage.Read(ref reader);
                Answer.Usage = _usage.Usage;
            }
            else if (WireReader.Is(ref reader, "error"u8))
            {
                if (!WireReader.SaysNothing(ref reader))
                {
                    throw new WireErrorException(data.ToArray());
                }
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        Apply(type, index, block, delta, data);
        return (int)reader.BytesConsumed;
    }

    private void Apply(string? type, int index, in AnthropicBlockReader block, in AnthropicBlockReader delta, ReadOnlySpan<byte> data)
    {
        switch (type)
        {
            case EventTypes.BlockStart:
                StartBlock(index, block);
                break;
            case EventTypes.BlockDelta:
                AddDelta(index, delta);
                break;
            case EventTypes.BlockStop:
                StopBlock(index);
                break;
            case EventTypes.MessageDelta:
                if (delta.StopReason is { Length: > 0 } reason)
                {
                    Answer.FinishReason = FinishReasons.FromAnthropic(reason);
                }

                break;
            case EventTypes.MessageStop:
                IsEnded = true;
                break;
            case EventTypes.Message:
                TakeWhole(data);
                break;
            case ErrorEvent:
                throw new WireErrorException(data.ToArray());
        }
    }

    /// <summary>Takes a message that came in one piece. Behind the pieces of a stream it could only repeat them.</summary>
    private void TakeWhole(ReadOnlySpan<byte> data)
    {
        if (Answer.IsEmpty && AnthropicResponseReader.TryRead(data, Answer))
        {
            WholeAnswer.AddContent(Updates, Answer.BuildMessage(withToolCalls: false));
        }
    }

    private void ReadMessage(ref Utf8JsonReader reader)
    {
        if (!WireReader.StartsObject(ref reader))
        {
            return;
        }

        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "id"u8))
            {
                Answer.Id = WireReader.String(ref reader) ?? string.Empty;
            }
            else if (WireReader.Is(ref reader, "model"u8))
            {
                Answer.Model = WireReader.String(ref reader) ?? string.Empty;
            }
            else if (WireReader.Is(ref reader, "usage"u8))
            {
                _usage.Read(ref reader);
                Answer.Usage = _usage.Usage;
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }
    }

    private void StartBlock(int index, in AnthropicBlockReader block)
    {
        EndBlock(index);
        GoOnWith(BeginBlock(index, block.Type != BlockTypes.Other));
        switch (block.Type)
        {
            case BlockTypes.Text:
                AddText(block.Text ?? string.Empty);
                break;
            case BlockTypes.Thinking:
                AddReasoning(block.Thinking ?? string.Empty);
                if (block.Signature is { } signature)
                {
                    Answer.AppendSignature(signature);
                }

                break;
            case BlockTypes.ToolUse:
                Answer.Calls.Add(new ToolCallBuilder(index) { Id = block.Id, Name = block.Name, InitialArguments = block.Input.ToArray() });
                Announce(Answer.Calls.Count - 1);
                break;
        }
    }

    private void AddDelta(int index, in AnthropicBlockReader delta)
    {
        // A block of which no beginning told is taken for what its deltas are.
        Block block = FindBlock(index) ?? BeginBlock(index, isKnown: true);
        if (!block.IsKnown)
        {
            return;
        }

        GoOnWith(block);
        if (delta.Text is { } text)
        {
            AddText(text);
        }

        if (delta.Thinking is { } thinking)
        {
            AddReasoning(thinking);
        }

        if (delta.Signature is { } signature)
        {
            Answer.AppendSignature(signature);
        }

        if (delta.PartialJson.TokenType == JsonTokenType.String && FindCall(index) is >= 0 and int position)
        {
            Answer.Calls[position].AppendString(delta.PartialJson);
            string piece = JsonText.ReadString(delta.PartialJson);
            if (piece.Length > 0)
            {
                Updates.Add(new MimoToolCallArgumentsUpdate(position, piece));
            }
        }
    }

    private void StopBlock(int index)
    {
        EndBlock(index);
        if (FindCall(index) is >= 0 and int position)
        {
            Complete(position);
        }
    }

    private Block BeginBlock(int index, bool isKnown)
    {
        var block = new Block(index, isKnown);
        _blocks.Add(block);
        return block;
    }

    /// <summary>Has the answer grow by this block; the one before waits, for blocks may come by turns.</summary>
    private void GoOnWith(Block block)
    {
        if (block == _current)
        {
            return;
        }

        if (_current is not null)
        {
            _current.Waiting = Answer.SetAside();
        }

        if (block.Waiting is { } part)
        {
            Answer.TakeUp(part);
            block.Waiting = null;
        }

        _current = block;
    }

    private void EndBlock(int index)
    {
        if (FindBlock(index) is not { } block)
        {
            return;
        }

        _blocks.Remove(block);
        if (block == _current)
        {
            Answer.EndPart();
            _current = null;
        }
    }

    private Block? FindBlock(int index)
    {
        if (_current?.Index == index)
        {
            return _current;
        }

        foreach (Block block in _blocks)
        {
            if (block.Index == index)
            {
                return block;
            }
        }

        return null;
    }

    private int FindCall(int wireIndex) => Answer.Calls.FindLastIndex(call => call.WireIndex == wireIndex);

    private sealed class Block(int index, bool isKnown)
    {
        public int Index => index;

        /// <summary>Whether it is of a type that has a place in an answer. The deltas of others, whatever they are, belong to nothing else.</summary>
        public bool IsKnown => isKnown;

        /// <summary>Its part while another block's grows; null where it has none.</summary>
        public AnswerBuilder.WaitingPart? Waiting { get; set; }
    }
}

using System.Text;
using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>One element of <c>tool_calls</c>: a whole call, or in a stream the next piece of one.</summary>
internal ref struct OpenAIToolCallPiece
{
    private int _index;
    private string? _id;
    private string? _name;

    // Where the arguments stand: which call they belong to may be told after them.
    private Utf8JsonReader _arguments;
    private int _argumentsEnd;

    public static OpenAIToolCallPiece Read(scoped ref Utf8JsonReader reader, int item)
    {
        var piece = new OpenAIToolCallPiece { _index = item };
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "index"u8))
            {
                piece._index = (int)Math.Clamp(WireReader.Integer(ref reader) ?? item, 0, int.MaxValue);
            }
            else if (WireReader.Is(ref reader, "id"u8))
            {
                piece._id = WireReader.String(ref reader);
            }
            else if (WireReader.Is(ref reader, "function"u8))
            {
                piece.ReadFunction(ref reader);
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }

        return piece;
    }

    /// <summary>Whether there is nothing in it: MiMo was seen to send such pieces in turns without any call.</summary>
    public readonly bool IsEmpty =>
        string.IsNullOrEmpty(_id)
        && string.IsNullOrEmpty(_name)
        && (_arguments.TokenType is JsonTokenType.None or JsonTokenType.Null || (_arguments.TokenType == JsonTokenType.String && _arguments.ValueSpan.IsEmpty));

    /// <summary>Adds the piece to the call it belongs to, or begins that call.</summary>
    /// <returns>The position of the call.</returns>
    public readonly int AddTo(List<ToolCallBuilder> calls, ReadOnlySpan<byte> json)
    {
        int position = FindOrAdd(calls);
        ToolCallBuilder call = calls[position];
        call.Id = string.IsNullOrEmpty(call.Id) ? _id : call.Id;
        call.Name = string.IsNullOrEmpty(call.Name) ? _name : call.Name;
        if (_arguments.TokenType == JsonTokenType.String)
        {
            call.AppendString(_arguments);
        }
        else
        {
            call.AppendRaw(UnpackedArguments(json));
        }

        return position;
    }

    /// <summary>The piece of argument text; empty when none came.</summary>
    public readonly string ArgumentsText(ReadOnlySpan<byte> json) =>
        _arguments.TokenType == JsonTokenType.String ? JsonText.ReadString(_arguments) : Encoding.UTF8.GetString(UnpackedArguments(json));

    /// <summary>Arguments that were not packed into a string: their JSON is the text.</summary>
    private readonly ReadOnlySpan<byte> UnpackedArguments(ReadOnlySpan<byte> json) =>
        _arguments.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? json[(int)_arguments.TokenStartIndex.._argumentsEnd] : default;

    private void ReadFunction(scoped ref Utf8JsonReader reader)
    {
        if (!WireReader.StartsObject(ref reader))
        {
            return;
        }

        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "name"u8))
            {
                _name = WireReader.String(ref reader);
            }
            else if (WireReader.Is(ref reader, "arguments"u8))
            {
                _arguments = reader;
                reader.Skip();
                _argumentsEnd = (int)reader.BytesConsumed;
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }
    }

    /// <summary>A piece with a new id begins a new call even where the index was not moved on.</summary>
    private readonly int FindOrAdd(List<ToolCallBuilder> calls)
    {
        for (int i = calls.Count - 1; i >= 0; i--)
        {
            if (calls[i].WireIndex == _index && (string.IsNullOrEmpty(_id) || string.IsNullOrEmpty(calls[i].Id) || calls[i].Id == _id))
            {
                return i;
            }
        }

        calls.Add(new ToolCallBuilder(_index));
        return calls.Count - 1;
    }
}

using System.Text;
using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>One element of <c>tool_calls</c>: a whole call, or in a stream the next piece of one.</summary>
internal ref struct OpenAIToolCallPiece
{
    private int _index;
    private bool _hasIndex;
    private string? _id;
    private string? _name;

    // Where the arguments stand: which call they belong to may be told after them.
    private Utf8JsonReader _arguments;
    private int _argumentsEnd;

    public static OpenAIToolCallPiece Read(scoped ref Utf8JsonReader reader, int item)
    {
        // The first item may go on with any call; those behind it are told apart by where they stand.
        var piece = new OpenAIToolCallPiece { _index = item, _hasIndex = item > 0 };
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "index"u8))
            {
                if (WireReader.Integer(ref reader) is { } index)
                {
                    piece._index = (int)Math.Clamp(index, 0, int.MaxValue);
                    piece._hasIndex = true;
                }
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
    public readonly int AddTo(List<ToolCallBuilder> calls, ReadOnlySpan<byte> json, bool mayGoOn)
    {
        int position = mayGoOn ? Find(calls) : -1;
        if (position < 0)
        {
            position = calls.Count;
            calls.Add(new ToolCallBuilder(_index));
        }

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

    /// <summary>Finds the call that the piece goes on with: that of its id, else the one at its index, else the last one; -1 for none of them.</summary>
    private readonly int Find(List<ToolCallBuilder> calls)
    {
        for (int i = calls.Count - 1; i >= 0 && !string.IsNullOrEmpty(_id); i--)
        {
            if (calls[i].Id == _id && IsAt(calls[i]))
            {
                return i;
            }
        }

        for (int i = calls.Count - 1; i >= 0; i--)
        {
            if (IsAt(calls[i]))
            {
                return IsOther(calls[i]) ? -1 : i;
            }
        }

        return -1;
    }

    private readonly bool IsAt(ToolCallBuilder call) => !_hasIndex || call.WireIndex == _index;

    /// <summary>
    /// Whether the piece begins a call at the place of another. A host may leave the index where it was, and it may repeat the name, or
    /// make up an id, for each piece: so a new id counts only with a name.
    /// </summary>
    private readonly bool IsOther(ToolCallBuilder call)
    {
        if (string.IsNullOrEmpty(_name))
        {
            return false;
        }

        bool hasOtherId = !string.IsNullOrEmpty(_id) && !string.IsNullOrEmpty(call.Id);
        bool hasOtherName = !string.IsNullOrEmpty(call.Name) && call.Name != _name && (call.HasArguments || !_hasIndex);
        return hasOtherId || hasOtherName;
    }
}

using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

/// <summary>
/// Finds where each item of a streamed list ends: of an array that stands in an object's member <c>value</c>, as the model is asked
/// for, or in the open.
/// </summary>
internal sealed class StreamedItems() : StreamedJson(mayBeArray: true)
{
    private const int NoList = -1;

    private readonly Queue<Range> _found = new();
    private int _itemDepth = NoList;
    private int _itemStart;
    private bool _isValueNext;
    private bool _hasGiven;

    /// <summary>Whether a list was found, and its end too.</summary>
    public bool HasWholeList { get; private set; }

    // An item that was given out can't be taken back.
    protected override bool MayStartAgain => !_hasGiven;

    /// <summary>Gives the JSON of the next item that is complete.</summary>
    public bool TryTake(out ReadOnlySpan<byte> item)
    {
        bool isFound = _found.TryDequeue(out Range range);
        _hasGiven |= isFound;
        item = Text[range];
        return isFound;
    }

    protected override void Take(ref Utf8JsonReader json, int start, int end)
    {
        if (_itemDepth == NoList)
        {
            FindList(ref json);
        }
        else if (json.CurrentDepth == _itemDepth)
        {
            TakeItem(json.TokenType, start, end);
        }
        else if (json.CurrentDepth < _itemDepth)
        {
            HasWholeList = true;
        }
    }

    protected override void StartAgain()
    {
        _found.Clear();
        _itemDepth = NoList;
        _isValueNext = false;
        HasWholeList = false;
    }

    private void FindList(ref Utf8JsonReader json)
    {
        bool isInWrapper = json.CurrentDepth == 1;
        if (json.TokenType == JsonTokenType.StartArray && (json.CurrentDepth == 0 || (isInWrapper && _isValueNext)))
        {
            _itemDepth = json.CurrentDepth + 1;
        }

        _isValueNext = isInWrapper && json.TokenType == JsonTokenType.PropertyName && WireReader.ValueIs(json, "value"u8);
    }

    private void TakeItem(JsonTokenType token, int start, int end)
    {
        // Behind the list the wrapper may have further members, which are as deep as items are.
        if (HasWholeList)
        {
            return;
        }

        switch (token)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _itemStart = start;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _found.Enqueue(_itemStart..end);
                break;
            default:
                _found.Enqueue(start..end);
                break;
        }
    }
}

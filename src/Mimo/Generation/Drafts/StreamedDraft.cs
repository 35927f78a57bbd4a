using System.Text.Json;

namespace Mimo.Generation;

/// <summary>Builds a draft out of an answer as it streams in. Values that are complete are read once, and kept.</summary>
/// <param name="root">How the whole grows.</param>
/// <param name="mayBeArray">Whether the whole may be an array.</param>
internal sealed class StreamedDraft(DraftPart root, bool mayBeArray) : StreamedJson(mayBeArray)
{
    private readonly Stack<DraftNode> _open = new();
    private DraftNode? _root;

    // A value that is only there when it is complete: where it begins, and how deep it stands.
    private int _wholeStart = -1;
    private int _wholeDepth;

    private GrowingText? _text;
    private int _textStart;
    private bool _hasChanged;

    /// <summary>The draft so far; null before the JSON begins.</summary>
    public object? Current => _root?.Value;

    /// <summary>Takes up what has grown since the last time.</summary>
    /// <returns>Whether <see cref="Current"/> has changed.</returns>
    public bool Update()
    {
        GrowText();
        bool hasChanged = _hasChanged;
        _hasChanged = false;
        if (hasChanged)
        {
            // From the innermost out; a stack enumerates from its top.
            DraftNode? inner = null;
            foreach (DraftNode node in _open)
            {
                if (inner is not null)
                {
                    node.Grow(inner.Value);
                }

                inner = node;
            }
        }

        return hasChanged;
    }

    protected override void Take(ref Utf8JsonReader json, int start, int end)
    {
        _text = null;
        if (_wholeStart >= 0)
        {
            if (json.CurrentDepth == _wholeDepth)
            {
                Put(_wholeStart, end);
                _wholeStart = -1;
            }

            return;
        }

        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName:
                _open.Peek().Name(ref json);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(ref json, start);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close();
                break;
            default:
                Put(start, end);
                break;
        }
    }

    protected override void StartAgain()
    {
        _open.Clear();
        _root = null;
        _wholeStart = -1;
        _text = null;
        _hasChanged = true;
    }

    private void Open(ref Utf8JsonReader json, int start)
    {
        DraftPart? part = _open.Count == 0 ? root : _open.Peek().Part;
        if (part?.Open(json.TokenType) is { } node)
        {
            _root ??= node;
            _open.Push(node);
            _hasChanged = true;
        }
        else
        {
            _wholeStart = start;
            _wholeDepth = json.CurrentDepth;
        }
    }

    private void Close()
    {
        DraftNode node = _open.Pop();
        node.Close();
        _hasChanged = true;
        if (_open.TryPeek(out DraftNode? outer))
        {
            outer.Grow(node.Value);
            outer.Keep();
        }
    }

    private void Put(int start, int end)
    {
        if (_open.TryPeek(out DraftNode? node))
        {
            _hasChanged |= node.Put(Text[start..end]);
        }
    }

    private void GrowText()
    {
        if (IsComplete || IsBroken || _wholeStart >= 0 || !_open.TryPeek(out DraftNode? node) || node.Part is not { IsText: true })
        {
            return;
        }

        // Between two tokens stand white space and at most one comma; a name's colon belongs to the name.
        int begin = Rest.IndexOfAnyExcept(" \t\r\n,"u8);
        if (begin < 0 || Rest[begin] != (byte)'"')
        {
            return;
        }

        if (_text is null)
        {
            _text = new GrowingText();
            _textStart = RestStart + begin + 1;
            _hasChanged = true;
        }

        _hasChanged |= _text.Read(Text[_textStart..]);
        if (_hasChanged)
        {
            node.Grow(_text.ToString());
        }
    }
}

namespace Mimo.Wire;

/// <summary>Gathers the pieces of one answer, whole or streamed, in the order in which they come.</summary>
internal sealed class AnswerBuilder
{
    private readonly List<MimoContent> _content = [];

    // The part that grows: its kind, its text so far, and where it goes if that is not the end.
    private TextBuilder? _open;
    private bool _isOpenReasoning;
    private bool _isOpen;
    private string? _signature;
    private int? _place;
    private bool _hasReasoning;

    // The parts that others were begun before the end of; null for none ever.
    private List<WaitingPart>? _waiting;

    // Fields, as in the readers beside it: a fresh process compiles each accessor of a property before its first answer is read.
    public string Id = string.Empty;

    public string Model = string.Empty;

    public MimoFinishReason? FinishReason;

    public MimoUsage? Usage;

    /// <summary>The sources of a web search; null when none came.</summary>
    public List<MimoCitation>? Citations;

    public string? ErrorMessage;

    public readonly List<ToolCallBuilder> Calls = [];

    /// <summary>Whether nothing of what the model said has come.</summary>
    public bool IsEmpty => _content.Count == 0 && !_isOpen && Calls.Count == 0;

    /// <summary>Adds all parts of an answer at once, before any other: what joins pieces is not compiled for a first answer that has none.</summary>
    public void SetWhole(string? reasoning, string text)
    {
        if (reasoning is not null)
        {
            _content.Add(new MimoReasoningContent(reasoning));
            _hasReasoning = true;
        }

        if (text.Length > 0)
        {
            _content.Add(new MimoTextContent(text));
        }
    }

    public void AppendText(string text)
    {
        if (text.Length > 0)
        {
            Open(isReasoning: false).Append(text);
        }
    }

    /// <summary>Adds reasoning. An empty piece counts: it tells that reasoning came, though empty.</summary>
    public void AppendReasoning(string text)
    {
        // Some hosts send an empty piece beside each piece of text, which is still one text.
        if (text.Length == 0 && _isOpen && !_isOpenReasoning)
        {
            NoteEmptyReasoning();
            return;
        }

        Open(isReasoning: true).Append(text);
    }

    public void AppendSignature(string signature)
    {
        Open(isReasoning: true);
        _signature += signature;
    }

    /// <summary>Ends the part that grows, so that the next piece begins a part of its own.</summary>
    public void EndPart()
    {
        if (!_isOpen)
        {
            return;
        }

        string text = _open!.Take();
        MimoContent part = _isOpenReasoning ? new MimoReasoningContent(text, _signature) : new MimoTextContent(text);
        if (_place is { } place)
        {
            _content[place] = part;
        }
        else
        {
            _content.Add(part);
        }

        Close();
    }

    /// <summary>Leaves the part that grows, if there is one, at its place, to go on with it later.</summary>
    public WaitingPart? SetAside()
    {
        if (!_isOpen)
        {
            return null;
        }

        if (_place is null)
        {
            _place = _content.Count;
            _content.Add(new MimoTextContent(string.Empty));
        }

        var part = new WaitingPart(_open!, _isOpenReasoning, _signature, _place.Value);
        (_waiting ??= []).Add(part);
        _open = null;
        Close();
        return part;
    }

    /// <summary>Goes on with a part that was set aside. No other may be growing.</summary>
    public void TakeUp(WaitingPart part)
    {
        _waiting!.Remove(part);
        _open = part.Text;
        _isOpenReasoning = part.IsReasoning;
        _signature = part.Signature;
        _place = part.Place;
        _isOpen = true;
    }

    /// <summary>Makes the message; without tool calls for one that broke off, whose arguments may be incomplete.</summary>
    public MimoMessage BuildMessage(bool withToolCalls = true)
    {
        if (_isOpen || _waiting is not null)
        {
            EndAllParts();
        }

        MimoToolCall[]? calls = null;
        if (withToolCalls && Calls.Count > 0)
        {
            calls = new MimoToolCall[Calls.Count];
            for (int i = 0; i < calls.Length; i++)
            {
                calls[i] = Calls[i].Build(Id, i);
            }
        }

        return new MimoMessage(MimoRole.Assistant, [.. _content], calls, isWithoutReasoning: !_hasReasoning);
    }

    public MimoResponse Build()
    {
        MimoMessage message = BuildMessage();
        return Citations is null && ErrorMessage is null
            ? new MimoResponse(message, FinishReason ?? default, Usage, Id, Model)
            : BuildWithRemarks(message);
    }

    /// <summary>What had come when the answer broke off; null for nothing.</summary>
    public MimoMessage? BuildPartial()
    {
        EndAllParts();
        return _content.Count == 0 ? null : BuildMessage(withToolCalls: false);
    }

    // Apart, so that the first answer of a process, which has none of these, compiles none of it.
    private MimoResponse BuildWithRemarks(MimoMessage message) => new(message, FinishReason ?? default, Usage, Id, Model)
    {
        Citations = Citations is null ? [] : [.. Citations],
        ErrorMessage = ErrorMessage,
    };

    /// <summary>Puts an empty part before the text that grows, unless there is reasoning already.</summary>
    private void NoteEmptyReasoning()
    {
        if (!_hasReasoning)
        {
            _content.Add(new MimoReasoningContent(string.Empty));
            _hasReasoning = true;
        }
    }

    private void EndAllParts()
    {
        EndPart();
        while (_waiting is [.., var part])
        {
            TakeUp(part);
            EndPart();
        }
    }

    private void Close()
    {
        _hasReasoning |= _isOpenReasoning;
        _signature = null;
        _place = null;
        _isOpen = false;
    }

    private TextBuilder Open(bool isReasoning)
    {
        if (_isOpen && _isOpenReasoning != isReasoning)
        {
            EndPart();
        }

        _isOpen = true;
        _isOpenReasoning = isReasoning;
        return _open ??= new TextBuilder();
    }

    /// <summary>A part that was begun and not ended.</summary>
    public sealed record WaitingPart(TextBuilder Text, bool IsReasoning, string? Signature, int Place);
}

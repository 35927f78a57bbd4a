namespace Mimo.Wire;

/// <summary>Gathers the pieces of one answer, whole or streamed, in the order in which they come.</summary>
internal sealed class AnswerBuilder
{
    private readonly List<MimoContent> _content = [];

    // The part that grows: its kind and its text so far.
    private readonly TextBuilder _open = new();
    private bool _isOpenReasoning;
    private bool _isOpen;
    private string? _signature;
    private bool _hasReasoning;

    // Fields, as in the readers beside it: a fresh process compiles each accessor of a property before its first answer is read.
    public string Id = string.Empty;

    public string Model = string.Empty;

    public MimoFinishReason? FinishReason;

    public MimoUsage? Usage;

    /// <summary>The sources of a web search; null when none came.</summary>
    public List<MimoCitation>? Citations;

    public string? ErrorMessage;

    public readonly List<ToolCallBuilder> Calls = [];

    public void AppendText(string text)
    {
        if (text.Length > 0)
        {
            Open(isReasoning: false);
            _open.Append(text);
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

        Open(isReasoning: true);
        _open.Append(text);
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

        string text = _open.Take();
        _hasReasoning |= _isOpenReasoning;
        _content.Add(_isOpenReasoning ? new MimoReasoningContent(text, _signature) : new MimoTextContent(text));
        _signature = null;
        _isOpen = false;
    }

    /// <summary>Makes the message; without tool calls for one that broke off, whose arguments may be incomplete.</summary>
    public MimoMessage BuildMessage(bool withToolCalls = true)
    {
        EndPart();
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
            : new MimoResponse(message, FinishReason ?? default, Usage, Id, Model)
            {
                Citations = Citations is null ? [] : [.. Citations],
                ErrorMessage = ErrorMessage,
            };
    }

    /// <summary>What had come when the answer broke off; null for nothing.</summary>
    public MimoMessage? BuildPartial()
    {
        EndPart();
        return _content.Count == 0 ? null : BuildMessage(withToolCalls: false);
    }

    /// <summary>Puts an empty part before the text that grows, unless there is reasoning already.</summary>
    private void NoteEmptyReasoning()
    {
        if (!_hasReasoning)
        {
            _content.Add(new MimoReasoningContent(string.Empty));
            _hasReasoning = true;
        }
    }

    private void Open(bool isReasoning)
    {
        if (_isOpen && _isOpenReasoning != isReasoning)
        {
            EndPart();
        }

        _isOpen = true;
        _isOpenReasoning = isReasoning;
    }
}

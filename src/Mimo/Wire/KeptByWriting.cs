namespace Mimo.Wire;

/// <summary>What is kept of one growing list, for each way of writing it. Threads that race may keep the same twice, never a wrong one.</summary>
internal sealed class KeptByWriting
{
    private KeptMessages? _openAI;
    private KeptMessages? _openAIWithoutThinking;
    private KeptMessages? _anthropic;
    private KeptMessages? _anthropicWithoutThinking;

    public KeptMessages? Get(in MessageWriting writing) => Slot(writing);

    public void Set(in MessageWriting writing, KeptMessages kept) => Slot(writing) = kept;

    /// <summary>Forgets all, when the list took back what it had.</summary>
    public void Clear()
    {
        _openAI = null;
        _openAIWithoutThinking = null;
        _anthropic = null;
        _anthropicWithoutThinking = null;
    }

    private ref KeptMessages? Slot(in MessageWriting writing)
    {
        if (writing.Format == MimoFormat.OpenAI)
        {
            return ref writing.IsThinkingDisabled ? ref _openAIWithoutThinking : ref _openAI;
        }

        return ref writing.IsThinkingDisabled ? ref _anthropicWithoutThinking : ref _anthropic;
    }
}

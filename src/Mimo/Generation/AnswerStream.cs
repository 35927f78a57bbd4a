using System.Diagnostics.CodeAnalysis;

namespace Mimo.Generation;

/// <summary>What a streamed prompt gives out while an answer comes, and what it makes of the answer when it is whole. Lives as long as one call.</summary>
/// <typeparam name="T">What is given out.</typeparam>
internal abstract class AnswerStream<T>
{
    private bool _isResponseOver;

    /// <summary>What the model is told beside the problems when it is to repair its answer; empty for nothing.</summary>
    public virtual string RepairNote => "";

    /// <summary>Takes more of the answer's text.</summary>
    public void Append(string text)
    {
        BeginIfOver();
        Take(text);
    }

    /// <summary>A response is over. If another follows, for a tool was called or a repair asked for, its text is a new answer.</summary>
    public void EndResponse()
    {
        BeginIfOver();
        _isResponseOver = true;
    }

    /// <summary>Gives out the next of what the text so far holds.</summary>
    public abstract bool TryTake([MaybeNullWhen(false)] out T value);

    /// <summary>Judges the answer now that it is whole.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="rest">What is still to be given out, if there is no problem.</param>
    /// <param name="problems">Every problem in words for the model, a line each.</param>
    public abstract bool TryFinish(string text, out IReadOnlyList<T> rest, [NotNullWhen(false)] out string? problems);

    /// <summary>Takes more of the text of the answer that is under way.</summary>
    protected abstract void Take(string text);

    /// <summary>Forgets the answer's text: another takes its place.</summary>
    protected abstract void Begin();

    private void BeginIfOver()
    {
        if (_isResponseOver)
        {
            _isResponseOver = false;
            Begin();
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mimo.Generation;

/// <summary>Gives out drafts of an answer while it comes, and at its end one that has the whole. A repaired answer begins from nothing.</summary>
internal sealed class DraftStream<TDraft, T>(ModelOutput<T> output) : AnswerStream<TDraft>
    where TDraft : MimoDraft<T>, IModelDraft<TDraft>
    where T : class
{
    private static readonly DraftObject<TDraft> Root = new();

    private StreamedDraft _json = new(Root, mayBeArray: false);

    public override bool TryTake([MaybeNullWhen(false)] out TDraft value)
    {
        value = _json.Update() ? (TDraft?)_json.Current : null;
        return value is not null;
    }

    public override bool TryFinish(string text, out IReadOnlyList<TDraft> rest, [NotNullWhen(false)] out string? problems)
    {
        rest = [];
        if (!output.TryRead(text, out T? value, out problems))
        {
            return false;
        }

        TDraft last = TDraft.Shape.Copy(Whole(text));
        last.Finish(value);
        rest = [last];
        return true;
    }

    protected override void Take(string text) => _json.Append(text);

    protected override void Begin() => _json = new StreamedDraft(Root, mayBeArray: false);

    private TDraft Whole(string text) =>
        _json.IsComplete && _json.Current is TDraft draft ? draft
        : Root.TryRead(Encoding.UTF8.GetBytes(text.Trim()), out TDraft? written) ? written
        : TDraft.Shape.Empty;
}

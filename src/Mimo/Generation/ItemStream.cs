using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mimo.Generation;

/// <summary>
/// Gives out the items of a list as they become complete. What was given out stands: a repaired answer repeats the whole list, and
/// its items are given out from where the earlier answer ended.
/// </summary>
internal sealed class ItemStream<T>(ModelItems<T> output) : AnswerStream<T>
{
    private StreamedItems _json = new();
    private int _given;
    private int _met;
    private bool _hasBadItem;

    public override string RepairNote => _given == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" Repeat the first {_given} items exactly as they are: they are in use already.");

    public override bool TryTake([MaybeNullWhen(false)] out T value)
    {
        // After an item that doesn't fit, later ones would come out of order.
        while (!_hasBadItem && _json.TryTake(out ReadOnlySpan<byte> item))
        {
            if (_met++ < _given)
            {
                continue;
            }

            if (output.TryRead(item, out value))
            {
                _given++;
                return true;
            }

            _hasBadItem = true;
        }

        value = default;
        return false;
    }

    public override bool TryFinish(string text, out IReadOnlyList<T> rest, [NotNullWhen(false)] out string? problems)
    {
        rest = [];
        int count = _met;
        if (_hasBadItem || !_json.IsComplete || !_json.HasWholeList)
        {
            // Read anew as a whole: for every problem, and for what only a whole text shows, such as a list in a string.
            if (!output.Whole.TryRead(text, out List<T>? all, out problems))
            {
                return false;
            }

            count = all.Count;
            rest = all.Count > _given ? all[_given..] : [];
        }

        problems = count < _given
            ? string.Create(CultureInfo.InvariantCulture, $"- $.value: expected the whole list again, and so at least {_given} items, but got {count}")
            : null;
        return problems is null;
    }

    protected override void Take(string text) => _json.Append(text);

    protected override void Begin()
    {
        _json = new StreamedItems();
        _met = 0;
        _hasBadItem = false;
    }
}

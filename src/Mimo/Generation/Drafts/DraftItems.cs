using System.Collections;

namespace Mimo.Generation;

/// <summary>
/// The items of a list as they were at one time: the first of an array that is only ever added to, and one more that may still
/// grow. So a snapshot of a long list costs as little as one of a short list.
/// </summary>
internal sealed class DraftItems<T> : IReadOnlyList<T>
{
    private readonly T[] _items;
    private readonly int _finished;
    private readonly T? _last;

    public DraftItems(T[] items, int count)
    {
        _items = items;
        _finished = count;
        Count = count;
    }

    public DraftItems(T[] items, int finished, T last)
        : this(items, finished)
    {
        _last = last;
        Count = finished + 1;
    }

    public int Count { get; }

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return index < _finished ? _items[index] : _last!;
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Text.Json;

namespace Mimo.Generation;

/// <summary>An object or list that has begun and not ended.</summary>
internal abstract class DraftNode
{
    /// <summary>What is there so far. Later growth makes a new value and leaves this one as it is.</summary>
    public abstract object Value { get; }

    /// <summary>How the value in the current place grows; null for a member that nobody asked for.</summary>
    public abstract DraftPart? Part { get; }

    /// <summary>Comes to a member's name.</summary>
    public virtual void Name(ref Utf8JsonReader json)
    {
    }

    /// <summary>Puts a value that may still grow into the current place.</summary>
    public abstract void Grow(object value);

    /// <summary>What last grew in the current place is complete.</summary>
    public virtual void Keep()
    {
    }

    /// <summary>Puts a value that is complete into the current place.</summary>
    /// <returns>False if nothing changed.</returns>
    public abstract bool Put(ReadOnlySpan<byte> utf8Json);

    /// <summary>The object or list has ended.</summary>
    public virtual void Close()
    {
    }
}

internal sealed class DraftObjectNode<TDraft>(DraftShape<TDraft> shape) : DraftNode
    where TDraft : MimoDraft
{
    private TDraft _draft = shape.Empty;

    // The member whose value comes next or is under way; null elsewhere, so that a name is not taken for a text.
    private DraftMember<TDraft>? _member;

    public override object Value => _draft;

    public override DraftPart? Part => _member?.Part;

    public override void Name(ref Utf8JsonReader json) => _member = shape.Find(ref json);

    public override void Grow(object value) => _draft = _member!.Grow(_draft, value);

    public override void Keep() => _member = null;

    public override bool Put(ReadOnlySpan<byte> utf8Json)
    {
        bool isChanged = _member is not null && _member.TryRead(ref _draft, utf8Json);
        _member = null;
        return isChanged;
    }

    public override void Close()
    {
        _draft = shape.Copy(_draft);
        _draft.Finish();
    }
}

internal sealed class DraftListNode<T>(DraftPart<T> part) : DraftNode
{
    private const int FirstCapacity = 4;

    // Lists given out share the array: what they show of it is never written again.
    private T[] _items = [];
    private int _count;
    private T? _growing;
    private bool _isGrowing;

    public override object Value => _isGrowing ? new DraftItems<T>(_items, _count, _growing!) : new DraftItems<T>(_items, _count);

    public override DraftPart Part => part;

    public override void Grow(object value)
    {
        _growing = (T)value;
        _isGrowing = true;
    }

    public override void Keep() => Add(_growing!);

    public override bool Put(ReadOnlySpan<byte> utf8Json)
    {
        bool isRead = part.TryRead(utf8Json, out T? item);
        if (isRead)
        {
            Add(item!);
        }

        bool isChanged = isRead || _isGrowing;
        _isGrowing = false;
        return isChanged;
    }

    private void Add(T item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(FirstCapacity, _count * 2));
        }

        _items[_count++] = item;
        _isGrowing = false;
    }
}

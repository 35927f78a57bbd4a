using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Mimo.Generation;

/// <summary>How the value in one place of a draft grows: a member's, or a list's items'.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DraftPart
{
    private protected DraftPart()
    {
    }

    /// <summary>A text, which grows.</summary>
    public static DraftPart<string> Text { get; } = new DraftText();

    /// <summary>Whether an unfinished text is a value.</summary>
    internal virtual bool IsText => false;

    /// <summary>A value that is there when it is complete.</summary>
    /// <param name="read">Reads it.</param>
    public static DraftPart<T> Value<T>(ModelJsonRead<T> read) => new DraftValue<T>(read);

    /// <summary>A draft inside another.</summary>
    public static DraftPart<TDraft> Draft<TDraft>()
        where TDraft : MimoDraft, IModelDraft<TDraft> => new DraftObject<TDraft>();

    /// <summary>A list, which grows by its items.</summary>
    /// <param name="item">How an item grows.</param>
    public static DraftPart<IReadOnlyList<T>> List<T>(DraftPart<T> item) => new DraftList<T>(item);

    /// <summary>The same, of items that may be null.</summary>
    /// <param name="part">How an item that is not null grows.</param>
    public static DraftPart<T?> OrNull<T>(DraftPart<T> part)
        where T : class => new DraftOrNull<T>(part);

    /// <summary>Begins a value that can be seen before it is complete.</summary>
    /// <param name="opening">Whether it is an object or an array.</param>
    /// <returns>Null if the value can't be seen before it is complete.</returns>
    internal virtual DraftNode? Open(JsonTokenType opening) => null;
}

/// <summary>How values of one type grow.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DraftPart<T> : DraftPart
{
    private protected DraftPart()
    {
    }

    /// <summary>Reads a value that is complete.</summary>
    /// <returns>False if the JSON doesn't fit; the answer's own reader will say why.</returns>
    internal abstract bool TryRead(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out T value);
}

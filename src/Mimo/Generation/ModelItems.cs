using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mimo.Generation;

/// <summary>How the items of a streamed list are read. Generated code holds one for each such list. Immutable and safe to share between threads.</summary>
/// <typeparam name="T">An item's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelItems<T>
{
    private readonly ModelJsonRead<T> _read;

    /// <summary>Creates it.</summary>
    /// <param name="read">Reads one item.</param>
    public ModelItems(ModelJsonRead<T> read)
    {
        _read = read;
        Whole = new ModelOutput<List<T>>(ReadList, isWrapped: true, "an array");
    }

    /// <summary>Reads the whole list, which may stand in the text in all ways that an answer may.</summary>
    internal ModelOutput<List<T>> Whole { get; }

    /// <summary>Reads one item out of its JSON.</summary>
    internal bool TryRead(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out T item)
    {
        var reader = new ModelJsonReader(utf8Json);
        reader.Start();
        item = _read(ref reader);
        reader.End();
        return !reader.HasProblems;
    }

    private List<T> ReadList(ref ModelJsonReader reader)
    {
        if (!reader.StartArray(out JsonScope scope))
        {
            return reader.ReadFromText<List<T>>(ReadList, "an array");
        }

        List<T> items = [];
        while (reader.NextItem(ref scope))
        {
            items.Add(_read(ref reader));
        }

        return items;
    }
}

using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Fills collections of the user's own types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionBuilder
{
    /// <summary>Adds items to a new collection.</summary>
    /// <returns>The collection.</returns>
    public static TCollection Fill<TCollection, T>(TCollection collection, List<T> items)
        where TCollection : ICollection<T>
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (T item in items)
        {
            collection.Add(item);
        }

        return collection;
    }

    /// <summary>Adds entries to a new dictionary.</summary>
    /// <returns>The dictionary.</returns>
    public static TDictionary Fill<TDictionary, TKey, TValue>(TDictionary dictionary, Dictionary<TKey, TValue> entries)
        where TDictionary : IDictionary<TKey, TValue>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach ((TKey key, TValue value) in entries)
        {
            dictionary[key] = value;
        }

        return dictionary;
    }
}

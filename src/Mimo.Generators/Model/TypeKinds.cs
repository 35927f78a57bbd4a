namespace Mimo.Generators.Model;

/// <summary>The types whose JSON is one string, number or boolean.</summary>
internal enum ScalarKind
{
    String,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    BigInteger,
    Half,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Uri,
    Version,
    ByteArray,
    ByteMemory,
}

/// <summary>The types whose JSON can be anything.</summary>
internal enum AnyKind
{
    JsonElement,
    JsonNode,
    JsonObject,
    JsonArray,
    Object,
}

/// <summary>How a collection is made out of a list of its items.</summary>
internal enum SequenceKind
{
    /// <summary><c>List&lt;T&gt;</c>, and the interfaces that a list implements.</summary>
    List,
    Array,
    Memory,

    /// <summary><c>HashSet&lt;T&gt;</c>, and the interfaces that it implements.</summary>
    HashSet,

    /// <summary>A type with a constructor that takes the items: <c>Queue</c>, <c>LinkedList</c>, <c>Collection</c>, <c>ObservableCollection</c>.</summary>
    Constructor,
    SortedSet,

    /// <summary>A type of the user's: created empty, then filled.</summary>
    Fill,

    /// <summary>Last in, first out, and the last comes first in JSON too, so the items are pushed in reverse.</summary>
    Stack,
    ImmutableArray,
    ImmutableList,
    ImmutableHashSet,
    ImmutableSortedSet,
    ImmutableQueue,
    ImmutableStack,
    FrozenSet,

    /// <summary><c>ReadOnlySet&lt;T&gt;</c>, whose constructor takes a set.</summary>
    ReadOnlySet,

    /// <summary>A type that can't be made: it is only written, by its <c>IEnumerable&lt;T&gt;</c>.</summary>
    Enumerable,
}

/// <summary>How a dictionary is made out of its entries.</summary>
internal enum DictionaryKind
{
    /// <summary><c>Dictionary&lt;TKey, TValue&gt;</c>, and the interfaces that it implements.</summary>
    Dictionary,

    /// <summary>A type with a constructor that takes a dictionary.</summary>
    Constructor,

    /// <summary>A type that sorts its keys, some of which may be the same to it though they are not the same text: created empty, then filled.</summary>
    Sorted,

    /// <summary>A type of the user's: created empty, then filled.</summary>
    Fill,
    ImmutableDictionary,
    ImmutableSortedDictionary,
    FrozenDictionary,

    /// <summary>A type that can't be made: it is only written, by its <c>IEnumerable&lt;KeyValuePair&lt;TKey, TValue&gt;&gt;</c>.</summary>
    Enumerable,
}

using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string Frozen = "System.Collections.Frozen.";
    private const string Concurrent = "System.Collections.Concurrent.";

    private static readonly Dictionary<string, SequenceKind> Sequences = new(StringComparer.Ordinal)
    {
        [Generic + "List"] = SequenceKind.List,
        [Generic + "IList"] = SequenceKind.List,
        [Generic + "ICollection"] = SequenceKind.List,
        [Generic + "IEnumerable"] = SequenceKind.List,
        [Generic + "IReadOnlyList"] = SequenceKind.List,
        [Generic + "IReadOnlyCollection"] = SequenceKind.List,
        [Generic + "HashSet"] = SequenceKind.HashSet,
        [Generic + "ISet"] = SequenceKind.HashSet,
        [Generic + "IReadOnlySet"] = SequenceKind.HashSet,
        [Generic + "SortedSet"] = SequenceKind.SortedSet,
        [Generic + "Queue"] = SequenceKind.Constructor,
        [Generic + "Stack"] = SequenceKind.Stack,
        [Generic + "LinkedList"] = SequenceKind.Constructor,
        [ObjectModel + "Collection"] = SequenceKind.Constructor,
        [ObjectModel + "ObservableCollection"] = SequenceKind.Constructor,
        [ObjectModel + "ReadOnlyCollection"] = SequenceKind.Constructor,
        [ObjectModel + "ReadOnlySet"] = SequenceKind.ReadOnlySet,
        [Concurrent + "ConcurrentBag"] = SequenceKind.Constructor,
        [Concurrent + "ConcurrentQueue"] = SequenceKind.Constructor,
        [Concurrent + "ConcurrentStack"] = SequenceKind.Stack,
        [Immutable + "ImmutableArray"] = SequenceKind.ImmutableArray,
        [Immutable + "ImmutableList"] = SequenceKind.ImmutableList,
        [Immutable + "IImmutableList"] = SequenceKind.ImmutableList,
        [Immutable + "ImmutableHashSet"] = SequenceKind.ImmutableHashSet,
        [Immutable + "IImmutableSet"] = SequenceKind.ImmutableHashSet,
        [Immutable + "ImmutableSortedSet"] = SequenceKind.ImmutableSortedSet,
        [Immutable + "ImmutableQueue"] = SequenceKind.ImmutableQueue,
        [Immutable + "IImmutableQueue"] = SequenceKind.ImmutableQueue,
        [Immutable + "ImmutableStack"] = SequenceKind.ImmutableStack,
        [Immutable + "IImmutableStack"] = SequenceKind.ImmutableStack,
        [Frozen + "FrozenSet"] = SequenceKind.FrozenSet,
        ["System.ReadOnlyMemory"] = SequenceKind.Memory,
        ["System.Memory"] = SequenceKind.Memory,
        ["System.ArraySegment"] = SequenceKind.Memory,
    };

    private static readonly Dictionary<string, DictionaryKind> Dictionaries = new(StringComparer.Ordinal)
    {
        [Generic + "Dictionary"] = DictionaryKind.Dictionary,
        [Generic + "IDictionary"] = DictionaryKind.Dictionary,
        [Generic + "IReadOnlyDictionary"] = DictionaryKind.Dictionary,
        [Generic + "SortedDictionary"] = DictionaryKind.Sorted,
        [Generic + "SortedList"] = DictionaryKind.Sorted,
        [ObjectModel + "ReadOnlyDictionary"] = DictionaryKind.Constructor,
        [Concurrent + "ConcurrentDictionary"] = DictionaryKind.Constructor,
        [Immutable + "ImmutableDictionary"] = DictionaryKind.ImmutableDictionary,
        [Immutable + "IImmutableDictionary"] = DictionaryKind.ImmutableDictionary,
        [Immutable + "ImmutableSortedDictionary"] = DictionaryKind.ImmutableSortedDictionary,
        [Frozen + "FrozenDictionary"] = DictionaryKind.FrozenDictionary,
    };

    private TypeModel? ParseArray(IArrayTypeSymbol array, string key, string identifier)
    {
        if (array.Rank != 1)
        {
            return Refuse(array, "an array of several dimensions has no JSON form; use an array of arrays");
        }

        return ParseSequence(array, array.ElementType, SequenceKind.Array, key, identifier);
    }

    /// <returns>Whether the type is a collection; its model is null if its items can't be JSON.</returns>
    private bool ParseCollection(INamedTypeSymbol type, string key, string identifier, out TypeModel? model)
    {
        model = null;
        if (!type.IsGenericType || type.ContainingType is not null)
        {
            return ParseOwnCollection(type, key, identifier, out model);
        }

        string name = type.QualifiedName();
        if (type.TypeArguments.Length == 1 && Sequences.TryGetValue(name, out SequenceKind sequence))
        {
            model = !IsSortable(type) ? null : ParseSequence(type, type.TypeArguments[0], sequence, key, identifier);
            return true;
        }

        if (type.TypeArguments.Length == 2 && Dictionaries.TryGetValue(name, out DictionaryKind dictionary))
        {
            model = ParseDictionary(type, type.TypeArguments[0], type.TypeArguments[1], dictionary, key, identifier);
            return true;
        }

        return ParseOwnCollection(type, key, identifier, out model);
    }

    /// <summary>A collection type of which nothing is known: it must be possible to create it empty and fill it, unless it is only written.</summary>
    private bool ParseOwnCollection(INamedTypeSymbol type, string key, string identifier, out TypeModel? model)
    {
        model = null;
        if (type.AllInterfaces.All(static face => face.SpecialType != SpecialType.System_Collections_IEnumerable))
        {
            return false;
        }

        if (!isWritten && !type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.HasAttribute(AttributeNames.SetsRequiredMembers))
            && FindUnsettable(type, []) is { } required)
        {
            Refuse(type, $"a collection is created empty, and its required member '{required}' is no part of its JSON; drop 'required'");
            return true;
        }

        if (!IsUsable(type))
        {
            return true;
        }

        bool canCreate = !type.IsAbstract
            && (type.IsValueType || type.InstanceConstructors.Any(static constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public } && !constructor.IsErrorToUse()));
        if (canCreate && FindInterface(type, Generic + "IDictionary") is { } dictionary)
        {
            model = ParseDictionary(type, dictionary.TypeArguments[0], dictionary.TypeArguments[1], DictionaryKind.Fill, key, identifier);
        }
        else if (canCreate && FindInterface(type, Generic + "ICollection") is { } collection)
        {
            model = !IsSortable(type) ? null : ParseSequence(type, collection.TypeArguments[0], SequenceKind.Fill, key, identifier);
        }
        else if (isWritten && !ToolReturnParser.IsQuery(type))
        {
            model = ParseWrittenCollection(type, key, identifier);
        }
        else
        {
            Refuse(type, "it is a collection that can't be created empty and filled; use List<T>, or implement ICollection<T> and give it a public constructor without parameters");
        }

        return true;
    }

    /// <summary>A collection that nobody need be able to create: it must say what its items are.</summary>
    private TypeModel? ParseWrittenCollection(INamedTypeSymbol type, string key, string identifier) =>
        (FindInterface(type, Generic + "IReadOnlyDictionary") ?? FindInterface(type, Generic + "IDictionary")) is { } dictionary
        ? ParseDictionary(type, dictionary.TypeArguments[0], dictionary.TypeArguments[1], DictionaryKind.Enumerable, key, identifier)
        : FindInterface(type, Generic + "IEnumerable") is { } sequence
        ? ParseSequence(type, sequence.TypeArguments[0], SequenceKind.Enumerable, key, identifier)
        : Refuse(type, "it is a collection that doesn't say what its items are; let it implement one IEnumerable<T>, or use List<T>");

    /// <summary>Whether a collection that sorts its items could: they must be able to say which of two comes first. Keys always are.</summary>
    private bool IsSortable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.TypeArguments.Length == 1
                && current.QualifiedName() is Generic + "SortedSet" or Immutable + "ImmutableSortedSet"
                && !IsComparable(current.TypeArguments[0]))
            {
                Refuse(type, $"its items can't be sorted; implement IComparable<{current.TypeArguments[0].Name}>, or use HashSet<T>");
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether values can be put in order. What compares its base compares it too, unless it is a struct.</summary>
    private static bool IsComparable(ITypeSymbol type)
    {
        ITypeSymbol item = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return item.AllInterfaces.Any(face => face.IsNamed("System.IComparable")
            && (!face.IsGenericType || IsSame(face.TypeArguments[0], item) || (item.IsReferenceType && item.Levels().Skip(1).Any(known => IsSame(known, face.TypeArguments[0])))));

        static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
    }

    private static INamedTypeSymbol? FindInterface(INamedTypeSymbol type, string qualifiedName)
    {
        List<INamedTypeSymbol> found = type.AllInterfaces.Where(face => face.IsGenericType && face.IsNamed(qualifiedName)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private SequenceModel? ParseSequence(ITypeSymbol type, ITypeSymbol itemType, SequenceKind kind, string key, string identifier)
    {
        // Its items may have members of this type, whose constraints depend on what it is.
        _models[key] = UnfinishedModel.OfUnknownKind with { LengthKind = kind == SequenceKind.Memory ? null : ConstraintKind.ItemCount };
        return Parse(itemType, isArgument: true) is { } item
            ? new SequenceModel
            {
                Key = key,
                Identifier = identifier,
                Item = item,
                Kind = kind,
                Syntax = key,
                IsValueType = type.IsValueType,
                NumberHandling = HandlingOf(type.FindAttribute(AttributeNames.JsonNumberHandling), item),
            }
            : null;
    }

    private TypeModel? ParseDictionary(INamedTypeSymbol type, ITypeSymbol keyType, ITypeSymbol valueType, DictionaryKind kind, string key, string identifier)
    {
        _models[key] = UnfinishedModel.OfUnknownKind with { LengthKind = ConstraintKind.EntryCount };
        if (Parse(keyType, isArgument: true) is not { } keyUse || Parse(valueType, isArgument: true) is not { } value)
        {
            return null;
        }

        if (!CanBeName(keyUse))
        {
            return Refuse(type, "its keys can't be names in JSON; use string, an integer, an enum or Guid keys", DiagnosticDescriptors.KeyIsNoName);
        }

        return new DictionaryModel
        {
            Key = key,
            Identifier = identifier,
            DictionaryKey = keyUse,
            Value = value,
            Kind = kind,
            Syntax = key,
            IsValueType = type.IsValueType,
            NumberHandling = HandlingOf(type.FindAttribute(AttributeNames.JsonNumberHandling), value),
        };
    }

    /// <remarks>Whether a key that is a reference may be null says nothing of what its type can be; a nullable value type is another type.</remarks>
    private bool CanBeName(TypeUse key) => !(key.IsNullable && key.IsValueType) && _models[key.Key] switch
    {
        EnumModel { IsFlags: false } => true,
        ScalarModel { Kind: ScalarKind.String or ScalarKind.Guid } => true,
        ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.UInt128 } => true,
        _ => false,
    };
}

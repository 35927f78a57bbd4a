using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests.Judging;

/// <summary>Makes a collection out of its items in their JSON order.</summary>
internal interface IMaker<TItems, TCollection>
{
    static abstract TCollection Make(TItems items);
}

/// <summary>Reads and writes a collection as the list of its items.</summary>
internal sealed class ThroughListConverter(Type collection, Type maker) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == collection;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Type[] items = typeToConvert.GetGenericArguments();
        return (JsonConverter)Activator.CreateInstance(typeof(Through<,,>).MakeGenericType(
            typeof(List<>).MakeGenericType(items), typeToConvert, maker.MakeGenericType(items)))!;
    }
}

/// <summary>Reads and writes a dictionary as a plain one.</summary>
internal sealed class ThroughDictionaryConverter(Type collection, Type maker) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == collection;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Type[] entry = typeToConvert.GetGenericArguments();
        return (JsonConverter)Activator.CreateInstance(typeof(Through<,,>).MakeGenericType(
            typeof(Dictionary<,>).MakeGenericType(entry), typeToConvert, maker.MakeGenericType(entry)))!;
    }
}

internal sealed class Through<TItems, TCollection, TMaker> : JsonConverter<TCollection>
    where TMaker : IMaker<TItems, TCollection>
{
    private static readonly ConstructorInfo FromItems = typeof(TItems).GetConstructors().Single(static constructor =>
        constructor.GetParameters() is [{ ParameterType: { IsGenericType: true } items }] && items.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    public override TCollection Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TMaker.Make(JsonSerializer.Deserialize<TItems>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, TCollection value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, (TItems)FromItems.Invoke([value]), options);
}

internal sealed class StackMaker<T> : IMaker<List<T>, Stack<T>>
{
    public static Stack<T> Make(List<T> items) => new(Enumerable.Reverse(items));
}

internal sealed class ConcurrentStackMaker<T> : IMaker<List<T>, ConcurrentStack<T>>
{
    public static ConcurrentStack<T> Make(List<T> items) => new(Enumerable.Reverse(items));
}

internal sealed class ImmutableStackMaker<T> : IMaker<List<T>, ImmutableStack<T>>, IMaker<List<T>, IImmutableStack<T>>
{
    public static ImmutableStack<T> Make(List<T> items) => ImmutableStack.CreateRange(Enumerable.Reverse(items));

    static IImmutableStack<T> IMaker<List<T>, IImmutableStack<T>>.Make(List<T> items) => Make(items);
}

internal sealed class ReadOnlySetMaker<T> : IMaker<List<T>, IReadOnlySet<T>>
{
    public static IReadOnlySet<T> Make(List<T> items) => new HashSet<T>(items);
}

internal sealed class FrozenSetMaker<T> : IMaker<List<T>, FrozenSet<T>>
{
    public static FrozenSet<T> Make(List<T> items) => items.ToFrozenSet();
}

internal sealed class ConcurrentBagMaker<T> : IMaker<List<T>, ConcurrentBag<T>>
{
    public static ConcurrentBag<T> Make(List<T> items) => [.. items];
}

internal sealed class ReadOnlyCollectionMaker<T> : IMaker<List<T>, ReadOnlyCollection<T>>
{
    public static ReadOnlyCollection<T> Make(List<T> items) => new(items);
}

internal sealed class FrozenDictionaryMaker<TKey, TValue> : IMaker<Dictionary<TKey, TValue>, FrozenDictionary<TKey, TValue>>
    where TKey : notnull
{
    public static FrozenDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> items) => items.ToFrozenDictionary();
}

internal sealed class ReadOnlyDictionaryMaker<TKey, TValue> : IMaker<Dictionary<TKey, TValue>, ReadOnlyDictionary<TKey, TValue>>
    where TKey : notnull
{
    public static ReadOnlyDictionary<TKey, TValue> Make(Dictionary<TKey, TValue> items) => new(items);
}

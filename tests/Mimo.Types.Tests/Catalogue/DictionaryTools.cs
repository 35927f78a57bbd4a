using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Catalogue;

public static partial class DictionaryTools
{
    [MimoTool] public static Dictionary<string, int> OfDictionary(Dictionary<string, int> value) => Value(value);
    [MimoTool] public static IDictionary<string, int> OfIDictionary(IDictionary<string, int> value) => Value(value);
    [MimoTool] public static IReadOnlyDictionary<string, int> OfIReadOnlyDictionary(IReadOnlyDictionary<string, int> value) => Value(value);
    [MimoTool] public static SortedDictionary<string, int> OfSortedDictionary(SortedDictionary<string, int> value) => Value(value);
    [MimoTool] public static SortedList<int, string> OfSortedList(SortedList<int, string> value) => Value(value);
    [MimoTool] public static ReadOnlyDictionary<string, int> OfReadOnlyDictionary(ReadOnlyDictionary<string, int> value) => Value(value);
    [MimoTool] public static ConcurrentDictionary<string, int> OfConcurrentDictionary(ConcurrentDictionary<string, int> value) => Value(value);
    [MimoTool] public static ImmutableDictionary<string, int> OfImmutableDictionary(ImmutableDictionary<string, int> value) => Value(value);
    [MimoTool] public static IImmutableDictionary<string, int> OfIImmutableDictionary(IImmutableDictionary<string, int> value) => Value(value);
    [MimoTool] public static ImmutableSortedDictionary<int, string> OfImmutableSortedDictionary(ImmutableSortedDictionary<int, string> value) => Value(value);
    [MimoTool] public static FrozenDictionary<string, int> OfFrozenDictionary(FrozenDictionary<string, int> value) => Value(value);

    [MimoTool] public static Dictionary<byte, string> OfByteKeys(Dictionary<byte, string> value) => Value(value);
    [MimoTool] public static Dictionary<sbyte, string> OfSByteKeys(Dictionary<sbyte, string> value) => Value(value);
    [MimoTool] public static Dictionary<short, string> OfInt16Keys(Dictionary<short, string> value) => Value(value);
    [MimoTool] public static Dictionary<ushort, string> OfUInt16Keys(Dictionary<ushort, string> value) => Value(value);
    [MimoTool] public static Dictionary<int, string?> OfInt32Keys(Dictionary<int, string?> value) => Value(value);
    [MimoTool] public static Dictionary<uint, string> OfUInt32Keys(Dictionary<uint, string> value) => Value(value);
    [MimoTool] public static Dictionary<long, string> OfInt64Keys(Dictionary<long, string> value) => Value(value);
    [MimoTool] public static Dictionary<ulong, string> OfUInt64Keys(Dictionary<ulong, string> value) => Value(value);
    [MimoTool] public static Dictionary<Int128, string> OfInt128Keys(Dictionary<Int128, string> value) => Value(value);
    [MimoTool] public static Dictionary<UInt128, string> OfUInt128Keys(Dictionary<UInt128, string> value) => Value(value);
    [MimoTool] public static Dictionary<Guid, double> OfGuidKeys(Dictionary<Guid, double> value) => Value(value);
    [MimoTool] public static FrozenDictionary<Guid, Color> OfFrozenGuidKeys(FrozenDictionary<Guid, Color> value) => Value(value);
    [MimoTool] public static ImmutableDictionary<Color, decimal?> OfImmutableEnumKeys(ImmutableDictionary<Color, decimal?> value) => Value(value);

    [MimoTool] public static Dictionary<string, int?>? OfNullableValues(Dictionary<string, int?>? value) => Value(value);
    [MimoTool] public static Dictionary<string, Dictionary<Color, List<int>>> OfNested(Dictionary<string, Dictionary<Color, List<int>>> value) => Value(value);
    [MimoTool] public static Dictionary<string, JsonElement> OfFreeForm(Dictionary<string, JsonElement> value) => Value(value);
    [MimoTool] public static Dictionary<string, object?> OfAnything(Dictionary<string, object?> value) => Value(value);
    [MimoTool] public static Dictionary<string, string>[] OfDictionaries(Dictionary<string, string>[] value) => Value(value);
}

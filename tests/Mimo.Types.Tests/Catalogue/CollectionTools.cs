using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using static Mimo.Types.Tests.Judging.Kept;

namespace Mimo.Types.Tests.Catalogue;

public static partial class CollectionTools
{
    [MimoTool] public static int[] OfArray(int[] value) => Value(value);
    [MimoTool] public static List<int> OfList(List<int> value) => Value(value);
    [MimoTool] public static IList<int> OfIList(IList<int> value) => Value(value);
    [MimoTool] public static ICollection<int> OfICollection(ICollection<int> value) => Value(value);
    [MimoTool] public static IEnumerable<int> OfIEnumerable(IEnumerable<int> value) => Value(value);
    [MimoTool] public static IReadOnlyList<int> OfIReadOnlyList(IReadOnlyList<int> value) => Value(value);
    [MimoTool] public static IReadOnlyCollection<int> OfIReadOnlyCollection(IReadOnlyCollection<int> value) => Value(value);
    [MimoTool] public static HashSet<string> OfHashSet(HashSet<string> value) => Value(value);
    [MimoTool] public static ISet<string> OfISet(ISet<string> value) => Value(value);
    [MimoTool] public static IReadOnlySet<string> OfIReadOnlySet(IReadOnlySet<string> value) => Value(value);
    [MimoTool] public static SortedSet<int> OfSortedSet(SortedSet<int> value) => Value(value);
    [MimoTool] public static Queue<int> OfQueue(Queue<int> value) => Value(value);
    [MimoTool] public static Stack<int> OfStack(Stack<int> value) => Value(value);
    [MimoTool] public static LinkedList<int> OfLinkedList(LinkedList<int> value) => Value(value);
    [MimoTool] public static Collection<int> OfCollection(Collection<int> value) => Value(value);
    [MimoTool] public static ObservableCollection<int> OfObservableCollection(ObservableCollection<int> value) => Value(value);
    [MimoTool] public static ReadOnlyCollection<int> OfReadOnlyCollection(ReadOnlyCollection<int> value) => Value(value);
    [MimoTool] public static ConcurrentBag<int> OfConcurrentBag(ConcurrentBag<int> value) => Value(value);
    [MimoTool] public static ConcurrentQueue<int> OfConcurrentQueue(ConcurrentQueue<int> value) => Value(value);
    [MimoTool] public static ConcurrentStack<int> OfConcurrentStack(ConcurrentStack<int> value) => Value(value);
    [MimoTool] public static ImmutableArray<int> OfImmutableArray(ImmutableArray<int> value) => Value(value);
    [MimoTool] public static ImmutableList<int> OfImmutableList(ImmutableList<int> value) => Value(value);
    [MimoTool] public static IImmutableList<int> OfIImmutableList(IImmutableList<int> value) => Value(value);
    [MimoTool] public static ImmutableHashSet<string> OfImmutableHashSet(ImmutableHashSet<string> value) => Value(value);
    [MimoTool] public static IImmutableSet<string> OfIImmutableSet(IImmutableSet<string> value) => Value(value);
    [MimoTool] public static ImmutableSortedSet<int> OfImmutableSortedSet(ImmutableSortedSet<int> value) => Value(value);
    [MimoTool] public static ImmutableQueue<int> OfImmutableQueue(ImmutableQueue<int> value) => Value(value);
    [MimoTool] public static IImmutableQueue<int> OfIImmutableQueue(IImmutableQueue<int> value) => Value(value);
    [MimoTool] public static ImmutableStack<int> OfImmutableStack(ImmutableStack<int> value) => Value(value);
    [MimoTool] public static IImmutableStack<int> OfIImmutableStack(IImmutableStack<int> value) => Value(value);
    [MimoTool] public static FrozenSet<string> OfFrozenSet(FrozenSet<string> value) => Value(value);
    [MimoTool] public static ReadOnlyMemory<int> OfReadOnlyMemory(ReadOnlyMemory<int> value) => Value(value);
    [MimoTool] public static Memory<string> OfMemory(Memory<string> value) => Value(value);
    [MimoTool] public static int[] OfParams(params int[] value) => Value(value);

    [MimoTool] public static int[][] OfJaggedArray(int[][] value) => Value(value);
    [MimoTool] public static int?[]?[] OfJaggedArrayOfNullables(int?[]?[] value) => Value(value);
    [MimoTool] public static byte[][] OfByteArrays(byte[][] value) => Value(value);
    [MimoTool] public static string?[] OfNullableStrings(string?[] value) => Value(value);
    [MimoTool] public static List<string?>? OfNullableListOfNullables(List<string?>? value) => Value(value);
    [MimoTool] public static List<List<List<string>>> OfNestedLists(List<List<List<string>>> value) => Value(value);
    [MimoTool] public static ImmutableArray<ImmutableArray<string>?>? OfNullableImmutableArrays(ImmutableArray<ImmutableArray<string>?>? value) => Value(value);
    [MimoTool] public static ReadOnlyMemory<int>? OfNullableMemory(ReadOnlyMemory<int>? value) => Value(value);
    [MimoTool] public static HashSet<Guid?> OfNullableGuidSet(HashSet<Guid?> value) => Value(value);
    [MimoTool] public static Stack<Stack<string>> OfStackOfStacks(Stack<Stack<string>> value) => Value(value);
    [MimoTool] public static JsonElement[] OfElements(JsonElement[] value) => Value(value);
    [MimoTool] public static List<object?> OfObjects(List<object?> value) => Value(value);
    [MimoTool] public static FrozenSet<decimal> OfFrozenDecimals(FrozenSet<decimal> value) => Value(value);
    [MimoTool] public static SortedSet<DateOnly?> OfSortedNullableDates(SortedSet<DateOnly?> value) => Value(value);
    [MimoTool] public static IReadOnlyList<DateTimeOffset> OfTimes(IReadOnlyList<DateTimeOffset> value) => Value(value);
    [MimoTool] public static TimeSpan[] OfDurations(TimeSpan[] value) => Value(value);
    [MimoTool] public static Uri[] OfUris(Uri[] value) => Value(value);
    [MimoTool] public static char[] OfChars(char[] value) => Value(value);
    [MimoTool] public static double[] OfDoubles(double[] value) => Value(value);
}

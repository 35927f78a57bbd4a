using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;

namespace Mimo.Types.Tests;

/// <summary>Collections that run code over their items: it must meet no value that was refused, and what it throws is a problem at its place.</summary>
public sealed partial class OwnCollectionTests
{
    [Theory]
    [InlineData("sorted_set")]
    [InlineData("immutable_sorted_set")]
    [InlineData("hash_set")]
    [InlineData("read_only_set")]
    [InlineData("frozen_set")]
    [InlineData("immutable_hash_set")]
    public async Task A_set_is_not_made_of_items_that_were_refused(string tool)
    {
        Assert.Equal(["$.value[1].name: missing; expected a string"], await Tools.Named(tool).ProblemsAsync("""{"value":[{"name":"a"},{}]}"""));
        Assert.Equal("""[{"name":"a"}]""", await Tools.Named(tool).AnswerAsync("""{"value":[{"name":"a"},{"name":"a"}]}"""));
    }

    [Fact]
    public async Task A_set_whose_items_were_refused_has_no_second_problem_for_holding_too_few() => Assert.Equal(
        ["$.value[0]: expected an integer from -2147483648 to 2147483647, but got the string \"x\"", "$.value[1]: expected an integer from -2147483648 to 2147483647, but got the string \"y\""],
        await Tools.Named("two_numbers").ProblemsAsync("""{"value":["x","y"]}"""));

    [Theory]
    [InlineData("""{"value":[1]}""")]
    [InlineData("""{"value":[1,1]}""")]
    public async Task A_set_that_holds_too_few_is_told_of(string arguments) =>
        Assert.Equal(["$.value: expected at least 2 items, but got 1"], await Tools.Named("two_numbers").ProblemsAsync(arguments));

    [Fact]
    public async Task A_dictionary_whose_names_were_refused_has_no_second_problem_for_holding_too_few() => Assert.Equal(
        ["$.value.x: expected the name itself to be an integer from -2147483648 to 2147483647", "$.value.y: expected the name itself to be an integer from -2147483648 to 2147483647"],
        await Tools.Named("two_entries").ProblemsAsync("""{"value":{"x":1,"y":2}}"""));

    [Theory]
    [InlineData("sorted", "SortedSetOfTangled")]
    [InlineData("hashed", "HashSetOfTangled")]
    public async Task A_comparison_that_throws_is_a_problem_of_the_set(string tool, string type)
    {
        MimoToolResult result = await Tools.Named(tool).CallAsync("""{"value":[{"name":"a"},{"name":"!"}]}""");

        Assert.True(result.IsError, result.Content);
        Assert.EndsWith($"$.value: expected a valid {type}, but it can't be made of these values", result.Content, StringComparison.Ordinal);
        Assert.IsType<FormatException>(result.Exception?.InnerException ?? result.Exception);
    }

    [Fact]
    public async Task A_collection_of_the_users_own_is_not_asked_about_items_that_were_refused()
    {
        Assert.Equal(["$.value[0].amount: missing; expected an integer"], await Tools.Named("orders").ProblemsAsync("""{"value":[{}]}"""));
        Assert.Equal(["$.value[0]: expected an integer from -2147483648 to 2147483647, but got the string \"x\""], await Tools.Named("bag").ProblemsAsync("""{"value":["x"]}"""));
        Assert.Equal(["$.value.a.amount: missing; expected an integer"], await Tools.Named("ledger").ProblemsAsync("""{"value":{"a":{}}}"""));
    }

    [Fact]
    public async Task A_set_in_a_text_that_holds_JSON_is_not_made_of_items_that_were_refused() =>
        Assert.Equal(["$.value[0].name: missing; expected a string"], await Tools.Named("sorted_set").ProblemsAsync("""{"value":"[{},{\"name\":\"a\"}]"}"""));

    [Fact]
    public async Task A_collection_of_the_users_own_is_written_by_the_interface_that_says_what_its_items_are()
    {
        Assert.Equal("[1,2]", await Tools.Named("both").AnswerAsync("""{"value":[1,2]}"""));
        Assert.Equal("""{"a":1}""", await Tools.Named("old_style").AnswerAsync("""{"value":{"a":1}}"""));
    }

    [Fact]
    public async Task A_segment_of_no_array_is_written_as_an_empty_one() => Assert.Equal("""[[],[2]]""", await Tools.Named("segments").AnswerAsync("{}"));

    [MimoTool("sorted_set")]
    internal static SortedSet<Key> EchoSorted(SortedSet<Key> value) => value;

    [MimoTool("immutable_sorted_set")]
    internal static ImmutableSortedSet<Key> EchoImmutableSorted(ImmutableSortedSet<Key> value) => value;

    [MimoTool("hash_set")]
    internal static HashSet<Key> EchoHashSet(HashSet<Key> value) => value;

    [MimoTool("read_only_set")]
    internal static ReadOnlySet<Key> EchoReadOnlySet(ReadOnlySet<Key> value) => value;

    [MimoTool("frozen_set")]
    internal static FrozenSet<Key> EchoFrozenSet(FrozenSet<Key> value) => value;

    [MimoTool("immutable_hash_set")]
    internal static ImmutableHashSet<Key> EchoImmutableHashSet(ImmutableHashSet<Key> value) => value;

    [MimoTool("two_numbers")]
    internal static HashSet<int> EchoTwo([MinLength(2)] HashSet<int> value) => value;

    [MimoTool("two_entries")]
    internal static Dictionary<int, int> EchoTwoEntries([MinLength(2)] Dictionary<int, int> value) => value;

    [MimoTool("sorted")]
    internal static SortedSet<Tangled> EchoTangled(SortedSet<Tangled> value) => value;

    [MimoTool("hashed")]
    internal static HashSet<Tangled> EchoHashed(HashSet<Tangled> value) => value;

    [MimoTool("orders")]
    internal static Orders EchoOrders([MinLength(1)] Orders value) => value;

    [MimoTool("bag")]
    internal static BagCollection EchoBag([MinLength(1)] BagCollection value) => value;

    [MimoTool("ledger")]
    internal static Ledger EchoLedger([MinLength(1)] Ledger value) => value;

    [MimoTool("both")]
    internal static BothCollection EchoBoth(BothCollection value) => value;

    [MimoTool("old_style")]
    internal static OldStyle EchoOldStyle(OldStyle value) => value;

    [MimoTool("segments")]
    internal static ArraySegment<int>[] Segments() => [default, new([1, 2], 1, 1)];

#pragma warning disable CA1036 // To compare is all that a set needs of them.
    /// <summary>Compares and hashes what may never be null.</summary>
    public readonly record struct Key(string Name) : IComparable<Key>
    {
        public int CompareTo(Key other) => Name.Length.CompareTo(other.Name.Length);

        public bool Equals(Key other) => Name.Equals(other.Name, StringComparison.Ordinal);

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>Judges when it is compared.</summary>
    public sealed class Tangled(string name) : IComparable<Tangled>
    {
        public string Name => name;

        public int CompareTo(Tangled? other) => name == "!" || other?.Name == "!" ? throw new FormatException() : 1;

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => name == "!" ? throw new FormatException() : 1;
    }

#pragma warning restore CA1036

    public sealed record Order(int Amount);

    public sealed class Orders : Collection<Order>
    {
        protected override void InsertItem(int index, Order item) => base.InsertItem(index, item.Amount > 0 ? item : throw new FormatException());
    }

    /// <summary>A struct that is nothing before its constructor ran.</summary>
    public readonly struct BagCollection() : ICollection<int>
    {
        private readonly List<int> _items = [];

        public int Count => _items.Count;

        public bool IsReadOnly => false;

        public void Add(int item) => _items.Add(item);

        public void Clear() => _items.Clear();

        public bool Contains(int item) => _items.Contains(item);

        public void CopyTo(int[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

        public bool Remove(int item) => _items.Remove(item);

        public IEnumerator<int> GetEnumerator() => _items.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Enumerates two types, and neither unless it is asked by the interface's name.</summary>
    public sealed class BothCollection : ICollection<int>, IEnumerable<string>
    {
        private readonly List<int> _items = [];

        int ICollection<int>.Count => _items.Count;

        bool ICollection<int>.IsReadOnly => false;

        void ICollection<int>.Add(int item) => _items.Add(item);

        void ICollection<int>.Clear() => _items.Clear();

        bool ICollection<int>.Contains(int item) => _items.Contains(item);

        void ICollection<int>.CopyTo(int[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

        bool ICollection<int>.Remove(int item) => _items.Remove(item);

        IEnumerator<int> IEnumerable<int>.GetEnumerator() => _items.GetEnumerator();

        IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
    }

    /// <summary>Sums the amounts as they are set.</summary>
    public sealed class Ledger : EntryDictionary<Order>
    {
        public int Sum { get; private set; }

        public override Order this[string key]
        {
            get => base[key];
            set
            {
                Sum += value.Amount;
                base[key] = value;
            }
        }
    }

    /// <summary>Enumerated by hand, it gives entries of the old kind.</summary>
    public sealed class OldStyle : EntryDictionary<int>
    {
        public new IEnumerator GetEnumerator() => new Hashtable { ["a"] = 1 }.GetEnumerator();
    }

    public abstract class EntryDictionary<T> : IDictionary<string, T>
    {
        private readonly Dictionary<string, T> _entries = [];

        public virtual T this[string key]
        {
            get => _entries[key];
            set => _entries[key] = value;
        }

        public ICollection<string> Keys => _entries.Keys;

        public ICollection<T> Values => _entries.Values;

        public int Count => _entries.Count;

        public bool IsReadOnly => false;

        public void Add(string key, T value) => _entries.Add(key, value);

        public void Add(KeyValuePair<string, T> item) => _entries.Add(item.Key, item.Value);

        public void Clear() => _entries.Clear();

        public bool Contains(KeyValuePair<string, T> item) => _entries.Contains(item);

        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(string key) => _entries.Remove(key);

        public bool Remove(KeyValuePair<string, T> item) => _entries.Remove(item.Key);

        public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

using System.Collections;
using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>What is only written: nothing is asked of how it was made.</summary>
public sealed partial class ResultTests
{
    [Fact]
    public async Task A_result_needs_no_constructor_that_could_be_called_with_its_members()
    {
        Assert.Equal("""{"name":"a.txt"}""", await Tools.Named("listing").AnswerAsync("{}"));
        Assert.Equal("""{"amount":3.50}""", await Tools.Named("money").AnswerAsync("{}"));
        Assert.Equal("""{"name":"a","more":1}""", await Tools.Named("open").AnswerAsync("{}"));
    }

    [Fact]
    public async Task Constraints_of_a_result_need_not_fit() =>
        Assert.Equal("""{"amount":7}""", await Tools.Named("priced").AnswerAsync("{}"));

    [Fact]
    public async Task A_computed_member_of_a_type_without_a_JSON_form_is_no_part_of_what_is_read() =>
        Assert.Equal("a", await Tools.Named("job").AnswerAsync("""{"job":{"name":"a"}}"""));

    [Fact]
    public async Task A_collection_that_is_only_written_need_not_be_one_that_can_be_made()
    {
        Assert.Equal("""[{"amount":1},{"amount":2}]""", await Tools.Named("page").AnswerAsync("{}"));
        Assert.Equal("""{"a":1,"b":2}""", await Tools.Named("index").AnswerAsync("{}"));
        Assert.Equal("[1,2,3]", await Tools.Named("ordered").AnswerAsync("{}"));
        Assert.Equal("[3]", await Tools.Named("observed").AnswerAsync("{}"));
    }

    [Fact]
    public async Task A_read_only_set_is_read_and_written() =>
        Assert.Equal("[1,2]", await Tools.Named("read_only_set").AnswerAsync("""{"value":[1,2,1]}"""));

    /// <summary>It ends before the stack does, and the model is told no more of it than of any other failure.</summary>
    [Theory]
    [InlineData("ring", "'Mimo.Types.Tests.ResultTests+Knot'")]
    [InlineData("ring_in_list", "'System.Collections.Generic.List`1[Mimo.Types.Tests.ResultTests+Knot]'")]
    [InlineData("ring_in_map", "'Mimo.Types.Tests.ResultTests+Knot'")]
    [InlineData("ring_in_union", "'Mimo.Types.Tests.ResultTests+Rope'")]
    [InlineData("ring_later", "'Mimo.Types.Tests.ResultTests+Knot'")]
    public async Task A_result_that_leads_back_to_itself_is_an_error_that_names_its_type(string tool, string type)
    {
        MimoToolResult result = await Tools.Named(tool).CallAsync("{}");

        Assert.True(result.IsError, result.Content);
        Assert.DoesNotContain("Knot", result.Content, StringComparison.Ordinal);
        string message = Assert.IsType<InvalidOperationException>(result.Exception).Message;
        Assert.Contains(type, message, StringComparison.Ordinal);
        Assert.Contains("64 levels", message, StringComparison.Ordinal);
        Assert.Contains("[JsonIgnore]", message, StringComparison.Ordinal);
        Assert.Equal("""{"next":{"next":null,"all":null,"byName":null},"all":null,"byName":null}""", await Tools.Named("end").AnswerAsync("{}"));
    }

    [MimoTool("ring")]
    internal static Knot Tie()
    {
        var knot = new Knot();
        knot.Next = knot;
        return knot;
    }

    [MimoTool("ring_in_list")]
    internal static List<Knot> TieInList()
    {
        var knot = new Knot();
        knot.All = [new Knot(), knot];
        return knot.All;
    }

    [MimoTool("ring_in_map")]
    internal static Knot TieInMap()
    {
        var knot = new Knot();
        knot.ByName = new() { ["a"] = new Knot { Next = knot } };
        return knot;
    }

    [MimoTool("ring_in_union")]
    internal static Rope TieInUnion()
    {
        var rope = new Rope.Long();
        rope.Rest = rope;
        return rope;
    }

    [MimoTool("ring_later")]
    internal static async Task<Knot> TieLaterAsync()
    {
        await Task.Yield();
        return Tie();
    }

    [MimoTool("end")]
    internal static Knot Untie() => new() { Next = new Knot() };

    public sealed class Knot
    {
        public Knot? Next { get; set; }

        public List<Knot>? All { get; set; }

        public Dictionary<string, Knot>? ByName { get; set; }
    }

    public abstract record Rope
    {
        public sealed record Short : Rope;

        public sealed record Long : Rope
        {
            public Rope? Rest { get; set; }
        }
    }

    [MimoTool("page")]
    internal static Page<Priced> TurnPage() => new([new(1), new(2)]);

    [MimoTool("index")]
    internal static PageDictionary LookUp() => new(new() { ["a"] = 1, ["b"] = 2 });

    [MimoTool("ordered")]
    internal static IOrderedEnumerable<int> Sort() => new[] { 2, 1, 3 }.Order();

    [MimoTool("observed")]
    internal static ReadOnlyObservableCollection<int> Observe() => new([3]);

    [MimoTool("read_only_set")]
    internal static ReadOnlySet<int> EchoSet(ReadOnlySet<int> value) => value;

    [MimoTool("listing")]
    internal static Listing List() => new(new FileInfo("a.txt"));

    [MimoTool("money")]
    internal static Money Pay() => new("3.50");

    [MimoTool("open")]
    internal static Open Leave() => new("a");

    [MimoTool("priced")]
    internal static Priced Price() => new(7);

    [MimoTool("job")]
    internal static string Start(Job job) => job.Name;

    public sealed class Page<T>(T[] items) : IReadOnlyList<T>
    {
        public int Count => items.Length;

        public string Next => "is no item";

        public T this[int index] => items[index];

        /// <summary>Not what the interface asks for, but what a loop over the page would take.</summary>
        public IEnumerator<string> GetEnumerator() => throw new NotSupportedException();

        IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
    }

    public sealed class PageDictionary(Dictionary<string, int> entries) : IReadOnlyDictionary<string, int>
    {
        public IEnumerable<string> Keys => entries.Keys;

        public IEnumerable<int> Values => entries.Values;

        public int Count => entries.Count;

        public int this[string key] => entries[key];

        public bool ContainsKey(string key) => entries.ContainsKey(key);

        public bool TryGetValue(string key, out int value) => entries.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => entries.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
    }

    public sealed class Listing(FileInfo file)
    {
        public string Name { get; } = file.Name;
    }

    public sealed class Money(string amount)
    {
        public decimal Amount { get; } = decimal.Parse(amount, CultureInfo.InvariantCulture);
    }

    public sealed class Open(string name)
    {
        public string Name { get; } = name;

        [JsonExtensionData]
        public IDictionary<string, object> Rest { get; } = new Dictionary<string, object> { ["more"] = 1 };
    }

    public sealed record Priced([property: StringLength(5)] int Amount);

    public sealed record Job(string Name)
    {
        public Action Run => static () => { };

        public Stream? Output => null;
    }
}

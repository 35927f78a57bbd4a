using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>How values get into what is made of them.</summary>
public sealed partial class ConstructionTests
{
    [Fact]
    public async Task A_constructor_that_takes_the_extension_data_is_given_what_nobody_names()
    {
        const string Json = """{"known":1,"more":[1,{"a":null}],"text":"x"}""";

        Assert.Equal(Json, await Tools.Named("collected").AnswerAsync($$"""{"value":{{Json}}}"""));
        Assert.Equal("""{"known":1}""", await Tools.Named("collected").AnswerAsync("""{"value":{"known":1}}"""));
        Assert.Equal(["known"], Tools.Named("collected").Schema().GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal("0", await Tools.Named("gathered").AnswerAsync("""{"value":{"known":1}}"""));
        Assert.Equal("1", await Tools.Named("gathered").AnswerAsync("""{"value":{"known":1,"more":2}}"""));
    }

    /// <summary>Strings are sorted as people sort them, to whom a joiner that can't be seen makes no difference; without cultures, as here, they are not, and what is emitted is looked at elsewhere.</summary>
    [Theory]
    [InlineData("sorted")]
    [InlineData("listed")]
    [InlineData("fixed")]
    public async Task Of_keys_that_are_the_same_to_a_sorted_dictionary_the_last_counts(string tool) =>
        Assert.EndsWith("2}", await Tools.Named(tool).AnswerAsync("""{"value":{"a":1,"a\u200d":2}}"""), StringComparison.Ordinal);

    [Fact]
    public async Task An_init_only_member_that_nobody_can_read_is_set_all_the_same()
    {
        Assert.Equal("x/y", await Tools.Named("unreadable").AnswerAsync("""{"value":{"raw":"x","name":"y"}}"""));
        Assert.Equal("/y", await Tools.Named("unreadable").AnswerAsync("""{"value":{"name":"y"}}"""));
        Assert.Equal(["$.value.name: missing; expected a string"], await Tools.Named("unreadable").ProblemsAsync("""{"value":{}}"""));
    }

    [Fact]
    public async Task A_structs_constructor_that_takes_something_else_is_passed_over()
    {
        Assert.Equal("""{"start":1,"end":2}""", await Tools.Named("stretch").AnswerAsync("""{"value":{"start":1,"end":2}}"""));
        Assert.Equal(new Stretch { Start = 1, End = 2 }, JsonSerializer.Deserialize<Stretch>("""{"Start":1,"End":2}"""));
        Assert.Equal(["start", "end"], Tools.Named("stretch").Schema().GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal("""{"start":1}""", await Tools.Named("fixed_stretch").AnswerAsync("""{"value":{"start":1}}"""));
        Assert.Equal("""{"share":0.5}""", await Tools.Named("part").AnswerAsync("""{"value":{"percent":50}}"""));
    }

    [MimoTool("stretch")]
    internal static Stretch EchoStretch(Stretch value) => value;

    [MimoTool("fixed_stretch")]
    internal static FixedStretch EchoFixedStretch(FixedStretch value) => value;

    [MimoTool("part")]
    internal static Part EchoPart(Part value) => value;

    [MimoTool("collected")]
    internal static Collected EchoCollected(Collected value) => value;

    [MimoTool("gathered")]
    internal static int CountGathered(Gathered value) => value.Rest.Count;

    [MimoTool("sorted")]
    internal static SortedDictionary<string, int> EchoSorted(SortedDictionary<string, int> value) => value;

    [MimoTool("listed")]
    internal static SortedList<string, int> EchoListed(SortedList<string, int> value) => value;

    [MimoTool("fixed")]
    internal static ImmutableSortedDictionary<string, int> EchoFixed(ImmutableSortedDictionary<string, int> value) => value;

    [MimoTool("unreadable")]
    internal static string ReadUnreadable(Unreadable value) => value.ToString();

    public record struct Stretch
    {
        public Stretch(int both)
        {
            Start = both;
            End = both;
        }

        public int Start { get; set; }

        public int End { get; init; }
    }

    public readonly record struct FixedStretch
    {
        public FixedStretch(int start) => Start = start;

        public int Start { get; }
    }

    public readonly record struct Part
    {
        public Part(int percent) => Share = percent / 100.0;

        public double Share { get; }
    }

    public sealed record Collected(int Known, [property: JsonExtensionData] Dictionary<string, JsonElement>? Rest);

    public sealed class Gathered(int known, IDictionary<string, object> rest)
    {
        public int Known { get; } = known;

        [JsonExtensionData]
        public IDictionary<string, object> Rest { get; } = rest;
    }

    public sealed class Unreadable
    {
        private readonly string? _raw;

        public Unreadable()
        {
        }

        public string? Raw
        {
            init => _raw = value;
        }

        public string Name { private get; init; } = "own";

        public override string ToString() => $"{_raw}/{Name}";
    }
}

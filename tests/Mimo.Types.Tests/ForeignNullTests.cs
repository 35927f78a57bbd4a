using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mimo.Types.Tests;

[assembly: Mimo.MimoJsonContext(typeof(ForeignNullTests.Context))]

namespace Mimo.Types.Tests;

/// <summary>Types whose JSON is System.Text.Json's business are no way for null to come where none is promised.</summary>
public sealed partial class ForeignNullTests
{
    [Theory]
    [InlineData("known", """{"value":null}""", "$.value: expected a value of type Known, but got null")]
    [InlineData("converted", """{"value":null}""", "$.value: expected a value of type Converted, but got null")]
    [InlineData("list", """{"value":[{},null]}""", "$.value[1]: expected a value of type Known, but got null")]
    [InlineData("array", """{"value":null}""", "$.value: expected a value of type Known[], but got null")]
    [InlineData("array", """{"value":7}""", "$.value: expected a value of type Known[], but got the number 7")]
    [InlineData("holder", """{"value":{"known":null,"converted":null}}""", "$.value.known: expected a value of type Known, but got null", "$.value.converted: expected a value of type Converted, but got null")]
    [InlineData("generic", """{"value":7}""", "$.value: expected a value of type Pair<Known, Int32[]>, but got the number 7")]
    public async Task Null_is_refused_where_the_type_promises_none(string tool, string arguments, params string[] problems) =>
        Assert.Equal(problems, await Tools.Named(tool).ProblemsAsync(arguments));

    [Fact]
    public async Task Null_is_taken_where_it_is_a_value() => Assert.Equal("[null,null]", await Tools.Named("nullable").AnswerAsync("""{"known":null,"converted":null}"""));

    [Theory]
    [InlineData("null", "nothing")]
    [InlineData("\"a\"", "a")]
    public async Task A_converter_that_knows_what_null_means_is_asked(string value, string answer) => Assert.Equal(answer, await Tools.Named("eager").AnswerAsync($$"""{"value":{{value}}}"""));

    [Fact]
    public async Task An_array_that_a_context_names_is_the_contexts_business()
    {
        Assert.Equal("""[{"X_VALUE":1}]""", await Tools.Named("array").AnswerAsync("""{"value":[{"X_VALUE":1}]}"""));
        Assert.Equal("{}", Tools.Named("array").Schema().GetRawText());
    }

    [Theory]
    [InlineData("""{"array":[{}],"map":{"a":{}}}""")]
    [InlineData("""{"array":[],"map":{"a":{}}}""", "$.array: expected 1 to 2 items, but got 0")]
    [InlineData("""{"array":[{},{},{}],"map":{},"maybe":[{}]}""", "$.array: expected 1 to 2 items, but got 3", "$.map: expected at least 1 entry, but got 0", "$.maybe: expected at least 2 items, but got 1")]
    [InlineData("""{"array":1,"map":1,"maybe":null}""", "$.array: expected a value of type Known[], but got the number 1", "$.map: expected a value of type Dictionary<String, Known>, but got the number 1")]
    public async Task A_collection_that_a_context_names_is_counted_all_the_same(string arguments, params string[] problems)
    {
        if (problems.Length == 0)
        {
            Assert.Equal("1", await Tools.Named("counted").AnswerAsync(arguments));
        }
        else
        {
            Assert.Equal(problems, await Tools.Named("counted").ProblemsAsync(arguments));
        }
    }

    [Fact]
    public void A_schema_says_how_many_though_not_of_what() => Assert.Equal("""{"description":"1 to 2 items","minItems":1,"maxItems":2}""", Tools.Named("counted").Schema("array").GetRawText());

    [MimoTool("counted")]
    internal static int TakeCounted([Length(1, 2)] Known[] array, [MinLength(1)] Dictionary<string, Known> map, [MinLength(2)] Known[]? maybe = null) => array.Length + (maybe?.Length ?? 0) + map.Count - 1;

    [MimoTool("known")]
    internal static Known EchoKnown(Known value) => value;

    [MimoTool("converted")]
    internal static Converted EchoConverted(Converted value) => value;

    [MimoTool("list")]
    internal static List<Known> EchoList(List<Known> value) => value;

    [MimoTool("array")]
    internal static Known[] EchoArray(Known[] value) => value;

    [MimoTool("holder")]
    internal static Holder EchoHolder(Holder value) => value;

    [MimoTool("generic")]
    internal static Pair<Known, int[]> EchoGeneric(Pair<Known, int[]> value) => value;

    [MimoTool("nullable")]
    internal static object?[] TakeNullable(Known? known, Converted? converted) => [known, converted];

    [MimoTool("eager")]
    internal static string TakeEager(Eager value) => value.Text;

    public sealed class Known
    {
        [JsonPropertyName("X_VALUE")]
        public int X { get; set; }
    }

    public sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second);

    public sealed record Holder(Known Known, Converted Converted);

    [JsonConverter(typeof(Converter))]
    public sealed record Converted(string Text);

    public sealed class Converter : JsonConverter<Converted>
    {
        public override Converted Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!.Trim());

        public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    [JsonConverter(typeof(EagerConverter))]
    public sealed record Eager(string Text);

    public sealed class EagerConverter : JsonConverter<Eager>
    {
        public override bool HandleNull => true;

        public override Eager Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "nothing");

        public override void Write(Utf8JsonWriter writer, Eager value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    [JsonSerializable(typeof(Known))]
    [JsonSerializable(typeof(Known[]))]
    [JsonSerializable(typeof(Dictionary<string, Known>))]
    [JsonSerializable(typeof(Pair<Known, int[]>))]
    public sealed partial class Context : JsonSerializerContext;
}

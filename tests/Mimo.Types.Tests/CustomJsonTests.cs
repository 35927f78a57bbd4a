using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mimo.Types.Tests;

[assembly: Mimo.MimoJsonContext(typeof(CustomJsonTests.ForeignContext))]

namespace Mimo.Types.Tests;

/// <summary>Types whose JSON is their own business: converters, contexts, extension data, refused members, own collections.</summary>
public sealed partial class CustomJsonTests
{
    [Fact]
    public async Task A_converter_of_the_type_reads_and_writes_it()
    {
        Assert.Equal("\"300K\"", await Tools.Named("temperature").AnswerAsync("""{"value":"300K"}"""));
        Assert.Equal(["$.value: expected a value of type Temperature, but got the string \"warm\""], await Tools.Named("temperature").ProblemsAsync("""{"value":"warm"}"""));
        Assert.Equal("{}", Tools.Named("temperature").Schema().GetRawText());
    }

    [Fact]
    public async Task A_factory_makes_the_converter()
    {
        Assert.Equal("""["secondChoice",null]""", await Tools.Named("polite").AnswerAsync("""{"value":["secondChoice",null]}"""));
        Assert.Equal(["$.value[0]: expected a value of type Polite, but got the string \"third\""], await Tools.Named("polite").ProblemsAsync("""{"value":["third"]}"""));
    }

    [Fact]
    public async Task A_converter_of_a_member_reads_and_writes_that_member_alone()
    {
        Assert.Equal("""{"hot":"0x10","cold":16}""", await Tools.Named("hex").AnswerAsync("""{"value":{"hot":"0x10","cold":16}}"""));
        Assert.Equal(["$.value.hot: expected a value of type Int32, but got true"], await Tools.Named("hex").ProblemsAsync("""{"value":{"hot":true,"cold":16}}"""));
    }

    [Fact]
    public async Task What_a_converter_throws_that_is_no_refusal_is_kept_for_logs()
    {
        MimoToolResult result = await Tools.Named("demanding").CallAsync("""{"value":{"amount":1}}""");

        Assert.True(result.IsError);
        Assert.EndsWith("$.value.amount: expected a valid Int32, but it can't be made of these values", result.Content, StringComparison.Ordinal);
        Assert.Equal("no metadata", Assert.IsType<InvalidOperationException>(result.Exception).Message);
    }

    [Fact]
    public async Task What_stands_after_a_value_at_which_a_converter_threw_is_read_all_the_same()
    {
        MimoToolResult result = await Tools.Named("demanding").CallAsync("""{"value":{"amount":{"a":[1]},"rest":true}}""");

        Assert.Equal(
            ["$.value.amount: expected a valid Int32, but it can't be made of these values", "$.value.rest: expected a string, but got true"],
            result.Content.Split("\n- ").Skip(1));
        Assert.Equal("no metadata", Assert.IsType<InvalidOperationException>(result.Exception).Message);
        Assert.Equal(
            ["$.value.hot: expected a value of type Int32, but got an object", "$.value.cold: expected an integer from -2147483648 to 2147483647, but got true"],
            await Tools.Named("hex").ProblemsAsync("""{"value":{"hot":{"a":[1]},"cold":true}}"""));
    }

    [Fact]
    public async Task A_context_that_refuses_a_value_goes_back_to_where_it_began() => Assert.Equal(
        ["$.value[0]: expected a value of type Foreign, but got an object", "$.value[1]: expected a value of type Foreign, but got the number 7"],
        await Tools.Named("foreign").ProblemsAsync("""{"value":[{"X_VALUE":[1]},7,{"X_VALUE":1}]}"""));

    /// <summary>A converter that stops before the end of a value, or goes beyond it, is mistaken, and must not make what follows be taken for something else.</summary>
    [Theory]
    [InlineData("""{"value":{"amount":{"rest":"inner"},"rest":"outer"}}""")]
    [InlineData("""{"value":{"amount":[1,2],"rest":"outer"}}""")]
    [InlineData("""{"value":{"amount":-1,"rest":"outer"}}""")]
    public async Task A_converter_that_reads_too_little_or_too_much_is_told_of_in_logs(string arguments)
    {
        MimoToolResult result = await Tools.Named("careless").CallAsync(arguments);

        Assert.Equal(["$.value.amount: expected a valid Int32, but it can't be made of these values"], result.Content.Split("\n- ").Skip(1));
        Assert.IsType<InvalidOperationException>(result.Exception);
        Assert.Equal("7 outer", await Tools.Named("careless").AnswerAsync("""{"value":{"amount":7,"rest":"outer"}}"""));
    }

    [Fact]
    public async Task Extra_data_under_a_name_that_is_no_text_is_refused_and_the_rest_is_read()
    {
        IReadOnlyList<string> problems = await Tools.Named("elements").ProblemsAsync("""{"value":{"a":1,"\ud83d":2,"known":"x"}}""");

        Assert.Equal(2, problems.Count);
        Assert.Contains("expected a name of valid Unicode", problems[0], StringComparison.Ordinal);
        Assert.Equal("$.value.known: expected an integer from -2147483648 to 2147483647, but got the string \"x\"", problems[1]);
    }

    [Fact]
    public async Task A_converter_of_a_nullable_type_is_one_for_a_member_of_that_type()
    {
        Assert.Equal("""{"hot":"0x10","cold":null}""", await Tools.Named("perhaps_hex").AnswerAsync("""{"value":{"hot":"0x10","cold":null}}"""));
        Assert.Equal("""{"hot":null,"cold":"0x1"}""", await Tools.Named("perhaps_hex").AnswerAsync("""{"value":{"cold":"0x1"}}"""));
        Assert.Equal(["$.value.hot: expected a value of type Int32, but got true"], await Tools.Named("perhaps_hex").ProblemsAsync("""{"value":{"hot":true,"cold":"0x1"}}"""));
    }

    [Fact]
    public async Task A_result_need_not_be_one_that_can_be_created() => Assert.Equal("""{"id":7}""", await Tools.Named("entity").AnswerAsync("{}"));

    [Fact]
    public async Task Of_a_records_constructors_the_primary_one_counts() => Assert.Equal("""{"a":3}""", await Tools.Named("many").AnswerAsync("""{"value":{"a":3}}"""));

    [Fact]
    public async Task A_context_that_knows_a_type_reads_and_writes_it() =>
        Assert.Equal("""[{"X_VALUE":1},{"X_VALUE":2}]""", await Tools.Named("foreign").AnswerAsync("""{"value":[{"X_VALUE":1},{"X_VALUE":2}]}"""));

    [Fact]
    public async Task What_a_type_does_not_name_goes_into_its_extension_data_and_comes_out_again()
    {
        const string Json = """{"known":1,"more":[1,{"a":null}],"text":"x"}""";

        Assert.Equal(Json, await Tools.Named("elements").AnswerAsync($$"""{"value":{{Json}}}"""));
        Assert.Equal(Json, await Tools.Named("nodes").AnswerAsync($$"""{"value":{{Json}}}"""));
        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<WithElements>(Json)));
        Assert.False(Tools.Named("elements").Schema().TryGetProperty("additionalProperties", out _));
    }

    [Fact]
    public async Task A_type_that_takes_no_strangers_refuses_each_by_name() =>
        Assert.Equal(["$.value.b: there is no member 'b' here", "$.value[\"c d\"]: there is no member 'c d' here"], await Tools.Named("closed").ProblemsAsync("""{"value":{"a":1,"b":2,"c d":{}}}"""));

    [Fact]
    public async Task A_stranger_with_a_very_long_name_is_refused_in_few_words()
    {
        string name = new('a', 100_000);

        string problem = Assert.Single(await Tools.Named("closed").ProblemsAsync($$$"""{"value":{"a":1,"{{{name}}}":2}}"""));

        Assert.EndsWith(" here", problem, StringComparison.Ordinal);
        Assert.InRange(problem.Length, 0, 1000);
    }

    [Fact]
    public async Task Collections_of_the_users_own_are_filled()
    {
        Assert.Equal("""["a","b"]""", await Tools.Named("tags").AnswerAsync("""{"value":["a","b"]}"""));
        Assert.Equal("""{"one":1,"two":2}""", await Tools.Named("registry").AnswerAsync("""{"value":{"one":1,"two":2}}"""));
        Assert.Equal(["$.value[1]: expected a string, but got the number 7"], await Tools.Named("tags").ProblemsAsync("""{"value":["a",7]}"""));
    }

    [Fact]
    public async Task Free_form_values_come_back_as_they_came()
    {
        const string Json = """{"element":{"a":[1,2.50,"x",null,true]},"node":[1,{"b":"ü"}],"anything":"text","array":[[]]}""";

        Assert.Equal(Json, await Tools.Named("free").AnswerAsync($$"""{"value":{{Json}}}"""));
    }

    /// <summary>Nodes made the lazy way would throw in the tool's hands.</summary>
    [Fact]
    public async Task Of_names_that_come_twice_in_free_form_nodes_the_last_counts()
    {
        const string Twice = """{"a":1,"b":[{"c":1,"c":null}],"a":{"d":1,"d":[2]}}""";
        const string Once = """{"a":{"d":[2]},"b":[{"c":null}]}""";

        Assert.Equal(Once, await Tools.Named("touched").AnswerAsync($$$"""{"value":{{{Twice}}},"members":{},"items":[],"rest":{"known":1}}"""));
        Assert.Equal(Once, await Tools.Named("touched").AnswerAsync($$$"""{"value":1,"members":{{{Twice}}},"items":[],"rest":{"known":1}}"""));
        Assert.Equal(Once, await Tools.Named("touched").AnswerAsync($$$"""{"value":1,"members":{},"items":[{{{Twice}}}],"rest":{"known":1}}"""));
        Assert.Equal(Once, await Tools.Named("touched").AnswerAsync($$$"""{"value":1,"members":{},"items":[],"rest":{"known":1,"more":{{{Twice}}}}}"""));
    }

    [MimoTool("touched")]
    internal static string Touch(JsonNode value, JsonObject members, JsonArray items, WithNodes rest)
    {
        JsonNode node = members.Count > 0 ? members : items.Count > 0 ? items[0]! : rest.Rest?["more"] ?? value;
        return node["a"]!["d"] is JsonArray ? node.ToJsonString() : "";
    }

    [MimoTool("temperature")]
    internal static Temperature EchoTemperature(Temperature value) => value;

#pragma warning disable MIMO040 // These tests run where a factory may look at types.
    [MimoTool("polite")]
    internal static Polite?[] EchoPolite(Polite?[] value) => value;
#pragma warning restore MIMO040

    [MimoTool("entity")]
    internal static Entity MakeEntity() => Entity.Create(7);

    [MimoTool("many")]
    internal static ManyWays EchoMany(ManyWays value) => value;

    [MimoTool("hex")]
    internal static Hexed EchoHexed(Hexed value) => value;

    [MimoTool("demanding")]
    internal static int TakeDemanding(Demanding value) => value.Amount;

    [MimoTool("careless")]
    internal static string TakeCareless(Careless value) => $"{value.Amount} {value.Rest}";

    [MimoTool("perhaps_hex")]
    internal static PerhapsHexed EchoPerhapsHexed(PerhapsHexed value) => value;

    [MimoTool("foreign")]
    internal static List<Foreign> EchoForeign(List<Foreign> value) => value;

    [MimoTool("elements")]
    internal static WithElements EchoElements(WithElements value) => value;

    [MimoTool("nodes")]
    internal static WithNodes EchoNodes(WithNodes value) => value;

    [MimoTool("closed")]
    internal static Closed EchoClosed(Closed value) => value;

    [MimoTool("tags")]
    internal static TagList EchoTags(TagList value) => value;

    [MimoTool("registry")]
    internal static Registry EchoRegistry(Registry value) => value;

    [MimoTool("free")]
    internal static Free EchoFree(Free value) => value;
}

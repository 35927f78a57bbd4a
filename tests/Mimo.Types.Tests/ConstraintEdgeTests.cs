using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Mimo.Types.Tests;

/// <summary>Constraints where types end, and on values that could not be read.</summary>
public sealed partial class ConstraintEdgeTests
{
    [Theory]
    [InlineData("items", "null")]
    [InlineData("items", "\"x\"")]
    [InlineData("fixed", "1")]
    [InlineData("map", "null")]
    [InlineData("map", "[]")]
    [InlineData("plan", """{"steps":null}""")]
    [InlineData("plan", """{"steps":"x"}""")]
    public async Task A_collection_of_another_kind_is_one_problem_and_nothing_is_counted(string parameter, string json)
    {
        Dictionary<string, string> arguments = new() { ["items"] = "[1]", ["fixed"] = "[1]", ["map"] = """{"a":1}""", ["plan"] = """{"steps":["a"]}""" };
        Assert.Equal("ok", await Tools.Named("counted").AnswerAsync(Object(arguments)));

        arguments[parameter] = json;
        Assert.StartsWith($"$.{parameter}", Assert.Single(await Tools.Named("counted").ProblemsAsync(Object(arguments))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("above", "0", false)]
    [InlineData("above", "1", true)]
    [InlineData("above", "100", true)]
    [InlineData("below", "255", false)]
    [InlineData("below", "254", true)]
    [InlineData("positive", "0", false)]
    [InlineData("positive", "1e-300", true)]
    [InlineData("positive_price", "0", false)]
    [InlineData("positive_price", "0.01", true)]
    [InlineData("positive_count", "0", false)]
    [InlineData("positive_count", "1", true)]
    [InlineData("share", "0.1", true)]
    [InlineData("share", "0.2", false)]
    [InlineData("half", "0.5", true)]
    [InlineData("half", "0.49", false)]
    [InlineData("single", "0.1", true)]
    [InlineData("single", "0.7", true)]
    [InlineData("single", "0.0999999", false)]
    [InlineData("single", "0.7000001", false)]
    [InlineData("single_between", "0.1", false)]
    [InlineData("single_between", "0.7", false)]
    [InlineData("single_between", "0.5", true)]
    [InlineData("half_sized", "-0.1", true)]
    [InlineData("half_sized", "0.7", true)]
    [InlineData("half_sized", "-0.11", false)]
    [InlineData("half_sized", "0.71", false)]
    [InlineData("positive_single", "0", false)]
    [InlineData("positive_single", "1e-45", true)]
    [InlineData("positive_half", "0", false)]
    [InlineData("positive_half", "6e-8", true)]
    [InlineData("above_lowest", "-9223372036854775808", false)]
    [InlineData("above_lowest", "-9223372036854775807", true)]
    [InlineData("numbered", "9223372036854775807", true)]
    [InlineData("numbered", "0", false)]
    [InlineData("large", "9223372036854774784", true)]
    [InlineData("large", "9223372036854774785", false)]
    [InlineData("exact", "1.25", true)]
    [InlineData("exact", "1", false)]
    public async Task A_bound_counts_where_the_type_ends_and_beside_zero(string parameter, string json, bool isTaken)
    {
        MimoTool tool = Tools.Named("bounded");
        string arguments = $$"""{"{{parameter}}":{{json}}}""";
        if (isTaken)
        {
            Assert.Equal("ok", await tool.AnswerAsync(arguments));
        }
        else
        {
            Assert.StartsWith($"$.{parameter}: expected ", Assert.Single(await tool.ProblemsAsync(arguments)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("above", """{"type":"integer","description":"greater than 0 and at most 100","exclusiveMinimum":0,"maximum":100,"default":1}""")]
    [InlineData("positive_price", """{"type":"number","description":"greater than 0","exclusiveMinimum":0,"default":1}""")]
    [InlineData("half", """{"type":"number","description":"from 0.5 to 1","minimum":0.5,"maximum":1,"default":1}""")]
    [InlineData("single", """{"type":"number","description":"from 0.1 to 0.7","minimum":0.1,"maximum":0.7,"default":0.1}""")]
    [InlineData("numbered", """{"type":"integer","description":"at least 1","minimum":1,"default":1}""")]
    [InlineData("share", """{"type":"number","description":"one of 0.1, 0.5","enum":[0.1,0.5],"default":0.1}""")]
    [InlineData("single_value", """{"type":"integer","description":"only 7","enum":[7],"default":7}""")]
    [InlineData("single_letter", """{"type":"string","description":"exactly 1 character; not \"x\"","minLength":1,"maxLength":1,"not":{"enum":["x"]},"default":"a"}""")]
    public void The_schema_says_so(string parameter, string expected) =>
        Assert.Equal(JsonDocument.Parse(expected).RootElement, Tools.Named("bounded").Schema(parameter), JsonElement.DeepEquals);

    [Theory]
    [InlineData("text", """{"type":"string"}""")]
    [InlineData("items", """{"type":"array","items":{"type":"integer"}}""")]
    [InlineData("number", """{"type":"integer"}""")]
    [InlineData("ratio", """{"type":"number"}""")]
    public void What_bounds_nothing_is_not_spoken_of(string parameter, string expected) =>
        Assert.Equal(JsonDocument.Parse(expected).RootElement, Tools.Named("unbounded").Schema(parameter), JsonElement.DeepEquals);

    [Fact]
    public async Task Null_is_among_the_values_allowed_where_it_is_one()
    {
        Assert.Equal("""["a","b",null]""", Tools.Named("graded").Schema().GetProperty("properties").GetProperty("grade").GetProperty("enum").GetRawText());
        Assert.Equal("none", await Tools.Named("graded").AnswerAsync("""{"value":{"grade":null}}"""));
        Assert.Single(await Tools.Named("graded").ProblemsAsync("""{"value":{"grade":"c"}}"""));
    }

    [Theory]
    [InlineData("http", true)]
    [InlineData("https", true)]
    [InlineData("httpsx", false)]
    [InlineData("xhttp", false)]
    [InlineData("https\\n", false)]
    public async Task A_pattern_matches_the_text_as_a_whole_by_whichever_alternative_does(string text, bool isTaken)
    {
        MimoToolResult result = await Tools.Named("scheme").CallAsync($$"""{"scheme":"{{text}}"}""");

        Assert.NotEqual(isTaken, result.IsError);
    }

    [Fact]
    public async Task Bytes_are_counted_as_bytes_and_their_schema_counts_the_text()
    {
        Assert.Equal("3", await Tools.Named("sized").AnswerAsync("""{"data":"AQID"}"""));
        Assert.Equal(["$.data: expected 1 to 3 bytes, but got 4"], await Tools.Named("sized").ProblemsAsync("""{"data":"AQIDBA=="}"""));
        Assert.Equal(["$.data: expected 1 to 3 bytes, but got 0"], await Tools.Named("sized").ProblemsAsync("""{"data":""}"""));
        Assert.Equal(
            JsonDocument.Parse("""{"type":"string","description":"1 to 3 bytes","contentEncoding":"base64","minLength":4,"maxLength":4}""").RootElement,
            Tools.Named("sized").Schema("data"),
            JsonElement.DeepEquals);
    }

    private static string Object(Dictionary<string, string> members) => "{" + string.Join(",", members.Select(static member => $"\"{member.Key}\":{member.Value}")) + "}";

    [MimoTool]
    internal static string Counted([MinLength(1)] int[] items, [MinLength(1)] ImmutableArray<int> @fixed, [Length(1, 2)] Dictionary<string, int> map, Plan plan) => "ok";

    [MimoTool]
    internal static string Bounded(
        [Range(0, 100, MinimumIsExclusive = true)] uint above = 1,
        [Range(0, 255, MaximumIsExclusive = true)] byte below = 1,
        [Range(double.Epsilon, double.MaxValue)] double positive = 1,
        [MimoParameter(Name = "positive_price")][Range(double.Epsilon, double.MaxValue)] decimal positivePrice = 1m,
        [MimoParameter(Name = "positive_count")][Range(double.Epsilon, 9)] uint positiveCount = 1,
        [Range(typeof(double), ".5", "+1.0")] double half = 1,
        [AllowedValues(0.1f, 0.5f)] float share = 0.1f,
        [Range(0.1, 0.7)] float single = 0.1f,
        [MimoParameter(Name = "single_between")][Range(0.1, 0.7, MinimumIsExclusive = true, MaximumIsExclusive = true)] float singleBetween = 0.5f,
        [MimoParameter(Name = "half_sized")][Range(-0.1, 0.7)] Half? halfSized = null,
        [MimoParameter(Name = "positive_single")][Range(double.Epsilon, double.MaxValue)] float positiveSingle = 1,
        [MimoParameter(Name = "positive_half")][Range(1e-9, 1)] Half? positiveHalf = null,
        [MimoParameter(Name = "above_lowest")][Range(long.MinValue, 1, MinimumIsExclusive = true)] long aboveLowest = 1,
        [Range(1, long.MaxValue)] long numbered = 1,
        [Range(1, 9223372036854774784)] ulong large = 1,
        [AllowedValues(1.25, 2)] decimal exact = 2m,
        [MimoParameter(Name = "single_value")][AllowedValues(7)] int singleValue = 7,
        [MimoParameter(Name = "single_letter")][Length(1, 1), DeniedValues("x")] string singleLetter = "a") => "ok";

    [MimoTool]
    internal static string Unbounded([MinLength(0)] string text, [MinLength(0)] int[] items, [Range(int.MinValue, int.MaxValue)] int number, [Range(double.NegativeInfinity, double.MaxValue)] double ratio) => "ok";

    [MimoTool("graded")]
    internal static string Grade(Graded value) => value.Grade ?? "none";

    public sealed class Graded
    {
        [AllowedValues("a", "b")]
        public required string? Grade { get; init; }
    }

    [MimoTool]
    internal static string Scheme([RegularExpression("http|https")] string scheme) => scheme;

    [MimoTool]
    internal static string Sized([Length(1, 3)] byte[] data) => data.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public sealed record Plan([property: MinLength(1)] List<string> Steps);
}

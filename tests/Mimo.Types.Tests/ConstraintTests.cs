using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Mimo.Types.Tests;

/// <summary>Validation attributes are in the schema and enforced, with their own attributes as the judge.</summary>
public sealed partial class ConstraintTests
{
    [Theory]
    [InlineData("whole", "1", true)]
    [InlineData("whole", "10", true)]
    [InlineData("whole", "0", false)]
    [InlineData("whole", "11", false)]
    [InlineData("open", "0.001", true)]
    [InlineData("open", "0", false)]
    [InlineData("open", "1", true)]
    [InlineData("price", "0.01", true)]
    [InlineData("price", "0.009", false)]
    [InlineData("price", "99.99", true)]
    [InlineData("price", "100", false)]
    [InlineData("name", "\"ab\"", true)]
    [InlineData("name", "\"a\"", false)]
    [InlineData("name", "\"abcdef\"", false)]
    [InlineData("name", "\"😀😀😀😀😀\"", true)]
    [InlineData("tags", "[\"a\"]", true)]
    [InlineData("tags", "[]", false)]
    [InlineData("tags", "[\"a\",\"b\",\"c\"]", false)]
    [InlineData("map", "{\"a\":1}", true)]
    [InlineData("map", "{\"a\":1,\"b\":2}", false)]
    [InlineData("code", "\"AB-12\"", true)]
    [InlineData("code", "\"xAB-12\"", false)]
    [InlineData("code", "\"AB-12x\"", false)]
    [InlineData("code", "\"AB-12\\n\"", false)]
    [InlineData("size", "2", true)]
    [InlineData("size", "3", false)]
    [InlineData("word", "\"no\"", false)]
    [InlineData("word", "\"yes\"", true)]
    [InlineData("day", "\"Monday\"", true)]
    [InlineData("day", "\"Sunday\"", false)]
    [InlineData("mail", "\"a@b\"", true)]
    [InlineData("mail", "\"a@b@c\"", false)]
    [InlineData("link", "\"https://example.com\"", true)]
    [InlineData("link", "\"example.com\"", false)]
    [InlineData("blob", "\"aGk=\"", true)]
    [InlineData("blob", "\"aGk\"", false)]
    public async Task A_value_is_taken_or_refused_at_its_place(string parameter, string json, bool isTaken)
    {
        string arguments = $$"""{"{{parameter}}":{{json}}}""";
        if (isTaken)
        {
            Assert.Equal("ok", await Tools.Named("constrained").AnswerAsync(arguments));
        }
        else
        {
            Assert.StartsWith($"$.{parameter}: expected ", Assert.Single(await Tools.Named("constrained").ProblemsAsync(arguments)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("whole", """{"type":"integer","description":"How many (from 1 to 10)","minimum":1,"maximum":10,"default":1}""")]
    [InlineData("open", """{"type":"number","description":"greater than 0 and at most 1","exclusiveMinimum":0,"maximum":1,"default":1}""")]
    [InlineData("name", """{"type":"string","description":"2 to 5 characters","minLength":2,"maxLength":5,"default":"ab"}""")]
    [InlineData("tags", """{"type":"array","description":"1 to 2 items","items":{"type":"string"},"minItems":1,"maxItems":2}""")]
    [InlineData("map", """{"type":"object","description":"at most 1 entry","additionalProperties":{"type":"integer"},"maxProperties":1}""")]
    [InlineData("code", """{"type":"string","description":"must match ^(?:[A-Z]{2}-\\d{2})$","pattern":"^(?:[A-Z]{2}-\\d{2})$"}""")]
    [InlineData("size", """{"type":"integer","description":"one of 1, 2, 4","enum":[1,2,4]}""")]
    [InlineData("word", """{"type":"string","description":"not \"no\"","not":{"enum":["no"]}}""")]
    [InlineData("day", """{"type":"string","description":"one of \"Monday\", \"Friday\"","enum":["Monday","Friday"]}""")]
    [InlineData("small", """{"type":"integer","description":"at least 5","maximum":255,"minimum":5}""")]
    public void The_schema_says_it_and_so_does_the_description(string parameter, string expected) =>
        Assert.Equal(JsonDocument.Parse(expected).RootElement, Tools.Named("constrained").Schema(parameter), JsonElement.DeepEquals);

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        IReadOnlyList<string> problems = await Tools.Named("constrained").ProblemsAsync("""{"whole":0,"name":"x","tags":[],"code":1,"nested":{"score":6,"inner":[{"score":-1}]}}""");

        Assert.Equal(
            [
                "$.whole: expected a number from 1 to 10, but got the number 0",
                "$.name: expected 2 to 5 characters, but got the string \"x\"",
                "$.tags: expected 1 to 2 items, but got 0",
                "$.code: expected a string, but got the number 1",
                "$.nested.score: expected a number from 0 to 5, but got the number 6",
                "$.nested.inner[0].score: expected a number from 0 to 5, but got the number -1",
            ],
            problems);
    }

    [Fact]
    public async Task A_collection_that_leads_back_to_itself_is_counted_all_the_same()
    {
        Assert.Equal("ok", await Tools.Named("book").AnswerAsync("""{"chapters":[{"parts":[{"parts":[]}],"notes":{"a":{"parts":[]}}}]}"""));
        Assert.Equal(
            ["$.chapters[0].parts: expected at most 1 item, but got 2", "$.chapters[0].notes: expected at most 1 entry, but got 2"],
            await Tools.Named("book").ProblemsAsync("""{"chapters":[{"parts":[{"parts":[]},{"parts":[]}],"notes":{"a":{"parts":[]},"b":{"parts":[]}}}]}"""));
        Assert.Equal("ok", await Tools.Named("index").AnswerAsync("""{"notes":{"a":{"parts":[]}}}"""));
        Assert.Equal(["$.notes.a.notes: expected at most 1 entry, but got 2"], await Tools.Named("index").ProblemsAsync("""{"notes":{"a":{"parts":[],"notes":{"b":{"parts":[]},"c":{"parts":[]}}}}}"""));
    }

    [Fact]
    public async Task A_pattern_that_runs_away_is_stopped() =>
        Assert.Single(await Tools.Named("runaway").ProblemsAsync($$"""{"text":"{{new string('a', 40)}}!"}"""));

    [MimoTool("constrained")]
    internal static string Constrained(
        [Range(1, 10)][MimoParameter(Description = "How many")] int whole = 1,
        [Range(0.0, 1.0, MinimumIsExclusive = true)] double open = 1,
        [Range(typeof(decimal), "0.01", "99.99")] decimal price = 1m,
        [StringLength(5, MinimumLength = 2)] string name = "ab",
        [Length(1, 2)] string[]? tags = null,
        [MaxLength(1)] Dictionary<string, int>? map = null,
        [RegularExpression(@"[A-Z]{2}-\d{2}")] string? code = null,
        [AllowedValues(1, 2, 4)] int? size = null,
        [DeniedValues("no")] string? word = null,
        [AllowedValues(DayOfWeek.Monday, DayOfWeek.Friday)] DayOfWeek? day = null,
        [EmailAddress] string? mail = null,
        [Url] string? link = null,
        [Base64String] string? blob = null,
        [Range(5, 1000)] byte? small = null,
        Scored? nested = null) => "ok";

    [MimoTool("runaway")]
    internal static string Runaway([RegularExpression("(a+)+b")] string text) => text;

    [MimoTool("book")]
    internal static string TakeBook(IReadOnlyList<Chapter> chapters) => "ok";

    [MimoTool("index")]
    internal static string TakeIndex(Dictionary<string, Chapter> notes) => "ok";

    public sealed record Chapter([property: MaxLength(1)] IReadOnlyList<Chapter> Parts, [property: MaxLength(1)] Dictionary<string, Chapter>? Notes = null);

    public sealed record Scored([Range(0, 5)] int Score, List<Scored>? Inner = null);
}

using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using Mimo.Generation;

namespace Mimo.Types.Tests;

/// <summary>What a model is told of a value that doesn't fit: what was wanted, word for word.</summary>
public sealed partial class WordingTests
{
    [Theory]
    [InlineData("text", "1", "a string, but got the number 1")]
    [InlineData("text", "\"\\ud83d\"", "a string of valid Unicode, but got the string \"\\ud83d\"")]
    [InlineData("flag", "\"perhaps\"", "true or false, but got the string \"perhaps\"")]
    [InlineData("letter", "\"ab\"", "a string of one character, but got the string \"ab\"")]
    [InlineData("id", "\"x\"", "a UUID such as \"3f2504e0-4f89-41d3-9a0c-0305e82c3301\", but got the string \"x\"")]
    [InlineData("address", "1", "a URI such as \"https://example.com/\", but got the number 1")]
    [InlineData("version", "\"x\"", "a version such as \"1.2.3\", but got the string \"x\"")]
    [InlineData("bytes", "\"*\"", "bytes as a base64 string, but got the string \"*\"")]
    [InlineData("price", "\"x\"", "a decimal number, but got the string \"x\"")]
    [InlineData("price", "\"1\\u0000\"", "a decimal number, but got the string \"1\\u0000\"")]
    [InlineData("price", "1e29", "a decimal number from -79228162514264337593543950335 to 79228162514264337593543950335, but got the number 1e29")]
    [InlineData("price", "\"-1e400\"", "a decimal number from -79228162514264337593543950335 to 79228162514264337593543950335, but got the string \"-1e400\"")]
    [InlineData("price", "1e-30", "a decimal number of at most 28 digits, with at most 28 places behind the point, but got the number 1e-30")]
    [InlineData("price", "\"7.92281625142643375935439503351\"", "a decimal number of at most 28 digits, with at most 28 places behind the point, but got the string \"7.92281625142643375935439503351\"")]
    [InlineData("ratio", "1e999", "a number from -1.7976931348623157E+308 to 1.7976931348623157E+308, but got the number 1e999")]
    [InlineData("ratio", "\"1e999\"", "a number from -1.7976931348623157E+308 to 1.7976931348623157E+308, but got the string \"1e999\"")]
    [InlineData("ratio", "\"NaN\"", "a number, but got the string \"NaN\"")]
    [InlineData("ratio", "true", "a number, but got true")]
    [InlineData("single", "3.5e38", "a number from -3.4028234663852886E+38 to 3.4028234663852886E+38, but got the number 3.5e38")]
    [InlineData("half", "65520", "a number from -65504 to 65504, but got the number 65520")]
    [InlineData("large", "\"x\"", "an integer of at most 10000 digits, but got the string \"x\"")]
    [InlineData("only", "\"Two\"", "\"One\", but got the string \"Two\"")]
    [InlineData("moment", "\"x\"", "a date and time in ISO 8601 such as \"2026-03-20T14:30:00Z\", but got the string \"x\"")]
    [InlineData("instant", "1", "a date and time with offset in ISO 8601 such as \"2026-03-20T14:30:00+08:00\", but got the number 1")]
    [InlineData("day", "\"2026-02-30\"", "a date in ISO 8601 such as \"2026-03-20\", but got the string \"2026-02-30\"")]
    [InlineData("time", "[]", "a time in ISO 8601 such as \"14:30:00\", but got an array")]
    [InlineData("length", "{}", "a duration in ISO 8601 such as \"PT1H30M\", but got an object")]
    [InlineData("length", "\"5\"", "a duration in ISO 8601 such as \"PT1H30M\", but got the string \"5\"")]
    [InlineData("text", "{\"a\":[1]}", "a string, but got an object")]
    [InlineData("text", "[1,2]", "a string, but got an array")]
    [InlineData("text", "true", "a string, but got true")]
    [InlineData("text", "false", "a string, but got false")]
    [InlineData("flag", "1", "true or false, but got the number 1")]
    [InlineData("flag", "\"\\ud83d\"", "true or false, but got the string \"\\ud83d\"")]
    [InlineData("letter", "\"\\ud83d\"", "a string of one character, but got the string \"\\ud83d\"")]
    [InlineData("moment", "\"\\ud83d\"", "a date and time in ISO 8601 such as \"2026-03-20T14:30:00Z\", but got the string \"\\ud83d\"")]
    [InlineData("bytes", "\"\\ud83d\"", "bytes as a base64 string, but got the string \"\\ud83d\"")]
    [InlineData("only", "\"\\ud83d\"", "\"One\", but got the string \"\\ud83d\"")]
    [InlineData("large", "{}", "an integer of at most 10000 digits, but got an object")]
    [InlineData("large", "15e-1", "an integer of at most 10000 digits, but got the number 15e-1")]
    [InlineData("large", "1e-10001", "an integer of at most 10000 digits, but got the number 1e-10001")]
    [InlineData("whole", "15e-1", "an integer from -2147483648 to 2147483647, but got the number 15e-1")]
    [InlineData("whole", "\"\\ud83d\"", "an integer from -2147483648 to 2147483647, but got the string \"\\ud83d\"")]
    public async Task A_value_of_another_kind(string parameter, string json, string expected) =>
        Assert.Equal([$"$.{parameter}: expected {expected}"], await Tools.Named("scalars").ProblemsAsync($$"""{"{{parameter}}":{{json}}}"""));

    [Theory]
    [InlineData("text")]
    [InlineData("whole")]
    [InlineData("day")]
    public async Task Null_where_there_must_be_a_value(string parameter) => Assert.EndsWith(
        ", but got null", Assert.Single(await Tools.Named("needed").ProblemsAsync($$"""{"text":"x","whole":1,"day":"2026-03-20","{{parameter}}":null}""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("14:30", "14:30:00")]
    [InlineData("14:30Z", "14:30:00")]
    [InlineData("14:30:05.5", "14:30:05.5000000")]
    public async Task A_time_may_do_without_seconds(string time, string expected) => Assert.Equal(expected, await Tools.Named("time").AnswerAsync($$"""{"time":"{{time}}"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("9")]
    [InlineData("1:30")]
    [InlineData("01:30 PM")]
    [InlineData("14:30:00+08:00")]
    [InlineData("\\ud83d14:30")]
    public async Task A_time_is_written_as_ISO_8601_has_it(string time) => Assert.Equal(
        [$"$.time: expected a time in ISO 8601 such as \"14:30:00\", but got the string \"{time}\""], await Tools.Named("time").ProblemsAsync($$"""{"time":"{{time}}"}"""));

    [Theory]
    [InlineData("whole", "1E0", "1")]
    [InlineData("whole", "1e-0", "1")]
    [InlineData("whole", "10e-1", "1")]
    [InlineData("whole", "\" 12.0e1 \"", "120")]
    [InlineData("large", "1E0", "1")]
    [InlineData("large", "1e-0", "1")]
    [InlineData("large", "10e-1", "1")]
    [InlineData("large", "\"1e2 \"", "100")]
    public async Task A_whole_number_may_have_an_exponent_that_leaves_it_whole(string parameter, string json, string expected) =>
        Assert.Equal(expected, await Tools.Named("whole").AnswerAsync($$"""{"{{parameter}}":{{json}}}"""));

    /// <summary>Escapes are undone before names are compared, and not after.</summary>
    [Theory]
    [InlineData("\\u0041", "Letter")]
    [InlineData("\\\\u0041", "Escape")]
    [InlineData("A", "Letter")]
    [InlineData(" a ", "Letter")]
    [InlineData("\\u00c4", "Umlaut")]
    [InlineData("ä", "Umlaut")]
    public async Task A_name_that_looks_like_an_escape_is_told_from_what_it_would_stand_for(string name, string expected) =>
        Assert.Equal(expected, await Tools.Named("odd").AnswerAsync($$"""{"odd":"{{name}}"}"""));

    [Fact]
    public void A_choice_of_nothing()
    {
        var reader = new ModelJsonReader("\"x\""u8);
        reader.Start();

        Assert.Equal(-1, reader.ReadName([]));
        Assert.Equal("expected nothing (no value is allowed), but got the string \"x\"", Assert.Single(reader.Problems).Message);
    }

    [Fact]
    public async Task The_entry_after_one_whose_name_is_no_text_is_read_too()
    {
        IReadOnlyList<string> problems = await Tools.Named("keys").ProblemsAsync("""{"by_text":{"\ud83d":1,"b":"x"}}""");

        Assert.Equal(2, problems.Count);
        Assert.Equal("$.by_text.b: expected an integer from -2147483648 to 2147483647, but got the string \"x\"", problems[1]);
    }

    [Theory]
    [InlineData("by_id", "x", "expected the name itself to be a UUID")]
    [InlineData("by_number", "x", "expected the name itself to be an integer from 0 to 255")]
    [InlineData("by_number", "256", "expected the name itself to be an integer from 0 to 255")]
    [InlineData("by_day", "Someday", "expected the name itself to be \"One\"")]
    [InlineData("by_text", "\\ud83d", "expected a name of valid Unicode")]
    public async Task The_name_of_an_entry(string parameter, string name, string expected) => Assert.Contains(
        expected, Assert.Single(await Tools.Named("keys").ProblemsAsync($$$"""{"{{{parameter}}}":{"{{{name}}}":1}}""")), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_may_be_empty_and_is_a_place_all_the_same()
    {
        Assert.Equal(
            ["$.by_text[\"\"]: expected an integer from -2147483648 to 2147483647, but got the string \"x\""],
            await Tools.Named("keys").ProblemsAsync("""{"by_text":{"":"x"}}"""));
        Assert.Equal(
            ["$.value[\"\"]: expected an integer from -2147483648 to 2147483647, but got the string \"x\"", "$.value.b: expected a string, but got the number 1"],
            await Tools.Named("nameless").ProblemsAsync("""{"value":{"":"x","b":1}}"""));
        Assert.Equal(["$.value[\"\"]: missing; expected an integer"], await Tools.Named("nameless").ProblemsAsync("""{"value":{"b":"x"}}"""));
    }

    /// <summary>A name that is cut for being long may have a character of two halves where the cut falls.</summary>
    [Theory]
    [InlineData(199)]
    [InlineData(200)]
    public async Task The_name_of_an_entry_is_cut_between_characters(int length)
    {
        string name = new string('x', length) + "😀😀";

        string problem = Assert.Single(await Tools.Named("keys").ProblemsAsync($$$"""{"by_text":{"{{{name}}}":"x"}}"""));

        Assert.StartsWith("$.by_text[\"xxx", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(problem, static character => char.IsSurrogate(character) || character == '\uFFFD');
    }

    [Theory]
    [InlineData(59)]
    [InlineData(60)]
    public async Task A_value_is_cut_between_characters(int length)
    {
        string text = new string('x', length) + "😀😀";

        Assert.EndsWith("x…\"", Assert.Single(await Tools.Named("scalars").ProblemsAsync($$"""{"only":"{{text}}"}""")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public async Task A_whole_number_has_as_many_digits_as_are_promised(int digits, bool isTaken)
    {
        MimoToolResult result = await Tools.Named("scalars").CallAsync($$"""{"large":{{new string('9', digits)}}}""");
        Assert.Equal(isTaken, !result.IsError);
    }

    [Theory]
    [InlineData("1e10000", true)]
    [InlineData("1e10001", false)]
    [InlineData("1E10001", false)]
    [InlineData("1e999999999", false)]
    [InlineData("1e99999999999999999999", false)]
    public async Task An_exponent_is_no_way_round_that(string number, bool isTaken)
    {
        MimoToolResult result = await Tools.Named("scalars").CallAsync($$"""{"large":{{number}}}""");
        Assert.Equal(isTaken, !result.IsError);
    }

    [Fact]
    public async Task A_name_in_escapes_is_the_name_it_says() =>
        Assert.Equal("One", await Tools.Named("scalars").AnswerAsync("""{"only":"\u004fne"}"""));

    [MimoTool("needed")]
    internal static string Need(string text, int whole, DateOnly day) => $"{text} {whole} {day}";

    [MimoTool("time")]
    internal static string TakeTime(TimeOnly time) => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "T" : "O", CultureInfo.InvariantCulture);

    [MimoTool("whole")]
    internal static string TakeWhole(int? whole = null, BigInteger? large = null) => (whole ?? large)!.Value.ToString(CultureInfo.InvariantCulture);

    [MimoTool("odd")]
    internal static string TakeOdd(Odd odd) => odd.ToString();

    [MimoTool]
    internal static string Scalars(
        string? text = null,
        bool? flag = null,
        char? letter = null,
        Guid? id = null,
        Uri? address = null,
        Version? version = null,
        byte[]? bytes = null,
        decimal? price = null,
        BigInteger? large = null,
        Only? only = null,
        DateTime? moment = null,
        DateTimeOffset? instant = null,
        DateOnly? day = null,
        TimeOnly? time = null,
        TimeSpan? length = null,
        int? whole = null,
        double? ratio = null,
        float? single = null,
        Half? half = null) => only?.ToString() ?? "ok";

    [MimoTool]
    internal static string Keys(
        [MimoParameter(Name = "by_id")] Dictionary<Guid, int>? byId = null,
        [MimoParameter(Name = "by_number")] Dictionary<byte, int>? byNumber = null,
        [MimoParameter(Name = "by_day")] Dictionary<Only, int>? byDay = null,
        [MimoParameter(Name = "by_text")] Dictionary<string, int>? byText = null) => "ok";

    [MimoTool("nameless")]
    internal static string TakeNameless(Nameless value) => value.B;

    public sealed record Nameless([property: JsonPropertyName("")] int A, string B);

    public enum Only
    {
        One,
    }

    public enum Odd
    {
        [JsonStringEnumMemberName("\\u0041")]
        Escape,

        [JsonStringEnumMemberName("A")]
        Letter,

        [JsonStringEnumMemberName("Ä")]
        Umlaut,
    }
}

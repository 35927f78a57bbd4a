using System.Numerics;

namespace Mimo.Types.Tests;

/// <summary>What a model is told of a value that doesn't fit: what was wanted, word for word.</summary>
public sealed partial class WordingTests
{
    [Theory]
    [InlineData("text", "1", "a string, but got the number 1")]
    [InlineData("text", "\"\\ud83d\"", "a string of valid Unicode, but got ")]
    [InlineData("flag", "\"perhaps\"", "true or false, but got the string \"perhaps\"")]
    [InlineData("letter", "\"ab\"", "a string of one character, but got the string \"ab\"")]
    [InlineData("id", "\"x\"", "a UUID such as \"3f2504e0-4f89-41d3-9a0c-0305e82c3301\", but got the string \"x\"")]
    [InlineData("address", "1", "a URI such as \"https://example.com/\", but got the number 1")]
    [InlineData("version", "\"x\"", "a version such as \"1.2.3\", but got the string \"x\"")]
    [InlineData("bytes", "\"*\"", "bytes as a base64 string, but got the string \"*\"")]
    [InlineData("price", "\"x\"", "a decimal number, but got the string \"x\"")]
    [InlineData("large", "\"x\"", "an integer of at most 10000 digits, but got the string \"x\"")]
    [InlineData("only", "\"Two\"", "\"One\", but got the string \"Two\"")]
    public async Task A_value_of_another_kind(string parameter, string json, string expected) => Assert.StartsWith(
        $"$.{parameter}: expected {expected}", Assert.Single(await Tools.Named("scalars").ProblemsAsync($$"""{"{{parameter}}":{{json}}}""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("by_id", "x", "expected the name itself to be a UUID")]
    [InlineData("by_number", "x", "expected the name itself to be an integer from 0 to 255")]
    [InlineData("by_number", "256", "expected the name itself to be an integer from 0 to 255")]
    [InlineData("by_day", "Someday", "expected the name itself to be \"One\"")]
    [InlineData("by_text", "\\ud83d", "expected a name of valid Unicode")]
    public async Task The_name_of_an_entry(string parameter, string name, string expected) => Assert.Contains(
        expected, Assert.Single(await Tools.Named("keys").ProblemsAsync($$$"""{"{{{parameter}}}":{"{{{name}}}":1}}""")), StringComparison.Ordinal);

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
        Only? only = null) => only?.ToString() ?? "ok";

    [MimoTool]
    internal static string Keys(
        [MimoParameter(Name = "by_id")] Dictionary<Guid, int>? byId = null,
        [MimoParameter(Name = "by_number")] Dictionary<byte, int>? byNumber = null,
        [MimoParameter(Name = "by_day")] Dictionary<Only, int>? byDay = null,
        [MimoParameter(Name = "by_text")] Dictionary<string, int>? byText = null) => "ok";

    public enum Only
    {
        One,
    }
}

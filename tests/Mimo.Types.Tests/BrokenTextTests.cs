using System.Text;
using Mimo.Generation;

namespace Mimo.Types.Tests;

/// <summary>Arguments that are no JSON, or no object: one problem, which says where the text stops making sense or what came.</summary>
public sealed partial class BrokenTextTests
{
    [Theory]
    [InlineData("""{"text":x}""", 1, 9)]
    [InlineData("{\n\n  \"text\": x}", 3, 11)]
    [InlineData("""{"text":"ü",x}""", 1, 14)]
    [InlineData("[1,", 1, 3)]
    public async Task A_syntax_error_is_told_with_its_line_and_byte(string arguments, int line, int position) => Assert.Equal(
        [$"$: This is not valid JSON: it stops making sense in line {line} at byte {position}."], await Tools.Named("order").ProblemsAsync(arguments));

    [Fact]
    public async Task A_text_cut_off_anywhere_has_one_problem_of_the_whole()
    {
        const string Whole = """{"items":[{"name":"a","count":1},{"name":"b","count":2}],"text":"x"}""";
        Assert.Equal("2", await Tools.Named("order").AnswerAsync(Whole));
        for (int length = 1; length < Whole.Length; length++)
        {
            string problem = Assert.Single(await Tools.Named("order").ProblemsAsync(Whole[..length]));
            Assert.StartsWith("$: This is not valid JSON: it stops making sense in line 1 at byte ", problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"items":[{"name":1},{"name":"b","count":""", 42)]
    [InlineData("""{"text":1,"items":[{"name":"a" """, 32)]
    [InlineData("""{"text":1,"items":[{"name":1}""", 30)]
    [InlineData("""{"items":[{"name":1,"count":2}],"text" """, 40)]
    public async Task A_text_that_breaks_off_has_no_other_problem_than_that(string arguments, int position) => Assert.Equal(
        [$"$: This is not valid JSON: it stops making sense in line 1 at byte {position}."], await Tools.Named("order").ProblemsAsync(arguments));

    [Theory]
    [InlineData("""{"items":[]} x""")]
    [InlineData("""{"items":[]}{"items":[]}""")]
    [InlineData("""{"items":[]}}""")]
    [InlineData("""{"text":"x","items":[]} x""")]
    [InlineData("""
        "{\"items\":[]}" x
        """)]
    [InlineData("""
        "{\"items\":[]}" {"items":[{"name":"a"}]}
        """)]
    [InlineData("""
        "\"{\\\"items\\\":[]}\"","a"
        """)]
    public async Task Text_after_the_arguments_is_told_as_that(string arguments) => Assert.Equal(
        ["$: There is text after the end of the JSON value; only one value is expected."], await Tools.Named("order").ProblemsAsync(arguments));

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("12", "the number 12")]
    [InlineData("true", "true")]
    [InlineData("\"text\"", "the string \"text\"")]
    [InlineData("\"\"", "the string \"\"")]
    [InlineData("\"12\"", "the string \"12\"")]
    [InlineData("\"[1]\"", "an array")]
    [InlineData("\"{\"", "the string \"{\"")]
    [InlineData("\"{}}\"", "the string \"{}}\"")]
    public async Task Arguments_that_are_no_object_are_told_as_what_they_are(string arguments, string got) =>
        Assert.Equal([$"$: expected an object with the arguments, but got {got}"], await Tools.Named("order").ProblemsAsync(arguments));

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    [InlineData(300, 101)]
    public async Task Of_very_many_problems_a_hundred_are_told_and_that_there_are_more(int wrong, int lines)
    {
        IReadOnlyList<string> problems = await Tools.Named("numbers").ProblemsAsync($$"""{"numbers":[{{string.Join(',', Enumerable.Repeat("\"x\"", wrong))}}]}""");

        Assert.Equal(lines, problems.Count);
        Assert.Equal("$.numbers[99]: expected an integer from -2147483648 to 2147483647, but got the string \"x\"", problems[99]);
        Assert.Equal(wrong > 100, problems[^1] == "There are more problems than these.");
    }

    [Fact]
    public void Of_very_many_problems_one_more_is_kept_than_are_told()
    {
        var reader = new ModelJsonReader(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("true", 300))}]"));
        reader.Start();
        reader.StartArray(out JsonScope scope);
        while (reader.NextItem(ref scope))
        {
            reader.ReadInteger<int>();
        }

        Assert.Equal(101, reader.ProblemCount);
    }

    /// <summary>Generated code may go on asking; it gets what stands for nothing, and no second problem.</summary>
    [Fact]
    public void A_broken_reader_hands_out_nothing_and_tells_nothing_more()
    {
        var reader = new ModelJsonReader("""{"a":1,x"""u8);
        reader.Start();
        reader.StartObject(out JsonScope scope);
        Assert.True(reader.NextMember(ref scope));
        Assert.True(reader.NameIs("a"u8));
        reader.SkipMember();
        Assert.False(reader.NextMember(ref scope));

        Assert.False(reader.NameIs("a"u8));
        Assert.False(reader.MemberIs(ref scope, "a"u8));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, reader.ReadElement().ValueKind);
        Assert.Equal(default, reader.NameAsGuid("x"));
        Assert.Equal(0, reader.NameAsInteger<byte>("x"));
        reader.RejectMissing("b", "a string");
        reader.RejectConstruction("Order", new FormatException());
        reader.Reject("a string");
        reader.End();
        Assert.Equal("This is not valid JSON: it stops making sense in line 1 at byte 8.", Assert.Single(reader.Problems).Message);
    }

    [Fact]
    public void What_is_refused_before_anything_was_read_or_at_its_end_is_told_as_that()
    {
        var reader = new ModelJsonReader("[{}]"u8);
        reader.Reject("a list");
        reader.Start();
        reader.StartArray(out JsonScope items);
        reader.NextItem(ref items);
        reader.StartObject(out JsonScope members);
        reader.NextMember(ref members);
        reader.Reject("a sound object");
        reader.NextItem(ref items);
        reader.Reject("a sound list");

        Assert.Equal(
            ["expected a list, but got nothing", "expected a sound object, but got this object", "expected a sound list, but got this array"],
            reader.Problems.Select(problem => problem.Message));
    }

    [MimoTool("order")]
    internal static int Order(List<Item> items, string? text = null) => items.Count;

    [MimoTool("numbers")]
    internal static int Count(int[] numbers) => numbers.Length;

    public sealed record Item(string Name, int Count = 1);
}

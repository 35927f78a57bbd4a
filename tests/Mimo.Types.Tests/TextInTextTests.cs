using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Mimo.Types.Tests;

/// <summary>Models write objects and arrays as JSON texts within strings. Those are read, to a depth; what only looks like one is told as the string it is.</summary>
public sealed partial class TextInTextTests
{
    private const string Value = """{"name":"a"}""";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_value_in_so_many_strings_is_read(int levels) =>
        Assert.Equal("a", await Tools.Named("take").AnswerAsync($$"""{"value":{{InStrings(Value, levels)}}}"""));

    [Fact]
    public async Task A_value_in_five_strings_is_not() => Assert.StartsWith(
        "$.value: expected an object, but got the string \"{",
        Assert.Single(await Tools.Named("take").ProblemsAsync($$"""{"value":{{InStrings(Value, 5)}}}""")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(2, 2)]
    public async Task Arguments_in_so_many_strings_are_read(int levels, int levelsOfValue) =>
        Assert.Equal("a", await Tools.Named("take").AnswerAsync(InStrings($$"""{"value":{{InStrings(Value, levelsOfValue)}}}""", levels)));

    [Theory]
    [InlineData(5, 0, "$: expected an object with the arguments, but got the string \"{")]
    [InlineData(2, 3, "$.value: expected an object, but got the string \"{")]
    public async Task Arguments_in_more_strings_are_not(int levels, int levelsOfValue, string expected) => Assert.StartsWith(
        expected,
        Assert.Single(await Tools.Named("take").ProblemsAsync(InStrings($$"""{"value":{{InStrings(Value, levelsOfValue)}}}""", levels))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{name:1}")]
    [InlineData("[1")]
    [InlineData("{}}")]
    [InlineData("{} x")]
    public async Task A_text_that_is_no_object_is_told_as_the_string_it_is(string text) => Assert.Equal(
        [$"$.value: expected an object, but got the string \"{text}\""],
        await Tools.Named("take").ProblemsAsync($$"""{"value":"{{text}}"}"""));

    [Fact]
    public async Task A_text_that_breaks_off_within_a_string_is_told_as_the_string_it_is() => Assert.Equal(
        ["$.value: expected an object, but got the string \"{\\\"name\\\":\""],
        await Tools.Named("take").ProblemsAsync("""{"value":"{\"name\":"}"""));

    [Fact]
    public async Task Problems_before_and_after_a_text_are_told_beside_those_in_it() => Assert.Equal(
        [
            "$.first: expected an integer from -2147483648 to 2147483647, but got true",
            "$.value.name: expected a string, but got the number 1",
            "$.last: expected an integer from -2147483648 to 2147483647, but got false",
        ],
        await Tools.Named("between").ProblemsAsync("""{"first":true,"value":"{\"name\":1}","last":false}"""));

    [Fact]
    public async Task Problems_before_a_sound_text_stay() => Assert.Equal(
        ["$.first: expected an integer from -2147483648 to 2147483647, but got true"],
        await Tools.Named("between").ProblemsAsync("""{"first":true,"value":"{\"name\":\"a\"}","last":1}"""));

    [Fact]
    public async Task A_problem_before_a_sound_text_is_none_of_the_collection_in_it() => Assert.Equal(
        ["$.count: expected an integer from -2147483648 to 2147483647, but got the string \"x\""],
        await Tools.Named("tagged").ProblemsAsync("""{"count":"x","tags":"[\"a\"]"}"""));

    [Fact]
    public async Task A_refused_item_in_a_text_is_not_counted_too() => Assert.Equal(
        ["$.count: expected an integer from -2147483648 to 2147483647, but got the string \"x\"", "$.tags[0]: expected a string, but got the number 1"],
        await Tools.Named("tagged").ProblemsAsync("""{"count":"x","tags":"[1]"}"""));

    [Theory]
    [InlineData("""{"value":{"name":"a",},}""")]
    [InlineData("""{"value":"{\"name\":\"a\",}"}""")]
    [InlineData("""{"value":{"name":"a","tags":["b",],},"other":1,}""")]
    public async Task A_comma_too_many_does_no_harm_at_any_level(string arguments) =>
        Assert.Equal("a", await Tools.Named("take").AnswerAsync(arguments));

    [Theory]
    [InlineData("//\n{\"value\":{\"name\":\"a\"}}")]
    [InlineData("/**/{/**/\"value\":/**/{/**/\"name\":/**/\"a\"/**/}/**/}/**/")]
    [InlineData("{\"value\":\"{/**/\\\"name\\\":\\\"a\\\"}\"}")]
    [InlineData("{\"value\":{\"name\":\"a\"}}//")]
    public async Task A_comment_does_no_harm_anywhere(string arguments) => Assert.Equal("a", await Tools.Named("take").AnswerAsync(arguments));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a//b")]
    [InlineData("/*a*/")]
    public async Task A_slash_in_a_text_is_no_comment(string name) =>
        Assert.Equal(name, await Tools.Named("take").AnswerAsync($$$"""{"value":{"name":"{{{name}}}"}}"""));

    private static string InStrings(string json, int levels) => levels == 0 ? json : JsonSerializer.Serialize(InStrings(json, levels - 1), RelaxedOptions);

    private static readonly JsonSerializerOptions RelaxedOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [MimoTool("take")]
    internal static string Take(Thing value) => value.Name;

    [MimoTool("between")]
    internal static string TakeBetween(int first, Thing value, int last) => $"{first} {value.Name} {last}";

    [MimoTool("tagged")]
    internal static string TakeTagged(int count, [MinLength(1)] HashSet<string> tags) => $"{count} {tags.Count}";

    public sealed record Thing(string Name, List<string>? Tags = null);
}

using Mimo.Generation;

namespace Mimo.Tests.Wire;

public class ModelAnswerTests
{
    private static readonly string[] Names = ["one", "two"];
    private static readonly ModelOutput<long> Number = new(static (ref ModelJsonReader reader) => reader.ReadInteger<long>(), isWrapped: true, "a number");
    private static readonly ModelOutput<int> Name = new(static (ref ModelJsonReader reader) => reader.ReadName(Names), isWrapped: true, "a name");

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_an_unknown_member()
    {
        Assert.True(Number.TryRead("""{"\ud800":1,"value":2}""", out long value, out _));
        Assert.Equal(2, value);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_value_is_a_problem_and_not_thrown()
    {
        Assert.False(Name.TryRead("""{"value":"\ud800"}""", out _, out string? problems));
        Assert.Contains("$.value", problems);
        Assert.True(Name.TryRead("""{"value":"\u0074wo"}""", out int index, out _));
        Assert.Equal(1, index);
    }

    [Theory]
    [InlineData("""{"name":"Ann","home":{"value":7},"age":12,,}""")]
    [InlineData("""{"value": [{"value": 1}, oops]}""")]
    [InlineData("""The answer: {"home":{"value":7} "age":12}""")]
    [InlineData("""{"a":{"value":7}""")]
    [InlineData("""[{"value":7}, {"value":8},,]""")]
    public void What_stands_within_broken_JSON_is_not_taken_for_the_answer(string text)
    {
        Assert.False(Number.TryRead(text, out _, out string? problems));
        Assert.NotEmpty(problems);
    }

    [Theory]
    [InlineData("""Here: {"value":1,,} Done.""", 12)]
    [InlineData("""{"value":} or {"value":1,,}""", 10)]
    [InlineData("""{"note":"} and [","value":1,,}""", 29)]
    [InlineData("""{"note":"\"","value":{"value":7},,}""", 34)]
    [InlineData("""7 or {"value":1,,}""", 12)]
    public void What_breaks_JSON_is_told_with_its_place(string text, int position)
    {
        Assert.False(Number.TryRead(text, out _, out string? problems));
        Assert.Equal($"- $: This is not valid JSON: it stops making sense in line 1 at byte {position}.", problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Seven.")]
    [InlineData("7 it is.")]
    [InlineData("""{"value":7""")]
    public void What_holds_no_JSON_is_told_as_that(string text)
    {
        Assert.False(Number.TryRead(text, out _, out string? problems));
        Assert.Equal("- $: the answer holds no complete JSON value.", problems);
    }

    [Theory]
    [InlineData(JsonExtractor.MostStarts - 1, true)]
    [InlineData(JsonExtractor.MostStarts, false)]
    public void An_answer_behind_more_brackets_than_prose_has_is_not_looked_for(int brackets, bool isFound)
    {
        Assert.Equal(isFound, Number.TryRead(string.Concat(Enumerable.Repeat("{x} ", brackets)) + """{"value":2}""", out _, out _));
        Assert.Equal(isFound, Number.TryRead(string.Concat(Enumerable.Repeat("[1] ", brackets)) + """{"value":2}""", out _, out _));
    }

    [Fact]
    public void JSON_that_is_too_deep_is_refused_and_not_read_from_a_level_within()
    {
        string text = string.Concat(Enumerable.Repeat("""{"value":1,"more":""", 70)) + "1" + new string('}', 70);

        Assert.False(Number.TryRead(text, out _, out string? problems));
        Assert.NotEmpty(problems);
    }

    [Theory]
    [InlineData("""As {"value": <a number>} it is {"value":2}.""")]
    [InlineData("""With {curly} and [square] brackets: {"value":2}""")]
    [InlineData("""{ {"value":2} }""")]
    [InlineData("""{the answer is {"value":2}}""")]
    [InlineData("""["value"] is {"value":2}""")]
    [InlineData("""{"value":2,} and not {"value":3}""")]
    [InlineData("{\"value\": 1\n\nCorrected:\n```json\n{\"value\":2}\n```")]
    [InlineData("Start with {\"value and close it.\n{\"value\":2}")]
    public void What_follows_text_that_only_looks_like_JSON_is_found(string text)
    {
        Assert.True(Number.TryRead(text, out long value, out _));
        Assert.Equal(2, value);
    }
}

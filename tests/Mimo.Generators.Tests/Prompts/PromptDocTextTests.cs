using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>Where the texts of a prompt's documentation are cut.</summary>
public class PromptDocTextTests
{
    [Fact]
    public void A_text_is_shortened_only_where_that_saves_more_than_it_costs()
    {
        string whole = new('x', 850);

        Assert.Equal(whole, PromptDocText.Shorten(whole));
        Assert.Equal(new string('x', 600) + "\n[… 51 more characters …]\n" + new string('x', 200), PromptDocText.Shorten(whole + "x"));
    }

    [Theory]
    [InlineData(560, 600)]
    [InlineData(561, 561)]
    [InlineData(600, 600)]
    [InlineData(601, 600)]
    public void The_head_ends_with_a_word_unless_that_is_a_long_one(int blank, int expected)
    {
        string text = new string('a', blank) + " " + new string('b', 1000);

        Assert.Equal(expected, PromptDocText.Shorten(text).IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(198, "a ", 198)]
    [InlineData(199, "", 199)]
    [InlineData(238, "", 238)]
    [InlineData(239, "", 200)]
    public void The_tail_begins_with_a_word_unless_that_is_a_long_one(int lastWord, string before, int expected)
    {
        string text = new string('a', 1000) + " " + new string('b', lastWord);

        Assert.EndsWith("characters …]\n" + before + new string('b', expected), PromptDocText.Shorten(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_of_two_halves_is_not_cut_in_two()
    {
        string text = new string('a', 599) + "😀" + new string('b', 400) + "😀" + new string('c', 199);

        Assert.Equal(new string('a', 599) + "\n[… 402 more characters …]\n😀" + new string('c', 199), PromptDocText.Shorten(text));
    }

    [Theory]
    [InlineData("one line", "one line")]
    [InlineData("\n  one line\n\n", "one line")]
    [InlineData("\nfirst\nsecond", "first …")]
    [InlineData("a {{b}}", "a {{b}}")]
    public void A_title_is_the_first_line(string text, string expected) => Assert.Equal(expected, Beginning(text));

    [Fact]
    public void A_title_is_no_longer_than_a_title()
    {
        string words = string.Join(' ', Enumerable.Repeat("seven77", 10));

        Assert.Equal(79, words.Length);
        Assert.Equal(words + "x", Beginning(words + "x"));
        Assert.Equal(words + "…", Beginning(words + " yy"));
        Assert.Equal(words + "…", Beginning(words + " yy\nmore"));
        Assert.Equal(words[..71] + "…", Beginning(words + "zz"));
        Assert.Equal(new string('x', 80) + "…", Beginning(new string('x', 90)));
    }

    [Fact]
    public void JSON_is_broken_behind_the_first_value_that_ends_a_long_line()
    {
        string value = new('1', 99);

        Assert.Equal($"[{value},\n2,3]", PromptDocText.WrapJson($"[{value},2,3]"));
        Assert.Equal($"[{value[1..]},2,\n3]", PromptDocText.WrapJson($"[{value[1..]},2,3]"));
        Assert.Equal($"[{value},\n{value}1,\n3]", PromptDocText.WrapJson($"[{value},{value}1,3]"));
        Assert.Equal($"[{value},\n{value},3]", PromptDocText.WrapJson($"[{value},{value},3]"));
    }

    /// <summary>The title of a message whose template stands for this text.</summary>
    private static string Beginning(string template)
    {
        string text = template.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        return PromptDocText.Beginning(new PromptMessageModel("User", new([new TemplateSegment { Text = text }])));
    }
}

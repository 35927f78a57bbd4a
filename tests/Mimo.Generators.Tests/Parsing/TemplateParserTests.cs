using Mimo.Generators.Parsing;

namespace Mimo.Generators.Tests.Parsing;

/// <summary>What a template is taken apart into, and how it is told what is wrong with one, to the character.</summary>
public class TemplateParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("text", "'text'@0+4")]
    [InlineData("{a}", "<a>@0+3 path@1")]
    [InlineData("{a}{b}", "<a>@0+3 path@1 <b>@3+3 path@4")]
    [InlineData("x{a}y", "'x'@0+1 <a>@1+3 path@2 'y'@4+1")]
    [InlineData("{{{a}}}", "'{'@0+2 <a>@2+3 path@3 '}'@5+2")]
    [InlineData("{ a.B : N2 }", "<a.B:N2>@0+12 path@2 format@8")]
    [InlineData("{@class:d}", "<class:d>@0+10 path@1 format@8")]
    [InlineData("{a:b:c}", "<a:b:c>@0+7 path@1 format@3")]
    public void A_template_is_text_and_placeholders(string template, string expected)
    {
        IReadOnlyList<TemplatePart> parts = TemplateParser.Parse(template, out TemplateProblem? problem);

        Assert.Null(problem);
        Assert.Equal(expected, string.Join(' ', parts.Select(Show)));
    }

    [Theory]
    [InlineData("{", 0, 1, "a placeholder is not closed; write '{{' for a brace")]
    [InlineData("ab{c", 2, 1, "a placeholder is not closed; write '{{' for a brace")]
    [InlineData("}", 0, 1, "'}' stands alone; write '}}' for a brace")]
    [InlineData("{a}}", 3, 1, "'}' stands alone; write '}}' for a brace")]
    [InlineData("a{}", 1, 2, "a placeholder is empty; name a parameter, or write '{{}}' for the braces")]
    [InlineData("{ }", 0, 3, "a placeholder is empty; name a parameter, or write '{{}}' for the braces")]
    [InlineData("{:N2}", 0, 5, "a placeholder is empty; name a parameter, or write '{{}}' for the braces")]
    [InlineData("{a[0]}", 0, 6, "'a[0]' takes an item by index, which templates can't; pass the item as a parameter of its own")]
    [InlineData("{[0]}", 0, 5, "'[0]' takes an item by index, which templates can't; pass the item as a parameter of its own")]
    [InlineData("{ a b }", 0, 7, "'a b' is not a name; write '{{' for a brace")]
    [InlineData("{a.}", 0, 4, "'a.' is not a name; write '{{' for a brace")]
    [InlineData("{a:}", 0, 4, "'a' has a colon but no format")]
    [InlineData("{a: }", 0, 5, "'a' has a colon but no format")]
    public void What_is_wrong_is_told_with_its_place(string template, int start, int length, string text)
    {
        TemplateParser.Parse(template, out TemplateProblem? problem);

        Assert.Equal(new TemplateProblem(text, start, length), problem);
    }

    private static string Show(TemplatePart part) => part.Text is not null
        ? $"'{part.Text}'@{part.Start}+{part.Length}"
        : $"<{part.Path}{(part.Format is null ? "" : ":" + part.Format)}>@{part.Start}+{part.Length} path@{part.PathStart}{(part.Format is null ? "" : $" format@{part.FormatStart}")}";
}

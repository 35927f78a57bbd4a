using Mimo.Generators.CodeFixes;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>What becomes of comments that are no XML.</summary>
public class DocCommentXmlTests
{
    [Theory]
    [InlineData("<summary>a < b</summary>", "<summary>a &lt; b</summary>")]
    [InlineData("<summary>a & b &amp; c &#65; &lt;</summary>", "<summary>a &amp; b &amp; c &#65; &lt;</summary>")]
    [InlineData("<summary>A Dictionary<string, int>.</summary>", "<summary>A Dictionary&lt;string, int>.</summary>")]
    [InlineData("<summary>A List<T>.</summary>", "<summary>A List&lt;T>.</summary>")]
    [InlineData("<summary>One.\n<param name=\"a\">Two.</param>", "<summary>One.</summary>\n<param name=\"a\">Two.</param>")]
    [InlineData("<summary>One.", "<summary>One.</summary>")]
    [InlineData("<summary>One <c>two <b>three.</summary>", "<summary>One <c>two <b>three.</b></c></summary>")]
    [InlineData("<summary>See <see cref=\"A\"> and <paramref name='b'>.</summary>", "<summary>See <see cref=\"A\"/> and <paramref name='b'/>.</summary>")]
    [InlineData("<summary>One.</para></summary>", "<summary>One.&lt;/para></summary>")]
    [InlineData("<param name=a>One.</param>", "<param name=\"a\">One.</param>")]
    [InlineData("<summary><see cref=\"List<int>\"/>, <a href='x?a=1&b=2'>there</a>.</summary>", "<summary><see cref=\"List{int}\"/>, <a href='x?a=1&amp;b=2'>there</a>.</summary>")]
    [InlineData("<summary>One < two.<!-- < & --></summary>", "<summary>One &lt; two.<!-- < & --></summary>")]
    public void What_is_no_tag_becomes_text_and_what_is_open_is_closed(string xml, string expected) =>
        Assert.Equal(expected, DocCommentXml.Repair(xml) is { } changes ? DocCommentXml.Apply(xml, changes) : null);

    [Theory]
    [InlineData("<summary>One.</summary>")]
    [InlineData("<summary a=\"1\" a=\"2\">One < two.</summary>")]
    public void What_is_sound_or_hopeless_is_left_as_it_is(string xml) => Assert.Null(DocCommentXml.Repair(xml));
}

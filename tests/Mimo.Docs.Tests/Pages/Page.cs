using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mimo.Docs.Tests.Pages;

/// <summary>A Markdown page: its code blocks with what hidden comments say of them, its links, and the places that links can lead to.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    private readonly MarkdownDocument _document;

    private Page(string path, string text)
    {
        Path = path;
        _document = Markdown.Parse(text, Pipeline);
    }

    /// <summary>The path from the root of the repository, or the name a test gives.</summary>
    public string Path { get; }

    public static Page Read(string path) => new(path, File.ReadAllText(Repository.PathTo(path)));

    public static Page Of(string text) => new("page.md", text);

    /// <summary>The fenced blocks in order, each with the comments that stand directly before it.</summary>
    public IEnumerable<CodeBlock> CodeBlocks()
    {
        var comments = new List<PageComment>();
        foreach (Block block in _document.Descendants<Block>())
        {
            switch (block)
            {
                case HtmlBlock { Type: HtmlBlockType.Comment } comment:
                    comments.Add(PageComment.Parse(comment.Lines.ToString()));
                    break;
                case FencedCodeBlock code:
                    // The line after the fence, and people count from one.
                    yield return new CodeBlock(code.Info ?? "", code.Lines.ToString(), code.Line + 2, [.. comments]);
                    comments.Clear();
                    break;
                default:
                    comments.Clear();
                    break;
            }
        }
    }

    /// <summary>The addresses of links and images, as written.</summary>
    public IEnumerable<string> Links() => _document.Descendants<LinkInline>().Select(static link => link.Url ?? "");

    /// <summary>What is set in code within the text.</summary>
    public IEnumerable<string> InlineCode() => _document.Descendants<CodeInline>().Select(static code => code.Content);

    /// <summary>The rows of all tables, headings included: the text of each cell.</summary>
    public IEnumerable<IReadOnlyList<string>> TableRows() => _document.Descendants<TableRow>()
        .Select(static row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(static cell => string.Concat(cell.Descendants<LeafInline>().Select(TextOf)))]);

    /// <summary>The headings' anchors.</summary>
    public IEnumerable<string> Anchors() => _document.Descendants<HeadingBlock>().Select(static heading => heading.GetAttributes().Id ?? "");

    private static string TextOf(LeafInline inline) => inline switch
    {
        CodeInline code => code.Content,
        LiteralInline literal => literal.Content.ToString(),
        _ => "",
    };
}

/// <param name="Language">What the fence says it is; empty if it says nothing.</param>
/// <param name="Text">What is between the fences.</param>
/// <param name="Line">The line of the page on which the text begins.</param>
/// <param name="Comments">The hidden comments before the block.</param>
internal sealed record CodeBlock(string Language, string Text, int Line, IReadOnlyList<PageComment> Comments);

/// <summary>A comment of the form <c>&lt;!-- keyword: content --&gt;</c>; content may go over several lines, and may be left out.</summary>
internal sealed record PageComment(string Keyword, string Content)
{
    public static PageComment Parse(string comment)
    {
        string text = comment.Trim()["<!--".Length..^"-->".Length].Trim();
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new PageComment(text, "") : new PageComment(text[..colon].Trim(), text[(colon + 1)..].Trim());
    }
}

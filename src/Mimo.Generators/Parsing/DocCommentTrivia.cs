using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>Finds the XML of a declaration's doc comment in its text, whether the build parses doc comments or takes them for ordinary ones.</summary>
internal static class DocCommentTrivia
{
    /// <returns>The XML without comment markers; empty if there is none.</returns>
    public static string Read(SyntaxNode declaration)
    {
        var xml = new StringBuilder();
        foreach (SyntaxTrivia trivia in Find(declaration))
        {
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            {
                AppendLines(xml, trivia.ToFullString());
            }
            else
            {
                AppendBlock(xml, trivia.ToFullString());
            }
        }

        return xml.ToString();
    }

    /// <summary>The comments that document a declaration. Like the compiler, it takes no notice of those with another comment or a directive behind them and more of their kind behind that.</summary>
    public static IReadOnlyList<SyntaxTrivia> Find(SyntaxNode declaration)
    {
        SyntaxNode node = declaration is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } ? field : declaration;
        SourceText text = node.SyntaxTree.GetText();
        var comments = new List<SyntaxTrivia>();
        bool isApart = false;
        foreach (SyntaxTrivia trivia in Before(node, text))
        {
            if (!IsDocumentation(trivia, text))
            {
                isApart |= trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
                continue;
            }

            if (isApart)
            {
                comments.Clear();
                isApart = false;
            }

            comments.Add(trivia);
        }

        return comments;
    }

    /// <summary>
    /// What stands between a declaration and the token before it. A build that parses no doc comments leaves one on the line of that
    /// token to the token, which takes long to find, and is asked only where its line has what may begin a comment.
    /// </summary>
    private static IEnumerable<SyntaxTrivia> Before(SyntaxNode node, SourceText text)
    {
        SyntaxTriviaList own = node.GetLeadingTrivia();
        TextSpan line = node.FullSpan.Start == 0 ? default : text.Lines.GetLineFromPosition(node.FullSpan.Start - 1).Span;
        for (int position = line.Start; position + 2 < line.End; position++)
        {
            if (text[position] == '/' && text[position + 1] is '/' or '*' && text[position + 2] == text[position + 1])
            {
                return node.GetFirstToken().GetPreviousToken().TrailingTrivia.Concat(own);
            }
        }

        return own;
    }

    private static bool IsDocumentation(SyntaxTrivia trivia, SourceText text)
    {
        TextSpan span = trivia.Span;
        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
            SyntaxKind.SingleLineCommentTrivia => span.Length > 2 && text[span.Start + 2] == '/' && (span.Length == 3 || text[span.Start + 3] != '/'),
            SyntaxKind.MultiLineCommentTrivia => span.Length > 4 && text[span.Start + 2] == '*' && text[span.Start + 3] != '*',
            _ => false,
        };
    }

    private static void AppendLines(StringBuilder xml, string comment)
    {
        const string Marker = "///";
        for (int start = 0, end; start < comment.Length; start = end + 1)
        {
            end = comment.IndexOf('\n', start);
            end = end < 0 ? comment.Length : end;
            while (start < end && char.IsWhiteSpace(comment[start]))
            {
                start++;
            }

            int text = start + Marker.Length;
            if (string.CompareOrdinal(comment, start, Marker, 0, Marker.Length) == 0 && (text >= end || comment[text] != '/'))
            {
                xml.Append(comment, text, end - text).Append('\n');
            }
        }
    }

    private static void AppendBlock(StringBuilder xml, string comment)
    {
        const string Start = "/**";
        const string End = "*/";
        string block = comment.Trim();
        if (!block.StartsWith(Start, StringComparison.Ordinal) || !block.EndsWith(End, StringComparison.Ordinal) || block.Length <= Start.Length + End.Length)
        {
            return;
        }

        foreach (string line in block.Substring(Start.Length, block.Length - Start.Length - End.Length).Split('\n'))
        {
            string text = line.TrimStart();
            xml.Append(text.StartsWith("*", StringComparison.Ordinal) ? text.Substring(1) : text).Append('\n');
        }
    }
}

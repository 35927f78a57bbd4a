using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        var comments = new List<SyntaxTrivia>();
        bool isApart = false;
        foreach (SyntaxTrivia trivia in Before(node))
        {
            if (!IsDocumentation(trivia))
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
    /// token to the token.
    /// </summary>
    private static IEnumerable<SyntaxTrivia> Before(SyntaxNode node) =>
        node.GetFirstToken().GetPreviousToken().TrailingTrivia.Concat(node.GetLeadingTrivia());

    private static bool IsDocumentation(SyntaxTrivia trivia)
    {
        switch (trivia.Kind())
        {
            case SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                return true;
            case SyntaxKind.SingleLineCommentTrivia:
                string line = trivia.ToString();
                return line.StartsWith("///", StringComparison.Ordinal) && (line.Length == 3 || line[3] != '/');
            case SyntaxKind.MultiLineCommentTrivia:
                string block = trivia.ToString();
                return block.StartsWith("/**", StringComparison.Ordinal) && block.Length > 4 && block[3] != '*';
            default:
                return false;
        }
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

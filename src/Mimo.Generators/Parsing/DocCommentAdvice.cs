using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Parsing;

/// <summary>What is worth saying about a tool's documentation, which is what the model reads.</summary>
internal static class DocCommentAdvice
{
    private static readonly Regex WhiteSpace = new(@"\s+", RegexOptions.CultureInvariant);

    /// <returns>Whether the comment, if there is one, is XML.</returns>
    public static bool Check(ToolParserContext context)
    {
        bool isReadable = true;
        foreach (SyntaxReference declaration in Declarations(context.Method))
        {
            SyntaxNode syntax = declaration.GetSyntax(context.CancellationToken);
            if (ReferenceEquals(context.Comment, DocComment.None) && FindMalformed(syntax) is var (place, problem))
            {
                context.Report!(Diagnostic.Create(DiagnosticDescriptors.CommentIsMalformed, place, context.Method.Name, problem));
                isReadable = false;
            }

            foreach (string name in context.Comment.Parameters.Keys)
            {
                if (!context.Method.Parameters.Any(parameter => parameter.Name == name) && FindParameter(syntax, name) is { } stray)
                {
                    context.Report!(Diagnostic.Create(DiagnosticDescriptors.CommentNamesNoParameter, stray, context.Method.Name, name));
                }
            }
        }

        CheckAttribute(context.Method, context.Comment.Summary, context);
        return isReadable;
    }

    /// <summary>Compares what a comment says of a symbol with its <c>[Description]</c>, which loses against it.</summary>
    public static void CheckAttribute(ISymbol symbol, string comment, ToolParserContext context)
    {
        if (comment.Length > 0
            && symbol.FindAttribute(AttributeNames.Description) is { ConstructorArguments: [{ Value: string text }] } attribute
            && WhiteSpace.Replace(text, " ").Trim() is { Length: > 0 } description
            && description != comment)
        {
            context.Report!(Diagnostic.Create(DiagnosticDescriptors.DescriptionsDisagree, Places.Attribute(attribute, symbol, context.CancellationToken), symbol.Name));
        }
    }

    private static IEnumerable<SyntaxReference> Declarations(IMethodSymbol method) => method.PartialImplementationPart is { } implementation
        ? method.DeclaringSyntaxReferences.Concat(implementation.DeclaringSyntaxReferences)
        : method.DeclaringSyntaxReferences;

    /// <summary>The line of a comment where its XML breaks, and how.</summary>
    private static (Location Place, string Problem)? FindMalformed(SyntaxNode declaration)
    {
        string xml = DocCommentTrivia.Read(declaration);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return null;
        }

        try
        {
            XElement.Parse("<doc>" + xml + "</doc>");
            return null;
        }
        catch (XmlException exception)
        {
            List<TextSpan> lines = Lines(declaration);
            TextSpan line = lines.Count == 0 ? declaration.Span : lines[Math.Min(Math.Max(exception.LineNumber, 1), lines.Count) - 1];
            string problem = exception.Message;
            int position = problem.IndexOf(" Line ", StringComparison.Ordinal);
            return (Location.Create(declaration.SyntaxTree, line), (position < 0 ? problem : problem.Substring(0, position)).TrimEnd('.').Replace("'doc'", "the comment's"));
        }
    }

    private static List<TextSpan> Lines(SyntaxNode declaration)
    {
        SourceText text = declaration.SyntaxTree.GetText();
        var lines = new List<TextSpan>();
        foreach (SyntaxTrivia trivia in Comments(declaration))
        {
            foreach (TextLine line in text.Lines.SkipWhile(line => line.End < trivia.FullSpan.Start).TakeWhile(line => line.Start < trivia.FullSpan.End))
            {
                string content = line.ToString();
                int start = content.Length - content.TrimStart().Length;
                if (content.Length > start)
                {
                    lines.Add(TextSpan.FromBounds(line.Start + start, line.Start + content.TrimEnd().Length));
                }
            }
        }

        return lines;
    }

    private static Location? FindParameter(SyntaxNode declaration, string name)
    {
        foreach (SyntaxTrivia trivia in Comments(declaration))
        {
            Match match = Regex.Match(trivia.ToFullString(), "<param\\s+name\\s*=\\s*[\"'](" + Regex.Escape(name) + ")[\"']", RegexOptions.CultureInvariant);
            if (match.Success)
            {
                return Location.Create(declaration.SyntaxTree, new TextSpan(trivia.FullSpan.Start + match.Groups[1].Index, name.Length));
            }
        }

        return null;
    }

    private static IEnumerable<SyntaxTrivia> Comments(SyntaxNode declaration) => declaration.GetLeadingTrivia().Where(static trivia =>
        trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
        || (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia && trivia.ToString().StartsWith("///", StringComparison.Ordinal))
        || (trivia.Kind() is SyntaxKind.MultiLineCommentTrivia && trivia.ToString().StartsWith("/**", StringComparison.Ordinal)));
}

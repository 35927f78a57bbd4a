using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Parsing;

/// <summary>What is worth saying about the documentation of tools and of the types they take, which is what the model reads.</summary>
internal static class DocCommentAdvice
{
    private static readonly Regex WhiteSpace = new(@"\s+", RegexOptions.CultureInvariant);
    private static readonly char[] EntityEnds = [';', ' ', '<', '"', '\''];
    private static readonly Regex TagName = new(@"\G\w+", RegexOptions.CultureInvariant);
    private static readonly Regex Quoted = new("'([^']*)'", RegexOptions.CultureInvariant);

    /// <returns>Whether the comment, if there is one, is XML.</returns>
    public static bool Check(ToolParserContext context)
    {
        IMethodSymbol method = context.Method;
        bool isReadable = CheckXml(method, context.Comment, context.Report!, context.CancellationToken);
        CheckParameters(method, context.Comment, method.Parameters.Select(static parameter => parameter.Name), context.Report!, context.CancellationToken);
        CheckAttribute(method, context.Comment.Summary, context.Report!, context.CancellationToken);
        return isReadable;
    }

    /// <summary>Judges the comment of a type that the model fills.</summary>
    /// <param name="type">The type.</param>
    /// <param name="comment">What its comment says.</param>
    /// <param name="constructor">The constructor that generated code calls; a record's comment describes its parameters.</param>
    /// <param name="report">Hears what is worth saying.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    public static void CheckType(INamedTypeSymbol type, DocComment comment, IMethodSymbol? constructor, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        CheckXml(type, comment, report, cancellationToken);
        if (type.IsRecord && constructor is not null)
        {
            CheckParameters(type, comment, constructor.Parameters.Select(static parameter => parameter.Name), report, cancellationToken);
        }

        CheckAttribute(type, comment.Summary, report, cancellationToken);
    }

    /// <summary>Judges the comment of a member that the model fills; that of a record's parameter is part of the record's.</summary>
    public static void CheckMember(ISymbol member, IParameterSymbol? parameter, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (parameter is null)
        {
            DocComment comment = DocCommentParser.Parse(member, cancellationToken);
            CheckXml(member, comment, report, cancellationToken);
            CheckAttribute(member, comment.Summary, report, cancellationToken);
        }
        else if ((member.HasAttribute(AttributeNames.Description) ? member : parameter.HasAttribute(AttributeNames.Description) ? (ISymbol)parameter : null) is { } described)
        {
            CheckAttribute(described, DocCommentParser.Parse(member.ContainingType, cancellationToken).Parameter(parameter.Name), report, cancellationToken);
        }
    }

    /// <summary>Compares what a comment says of a symbol with its <c>[Description]</c>, which loses against it.</summary>
    public static void CheckAttribute(ISymbol symbol, string comment, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (comment.Length > 0
            && symbol.FindAttribute(AttributeNames.Description) is { ConstructorArguments: [{ Value: string text }] } attribute
            && WhiteSpace.Replace(text, " ").Trim() is { Length: > 0 } description
            && description != comment)
        {
            report(Diagnostic.Create(DiagnosticDescriptors.DescriptionsDisagree, Places.Attribute(attribute, symbol, cancellationToken), symbol.Name));
        }
    }

    private static bool CheckXml(ISymbol symbol, DocComment comment, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(comment, DocComment.None))
        {
            return true;
        }

        bool isReadable = true;
        foreach (SyntaxReference declaration in Declarations(symbol))
        {
            if (FindMalformed(declaration.GetSyntax(cancellationToken)) is var (place, problem))
            {
                report(Diagnostic.Create(DiagnosticDescriptors.CommentIsMalformed, place, symbol.Name, problem));
                isReadable = false;
            }
        }

        return isReadable;
    }

    private static void CheckParameters(ISymbol symbol, DocComment comment, IEnumerable<string> names, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (string stray in comment.Parameters.Keys.Except(names))
        {
            foreach (SyntaxReference declaration in Declarations(symbol))
            {
                if (FindParameter(declaration.GetSyntax(cancellationToken), stray) is { } place)
                {
                    report(Diagnostic.Create(DiagnosticDescriptors.CommentNamesNoParameter, place, symbol.Name, stray));
                }
            }
        }
    }

    private static IEnumerable<SyntaxReference> Declarations(ISymbol symbol) => symbol is IMethodSymbol { PartialImplementationPart: { } implementation }
        ? symbol.DeclaringSyntaxReferences.Concat(implementation.DeclaringSyntaxReferences)
        : symbol.DeclaringSyntaxReferences;

    /// <summary>The line of a comment where its XML breaks, and how.</summary>
    private static (Location Place, string Problem)? FindMalformed(SyntaxNode declaration)
    {
        string xml = DocCommentTrivia.Read(declaration);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return null;
        }

        xml = "<doc>" + xml + "</doc>";
        try
        {
            XElement.Parse(xml);
            return null;
        }
        catch (XmlException exception)
        {
            List<TextSpan> lines = Lines(declaration);
            TextSpan line = lines.Count == 0 ? declaration.Span : lines[Math.Min(Math.Max(exception.LineNumber, 1), lines.Count) - 1];
            return (Location.Create(declaration.SyntaxTree, line), Explain(exception, xml));
        }
    }

    /// <summary>What is wrong, in the words of doc comments rather than in those of an XML reader.</summary>
    private static string Explain(XmlException exception, string xml)
    {
        string line = xml.Split('\n').ElementAtOrDefault(exception.LineNumber - 1) ?? "";
        int position = Math.Min(Math.Max(exception.LinePosition - 1, 0), line.Length);
        int ampersand = position == 0 ? -1 : line.LastIndexOf('&', position - 1);
        if (ampersand >= 0 && line.IndexOfAny(EntityEnds, ampersand + 1, position - ampersand - 1) < 0)
        {
            return "a '&' stands alone; write '&amp;'";
        }

        if (position > 0 && line[position - 1] == '<')
        {
            return "a '<' stands alone; write '&lt;'";
        }

        if (position > 0 && line[position - 1] == '=')
        {
            return "the value of an attribute is not quoted";
        }

        if (position > 1 && line.Substring(position - 2, 2) == "</" && Quoted.Match(exception.Message) is { Success: true } open)
        {
            return open.Groups[1].Value == "doc" ? $"'</{TagName.Match(line, position).Value}>' closes nothing" : $"'<{open.Groups[1].Value}>' is not closed";
        }

        int end = exception.Message.IndexOf(" Line ", StringComparison.Ordinal);
        return (end < 0 ? exception.Message : exception.Message.Substring(0, end)).TrimEnd('.');
    }

    private static List<TextSpan> Lines(SyntaxNode declaration)
    {
        SourceText text = declaration.SyntaxTree.GetText();
        var lines = new List<TextSpan>();
        foreach (SyntaxTrivia trivia in DocCommentTrivia.Find(declaration))
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
        foreach (SyntaxTrivia trivia in DocCommentTrivia.Find(declaration))
        {
            Match match = Regex.Match(trivia.ToFullString(), "<param\\s+name\\s*=\\s*[\"'](" + Regex.Escape(name) + ")[\"']", RegexOptions.CultureInvariant);
            if (match.Success)
            {
                return Location.Create(declaration.SyntaxTree, new TextSpan(trivia.FullSpan.Start + match.Groups[1].Index, name.Length));
            }
        }

        return null;
    }
}

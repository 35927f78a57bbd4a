using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Parsing;

/// <summary>What an XML doc comment says, as plain text.</summary>
/// <param name="Summary">The summary; empty if there is none.</param>
/// <param name="Parameters">The parameters' texts by name.</param>
internal sealed record DocComment(string Summary, IReadOnlyDictionary<string, string> Parameters)
{
    public static readonly DocComment None = new("", new Dictionary<string, string>());

    public string Parameter(string name) => Parameters.TryGetValue(name, out string? text) ? text : "";
}

/// <summary>Reads the documentation of symbols.</summary>
internal static class DocCommentParser
{
    private static readonly Regex WhiteSpace = new(@"\s+", RegexOptions.CultureInvariant);

    /// <summary>Reads a symbol's comment; a malformed one counts as none.</summary>
    public static DocComment Parse(ISymbol symbol, CancellationToken cancellationToken)
    {
        string? xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (string.IsNullOrWhiteSpace(xml))
        {
            // A build without GenerateDocumentationFile parses no doc comments; the text is still there as ordinary comments.
            xml = ReadTrivia(symbol, cancellationToken);
        }

        if (string.IsNullOrWhiteSpace(xml))
        {
            return DocComment.None;
        }

        try
        {
            DocComment comment = Parse(XElement.Parse("<doc>" + WithoutDeclaration(xml!) + "</doc>", LoadOptions.PreserveWhitespace));
            return comment.Summary.Length == 0 && xml!.Contains("<inheritdoc") && InheritedFrom(symbol) is { } original
                ? Parse(original, cancellationToken)
                : comment;
        }
        catch (XmlException)
        {
            return DocComment.None;
        }
    }

    /// <summary>What a symbol is for: its doc comment's summary, else its <c>[Description]</c>; empty if neither.</summary>
    public static string Describe(ISymbol symbol, CancellationToken cancellationToken)
    {
        string summary = Parse(symbol, cancellationToken).Summary;
        return summary.Length > 0 ? summary : DescriptionAttribute(symbol);
    }

    /// <summary>The text of a symbol's <c>[Description]</c>; empty if it has none.</summary>
    public static string DescriptionAttribute(ISymbol symbol) =>
        symbol.FindAttribute(AttributeNames.Description) is { ConstructorArguments: [{ Value: string text }] } ? text : "";

    /// <summary>What a symbol overrides, implements or derives from; null if nothing that can have documentation.</summary>
    private static ISymbol? InheritedFrom(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => type.BaseType is { SpecialType: SpecialType.None } baseType ? baseType : type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(face => face.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    private static DocComment Parse(XElement root)
    {
        // Roslyn wraps the comment of a symbol in <member>; that of trivia stands bare.
        XElement comment = root.Element("member") ?? root;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (XElement parameter in comment.Elements("param"))
        {
            if (parameter.Attribute("name")?.Value is { } name && !parameters.ContainsKey(name))
            {
                parameters.Add(name, ToText(parameter));
            }
        }

        return new DocComment(comment.Element("summary") is { } summary ? ToText(summary) : "", parameters);
    }

    private static string ToText(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return WhiteSpace.Replace(text.ToString(), " ").Trim();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (XNode node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement child when child.HasElements || child.Value.Length > 0:
                    text.Append(IsBlock(child) ? " " : "");
                    Append(text, child);
                    text.Append(IsBlock(child) ? " " : "");
                    break;
                case XElement child:
                    text.Append(Reference(child));
                    break;
            }
        }
    }

    private static bool IsBlock(XElement element) =>
        element.Name.LocalName is "para" or "list" or "item" or "term" or "description" or "code" or "listheader";

    /// <summary>What an empty element such as <c>&lt;see cref="T:System.String"/&gt;</c> stands for.</summary>
    private static string Reference(XElement element)
    {
        if ((element.Attribute("name") ?? element.Attribute("langword"))?.Value is { } word)
        {
            return word;
        }

        if (element.Attribute("cref")?.Value is { } reference)
        {
            string name = reference.Length > 1 && reference[1] == ':' ? reference.Substring(2) : reference;
            int parameters = name.IndexOf('(');
            name = parameters < 0 ? name : name.Substring(0, parameters);
            name = name.Substring(name.LastIndexOf('.') + 1);
            int arity = name.IndexOfAny(['`', '{']);
            return arity < 0 ? name : name.Substring(0, arity);
        }

        return element.Attribute("href")?.Value ?? (element.Name.LocalName == "br" ? " " : "");
    }

    private static string ReadTrivia(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax(cancellationToken);
            string text = ReadTrivia(node.GetLeadingTrivia());
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static string ReadTrivia(SyntaxTriviaList trivia)
    {
        var text = new StringBuilder();
        foreach (SyntaxTrivia item in trivia)
        {
            string words = item.Kind() switch
            {
                SyntaxKind.SingleLineCommentTrivia => item.ToString(),
                SyntaxKind.MultiLineCommentTrivia => item.ToString(),
                _ => "",
            };

            if (words.StartsWith("///", StringComparison.Ordinal) && !words.StartsWith("////", StringComparison.Ordinal))
            {
                text.Append(words, 3, words.Length - 3).Append('\n');
            }
            else if (words.StartsWith("/**", StringComparison.Ordinal) && words.Length > 4)
            {
                foreach (string line in words.Substring(3, words.Length - 5).Split('\n'))
                {
                    text.Append(line.TrimStart().TrimStart('*')).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string WithoutDeclaration(string xml)
    {
        int end = xml.StartsWith("<?xml", StringComparison.Ordinal) ? xml.IndexOf("?>", StringComparison.Ordinal) : -1;
        return end < 0 ? xml : xml.Substring(end + 2);
    }
}

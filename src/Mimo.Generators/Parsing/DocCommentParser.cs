using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>What an XML doc comment says, as plain text.</summary>
/// <param name="Summary">The summary; empty if there is none.</param>
/// <param name="Parameters">The parameters' texts by name.</param>
/// <param name="Inherits">Whether it takes what it leaves open from another symbol's (<c>&lt;inheritdoc/&gt;</c>).</param>
/// <param name="Original">The name of that symbol (<c>cref</c>); null for what the symbol overrides or implements.</param>
internal sealed record DocComment(string Summary, IReadOnlyDictionary<string, string> Parameters, bool Inherits, string? Original = null)
{
    public static readonly DocComment None = new("", new Dictionary<string, string>(), Inherits: false);

    /// <summary>This comment, with what it leaves open taken from another declaration of the same symbol.</summary>
    public DocComment Or(DocComment other)
    {
        if (ReferenceEquals(this, None) || ReferenceEquals(other, None))
        {
            return ReferenceEquals(this, None) ? other : this;
        }

        var parameters = other.Parameters.ToDictionary(static parameter => parameter.Key, static parameter => parameter.Value, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> parameter in Parameters)
        {
            parameters[parameter.Key] = parameter.Value;
        }

        return new DocComment(Summary.Length > 0 ? Summary : other.Summary, parameters, Inherits || other.Inherits, Original ?? other.Original);
    }

    public string Parameter(string name) => Parameters.TryGetValue(name, out string? text) ? text : "";
}

/// <summary>Reads the documentation of symbols.</summary>
internal static class DocCommentParser
{
    /// <summary>A comment may name one that names it.</summary>
    private const int MostOriginals = 16;

    /// <summary>
    /// What has been read already: the generator and some analyzers ask for the same comments, of which most of what a tool costs them
    /// comes. A comment follows from its declaration alone, and is forgotten with it.
    /// </summary>
    private static readonly ConditionalWeakTable<SyntaxNode, DocComment> ByDeclaration = new();

    private static readonly Regex Parameters = new(@"[(\[].*$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex TypeArguments = new(@"\{[^{}]*\}|<[^<>]*>|`+\d+", RegexOptions.CultureInvariant);

    /// <summary>Reads a symbol's comment; a malformed one counts as none.</summary>
    /// <remarks>
    /// What stands in the source is read as written: a build without <c>GenerateDocumentationFile</c> parses no doc comments, and one
    /// that does rewrites their references, so the same tool would be described in two ways.
    /// </remarks>
    public static DocComment Parse(ISymbol symbol, CancellationToken cancellationToken) => Parse(symbol, MostOriginals, cancellationToken);

    private static DocComment Parse(ISymbol symbol, int mostOriginals, CancellationToken cancellationToken)
    {
        DocComment comment = DocComment.None;
        bool isInSource = false;
        foreach (SyntaxReference declaration in Declarations(symbol))
        {
            isInSource = true;
            comment = comment.Or(ByDeclaration.GetValue(declaration.GetSyntax(cancellationToken), static declaration => ParseXml(DocCommentTrivia.Read(declaration))));
        }

        comment = isInSource ? comment : ParseXml(symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken) ?? "");
        return comment.Inherits && mostOriginals > 0 && InheritedDocumentation.Find(symbol, comment.Original, cancellationToken) is { } original
            ? comment.Or(Parse(original, mostOriginals - 1, cancellationToken))
            : comment;
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

    /// <summary>All places where the symbol is declared; of a partial method the part with the body first, as the compiler has it.</summary>
    private static IEnumerable<SyntaxReference> Declarations(ISymbol symbol) => symbol is IMethodSymbol { PartialImplementationPart: { } implementation }
        ? implementation.DeclaringSyntaxReferences.Concat(symbol.DeclaringSyntaxReferences)
        : symbol.DeclaringSyntaxReferences;

    private static DocComment ParseXml(string xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return DocComment.None;
        }

        try
        {
            // Made from a string, this reader takes no more memory than the text, where others take 8 KB for each comment.
            using var reader = new XmlTextReader("<doc>" + xml + "</doc>", XmlNodeType.Element, context: null)
            {
                DtdProcessing = DtdProcessing.Prohibit,
                EntityHandling = EntityHandling.ExpandEntities,
                Normalization = true,
                XmlResolver = null,
            };
            return Parse(XElement.Load(reader, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            return DocComment.None;
        }
    }

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

        XElement? inherited = comment.Descendants("inheritdoc").FirstOrDefault();
        return new DocComment(comment.Element("summary") is { } summary ? ToText(summary) : "", parameters, inherited is not null, inherited?.Attribute("cref")?.Value);
    }

    private static string ToText(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return OnOneLine(text.ToString().ToCharArray());
    }

    /// <summary>Every run of white space as one blank, and none at the ends.</summary>
    private static string OnOneLine(char[] text)
    {
        int length = 0;
        bool isAfterBlank = true;
        for (int index = 0; index < text.Length; index++)
        {
            bool isBlank = char.IsWhiteSpace(text[index]);
            if (!isBlank || !isAfterBlank)
            {
                text[length++] = isBlank ? ' ' : text[index];
            }

            isAfterBlank = isBlank;
        }

        return new string(text, 0, length > 0 && isAfterBlank ? length - 1 : length);
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
                case XElement { Name.LocalName: "inheritdoc" }:
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
            return ShortName(reference);
        }

        return element.Attribute("href")?.Value ?? (element.Name.LocalName == "br" ? " " : "");
    }

    /// <summary>The last name of a reference, as written in source (<c>List{T}.Add(T)</c>) or by the compiler (<c>M:System.Uri.#ctor</c>).</summary>
    private static string ShortName(string reference)
    {
        string name = reference.Length > 2 && reference[1] == ':' && reference[2] != ':' ? reference.Substring(2) : reference;
        name = Parameters.Replace(name, "");
        name = TypeArguments.Replace(name, "").Replace(".#ctor", "").Replace("@", "");
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}

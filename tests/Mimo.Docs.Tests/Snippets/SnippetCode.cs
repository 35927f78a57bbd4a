using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>C# of a page, taken apart so that its parts can stand in other programs too.</summary>
internal sealed class SnippetCode
{
    private SnippetCode(CompilationUnitSyntax unit)
    {
        Usings = [.. unit.Usings.Select(static directive => directive.WithoutTrivia().ToString())];
        Body = WithoutUsings(unit);
        Statements = string.Concat(unit.Members.OfType<GlobalStatementSyntax>().Select(static statement => statement.ToFullString()));
        Declarations = [.. unit.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => new SnippetDeclaration(member))];
        Names = NamesIn(unit);
    }

    /// <summary>The using directives, without <c>global</c>.</summary>
    public ImmutableArray<string> Usings { get; }

    /// <summary>Everything but the using directives, line for line.</summary>
    public string Body { get; }

    /// <summary>The statements outside of any type.</summary>
    public string Statements { get; }

    /// <summary>The types, with their comments.</summary>
    public ImmutableArray<SnippetDeclaration> Declarations { get; }

    /// <summary>Every name that occurs.</summary>
    public ImmutableHashSet<string> Names { get; }

    public static SnippetCode Parse(string text) => new(CSharpSyntaxTree.ParseText(text, SnippetCompiler.ParseOptions).GetCompilationUnitRoot());

    public static ImmutableHashSet<string> NamesIn(SyntaxNode node) =>
        [.. node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)];

    private static string WithoutUsings(CompilationUnitSyntax unit)
    {
        char[] text = unit.ToFullString().ToCharArray();
        foreach (UsingDirectiveSyntax directive in unit.Usings)
        {
            Array.Fill(text, ' ', directive.Span.Start, directive.Span.Length);
        }

        return new string(text);
    }
}

/// <summary>A type, or a namespace with types, that later snippets of the page can name.</summary>
internal sealed class SnippetDeclaration(MemberDeclarationSyntax member)
{
    public string Text { get; } = member.ToFullString();

    /// <summary>The names of the types it declares.</summary>
    public ImmutableHashSet<string> Declared { get; } =
    [
        .. member.DescendantNodesAndSelf().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText),
        .. member.DescendantNodesAndSelf().OfType<DelegateDeclarationSyntax>().Select(static type => type.Identifier.ValueText),
    ];

    /// <summary>Every name that occurs in it.</summary>
    public ImmutableHashSet<string> Names { get; } = SnippetCode.NamesIn(member);
}

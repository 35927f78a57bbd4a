using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Mimo.Generators.CodeFixes;

/// <summary>Pieces of syntax that several repairs write. Names are qualified, and shortened or imported when the repair is done.</summary>
internal static class Syntaxes
{
    /// <summary>A type as the document would write it, with a <c>using</c> if it needs one.</summary>
    public static TypeSyntax Type(SyntaxGenerator generator, ITypeSymbol type) => (TypeSyntax)generator.TypeExpression(type, addImport: true);

    /// <summary>A declaration with one more attribute.</summary>
    /// <param name="generator">Writes the attribute.</param>
    /// <param name="declaration">A parameter or member.</param>
    /// <param name="attribute">The attribute's class.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SyntaxNode AddAttribute(SyntaxGenerator generator, SyntaxNode declaration, INamedTypeSymbol attribute, params AttributeArgumentSyntax[] arguments) =>
        AddAttribute(generator, declaration, attribute, SyntaxKind.None, arguments);

    /// <param name="generator">Writes the attribute.</param>
    /// <param name="declaration">A parameter or member.</param>
    /// <param name="attribute">The attribute's class.</param>
    /// <param name="target">What it is meant for if not for the declaration itself, such as <c>property</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SyntaxNode AddAttribute(SyntaxGenerator generator, SyntaxNode declaration, INamedTypeSymbol attribute, SyntaxKind target, params AttributeArgumentSyntax[] arguments)
    {
        AttributeSyntax syntax = SyntaxFactory.Attribute((NameSyntax)Type(generator, attribute));
        if (arguments.Length > 0)
        {
            syntax = syntax.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments)));
        }

        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(syntax));
        if (target != SyntaxKind.None)
        {
            list = list.WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(target), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)));
        }

        if (declaration is ParameterSyntax parameter)
        {
            return parameter.WithoutLeadingTrivia()
                .WithAttributeLists(parameter.WithoutLeadingTrivia().AttributeLists.Add(list.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(parameter.GetLeadingTrivia());
        }

        return generator.AddAttributes(declaration, list.WithAdditionalAnnotations(Formatter.Annotation));
    }

    public static AttributeArgumentSyntax Argument(string text) => SyntaxFactory.AttributeArgument(Literal(text));

    public static AttributeArgumentSyntax Argument(string name, string text) =>
        SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), null, Literal(text)).NormalizeWhitespace();

    public static LiteralExpressionSyntax Literal(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    /// <summary>The edit that takes an attribute away, with its brackets if it stands alone in them. What is written above it is about what it stands on, and stays.</summary>
    public static Edit RemoveAttribute(Document document, AttributeSyntax attribute) => attribute.Parent switch
    {
        AttributeListSyntax { Attributes.Count: 1, Parent: MemberDeclarationSyntax { AttributeLists: [var first, ..] } owner } list when first == list =>
            new Edit(document, owner, (node, _) => WithoutFirstList((MemberDeclarationSyntax)node), list.ToString()),
        AttributeListSyntax { Attributes.Count: 1 } list => Edit.Remove(document, list),
        _ => Edit.Remove(document, attribute),
    };

    private static MemberDeclarationSyntax WithoutFirstList(MemberDeclarationSyntax declaration) =>
        declaration.WithAttributeLists(declaration.AttributeLists.RemoveAt(0)).WithLeadingTrivia(declaration.GetLeadingTrivia());

    /// <summary>Where a symbol's attribute is written in a document of the solution; null if nowhere.</summary>
    public static AttributeSyntax? Attribute(AttributeData? attribute, CancellationToken cancellationToken) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Mimo.Generators.CodeFixes;

/// <summary>Syntax out of <c>global::</c>-qualified text, which Roslyn writes as short as the usings around it allow.</summary>
internal static class ShortSyntax
{
    public static ExpressionSyntax Expression(string qualified) => Shorten(SyntaxFactory.ParseExpression(qualified));

    public static TypeSyntax Type(string qualified) => Shorten(SyntaxFactory.ParseTypeName(qualified));

    public static AttributeSyntax Attribute(string qualified) => Shorten(SyntaxFactory.Attribute(SyntaxFactory.ParseName(qualified)));

    /// <summary>The simplifier shortens only what is annotated itself, not what is inside.</summary>
    private static T Shorten<T>(T node)
        where T : SyntaxNode => node
            .ReplaceNodes(
                node.DescendantNodes().Where(static inner => inner is MemberAccessExpressionSyntax or QualifiedNameSyntax),
                static (_, inner) => inner.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithAdditionalAnnotations(Simplifier.Annotation);
}

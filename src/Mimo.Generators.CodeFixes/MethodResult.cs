using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mimo.Generators.CodeFixes;

/// <summary>What a method gives back: where its type is written, and the expressions that are returned.</summary>
internal static class MethodResult
{
    /// <summary>The method whose return type a place is in; null if it is elsewhere.</summary>
    public static MethodDeclarationSyntax? Find(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && method.ReturnType.FullSpan.Contains(place.Span) ? method : null;

    /// <summary>Whether others rely on the method's signature, so that it can't be changed alone: what it overrides or implements, or its other part.</summary>
    public static bool IsPinned(IMethodSymbol method) =>
        method.IsOverride
        || method.IsVirtual
        || method.PartialDefinitionPart is not null
        || method.PartialImplementationPart is { } other && !other.DeclaringSyntaxReferences.IsEmpty && !IsGenerated(other)
        || (method.ContainingType.TypeKind != TypeKind.Interface && method.ContainingType.AllInterfaces.SelectMany(face => face.GetMembers(method.Name)).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    /// <summary>The expressions that the method itself returns; those of functions inside are theirs.</summary>
    public static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax method)
    {
        if (method.ExpressionBody is { } arrow)
        {
            return [arrow.Expression];
        }

        return method.Body is not { } body
            ? []
            : body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
                .OfType<ReturnStatementSyntax>()
                .Select(static statement => statement.Expression)
                .OfType<ExpressionSyntax>();
    }

    // What our own generator wrote is written anew, to the changed signature.
    private static bool IsGenerated(IMethodSymbol method) => method.DeclaringSyntaxReferences.All(static reference => Trial.IsGenerated(reference.SyntaxTree));
}

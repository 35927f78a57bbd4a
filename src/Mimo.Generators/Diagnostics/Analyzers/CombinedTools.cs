using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Finds the types whose tools a call of <c>MimoToolSet.Combine</c> joins.</summary>
/// <remarks>
/// Syntax is walked, because the oldest Roslyn promised has no operation for collection expressions. Only a set that is itself an
/// argument or element counts: of alternatives one is there, and of a set that is picked from nobody knows what is left.
/// </remarks>
internal static class CombinedTools
{
    /// <returns>The types in their order, each with the place that names it.</returns>
    public static IEnumerable<(ExpressionSyntax Place, ITypeSymbol Holder)> Find(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (ExpressionSyntax set in call.ArgumentList.Arguments.SelectMany(static argument => Elements(argument.Expression)))
        {
            // The property is generated, so it may not be there yet; its type is known by the methods. A set made elsewhere can't be seen through.
            ITypeSymbol? holder = set switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tools", Expression: var source } =>
                    model.GetTypeInfo(source, cancellationToken).Type ?? model.GetSymbolInfo(source, cancellationToken).Symbol as ITypeSymbol,
                IdentifierNameSyntax { Identifier.ValueText: "Tools" } when model.GetOperation(set, cancellationToken) is IPropertyReferenceOperation tools =>
                    tools.Instance?.Type ?? tools.Property.ContainingType,
                _ => null,
            };
            if (holder is not null)
            {
                yield return (set, holder);
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax argument) => argument switch
    {
        ParenthesizedExpressionSyntax parenthesized => Elements(parenthesized.Expression),
        CastExpressionSyntax cast => Elements(cast.Expression),
        PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.ExclamationToken } suppressed => Elements(suppressed.Operand),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.SelectMany(Elements),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.SelectMany(Elements),
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().SelectMany(static element => Elements(element.Expression)),
        _ => [argument],
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mimo.Generators.CodeFixes;

/// <summary>Tells uses of a field that take it for a variable, which a property is not: it gives out copies.</summary>
internal static class VariableUse
{
    /// <summary>Whether a use refers to the field's place, or changes a part of its value there.</summary>
    public static bool NeedsVariable(ExpressionSyntax use, SemanticModel model, CancellationToken cancellationToken)
    {
        bool isPart = false;
        for (ExpressionSyntax expression = use; ;)
        {
            switch (expression.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized;
                    break;
                case ArgumentSyntax argument:
                    return !argument.RefKindKeyword.IsKind(SyntaxKind.None);
                case RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                    return true;
                case AssignmentExpressionSyntax assignment:
                    return isPart && assignment.Left == expression;
                case PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                    return isPart;
                case ExpressionSyntax part and (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)
                    when part.ChildNodes().First() == expression && model.GetTypeInfo(expression, cancellationToken).Type is { IsValueType: true }:
                    if (model.GetSymbolInfo(part, cancellationToken).Symbol is IMethodSymbol method)
                    {
                        return ChangesItself(method);
                    }

                    isPart = true;
                    expression = part;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether a method of a value may change it; on a copy that would be lost without a word.</summary>
    private static bool ChangesItself(IMethodSymbol method) =>
        method is { IsReadOnly: false, IsOverride: false, IsStatic: false, ReducedFrom: null, ContainingType: { IsValueType: true, TypeKind: not TypeKind.Enum } };
}

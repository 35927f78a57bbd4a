using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Questions about operations and the syntax behind them that several analyzers ask.</summary>
internal static class OperationExtensions
{
    /// <summary>The operation beneath conversions that the compiler put in, and beneath parentheses.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The name of the method in a call; null if what is called has none.</summary>
    public static SimpleNameSyntax? InvokedName(this SyntaxNode syntax) => syntax is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax name => name,
            _ => null,
        }
        : null;

    /// <summary>Whether an expression is <c>[]</c>. The oldest Roslyn promised has no operation for it, so its syntax is asked.</summary>
    public static bool IsEmptyCollectionExpression(this SyntaxNode syntax) => syntax is CollectionExpressionSyntax { Elements.Count: 0 };

    /// <summary>Whether a symbol has an attribute of the very class. Allocates nothing beyond what the compiler keeps.</summary>
    public static bool IsMarked(this ISymbol symbol, INamedTypeSymbol marker)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, marker))
            {
                return true;
            }
        }

        return false;
    }
}

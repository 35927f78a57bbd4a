using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
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

    /// <summary>Looks at the calls of methods of one name. The name is asked for first, so that what other calls mean is never looked up.</summary>
    public static void RegisterCallAction(this CompilationStartAnalysisContext start, string name, Action<SyntaxNodeAnalysisContext, IInvocationOperation> action) => start.RegisterSyntaxNodeAction(
        context =>
        {
            if (context.Node.InvokedName()?.Identifier.ValueText == name
                && context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is IInvocationOperation call)
            {
                action(context, call);
            }
        },
        SyntaxKind.InvocationExpression);

    /// <summary>
    /// Looks at the declarations of methods that are marked, of a partial method at the part with the body. Methods without
    /// attributes cost a look at their syntax, and nobody's body is bound before the action asks for it.
    /// </summary>
    public static void RegisterToolAction(this CompilationStartAnalysisContext start, INamedTypeSymbol marker, Action<SyntaxNodeAnalysisContext, IMethodSymbol> action) => start.RegisterSyntaxNodeAction(
        context =>
        {
            var declaration = (MethodDeclarationSyntax)context.Node;
            if ((declaration.AttributeLists.Count > 0 || declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { PartialImplementationPart: null } method
                && (method.PartialDefinitionPart ?? method).IsMarked(marker))
            {
                action(context, method);
            }
        },
        SyntaxKind.MethodDeclaration);

    /// <summary>Whether one of some names is used in the body of a method.</summary>
    public static bool Mentions(this MethodDeclarationSyntax method, HashSet<string> names)
    {
        if (((SyntaxNode?)method.Body ?? method.ExpressionBody) is not { } body)
        {
            return false;
        }

        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))
            {
                return true;
            }
        }

        return false;
    }

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

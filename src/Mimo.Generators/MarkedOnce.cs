using Microsoft.CodeAnalysis;

namespace Mimo.Generators;

/// <summary>
/// Sees to it that a symbol with several declarations is generated for once. An attribute written on two of them is the compiler's
/// error to tell; two generated files of one name would be an exception that takes everything else down.
/// </summary>
internal static class MarkedOnce
{
    /// <summary>Whether the declaration holds the first of the symbol's marker attributes.</summary>
    public static bool Holds(GeneratorAttributeSyntaxContext context)
    {
        ISymbol symbol = context.TargetSymbol is IMethodSymbol { PartialDefinitionPart: { } definition } ? definition : context.TargetSymbol;
        INamedTypeSymbol? marker = context.Attributes[0].AttributeClass;
        SyntaxReference? first = symbol.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, marker))?.ApplicationSyntaxReference;
        return first is null || (first.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.FullSpan.Contains(first.Span));
    }
}

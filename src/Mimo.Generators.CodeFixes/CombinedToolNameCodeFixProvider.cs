using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO010 where types are combined: names a tool after its type as well, where another type has one of its name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CombinedToolNameCodeFixProvider))]
[Shared]
public sealed class CombinedToolNameCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.CombinedToolNameIsTaken.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var combined = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach ((SyntaxNode place, ITypeSymbol holder) in FindCombined(context))
        {
            if (place.Span == context.Diagnostic.Location.SourceSpan)
            {
                if (Rename(holder, names, combined, context) is { } repair)
                {
                    yield return repair;
                }

                yield break;
            }

            names.UnionWith(ToolParser.NamesIn(holder));
            combined.UnionWith(ToolParser.MethodsIn(holder));
        }
    }

    /// <summary>The types that are combined, in order, each with the place that names it.</summary>
    private static IEnumerable<(SyntaxNode Place, ITypeSymbol Holder)> FindCombined(RepairContext context)
    {
        SemanticModel model = context.SemanticModel;
        if (context.Find<AttributeSyntax>() is { } attribute)
        {
            foreach (TypeOfExpressionSyntax expression in attribute.DescendantNodes().OfType<TypeOfExpressionSyntax>())
            {
                if (model.GetTypeInfo(expression.Type, context.CancellationToken).Type is { } type)
                {
                    yield return (expression, type);
                }
            }
        }
        else if (context.Node.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call)
        {
            foreach ((ExpressionSyntax place, ITypeSymbol type) in CombinedTools.Find(call, model, context.CancellationToken))
            {
                yield return (place, type);
            }
        }
    }

    /// <param name="holder">The type whose tools clash with others.</param>
    /// <param name="taken">The names of the others.</param>
    /// <param name="combined">The methods of the others; the same method by way of another type would clash under any name.</param>
    /// <param name="context">What is repaired.</param>
    private static Repair? Rename(ITypeSymbol holder, HashSet<string> taken, HashSet<ISymbol> combined, RepairContext context)
    {
        foreach (IMethodSymbol method in ToolParser.MethodsIn(holder).Where(method => !combined.Contains(method)))
        {
            if (method.FindAttribute(AttributeNames.MimoTool) is not { ApplicationSyntaxReference: { } reference } marker
                || context.FindElsewhere(Location.Create(reference.SyntaxTree, reference.Span)) is not (var document, var node)
                || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            {
                continue;
            }

            string name = ToolParser.ToolName(method, marker);
            string? free = ToolNameCodeFixProvider.Sanitize($"{WireNames.ToToolName(method.ContainingType.Name)}_{name}");
            ExpressionSyntax? written = ToolNameCodeFixProvider.Written(attribute);
            if (taken.Contains(name) && free is not null && !taken.Contains(free) && !ToolParser.NamesIn(holder).Contains(free) && written is null or LiteralExpressionSyntax)
            {
                return new Repair(
                    $"Name the tool of '{method.ContainingType.Name}' '{free}'",
                    "NameCombinedTool",
                    written is null
                        ? new Edit(document, attribute, (current, _) => ToolNameCodeFixProvider.AddName((AttributeSyntax)current, free!))
                        : new Edit(document, written, (current, _) => Syntaxes.Literal(free!).WithTriviaFrom(current)));
            }
        }

        return null;
    }
}

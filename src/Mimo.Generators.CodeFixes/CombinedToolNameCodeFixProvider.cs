using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;
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
        foreach ((SyntaxNode place, ITypeSymbol holder) in FindCombined(context))
        {
            if (place.Span == context.Diagnostic.Location.SourceSpan)
            {
                if (Rename(holder, names, context) is { } repair)
                {
                    yield return repair;
                }

                yield break;
            }

            names.UnionWith(ToolParser.NamesIn(holder));
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
            foreach (MemberAccessExpressionSyntax access in call.ArgumentList.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(static access => access.Name.Identifier.ValueText == "Tools"))
            {
                if ((model.GetTypeInfo(access.Expression, context.CancellationToken).Type ?? model.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol as ITypeSymbol) is { } type)
                {
                    yield return (access, type);
                }
            }
        }
    }

    private static Repair? Rename(ITypeSymbol holder, HashSet<string> taken, RepairContext context)
    {
        foreach (IMethodSymbol method in holder.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.FindAttribute(AttributeNames.MimoTool) is not { ApplicationSyntaxReference: { } reference } marker
                || context.FindElsewhere(Location.Create(reference.SyntaxTree, reference.Span)) is not (var document, var node)
                || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            {
                continue;
            }

            string name = ToolParser.ToolName(method, marker);
            string? free = ToolNameCodeFixProvider.Sanitize($"{WireNames.ToToolName(holder.Name)}_{name}");
            ExpressionSyntax? written = ToolNameCodeFixProvider.Written(attribute);
            if (taken.Contains(name) && free is not null && !taken.Contains(free) && !ToolParser.NamesIn(holder).Contains(free) && written is null or LiteralExpressionSyntax)
            {
                return new Repair(
                    $"Name the tool of '{holder.Name}' '{free}'",
                    "NameCombinedTool",
                    written is null
                        ? new Edit(document, attribute, (current, _) => ToolNameCodeFixProvider.AddName((AttributeSyntax)current, free!))
                        : new Edit(document, written, (current, _) => Syntaxes.Literal(free!).WithTriviaFrom(current)));
            }
        }

        return null;
    }
}

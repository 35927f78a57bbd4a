using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO024: removes the second of two parameters that mean the same, and uses the first in its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAmbientCodeFixProvider))]
[Shared]
public sealed class RemoveAmbientCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.AmbientIsTwice.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<ParameterSyntax>() is not { Parent.Parent: MethodDeclarationSyntax method } parameter
            || context.SemanticModel.GetDeclaredSymbol(parameter, context.CancellationToken) is not { ContainingSymbol: IMethodSymbol symbol } second
            || symbol.Parameters.FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other.Type, second.Type)) is not { } first
            || SymbolEqualityComparer.Default.Equals(first, second))
        {
            yield break;
        }

        IEnumerable<Edit> uses = method.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == second.Name && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol, second))
            .Select(name => new Edit(context.Document, name, (node, _) => SyntaxFactory.IdentifierName(first.Name).WithTriviaFrom(node)));
        yield return new Repair($"Remove '{second.Name}'", "RemoveAmbient", uses.Append(Edit.Remove(context.Document, parameter)).ToImmutableArray());
    }
}

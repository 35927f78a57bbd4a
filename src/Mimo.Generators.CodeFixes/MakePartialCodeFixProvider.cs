using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO001: adds <c>partial</c> to a type and to those around it, for nothing can be added inside a closed one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider))]
[Shared]
public sealed class MakePartialCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.HolderIsNotPartial.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        // A type local to its file needs another repair.
        List<TypeDeclarationSyntax> chain = context.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList();
        if (!chain.Any(static type => type.Modifiers.Any(SyntaxKind.FileKeyword)))
        {
            yield return new Repair("Make partial", "MakePartial", chain
                .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                .Select(type => new Edit(context.Document, type, AddPartial))
                .ToImmutableArray());
        }
    }

    /// <summary>Roslyn's own generator keeps the modifiers in order and the comments in place.</summary>
    private static SyntaxNode AddPartial(SyntaxNode declaration, SyntaxGenerator generator) =>
        generator.WithModifiers(declaration, generator.GetModifiers(declaration).WithPartial(true));
}

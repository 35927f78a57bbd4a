using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO048: renames what has the name of a generated member, where it is declared and wherever it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameClashCodeFixProvider))]
[Shared]
public sealed class RenameClashCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.NameIsGenerated.Id);

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Repair>> FindRepairsAsync(RepairContext context)
    {
        SyntaxToken identifier = context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start);
        if (!identifier.IsKind(SyntaxKind.IdentifierToken)
            || identifier.Parent is not { } declaration
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } symbol)
        {
            return [];
        }

        Uses found = await Uses.FindAsync(symbol, context).ConfigureAwait(false);
        Use[] uses = [.. found.Declarations, .. found.References, .. Destructors(symbol, context)];
        if (!found.IsOurs || uses.Any(use => use.Token.ValueText + "Attribute" == symbol.Name))
        {
            return [];
        }

        uses = [.. uses.Where(use => use.Token.IsKind(SyntaxKind.IdentifierToken) && use.Token.ValueText == symbol.Name)];
        string name = await FindFreeNameAsync(symbol, uses, context.CancellationToken).ConfigureAwait(false);
        return [new Repair($"Rename to '{name}'", "Rename", uses
            .Select(use => new Edit(use.Document, use.Token.Parent!, (node, _) => Rename(node, symbol.Name, name), symbol.ToDisplayString()))
            .ToImmutableArray())];
    }

    /// <summary>A type's destructor has its name, but is no reference to it.</summary>
    private static IEnumerable<Use> Destructors(ISymbol symbol, RepairContext context)
    {
        foreach (SyntaxReference reference in symbol is INamedTypeSymbol type ? type.GetMembers(WellKnownMemberNames.DestructorName).SelectMany(static member => member.DeclaringSyntaxReferences) : [])
        {
            if (reference.GetSyntax(context.CancellationToken) is DestructorDeclarationSyntax destructor && context.Document.Project.GetDocument(reference.SyntaxTree) is { } document)
            {
                yield return new Use(document, destructor.Identifier);
            }
        }
    }

    /// <summary><c>Tools</c> becomes <c>OwnTools</c>, or if that means something already in a place that it is to be written in, <c>OwnTools2</c>.</summary>
    private static async Task<string> FindFreeNameAsync(ISymbol symbol, IEnumerable<Use> uses, CancellationToken cancellationToken)
    {
        var places = new List<(SemanticModel Model, int Position)>();
        foreach (Use use in uses.Where(static use => use.Token.Parent is not SimpleNameSyntax || use.Expression == use.Token.Parent))
        {
            places.Add(((await use.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!, use.Token.SpanStart));
        }

        string stem = "Own" + symbol.Name.TrimStart('_');
        string name = stem;
        for (int number = 2; IsTaken(name); number++)
        {
            name = FormattableString.Invariant($"{stem}{number}");
        }

        return name;

        bool IsTaken(string candidate) => (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.GetMembers(candidate).IsEmpty == false
            || places.Any(place => !place.Model.LookupSymbols(place.Position, name: candidate).IsEmpty);
    }

    private static SyntaxNode Rename(SyntaxNode node, string old, string name)
    {
        // Two that go by one name, such as what they implement, bring each other along: the second finds it done.
        SyntaxToken identifier = node.ChildTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == old);
        return identifier.IsKind(SyntaxKind.None) ? node : node.ReplaceToken(identifier, SyntaxFactory.Identifier(name).WithTriviaFrom(identifier));
    }
}

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
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        SyntaxToken identifier = context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start);
        if (!identifier.IsKind(SyntaxKind.IdentifierToken)
            || identifier.Parent is not { } declaration
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } symbol)
        {
            yield break;
        }

        string name = FreeName(symbol);
        yield return new Repair($"Rename to '{name}'", "Rename", FindUses(symbol, context)
            .Select(use => new Edit(use.Document, use.Node, (node, _) => Rename(node, symbol.Name, name), symbol.ToDisplayString()))
            .ToImmutableArray());
    }

    /// <summary><c>Tools</c> becomes <c>OwnTools</c>, or if there is such a member already, <c>OwnTools2</c>.</summary>
    private static string FreeName(ISymbol symbol)
    {
        INamedTypeSymbol? container = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        string stem = "Own" + symbol.Name.TrimStart('_');
        string name = stem;
        for (int number = 2; container?.GetMembers(name).IsEmpty == false; number++)
        {
            name = FormattableString.Invariant($"{stem}{number}");
        }

        return name;
    }

    private static IEnumerable<(Document Document, SyntaxNode Node)> FindUses(ISymbol symbol, RepairContext context)
    {
        foreach (SyntaxTree tree in context.SemanticModel.Compilation.SyntaxTrees)
        {
            if (context.Document.Project.GetDocument(tree) is not { } document || document is SourceGeneratedDocument)
            {
                continue;
            }

            SemanticModel? model = null;
            foreach (SyntaxToken token in tree.GetRoot(context.CancellationToken).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name && token.Parent is { } node
                    && Means(node, symbol, model ??= context.SemanticModel.Compilation.GetSemanticModel(tree), context.CancellationToken))
                {
                    yield return (document, node);
                }
            }
        }
    }

    private static bool Means(SyntaxNode node, ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not SimpleNameSyntax)
        {
            return SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(node, cancellationToken), symbol)
                || (node is ConstructorDeclarationSyntax or DestructorDeclarationSyntax
                    && SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(node, cancellationToken)?.ContainingType, symbol));
        }

        ISymbol? meant = model.GetSymbolInfo(node, cancellationToken).Symbol;
        return SymbolEqualityComparer.Default.Equals(meant?.OriginalDefinition, symbol)
            || (symbol is INamedTypeSymbol && meant is IMethodSymbol { MethodKind: MethodKind.Constructor } && SymbolEqualityComparer.Default.Equals(meant.ContainingType, symbol));
    }

    private static SyntaxNode Rename(SyntaxNode node, string old, string name)
    {
        SyntaxToken identifier = node.ChildTokens().First(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == old);
        return node.ReplaceToken(identifier, SyntaxFactory.Identifier(name).WithTriviaFrom(identifier));
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO001: adds <c>partial</c> to a type and to those around it, for nothing can be added inside a closed one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider))]
[Shared]
public sealed class MakePartialCodeFixProvider : CodeFixProvider
{
    private const string Title = "Make partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.HolderIsNotPartial.Id);

    /// <summary>One pass over each document: two types can share an outer one, and two fixes of it would be merged into <c>partial partial</c>.</summary>
    /// <returns>The provider.</returns>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await FixAsync(document, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan), context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            TextSpan span = diagnostic.Location.SourceSpan;
            if (ClosedAround(root, span).Any())
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, async token => await FixAsync(context.Document, [span], token).ConfigureAwait(false) ?? context.Document, equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAsync(Document document, IEnumerable<TextSpan> spans, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var closed = new HashSet<TypeDeclarationSyntax>(spans.SelectMany(span => ClosedAround(root, span)));

        // Roslyn's own generator keeps the modifiers in order and the comments in place.
        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        return document.WithSyntaxRoot(root.ReplaceNodes(
            closed, (_, declaration) => generator.WithModifiers(declaration, generator.GetModifiers(declaration).WithPartial(true))));
    }

    /// <summary>The types that lack <c>partial</c>, from the one reported outwards. A type local to its file is none of them: it needs another repair.</summary>
    private static IEnumerable<TypeDeclarationSyntax> ClosedAround(SyntaxNode root, TextSpan span)
    {
        List<TypeDeclarationSyntax> chain = root.FindNode(span).AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList();
        return chain.Any(static type => type.Modifiers.Any(SyntaxKind.FileKeyword))
            ? []
            : chain.Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
    }
}

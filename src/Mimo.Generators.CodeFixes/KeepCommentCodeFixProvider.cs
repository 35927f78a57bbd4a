using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO012: keeps what the model reads, the doc comment, and drops what it doesn't: a [Description] that says something else, a &lt;param&gt; of no parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepCommentCodeFixProvider))]
[Shared]
public sealed class KeepCommentCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.DescriptionsDisagree.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        SyntaxNode node = context.Root.FindNode(context.Diagnostic.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return new Repair("Remove the [Description]", "RemoveDescription", Syntaxes.RemoveAttribute(context.Document, attribute));
            yield break;
        }

        string name = context.Root.ToFullString().Substring(context.Diagnostic.Location.SourceSpan.Start, context.Diagnostic.Location.SourceSpan.Length);
        string start = $"<param name=\"{name}\"";
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && DocComment.Has(method, start))
        {
            yield return new Repair(
                $"Remove the <param> of '{name}'",
                "RemoveParam",
                new Edit(context.Document, method, (node, _) => DocComment.Remove(node, start, "</param>"), name));
        }
    }
}

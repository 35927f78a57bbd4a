using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO012: of a doc comment and a [Description] that disagree keeps one, first of all the comment, which is what the model reads; drops a &lt;param&gt; of no parameter.</summary>
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
            if (FindCommented(attribute) is (var owner, var opening, var closing))
            {
                yield return new Repair("Keep the [Description], and remove what the comment says", "RemoveComment", new Edit(
                    context.Document, owner, (comment, _) => DocComment.Remove(comment, opening, closing), opening));
            }

            yield break;
        }

        string name = context.Root.ToFullString().Substring(context.Diagnostic.Location.SourceSpan.Start, context.Diagnostic.Location.SourceSpan.Length);
        string start = $"<param name=\"{name}\"";
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration && DocComment.Has(declaration, start))
        {
            yield return new Repair(
                $"Remove the <param> of '{name}'",
                "RemoveParam",
                new Edit(context.Document, declaration, (node, _) => DocComment.Remove(node, start, "</param>"), name));
        }
    }

    /// <summary>The element of the doc comment that says what the attribute says otherwise, and the declaration that it is above.</summary>
    private static (MemberDeclarationSyntax Owner, string Opening, string Closing)? FindCommented(AttributeSyntax attribute)
    {
        (SyntaxNode? owner, string opening, string closing) = attribute.Parent?.Parent is ParameterSyntax parameter
            ? (parameter.Parent?.Parent, $"<param name=\"{parameter.Identifier.ValueText}\"", "</param>")
            : (attribute.Parent?.Parent, "<summary>", "</summary>");
        return owner is MemberDeclarationSyntax declaration && DocComment.Has(declaration, opening) ? (declaration, opening, closing) : null;
    }
}

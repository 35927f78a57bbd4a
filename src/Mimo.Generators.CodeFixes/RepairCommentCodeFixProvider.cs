using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO012 for a doc comment that is no XML: escapes what is text, and closes what is open.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairCommentCodeFixProvider))]
[Shared]
public sealed class RepairCommentCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.CommentIsMalformed.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration
            && DocComment.RepairXml(declaration) is not null)
        {
            yield return new Repair("Make the comment XML", "RepairXml", new Edit(
                context.Document, declaration, static (node, _) => DocComment.RepairXml(node) ?? node, "xml"));
        }
    }
}

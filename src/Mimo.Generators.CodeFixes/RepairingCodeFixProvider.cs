using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// What all code fixes of this project share: they say which nodes change and how, and are offered only if some do. The same
/// description serves a single repair and all of them at once.
/// </summary>
public abstract class RepairingCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => RepairAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Repair repair in await FindRepairsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(repair.Title, token => RepairAllProvider.ApplyAsync(context.Document.Project.Solution, [repair], token), repair.Kind),
                    diagnostic);
            }
        }
    }

    /// <summary>The repairs of one diagnostic, the best first; those that would change nothing are left out.</summary>
    internal async Task<ImmutableArray<Repair>> FindRepairsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
        {
            return ImmutableArray<Repair>.Empty;
        }

        var context = new RepairContext(document, diagnostic, root, model, cancellationToken);
        return (await FindRepairsAsync(context).ConfigureAwait(false)).Where(static repair => !repair.IsEmpty).ToImmutableArray();
    }

    /// <summary>Says how a diagnostic could be repaired. What can't be repaired by machine gives nothing.</summary>
    private protected virtual IEnumerable<Repair> FindRepairs(RepairContext context) => [];

    /// <summary>The same for what can't be repaired without a look at the whole solution; it is overridden in place of the other.</summary>
    private protected virtual Task<IEnumerable<Repair>> FindRepairsAsync(RepairContext context) => Task.FromResult(FindRepairs(context));
}

using Microsoft.CodeAnalysis;

namespace Mimo.Generators.CodeFixes;

/// <summary>What a repair has to go on: the diagnostic and the code around it.</summary>
/// <param name="Document">The document that the diagnostic stands in.</param>
/// <param name="Diagnostic">What was reported.</param>
/// <param name="Root">The document's tree.</param>
/// <param name="SemanticModel">What the document's names mean.</param>
/// <param name="CancellationToken">Stops the work when the user types on.</param>
internal sealed record RepairContext(
    Document Document,
    Diagnostic Diagnostic,
    SyntaxNode Root,
    SemanticModel SemanticModel,
    CancellationToken CancellationToken)
{
    /// <summary>The innermost node at the place that was reported.</summary>
    public SyntaxNode Node { get; } = Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The nearest node of a kind, from the place that was reported outwards.</summary>
    public T? Find<T>()
        where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();

    /// <summary>
    /// The place that one of a diagnostic's additional locations points at, which may be in another document of the solution.
    /// </summary>
    /// <returns>Null if it is in no document that could be edited, such as generated code.</returns>
    public (Document Document, SyntaxNode Node)? FindElsewhere(Location location)
    {
        if (location.SourceTree is not { } tree || Document.Project.Solution.GetDocument(tree) is not { } document || document is SourceGeneratedDocument)
        {
            return null;
        }

        return (document, tree.GetRoot(CancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true));
    }
}

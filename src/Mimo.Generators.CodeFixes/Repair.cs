using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.CodeFixes;

/// <summary>One way to repair what a diagnostic tells of.</summary>
/// <param name="Title">What the user is offered; it names what will be written.</param>
/// <param name="Kind">Which repairs belong together when all are applied at once: the same for every symbol.</param>
/// <param name="Edits">The changes to make. A repair without any changes nothing and is not offered.</param>
internal sealed record Repair(string Title, string Kind, ImmutableArray<Edit> Edits)
{
    /// <summary>Files to add to the project; the compiler sees them as additional files.</summary>
    public ImmutableArray<NewFile> Files { get; init; } = ImmutableArray<NewFile>.Empty;

    /// <summary>New texts of files of the project that are not code.</summary>
    public ImmutableArray<FileText> FileTexts { get; init; } = ImmutableArray<FileText>.Empty;

    /// <summary>Whether it would change anything at all.</summary>
    public bool IsEmpty => Edits.IsEmpty && Files.IsEmpty && FileTexts.IsEmpty;

    public Repair(string title, string kind, params Edit[] edits)
        : this(title, kind, edits.ToImmutableArray())
    {
    }
}

/// <summary>A change to one node of one document.</summary>
/// <param name="Document">The document that the node is in; it need not be the one with the diagnostic.</param>
/// <param name="Node">The node, as it is in the document's unchanged tree.</param>
/// <param name="Change">Makes the new node out of the current one, in which changes to nodes inside are made already; null removes the node.</param>
/// <param name="Key">
/// Tells changes of one node apart. Two diagnostics can ask for the very same change (two types to be made partial share an outer
/// one); it is made once.
/// </param>
internal sealed record Edit(Document Document, SyntaxNode Node, Func<SyntaxNode, SyntaxGenerator, SyntaxNode>? Change, string Key = "")
{
    /// <summary>A change of a node to one that is already known.</summary>
    public static Edit Replace(Document document, SyntaxNode node, SyntaxNode replacement) => new(document, node, (_, _) => replacement);

    public static Edit Remove(Document document, SyntaxNode node) => new(document, node, Change: null);
}

/// <summary>A file to add to a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Path">The path relative to the project, with slashes.</param>
/// <param name="Text">What it holds, in the encoding in which it is written.</param>
internal sealed record NewFile(ProjectId Project, string Path, SourceText Text);

/// <summary>The new text of an additional file.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">All that it holds, in the encoding in which it is written.</param>
internal sealed record FileText(DocumentId File, SourceText Text);

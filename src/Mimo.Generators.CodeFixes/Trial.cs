using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Makes edits on trial. Where a repair reaches into the code of a method, whether it may be offered is best asked of the compiler.
/// Generated code is left out of it: what it makes of the edits isn't known yet.
/// </summary>
internal static class Trial
{
    /// <summary>Whether the document has no more errors with some edits than without; all of them must be to this document.</summary>
    public static bool Compiles(RepairContext context, IReadOnlyCollection<Edit> edits) =>
        Compiles(context.SemanticModel.Compilation, edits, [context.Root.SyntaxTree], context.CancellationToken);

    /// <summary>Whether some trees have no more errors with edits to one of them than without.</summary>
    public static bool Compiles(Compilation compilation, IReadOnlyCollection<Edit> edits, IReadOnlyCollection<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        Edit first = edits.First();
        SyntaxTree tree = first.Node.SyntaxTree;
        var editor = new SyntaxEditor(tree.GetRoot(cancellationToken), first.Document.Project.Solution.Services);
        foreach (Edit edit in edits)
        {
            editor.ReplaceNode(edit.Node, edit.Change!);
        }

        SyntaxTree changed = tree.WithRootAndOptions(editor.GetChangedRoot(), tree.Options);
        Compilation before = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(each => IsGenerated(each) && each != tree && !trees.Contains(each)));
        Compilation after = before.ReplaceSyntaxTree(tree, changed);
        return trees.All(each => Errors(after.GetSemanticModel(each == tree ? changed : each), cancellationToken) <= Errors(before.GetSemanticModel(each), cancellationToken));
    }

    /// <summary>Whether a generator wrote a file, our own or another.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    private static int Errors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

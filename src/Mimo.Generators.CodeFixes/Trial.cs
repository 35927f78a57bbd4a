using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Makes edits on trial. Where a repair reaches into the code of a method, whether it may be offered is best asked of the compiler.</summary>
internal static class Trial
{
    /// <summary>Whether the document has no more errors with some edits than without; all of them must be to this document.</summary>
    public static bool Compiles(RepairContext context, IReadOnlyCollection<Edit> edits)
    {
        var editor = new SyntaxEditor(context.Root, context.Document.Project.Solution.Services);
        foreach (Edit edit in edits)
        {
            editor.ReplaceNode(edit.Node, edit.Change!);
        }

        SyntaxTree tree = context.Root.SyntaxTree;
        SyntaxTree changed = tree.WithRootAndOptions(editor.GetChangedRoot(), tree.Options);
        SemanticModel model = context.SemanticModel.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        return Errors(model, context.CancellationToken) <= Errors(context.SemanticModel, context.CancellationToken);
    }

    private static int Errors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

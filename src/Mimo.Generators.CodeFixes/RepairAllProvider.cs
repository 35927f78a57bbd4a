using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Makes all repairs of one kind in one pass over each document. Roslyn's batch fixer makes each for itself and merges the texts,
/// which loses or doubles those that touch: two parameters of one list, two types with a common outer one.
/// </summary>
internal sealed class RepairAllProvider : FixAllProvider
{
    public static readonly RepairAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeFixProvider is not RepairingCodeFixProvider provider)
        {
            return null;
        }

        var repairs = new List<Repair>();
        foreach ((Document document, Diagnostic diagnostic) in await CollectAsync(fixAllContext).ConfigureAwait(false))
        {
            ImmutableArray<Repair> found = await provider.FindRepairsAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            if (found.FirstOrDefault(repair => repair.Kind == fixAllContext.CodeActionEquivalenceKey) is { } repair)
            {
                repairs.Add(repair);
            }
        }

        return repairs.Count == 0
            ? null
            : CodeAction.Create(repairs[0].Title, token => ApplyAsync(fixAllContext.Solution, repairs, token), fixAllContext.CodeActionEquivalenceKey);
    }

    /// <summary>Makes the edits of some repairs, each once.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Repair> repairs, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        var done = new HashSet<(SyntaxNode, string)>();
        foreach (Edit edit in repairs.SelectMany(static repair => repair.Edits).Where(edit => done.Add((edit.Node, edit.Key))))
        {
            DocumentEditor document = await editor.GetDocumentEditorAsync(edit.Document.Id, cancellationToken).ConfigureAwait(false);
            if (edit.Change is { } change)
            {
                document.ReplaceNode(edit.Node, change);
            }
            else
            {
                document.RemoveNode(edit.Node, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            }
        }

        Solution changed = editor.GetChangedSolution();
        foreach (NewFile file in repairs.SelectMany(static repair => repair.Files).GroupBy(static file => (file.Project, file.Path)).Select(static same => same.First()))
        {
            string[] parts = file.Path.Split('/');
            string? root = Path.GetDirectoryName(changed.GetProject(file.Project)?.FilePath);
            changed = changed.AddAdditionalDocument(
                DocumentId.CreateNewId(file.Project),
                parts[parts.Length - 1],
                file.Text,
                parts.Take(parts.Length - 1),
                root is null ? file.Path : Path.Combine(root, file.Path));
        }

        // Two prompts may share a file; the first says what it holds.
        foreach (FileText file in repairs.SelectMany(static repair => repair.FileTexts).GroupBy(static file => file.File).Select(static same => same.First()))
        {
            changed = changed.WithAdditionalDocumentText(file.File, file.Text);
        }

        return changed;
    }

    private static async Task<IReadOnlyList<(Document Document, Diagnostic Diagnostic)>> CollectAsync(FixAllContext context)
    {
        var found = new List<(Document, Diagnostic)>();
        if (context is { Scope: FixAllScope.Document, Document: { } only })
        {
            found.AddRange((await context.GetDocumentDiagnosticsAsync(only).ConfigureAwait(false)).Select(diagnostic => (only, diagnostic)));
            return found;
        }

        foreach (Project project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            foreach (Diagnostic diagnostic in await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
            {
                if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
                {
                    found.Add((document, diagnostic));
                }
            }
        }

        return found;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.CodeFixes;

namespace Mimo.Generators.Tests.Harness;

/// <summary>A project as an editor has it, with the generator and every analyzer and code fix of ours: what is offered, and what comes of it.</summary>
internal sealed class RepairedProject
{
    /// <summary>One object for all projects: the workspace finds its work again by it.</summary>
    private static readonly AnalyzerFileReference Generators = new(typeof(MimoGenerator).Assembly.Location, new LoadedAssemblies());

    private readonly Project _project;

    public RepairedProject(params (string Name, string Text)[] files)
        : this("/project", files)
    {
    }

    /// <param name="folder">Where the project stands; repairs that make files look there for what is there already.</param>
    /// <param name="files">Its code.</param>
    public RepairedProject(string folder, params (string Name, string Text)[] files)
        : this(folder, [], files)
    {
    }

    /// <param name="folder">Where the project stands.</param>
    /// <param name="libraries">What it refers to beside the framework and ours.</param>
    /// <param name="files">Its code.</param>
    public RepairedProject(string folder, IEnumerable<MetadataReference> libraries, params (string Name, string Text)[] files)
    {
        var workspace = new AdhocWorkspace();
        _project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp, filePath: Path.Combine(folder, "App.csproj")))
            .WithMetadataReferences(TestFramework.Net100.References.Concat(libraries))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable))
            .AddAnalyzerReference(Generators);
        foreach ((string name, string text) in files)
        {
            _project = _project.AddDocument(name, SourceText.From(text, Encoding.UTF8), filePath: Path.Combine(folder, name)).Project;
        }
    }

    private RepairedProject(Project project) => _project = project;

    public static ImmutableArray<CodeFixProvider> CodeFixes { get; } =
    [
        .. typeof(RepairingCodeFixProvider).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>What the compiler can't compile, except for what System.Text.Json's own generator would add to a context.</summary>
    public async Task<ImmutableArray<Diagnostic>> ErrorsAsync() =>
    [
        .. (await CompileAsync()).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            && !(diagnostic.Id is "CS0117" or "CS0534" or "CS7036" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("Context", StringComparison.Ordinal))),
    ];

    public async Task<ImmutableArray<Diagnostic>> ReportAsync() =>
        await (await CompileAsync()).WithAnalyzers(RulePage.Analyzers, _project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();

    /// <summary>The repairs of a diagnostic that an editor would list.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(Diagnostic diagnostic)
    {
        var offered = new List<CodeAction>();
        if (_project.GetDocument(diagnostic.Location.SourceTree) is { } document)
        {
            foreach (CodeFixProvider fix in CodeFixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
            }
        }

        return offered;
    }

    public async Task<RepairedProject> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return new RepairedProject(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project.Id)!);
    }

    /// <summary>Makes all repairs of some diagnostics at once, as they are before an editor tidies them.</summary>
    /// <returns>How many repairs there were.</returns>
    public async Task<int> ApplyAllAsync(IEnumerable<Diagnostic> diagnostics)
    {
        var repairs = new List<Repair>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (RepairingCodeFixProvider fix in CodeFixes.OfType<RepairingCodeFixProvider>().Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                repairs.AddRange(await fix.FindRepairsAsync(_project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, CancellationToken.None));
            }
        }

        foreach (IGrouping<string, Repair> kind in repairs.GroupBy(static repair => repair.Kind))
        {
            await RepairAllProvider.ApplyAsync(_project.Solution, kind, CancellationToken.None);
        }

        return repairs.Count;
    }

    /// <summary>All files, code or not, with their texts.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync()
    {
        var texts = new List<string>();
        foreach (TextDocument document in _project.Documents.Concat(_project.AdditionalDocuments))
        {
            texts.Add($"{document.Name}\n{await document.GetTextAsync()}");
        }

        return texts;
    }

    /// <summary>The texts of the files that are not code.</summary>
    public Task<SourceText[]> FilesAsync() => Task.WhenAll(_project.AdditionalDocuments.Select(static document => document.GetTextAsync()));

    private async Task<Compilation> CompileAsync() => (await _project.GetCompilationAsync())!;

    /// <summary>Loads the generator as the tests have it loaded. A search of the solution knows projects by the files of their generators, so it has to be one.</summary>
    private sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(MimoGenerator).Assembly;
    }
}

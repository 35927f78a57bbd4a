using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>Compiles snippets as a reader's build does: with the generator and the analyzers, and every warning counts.</summary>
internal static class SnippetCompiler
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>The framework and the packages that the tests themselves run on, but for what belongs to the compiler.</summary>
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && name is not ("Mimo.Generators.dll" or "Mimo.Docs.Tests.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(MimoGenerator).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Ours, and the framework's own for JSON, which every project has.</summary>
    private static readonly ImmutableArray<ISourceGenerator> Generators = [new MimoGenerator().AsSourceGenerator(), JsonGenerator()];

    /// <summary>What a project starts from; the references, once bound, are shared by all that are derived from it.</summary>
    private static readonly CSharpCompilation EmptyProject = CSharpCompilation.Create("Snippet", references: References);

    /// <returns>The program with its generated files, and what a build would stop at: errors and warnings that nothing suppresses.</returns>
    public static async Task<(Compilation Program, ImmutableArray<Diagnostic> Problems)> CompileAsync(Snippet snippet)
    {
        CSharpCompilation project = EmptyProject
            .WithOptions(new CSharpCompilationOptions(snippet.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
                .WithNullableContextOptions(NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress), new("CS1573", ReportDiagnostic.Suppress), new("CS1701", ReportDiagnostic.Suppress)]))
            .AddSyntaxTrees(snippet.Files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Name)));
        ImmutableArray<AdditionalText> files = [.. snippet.AdditionalFiles.Select(static file => new PageFile(file.Key, file.Value))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(Generators, files, ParseOptions)
            .RunGeneratorsAndUpdateCompilation(project, out Compilation program, out ImmutableArray<Diagnostic> generating);

        // A crashed generator is only a warning to the compiler.
        Assert.All(driver.GetRunResult().Results, static result => Assert.Null(result.Exception));
        ImmutableArray<Diagnostic> all = await program.WithAnalyzers(Analyzers, new AnalyzerOptions(files)).GetAllDiagnosticsAsync();
        return (program, [.. generating.Concat(all).Where(static diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false })]);
    }

    private static ISourceGenerator JsonGenerator()
    {
        string path = typeof(SnippetCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "JsonGeneratorPath").Value!;
        Type type = Assembly.LoadFrom(path).GetTypes().Single(static type => type.IsDefined(typeof(GeneratorAttribute)));
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    private sealed class PageFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}

using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mimo.Benchmarks.Compile;

/// <summary>The generator in an editor: a first run over many tools, then one after each edit in a file without any.</summary>
internal sealed class EditRun
{
    private const int Edits = 20;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private EditRun(TimeSpan first, TimeSpan afterEdit, int outputs, int rerun)
    {
        First = first;
        AfterEdit = afterEdit;
        Outputs = outputs;
        Rerun = rerun;
    }

    /// <summary>How long the first run took.</summary>
    public TimeSpan First { get; }

    /// <summary>How long the quickest run after an edit took.</summary>
    public TimeSpan AfterEdit { get; }

    /// <summary>How many files the generator wrote.</summary>
    public int Outputs { get; }

    /// <summary>How many of them were written anew after an edit that can't change them.</summary>
    public int Rerun { get; }

    public static EditRun Measure(int tools)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Many",
            ToolSources.Write(tools).Select(static file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Name)),
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            new AnalyzerFileReference(ToolProject.GeneratorPath, new Loader()).GetGenerators(LanguageNames.CSharp),
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        (driver, TimeSpan first) = Run(driver, compilation);
        int outputs = driver.GetRunResult().GeneratedTrees.Length;

        TimeSpan quickest = TimeSpan.MaxValue;
        int rerun = 0;
        for (int edit = 1; edit <= Edits; edit++)
        {
            SyntaxTree old = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Unrelated.cs");
            compilation = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(ToolSources.Unrelated(edit), ParseOptions, old.FilePath));
            (driver, TimeSpan elapsed) = Run(driver, compilation);
            quickest = elapsed < quickest ? elapsed : quickest;
            rerun += driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(static steps => steps.Value)
                .SelectMany(static step => step.Outputs).Count(static output => output.Reason != IncrementalStepRunReason.Cached);
        }

        return new EditRun(first, quickest, outputs, rerun);
    }

    private static (GeneratorDriver Driver, TimeSpan Elapsed) Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return (driver, Stopwatch.GetElapsedTime(start));
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path == ToolProject.RuntimePath)
            .Select(static path => MetadataReference.CreateFromFile(path));

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mimo.Benchmarks.Compile;

/// <summary>A project that is open in an editor, with one generator that runs after each edit.</summary>
internal sealed class EditorProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path == ToolProject.RuntimePath)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private CSharpCompilation? _compilation;
    private GeneratorDriver _driver;

    /// <param name="files">The files, parsed once for all projects that are made of them.</param>
    /// <param name="generatorPath">The assembly with the generator.</param>
    /// <param name="tracks">Whether the driver remembers why each step ran.</param>
    public EditorProject(IEnumerable<SyntaxTree> files, string generatorPath, bool tracks = false)
    {
        _compilation = CSharpCompilation.Create(
            "Many", files, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            new AnalyzerFileReference(generatorPath, new Loader()).GetGenerators(LanguageNames.CSharp),
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));
    }

    public GeneratorDriverRunResult Result => _driver.GetRunResult();

    public static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, name);

    /// <summary>Runs the generator.</summary>
    /// <returns>The processor time it took.</returns>
    public TimeSpan Run()
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        _driver = _driver.RunGenerators(_compilation!);
        return Environment.CpuUsage.TotalTime - start;
    }

    /// <summary>Changes a file, and runs the generator.</summary>
    /// <returns>The processor time that the generator took.</returns>
    public TimeSpan Edit(string name, string text)
    {
        SyntaxTree old = _compilation!.SyntaxTrees.Single(tree => tree.FilePath == name);
        _compilation = _compilation.ReplaceSyntaxTree(old, Parse(name, text));
        return Run();
    }

    /// <summary>Lets go of all but the driver.</summary>
    public void Close() => _compilation = null;

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}

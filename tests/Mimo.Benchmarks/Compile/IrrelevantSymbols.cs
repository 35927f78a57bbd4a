using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mimo.Benchmarks.Compile;

/// <summary>The analyzers over code without a tool or prompt in it: most of any project.</summary>
/// <param name="Ours">Bytes allocated per type and method by all of our analyzers, the compiler's own work with them included.</param>
/// <param name="Nothing">The same of one analyzer that is called for each type and method, and returns.</param>
internal sealed record IrrelevantSymbols(double Ours, double Nothing)
{
    private const int Types = 1000;
    private const int MethodsPerType = 9;

    private static readonly string Source = WriteSource();

    public static IrrelevantSymbols Measure()
    {
        ImmutableArray<DiagnosticAnalyzer> ours = new AnalyzerFileReference(ToolProject.GeneratorPath, new Loader()).GetAnalyzers(LanguageNames.CSharp);
        ImmutableArray<DiagnosticAnalyzer> nothing = [new DoNothing()];

        // What is compiled on the way, and what is looked up once, was done in the first round.
        (Run(ours), Run(nothing)).ToString();
        return new IrrelevantSymbols(Run(ours), Run(nothing));
    }

    private static double Run(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Irrelevant",
            [CSharpSyntaxTree.ParseText(Source)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path == ToolProject.RuntimePath)
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // The symbols are there before anybody analyzes them.
        compilation.GetDiagnostics();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Types * (1 + MethodsPerType));
    }

    private static string WriteSource()
    {
        var text = new StringBuilder();
        for (int type = 0; type < Types; type++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"public class Type{type} {{");
            for (int method = 0; method < MethodsPerType; method++)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    public int Method{method}(int first, int second) => first + second;");
            }

            text.AppendLine("}");
        }

        return text.ToString();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

#pragma warning disable RS1036, RS1038, RS1041 // It is a measure, and no compiler ever loads it.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class DoNothing : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor("NOTHING", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(static _ => { }, SymbolKind.Method, SymbolKind.NamedType);
        }
    }
}

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Compiling;

/// <summary>Compiles a source with the generator, as a user's build with warnings as errors would, and loads what comes out.</summary>
internal static class GeneratedAssembly
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(MimoTool).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Kept).Assembly.Location),
    ];

    public static Assembly Load(string source, string name)
    {
        Compilation compilation = Compile(source, name, out _);
        using var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(stream.ToArray());
    }

    /// <summary>Loads a project that uses a library it knows only in its compiled form, with its documentation beside it.</summary>
    public static Assembly LoadWithLibrary(string library, string project)
    {
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        Assert.Empty(Compile(library, "Library", out _).Emit(image, xmlDocumentationStream: documentation).Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error));
        documentation.Position = 0;
        MetadataReference reference = MetadataReference.CreateFromImage(image.ToArray(), documentation: new XmlDocumentation(documentation));

        using var stream = new MemoryStream();
        Assert.Empty(Compile(project, "Project", out _, reference).Emit(stream).Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var context = new AssemblyLoadContext("Library and project");
        image.Position = 0;
        stream.Position = 0;
        context.LoadFromStream(image);
        return context.LoadFromStream(stream);
    }

    /// <summary>What the compiler says against the source and the code generated for it: errors and warnings.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(string source) => Compile(source, "Diagnosed", out ImmutableArray<Diagnostic> generatorDiagnostics).GetDiagnostics()
        .Concat(generatorDiagnostics)
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .ToList();

    private static Compilation Compile(string source, string name, out ImmutableArray<Diagnostic> diagnostics, params MetadataReference[] libraries)
    {
        CSharpParseOptions options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, options)],
            [.. References, .. libraries],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new MimoGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out diagnostics);
        return output;
    }
}

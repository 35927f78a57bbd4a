using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators;

namespace Mimo.Types.Tests.Compiling;

/// <summary>This project as its own build gave it to the compiler: files, references and options are those of the command line. Files are read where they were then.</summary>
internal sealed class OwnBuild
{
    private readonly CSharpCommandLineArguments _arguments;
    private readonly CSharpCompilation _compilation;

    public OwnBuild()
    {
        _arguments = CSharpCommandLineParser.Default.Parse(File.ReadAllLines(Told("CompilerArguments")), Told("ProjectDirectory"), sdkDirectory: null);
        Assert.Empty(_arguments.Errors);
        _compilation = CSharpCompilation.Create(
            _arguments.CompilationName ?? Path.GetFileNameWithoutExtension(_arguments.OutputFileName),
            _arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(Read(file.Path), _arguments.ParseOptions, file.Path)),
            _arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            _arguments.CompilationOptions);
    }

    /// <summary>Runs the generator as loaded here.</summary>
    /// <returns>What it writes, as <c>name → text</c>.</returns>
    public IReadOnlyDictionary<string, string> Generate()
    {
        GeneratorRunResult result = Assert.Single(CSharpGeneratorDriver
            .Create(
                [new MimoGenerator().AsSourceGenerator()],
                [.. _arguments.AdditionalFiles.Select(static file => new ReadFile(file.Path))],
                _arguments.ParseOptions,
                new Options(AnalyzerConfigSet.Create(_arguments.AnalyzerConfigPaths.Select(static path => AnalyzerConfig.Parse(Read(path), path)).ToList())))
            .RunGenerators(_compilation)
            .GetRunResult().Results);
        Assert.True(result.Exception is null, result.Exception?.ToString());
        return result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);
    }

    private static string Told(string key) =>
        typeof(OwnBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private static SourceText Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return SourceText.From(stream);
    }

    private sealed class ReadFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => Read(path);
    }

    private sealed class Options(AnalyzerConfigSet configurations) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(configurations.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(configurations.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(configurations.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);

        private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}

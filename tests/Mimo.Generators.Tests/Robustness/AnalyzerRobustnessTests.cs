using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Robustness;

/// <summary>
/// Code is broken most of the time while it is typed. Nothing of ours may throw over it: an editor that saw an analyzer throw turns
/// it off, and a generator that throws takes all generated code with it.
/// </summary>
public class AnalyzerRobustnessTests
{
    private static string BrokenFolder => Repository.PathTo("tests", "Mimo.Generators.Tests", "Robustness", "Broken");

    public static TheoryData<string> BrokenFiles =>
        [.. Directory.GetFiles(BrokenFolder, "*.cs").Select(static file => Path.GetFileName(file)).Order()];

    public static TheoryData<string> HelpPages =>
        [.. Directory.GetFiles(Repository.PathTo("docs", "rules"), "MIMO*.md").Select(static file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public Task Broken_files_are_taken_as_they_are(string file) => AssertNothingThrows([(file, Broken(file))]);

    [Fact]
    public Task All_broken_files_together_are_taken_as_they_are() => AssertNothingThrows(
        [.. Directory.GetFiles(BrokenFolder, "*.cs").Select(static file => (file, File.ReadAllText(file)))]);

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public async Task Broken_files_that_end_early_are_taken_as_they_are(string file)
    {
        string text = Broken(file);
        for (int length = 0; length < text.Length; length += 97)
        {
            await AssertNothingThrows([(file, text[..length])]);
        }
    }

    /// <summary>The bad code of a page reaches the very lines that report, so it is what should be broken further.</summary>
    [Theory]
    [MemberData(nameof(HelpPages))]
    public async Task Code_that_a_rule_applies_to_can_lack_any_word(string page)
    {
        string text = File.ReadAllText(Repository.PathTo("docs", "rules", page + ".md"));
        int start = text.IndexOf("## Bad\n\n```csharp\n", StringComparison.Ordinal) + "## Bad\n\n```csharp\n".Length;
        string code = text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
        var files = new List<(string, string)>();
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0))
        {
            files.Add(($"{token.SpanStart}.cs", $"namespace N{token.SpanStart} {{ {code.Remove(token.SpanStart, token.Span.Length)} }}"));
        }

        await AssertNothingThrows(files);
    }

    /// <summary>As one project without the packages they need: sound code among names that can't be found.</summary>
    [Theory]
    [InlineData("src", 300)]
    [InlineData("samples", 20)]
    [InlineData("tests", 200)]
    public async Task The_sources_of_this_project_are_taken_as_they_are(string folder, int least)
    {
        string[] files = [.. Directory.GetFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];
        Assert.True(files.Length >= least, $"Only {files.Length} files were found.");

        await AssertNothingThrows([.. files.Select(static file => (file, File.ReadAllText(file)))]);
    }

    [Fact]
    public async Task An_analyzer_that_throws_is_noticed()
    {
        Exception? seen = null;
        await RunAsync([("A.cs", "class A { }")], [new Thrower()], exception => seen = exception);

        Assert.IsType<InvalidTimeZoneException>(seen);
    }

    internal static string Broken(string file) => File.ReadAllText(Path.Combine(BrokenFolder, file));

    private static async Task AssertNothingThrows(IReadOnlyList<(string Name, string Text)> files)
    {
        var problems = new StringBuilder();
        await RunAsync(files, RulePage.Analyzers, exception => problems.Append(exception).AppendLine());

        Assert.True(problems.Length == 0, problems.ToString());
    }

    private static async Task RunAsync(IReadOnlyList<(string Name, string Text)> files, ImmutableArray<DiagnosticAnalyzer> analyzers, Action<Exception> thrown)
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
        Compilation compilation = TestFramework.Net100.EmptyProject
            .AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parseOptions, file.Name)))
            .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MimoGenerator().AsSourceGenerator()], parseOptions: parseOptions);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        foreach (GeneratorRunResult result in driver.GetRunResult().Results.Where(static result => result.Exception is not null))
        {
            thrown(result.Exception!);
        }

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) =>
            {
                lock (files)
                {
                    thrown(exception);
                }
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        await output.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
    }

#pragma warning disable RS1036, RS1041 // It is an analyzer of this test alone.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1038", Justification = "It lives in a test and is never loaded by a compiler.")]
    private sealed class Thrower : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.HolderIsNotPartial];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(static _ => throw new InvalidTimeZoneException(), SymbolKind.NamedType);
        }
    }
}

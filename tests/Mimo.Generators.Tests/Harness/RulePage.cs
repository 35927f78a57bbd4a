using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Tests.Harness;

/// <summary>A rule's page under <c>docs/rules</c>. Its code is one case of every rule: what breaks it, and what keeps it.</summary>
internal sealed record RulePage(string Id)
{
    /// <summary>The file that an example is compiled as; its folder is where an <c>.editorconfig</c> would be.</summary>
    public const string ExampleFile = "/project/Main.cs";

    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } =
        [.. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(DiagnosticDescriptors).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static TheoryData<string> Ids => [.. Rules.Select(static rule => rule.Id).Distinct()];

    public string Text { get; } = File.ReadAllText(Repository.PathTo("docs", "rules", Id + ".md"));

    public TestProject Bad => ProjectOf("Bad");

    public TestProject Good => ProjectOf("Good");

    /// <summary>The messages of the rule, the most severe first: that is the one it is known by.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors => [.. Rules.Where(rule => rule.Id == Id).OrderByDescending(static rule => rule.DefaultSeverity)];

    /// <summary>The analyzers that can report the rule.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Reporters => [.. Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == Id))];

    /// <summary>What analyzers report over a project, beside the generator as in a build.</summary>
    public static Task<ImmutableArray<Diagnostic>> ReportAsync(TestProject project, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        ReportAsync(project, new GeneratorSession(project).Output, analyzers, new EditorConfig(""));

    /// <param name="project">The project.</param>
    /// <param name="output">The project and what was generated for it.</param>
    /// <param name="analyzers">The analyzers.</param>
    /// <param name="config">An <c>.editorconfig</c> beside the code.</param>
    public static Task<ImmutableArray<Diagnostic>> ReportAsync(TestProject project, Compilation output, ImmutableArray<DiagnosticAnalyzer> analyzers, EditorConfig config)
    {
        CompilationOptions options = output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSyntaxTreeOptionsProvider(config.Severities);
        var files = new AnalyzerOptions([.. project.AdditionalFiles.Select(static file => new TestAdditionalText(file.Key, file.Value))], config);
        return output.WithOptions(options).WithAnalyzers(analyzers, files).GetAnalyzerDiagnosticsAsync();
    }

    private TestProject ProjectOf(string heading)
    {
        string code = Example(heading);
        var project = TestProject.Of((ExampleFile, code)) with { LanguageVersion = LanguageVersionOf(code) };

        // Beside code that says it has a template file, there is one.
        return code.Contains("prompts/review.md is a file of the project", StringComparison.Ordinal)
            ? project.WithAdditional("/project/prompts/review.md", "Review {code:fence}")
            : project;
    }

    private string Example(string heading)
    {
        Match match = Regex.Match(Text, $"^## {heading}\n\n```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(match.Success, $"{Id} has no code under {heading}.");
        return match.Groups[1].Value;
    }

    /// <summary>An example may say in a comment that it is about an old project.</summary>
    private static LanguageVersion LanguageVersionOf(string code) =>
        LanguageVersionFacts.TryParse(Regex.Match(code, "<LangVersion>(.*)</LangVersion>").Groups[1].Value, out LanguageVersion version) ? version : LanguageVersion.Latest;
}

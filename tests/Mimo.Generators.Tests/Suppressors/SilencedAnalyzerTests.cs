using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics.Suppressors;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Suppressors;

/// <summary>The analyzers of .NET themselves, beside our suppressors: what they say of our own patterns is silenced, and of other code stays.</summary>
public class SilencedAnalyzerTests
{
    private const string Tools = """
        using Mimo;

        public partial class Holder
        {
            [MimoTool] private int Tool(int number) => number + 1;

            private int Other(int number) => number + 2;
        }
        """;

    private const string Prompts = """
        using System.Threading.Tasks;
        using Mimo;

        [MimoPrompt]
        [SystemPrompt("Speak {language}.")]
        public partial interface IAsk
        {
            [UserPrompt("{text}")]
            Task<string> AskAsync(string language, string text);
        }

        public static partial class Prompts
        {
            [MimoPrompt, UserPrompt("{text}")]
            public static partial Task<string> AskAsync(this IMimoClient client, string text);

            [MimoPrompt, UserPrompt("{text}")]
            public static Task<string> TellAsync(this IMimoClient client, string text) => client.SendAsync(null!, default).ContinueWith(_ => "");

            private static int Other(int unused) => 1;
        }
        """;

    /// <summary>Whether the generated code is there, which calls the tool, or not, as while the project doesn't compile.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_private_tool_is_used(bool isGenerated)
    {
        ImmutableArray<Diagnostic> diagnostics = await RunAsync<ToolMethodSuppressor>("IDE0051", Tools, isGenerated);

        Assert.Equal(["Other"], Names(diagnostics, isSuppressed: false));
        Assert.Equal(isGenerated ? [] : ["Tool"], Names(diagnostics, isSuppressed: true));
    }

    [Fact]
    public async Task An_instance_tool_is_no_oversight()
    {
        ImmutableArray<Diagnostic> diagnostics = await RunAsync<ToolMethodSuppressor>("CA1822", Tools, isGenerated: true);

        Assert.Equal(["Other"], Names(diagnostics, isSuppressed: false));
        Assert.Equal(["Tool"], Names(diagnostics, isSuppressed: true));
    }

    /// <summary>A prompt has no body in which its parameters could go unused; of one that has a body by mistake only that is told.</summary>
    [Fact]
    public async Task A_parameter_that_a_template_names_is_used()
    {
        ImmutableArray<Diagnostic> diagnostics = await RunAsync<PromptParameterSuppressor>("IDE0060", Prompts, isGenerated: true);

        Assert.Equal(["unused"], Names(diagnostics, isSuppressed: false));
        Assert.Equal(["text"], Names(diagnostics, isSuppressed: true));
    }

    private static IEnumerable<string> Names(ImmutableArray<Diagnostic> diagnostics, bool isSuppressed) => diagnostics
        .Where(diagnostic => diagnostic.IsSuppressed == isSuppressed)
        .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
        .Select(static diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync<TSuppressor>(string rule, string code, bool isGenerated)
        where TSuppressor : DiagnosticSuppressor, new()
    {
        var project = TestProject.Of(code);
        Compilation compilation = isGenerated ? new GeneratorSession(project).Output : project.Compile();
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSpecificDiagnosticOptions([new(rule, ReportDiagnostic.Warn)]));
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([.. Analyzers(rule), new TSuppressor()], options).GetAllDiagnosticsAsync();
        Assert.Null(thrown);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == rule)];
    }

    /// <summary>The analyzers that report a rule, out of the packages that the SDK's are built from.</summary>
    private static IEnumerable<DiagnosticAnalyzer> Analyzers(string rule) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Silenced"), "*.dll")
        .SelectMany(static file => Assembly.LoadFrom(file).GetTypes())
        .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .Where(analyzer => analyzer.SupportedDiagnostics.Any(supported => supported.Id == rule));
}

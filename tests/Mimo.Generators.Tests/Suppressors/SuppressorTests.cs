using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics.Suppressors;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Suppressors;

/// <summary>What other analyzers say because they don't know of generated code is silenced, and nothing else.</summary>
public class SuppressorTests
{
    private const string Tools = """
        using Mimo;

        public partial class Holder
        {
            [MimoTool] private void Tool() { }

            [System.Obsolete] private void Other() { }

            [MimoTool] private partial void Parts();

            private partial void Parts() { }
        }
        """;

    [Theory]
    [InlineData("IDE0051")]
    [InlineData("CA1822")]
    public async Task A_tool_method_is_used_and_not_static_on_purpose(string rule) =>
        Assert.Equal(["Tool", "Parts", "Parts"], await SuppressedIn<ToolMethodSuppressor>(rule, Tools, static node => (node as MethodDeclarationSyntax)?.Identifier));

    [Fact]
    public async Task Other_rules_stay() =>
        Assert.Empty(await SuppressedIn<ToolMethodSuppressor>("IDE0052", Tools, static node => (node as MethodDeclarationSyntax)?.Identifier));

    [Fact]
    public async Task A_parameter_that_a_template_names_is_used() => Assert.Equal(
        ["language", "text", "code", "date"],
        await SuppressedIn<PromptParameterSuppressor>(
            "IDE0060",
            """
            using System.Threading.Tasks;
            using Mimo;

            [MimoPrompt]
            [SystemPrompt("Speak {language}.")]
            public partial interface IAsk
            {
                [UserPrompt("{text.Length} {{other}} {code:fence} {date:D}")]
                Task<string> AskAsync(string language, string text, string other, string code, System.DateOnly date);

                static int Length(string unused) => 0;
            }
            """,
            static node => (node as ParameterSyntax)?.Identifier));

    private static async Task<IEnumerable<string>> SuppressedIn<TSuppressor>(string rule, string code, Func<SyntaxNode, SyntaxToken?> place)
        where TSuppressor : DiagnosticSuppressor, new()
    {
        Compilation compilation = TestProject.Of(code).Compile();
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new StandIn(rule, place), new TSuppressor()], options).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic.Id == rule && diagnostic.IsSuppressed)
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(static diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    /// <summary>Reports as the SDK's analyzer of the same id does, on names; that one can't be loaded into an older compiler.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // No compiler ever loads it.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class StandIn(string id, Func<SyntaxNode, SyntaxToken?> place) : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new DiagnosticDescriptor(id, "Stand-in", "Stand-in", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                node =>
                {
                    if (place(node.Node) is { } token)
                    {
                        node.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], token.GetLocation()));
                    }
                },
                SyntaxKind.MethodDeclaration,
                SyntaxKind.Parameter);
        }
    }
}

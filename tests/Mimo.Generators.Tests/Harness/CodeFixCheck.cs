using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Mimo.Generators.Tests.Harness;

/// <summary>Applies a code fix: one by one, and as fix-all in document, project and solution. All ways must lead to the same code.</summary>
internal static class CodeFixCheck
{
    public static Task RunAsync<TAnalyzer, TFix>(string markup, string fixedCode)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => new Test<TAnalyzer, TFix> { TestCode = markup, FixedCode = fixedCode }.RunAsync();

    /// <summary>Asserts that no fix is offered.</summary>
    public static Task RunUnfixableAsync<TAnalyzer, TFix>(string markup)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => RunAsync<TAnalyzer, TFix>(markup, markup);

    private sealed class Test<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        public Test()
        {
            ReferenceAssemblies = AnalyzerCheck.NoReferences;
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            TestState.AdditionalReferences.AddRange(TestFramework.Net100.References);
        }

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(MimoGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
    }
}

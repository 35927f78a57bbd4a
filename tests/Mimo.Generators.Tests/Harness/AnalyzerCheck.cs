using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Mimo.Generators.Tests.Harness;

/// <summary>
/// Runs an analyzer beside the generator, as a build does, over code with markup such as <c>{|MIMO001:name|}</c>. Nothing else may be
/// reported: one mistake is one error, so the generated code must not add a second.
/// </summary>
internal static class AnalyzerCheck
{
    /// <summary>Reference assemblies come with <see cref="TestFramework"/>, so the tests need no network.</summary>
    public static ReferenceAssemblies NoReferences { get; } = new("net10.0");

    public static Task RunAsync<TAnalyzer>(string markup, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new Test<TAnalyzer> { TestCode = markup };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private sealed class Test<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        public Test()
        {
            ReferenceAssemblies = NoReferences;
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;

            // A rule can have several messages.
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            TestState.AdditionalReferences.AddRange(TestFramework.Net100.References);
        }

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(MimoGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    }
}

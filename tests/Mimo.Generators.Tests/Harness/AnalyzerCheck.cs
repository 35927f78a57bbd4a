using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Tests.Harness;

/// <summary>
/// Runs an analyzer beside the generator, as a build does, over code with markup such as <c>{|MIMO001:name|}</c>. No other error may be
/// reported: one mistake is one error, so the generated code must not add a second. Warnings and information of a rule count where
/// the code names the rule, in markup or a <c>#pragma</c>, or where the test asks for it.
/// </summary>
internal static class AnalyzerCheck
{
    /// <summary>Rules that are less than errors; code that is about something else need not heed them.</summary>
    private static readonly ImmutableArray<string> Advice =
        [.. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .Where(static rule => rule.DefaultSeverity != DiagnosticSeverity.Error).Select(static rule => rule.Id).Distinct()];

    /// <summary>Reference assemblies come with <see cref="TestFramework"/>, so the tests need no network.</summary>
    public static ReferenceAssemblies NoReferences { get; } = new("net10.0");

    public static Task RunAsync<TAnalyzer>(string markup, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new() => RunAsync<TAnalyzer>("", markup, expected);

    /// <summary>Checks code beside a file that is not code; both can have markup.</summary>
    public static Task RunWithFileAsync<TAnalyzer>(string markup, string path, string fileMarkup, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        Test<TAnalyzer> test = Create<TAnalyzer>("", markup, expected);
        test.TestState.AdditionalFiles.Add((path, fileMarkup));
        return test.RunAsync();
    }

    /// <param name="rule">A rule whose warnings or information count even where the code doesn't name it: that it is silent is the point.</param>
    /// <param name="markup">The code.</param>
    /// <param name="expected">What the markup doesn't say, such as messages.</param>
    public static Task RunRuleAsync<TAnalyzer>(string rule, string markup, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new() => RunAsync<TAnalyzer>(rule, markup, expected);

    /// <summary>Checks code beside another file of code, whose path may say that it is generated.</summary>
    public static Task RunBesideAsync<TAnalyzer>(string rule, string markup, string path, string code)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        Test<TAnalyzer> test = Create<TAnalyzer>(rule, markup, []);
        test.TestState.Sources.Add((path, code));
        return test.RunAsync();
    }

    /// <summary>The rules that a test over some code is not about.</summary>
    public static IEnumerable<string> AdviceBeside(string rule, string code, IEnumerable<DiagnosticResult> expected)
    {
        var named = expected.Select(static diagnostic => diagnostic.Id).Append(rule).ToHashSet(StringComparer.Ordinal);
        return Advice.Where(id => !named.Contains(id) && !code.Contains(id, StringComparison.Ordinal));
    }

    private static Task RunAsync<TAnalyzer>(string rule, string markup, DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new() => Create<TAnalyzer>(rule, markup, expected).RunAsync();

    private static Test<TAnalyzer> Create<TAnalyzer>(string rule, string markup, DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new Test<TAnalyzer> { TestCode = markup };
        test.ExpectedDiagnostics.AddRange(expected);
        test.DisabledDiagnostics.AddRange(AdviceBeside(rule, markup, expected));
        return test;
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

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Tests.Harness;

/// <summary>
/// Applies a code fix: one by one, and as fix-all in document, project and solution. All ways must lead to the same code, and
/// what the fix leaves must be marked in it: a rule that still applies, or the compiler's word on what the author has yet to do.
/// </summary>
internal static class CodeFixCheck
{
    /// <param name="markup">The code before; a test of fix-all has several marks in it.</param>
    /// <param name="fixedCode">The code after.</param>
    /// <param name="kind">Which of several repairs to take, by its <c>Repair.Kind</c>; the first if null.</param>
    public static Task RunAsync<TAnalyzer, TFix>(string markup, string fixedCode, string? kind = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => RunAsync<TAnalyzer, TFix>([("Main.cs", markup)], [("Main.cs", fixedCode)], kind);

    /// <summary>The same over several files, and with what a repair adds to the project beside its code.</summary>
    public static Task RunAsync<TAnalyzer, TFix>((string Name, string Code)[] markup, (string Name, string Code)[] fixedCode, string? kind = null, params (string Name, string Text)[] addedFiles)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => RunWithFilesAsync<TAnalyzer, TFix>(markup, [], fixedCode, addedFiles, kind);

    /// <summary>The same with files that are not code, before and after.</summary>
    public static Task RunWithFilesAsync<TAnalyzer, TFix>(
        (string Name, string Code)[] markup, (string Name, string Text)[] files, (string Name, string Code)[] fixedCode, (string Name, string Text)[] fixedFiles, string? kind = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TAnalyzer, TFix> { CodeActionEquivalenceKey = kind };
        foreach ((string name, string code) in markup)
        {
            test.TestState.Sources.Add((name, code));
        }

        foreach ((string name, string code) in fixedCode)
        {
            test.FixedState.Sources.Add((name, code));
        }

        foreach ((string name, string text) in files)
        {
            test.TestState.AdditionalFiles.Add((name, SourceText.From(text, Encoding.UTF8)));
        }

        foreach ((string name, string text) in fixedFiles)
        {
            test.FixedState.AdditionalFiles.Add((name, SourceText.From(text, Encoding.UTF8)));
        }

        string all = string.Concat(markup.Concat(fixedCode).Select(static file => file.Code));
        test.DisabledDiagnostics.AddRange(AnalyzerCheck.AdviceBeside("", all, []));
        if (!markup.SequenceEqual(fixedCode))
        {
            // What a repair leaves for another, or for its author, is marked in the fixed code.
            test.FixedState.MarkupHandling = MarkupMode.Allow;
        }

        return test.RunAsync();
    }

    /// <summary>Applies a fix whose code another generator completes, so that what the compiler says of it means nothing here.</summary>
    public static Task RunUncompiledAsync<TAnalyzer, TFix>(string markup, string fixedCode)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TAnalyzer, TFix> { TestCode = markup, FixedCode = fixedCode, CompilerDiagnostics = CompilerDiagnostics.None };
        test.DisabledDiagnostics.AddRange(AnalyzerCheck.AdviceBeside("", markup, []));
        return test.RunAsync();
    }

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

            // What is said of a type's member is found from the tool that leads there.
            CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
            TestState.AdditionalReferences.AddRange(TestFramework.Net100.References);
        }

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(MimoGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    }
}

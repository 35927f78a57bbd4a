using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Parsing;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class TargetAnalyzerTests
{
    private const string Code = """
        using System.Threading.Tasks;
        using Mimo;

        public static partial class Clock
        {
            [MimoTool] public static string First() => "noon";

            [MimoTool] public static string Second() => "noon";
        }

        [MimoPrompt]
        public partial interface IAssistant
        {
            [UserPrompt("Hi")] Task<string> GreetAsync();
        }

        [MimoOutput]
        public sealed partial record Answer(string Text);

        #pragma warning disable MIMO050
        public static partial class Silent
        {
            [MimoTool] public static string First() => "noon";
        }

        public static class Other { }
        """;

    [Fact]
    public async Task A_language_that_is_too_old_is_told_once_for_each_type()
    {
        var session = new GeneratorSession(TestProject.Of(Code) with { LanguageVersion = LanguageVersion.CSharp9 });

        Assert.Empty(session.Sources);
        Assert.DoesNotContain(session.Output.GetDiagnostics(), static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false });
        Assert.Equal(
            [
                "Clock: Nothing can be generated for 'Clock' because C# 9.0 is too old: set LangVersion to 10.0 or newer, or remove it",
                "IAssistant: Nothing can be generated for 'IAssistant' because C# 9.0 is too old: set LangVersion to 10.0 or newer, or remove it",
                "Answer: Nothing can be generated for 'Answer' because C# 9.0 is too old: set LangVersion to 10.0 or newer, or remove it",
            ],
            await ReportedIn(session.Output));
    }

    [Fact]
    public void A_framework_that_is_too_old_is_told_as_well()
    {
        // It says of itself what it can do, and this one doesn't say that interfaces may have static abstract members.
        CSharpCompilation old = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText("""
            namespace System.Runtime.CompilerServices
            {
                public static class RuntimeFeature { public const string DefaultImplementationsOfInterfaces = ""; }
            }
            """)]);

        Assert.Equal(("the target framework", "target net8.0 or newer"), TargetSupport.FindShortfall(old));
        Assert.Null(TargetSupport.FindShortfall(TestFramework.Net80.EmptyProject));
    }

    [Fact]
    public async Task A_project_that_is_new_enough_hears_nothing() => Assert.Empty(
        await ReportedIn(new GeneratorSession(TestProject.Of(Code) with { LanguageVersion = LanguageVersion.CSharp10, Framework = TestFramework.Net80 }).Output));

    [Fact]
    public async Task An_heir_of_a_prompt_that_is_too_new_is_told_and_the_others_are_generated()
    {
        var library = new GeneratorSession(TestProject.Of("""
            using System.Threading.Tasks;
            using Mimo;

            [MimoPrompt]
            public partial interface ILibrary
            {
                [UserPrompt("Hi")] Task<string> GreetAsync();
            }

            [MimoOutput]
            public sealed partial record Part(string Text);
            """));
        TestProject heirs = TestProject.Of("""
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Mimo;

            public interface IBetween : ILibrary { }

            [MimoPrompt]
            public partial interface IHeir : IBetween
            {
                [UserPrompt("Bye")] Task<string> LeaveAsync();
            }

            [MimoOutput]
            public sealed partial record Whole(IReadOnlyList<Part> Parts);

            [MimoPrompt]
            public partial interface IOther
            {
                [UserPrompt("Bye")] IAsyncEnumerable<Whole.Draft> LeaveAsync();

                [UserPrompt("Bye")] IAsyncEnumerable<Part.Draft> PartAsync();
            }
            """) with { References = [library.Output.ToMetadataReference()] };
        var old = new GeneratorSession(heirs with { LanguageVersion = LanguageVersion.CSharp10 });

        Assert.Equal(
            ["IHeir: Nothing can be generated for 'IHeir' because C# 10.0, in which nothing can implement its base 'IBetween', is too old: set LangVersion to 11.0 or newer, or remove it"],
            await ReportedIn(old.Output));
        GeneratorHarness.AssertClean(old);
        Assert.Empty(await ReportedIn(new GeneratorSession(heirs).Output));
    }

    private static async Task<IEnumerable<string>> ReportedIn(Compilation compilation)
    {
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default))
            .WithAnalyzers([new TargetAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(static diagnostic => $"{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}: {diagnostic.GetMessage(null)}");
    }
}

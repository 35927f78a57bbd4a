using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Architecture;

/// <summary>What users can do about any rule, tried on the bad code of every page: silence it at a place, or change how severe it is.</summary>
public class RuleControlTests
{
    /// <summary>As a project is while somebody types in another file.</summary>
    private const string BrokenFile = """
        using Missing.Namespace;

        namespace Elsewhere;

        class Unfinished : NoSuchType
        {
            NoSuchType Member => this.Nothing(;

            [NoSuchAttribute(typeof(]
            void Method(int x { string s = 3; return x + ; }
        """;

    public static TheoryData<string> Ids => RulePage.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_pragma_silences_a_rule_at_its_place_and_nowhere_else(string id)
    {
        var page = new RulePage(id);
        ImmutableArray<Diagnostic> all = await ReportedAsync(page, page.Bad);
        Assert.NotEmpty(all);

        foreach (Diagnostic diagnostic in all)
        {
            string silenced = Silence(page.Bad.Files[RulePage.ExampleFile], diagnostic);
            ImmutableArray<Diagnostic> rest = await ReportedAsync(page, page.Bad.With(RulePage.ExampleFile, silenced));
            Assert.Equal(Texts(all.Except(all.Where(other => AreOnSameLines(other, diagnostic)))), Texts(rest));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_editorconfig_sets_how_severe_a_rule_is(string id)
    {
        var page = new RulePage(id);
        TestProject project = page.Bad;
        Compilation output = new GeneratorSession(project).Output;
        DiagnosticSeverity[] unset = await SeveritiesAsync("");
        Assert.NotEmpty(unset);

        Assert.Empty(await SeveritiesAsync($"dotnet_diagnostic.{id}.severity = none"));
        foreach ((string written, DiagnosticSeverity severity) in new[]
        {
            ("silent", DiagnosticSeverity.Hidden),
            ("suggestion", DiagnosticSeverity.Info),
            ("warning", DiagnosticSeverity.Warning),
            ("error", DiagnosticSeverity.Error),
        })
        {
            Assert.Equal(Enumerable.Repeat(severity, unset.Length), await SeveritiesAsync($"dotnet_diagnostic.{id}.severity = {written}"));
        }

        // The rule's category, and then what is not about it: another category, another file.
        Assert.Empty(await SeveritiesAsync($"dotnet_analyzer_diagnostic.category-{page.Descriptors[0].Category}.severity = none"));
        Assert.Equal(unset, await SeveritiesAsync("dotnet_analyzer_diagnostic.category-Other.severity = none"));
        Assert.Equal(unset, await SeveritiesAsync($"[Other.cs]\ndotnet_diagnostic.{id}.severity = none"));

        async Task<DiagnosticSeverity[]> SeveritiesAsync(string config) =>
            [.. (await RulePage.ReportAsync(project, output, page.Reporters, new EditorConfig("[Main.cs]\n" + config))).Where(diagnostic => diagnostic.Id == id).Select(static diagnostic => diagnostic.Severity)];
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_rule_reports_the_same_while_other_code_does_not_compile(string id)
    {
        var page = new RulePage(id);
        TestProject broken = page.Bad.With("/project/Broken.cs", BrokenFile);
        ImmutableArray<Diagnostic> errors = broken.Compile().GetDiagnostics();

        Assert.Contains(errors, static error => error.Id == "CS0246");
        Assert.Contains(errors, static error => error.Location.SourceTree!.GetDiagnostics().Contains(error));
        Assert.Equal(Texts(await ReportedAsync(page, page.Bad)), Texts(await ReportedAsync(page, broken)));
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportedAsync(RulePage page, TestProject project) =>
        [.. (await RulePage.ReportAsync(project, page.Reporters)).Where(diagnostic => diagnostic.Id == page.Id).OrderBy(static diagnostic => diagnostic.Location.SourceSpan)];

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(static diagnostic =>
        $"{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

    /// <summary>The code with the rule disabled above the lines of a diagnostic, and restored below them.</summary>
    private static string Silence(string code, Diagnostic diagnostic)
    {
        SourceText text = diagnostic.Location.SourceTree!.GetText();
        (int first, int last) = LinesOf(diagnostic);
        return string.Join('\n', text.Lines.Select(static line => line.ToString()).SelectMany((line, index) =>
        {
            IEnumerable<string> lines = index == first ? [$"#pragma warning disable {diagnostic.Id}", line] : [line];
            return index == last ? lines.Append($"#pragma warning restore {diagnostic.Id}") : lines;
        }));
    }

    private static bool AreOnSameLines(Diagnostic other, Diagnostic diagnostic)
    {
        (int first, int last) = LinesOf(diagnostic);
        return LinesOf(other) is var (otherFirst, otherLast) && otherFirst >= first && otherLast <= last;
    }

    /// <summary>The lines of the token or comment that a diagnostic stands in: a directive can't be put into a text or between the lines of a comment.</summary>
    private static (int First, int Last) LinesOf(Diagnostic diagnostic)
    {
        SyntaxNode root = diagnostic.Location.SourceTree!.GetRoot();
        SyntaxTrivia trivia = root.FindTrivia(diagnostic.Location.SourceSpan.Start, static trivia => trivia.HasStructure && trivia.GetStructure() is not DocumentationCommentTriviaSyntax);
        TextSpan start = trivia.HasStructure ? trivia.Span : root.FindToken(diagnostic.Location.SourceSpan.Start).Span;
        TextSpan end = trivia.HasStructure ? trivia.Span : root.FindToken(diagnostic.Location.SourceSpan.End - 1).Span;
        LinePositionSpan lines = root.GetText().Lines.GetLinePositionSpan(TextSpan.FromBounds(start.Start, trivia.HasStructure ? end.End - 1 : end.End));
        return (lines.Start.Line, lines.End.Line);
    }
}

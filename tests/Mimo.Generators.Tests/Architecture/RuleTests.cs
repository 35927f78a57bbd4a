using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Architecture;

/// <summary>Every rule is documented, released and reported, and its page shows code that is what the page says.</summary>
public class RuleTests
{
    public static TheoryData<string> Ids => RulePage.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_one_title_and_category_whichever_message_it_gives(string id)
    {
        Assert.Matches("^MIMO[0-9]{3}$", id);
        Assert.Single(new RulePage(id).Descriptors.Select(static rule => (rule.Title.ToString(null), rule.Category, rule.HelpLinkUri)).Distinct());
        Assert.EndsWith($"/docs/rules/{id}.md", new RulePage(id).Descriptors[0].HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_among_the_releases(string id)
    {
        DiagnosticDescriptor rule = new RulePage(id).Descriptors[0];
        string tables = File.ReadAllText(Repository.PathTo("src", "Mimo.Generators", "AnalyzerReleases.Unshipped.md")) + File.ReadAllText(Repository.PathTo("src", "Mimo.Generators", "AnalyzerReleases.Shipped.md"));

        Assert.Contains($"\n{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n", tables, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_help_page(string id)
    {
        DiagnosticDescriptor rule = new RulePage(id).Descriptors[0];
        string page = new RulePage(id).Text;

        Assert.StartsWith($"# {id}: {rule.Title}\n\nCategory `{rule.Category}` · {rule.DefaultSeverity}\n", page, StringComparison.Ordinal);
        Assert.Equal(["Cause", "Why it matters", "Bad", "Good", "When to suppress"], Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value));
    }

    [Fact]
    public void A_help_page_has_a_rule() => Assert.Equal(
        RulePage.Rules.Select(static rule => rule.Id).Distinct().Order(),
        Directory.GetFiles(Repository.PathTo("docs", "rules"), "MIMO*.md").Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void The_index_lists_every_rule_and_says_whether_it_can_be_repaired()
    {
        HashSet<string> repaired = CodeFixes().SelectMany(static fix => fix.FixableDiagnosticIds).ToHashSet();
        string[] rows = RulePage.Rules.Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal).Select(static id => new RulePage(id).Descriptors[0]).Select(rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | `{rule.Category}` | {rule.DefaultSeverity} | {(repaired.Contains(rule.Id) ? "yes" : "")} |").ToArray();
        string path = Repository.PathTo("docs", "rules", "README.md");
        string[] lines = File.ReadAllLines(path);
        string[] written = lines.Where(IsRow).ToArray();

        // The index is a snapshot like others, and is written anew in the same way.
        if (Environment.GetEnvironmentVariable("MIMO_UPDATE_SNAPSHOTS") == "1")
        {
            int first = Array.FindIndex(lines, IsRow);
            File.WriteAllText(path, string.Join("\n", [.. lines[..first], .. rows, .. lines[(first + written.Length)..], ""]));
            return;
        }

        Assert.Equal(rows, written);

        static bool IsRow(string line) => line.StartsWith("| [MIMO", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_bad_code_of_a_page_is_reported_and_the_good_code_is_clean(string id)
    {
        var page = new RulePage(id);
        Assert.DoesNotContain(page.Bad.Compile().GetDiagnostics(), IsMistake);
        Assert.Contains(await RulePage.ReportAsync(page.Bad, RulePage.Analyzers), diagnostic => diagnostic.Id == id);

        // Information about another matter is no fault of an example; a warning is.
        Assert.DoesNotContain(await RulePage.ReportAsync(page.Good, RulePage.Analyzers), diagnostic => diagnostic.Id == id || diagnostic.Severity >= DiagnosticSeverity.Warning);
        GeneratorHarness.Check(page.Good, LanguageVersion.CSharp12);

        // What the generator would add is missing to the compiler: bodies of partial methods, and members.
        static bool IsMistake(Diagnostic diagnostic) => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS0117" or "CS1061" or "CS8795");
    }

    /// <summary>The error list over the bad code of all pages: of each rule the very text that it points at, and its words.</summary>
    [Fact]
    public async Task A_rule_points_at_what_is_to_be_changed()
    {
        var list = new StringBuilder();
        foreach (string id in RulePage.Rules.Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal))
        {
            var page = new RulePage(id);
            foreach (Diagnostic diagnostic in (await RulePage.ReportAsync(page.Bad, page.Reporters)).Where(diagnostic => diagnostic.Id == id).OrderBy(static diagnostic => diagnostic.Location.SourceSpan))
            {
                string place = diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
                list.Append(id).Append(" on ").Append(place).Append("\n    ").Append(diagnostic.GetMessage(CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        Snapshot.Verify("ErrorList", list.ToString());
    }

    [Fact]
    public void A_rule_is_supported_by_an_analyzer() => Assert.Equal(
        RulePage.Rules.Select(static rule => rule.Id).Distinct().Order(),
        RulePage.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order());

    [Fact]
    public void A_code_fix_repairs_rules_that_exist_and_can_repair_all_at_once()
    {
        CodeFixProvider[] fixes = CodeFixes().ToArray();

        Assert.NotEmpty(fixes);
        Assert.All(fixes, static fix =>
        {
            Type type = fix.GetType();
            Assert.Equal(type.Name, type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Name);
            Assert.NotEmpty(fix.FixableDiagnosticIds);
            Assert.Subset(RulePage.Rules.Select(static rule => rule.Id).ToHashSet(), fix.FixableDiagnosticIds.ToHashSet());
            Assert.NotNull(fix.GetFixAllProvider());
        });
    }

    [Fact]
    public void Messages_name_what_is_at_fault_and_end_without_a_full_stop() => Assert.All(RulePage.Rules, static rule =>
    {
        string message = rule.MessageFormat.ToString(null);
        Assert.Contains("{0}", message, StringComparison.Ordinal);
        Assert.False(message.EndsWith('.'), message);
    });

    private static IEnumerable<CodeFixProvider> CodeFixes() => typeof(RepairingCodeFixProvider).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!);
}

using Spectre.Console;
using Spectre.Console.Rendering;

namespace CodeReview;

/// <summary>Shows a review as far as it is written.</summary>
internal static class ReviewView
{
    public static IRenderable Render(Review.Draft draft)
    {
        Table findings = new Table().Border(TableBorder.Rounded).AddColumns("Line", "Severity", "Problem", "Repair");
        foreach (Finding.Draft finding in draft.Findings ?? [])
        {
            findings.AddRow(
                new Text(finding.Line?.ToString() ?? "…"),
                new Markup(finding.Severity is { } severity ? $"[{Color(severity)}]{severity}[/]" : "…"),
                new Text(finding.Problem ?? ""),
                new Text(finding.Repair ?? ""));
        }

        return new Rows(
            new Text(draft.Summary ?? ""),
            findings,
            new Markup(draft.Verdict is { } verdict ? $"[bold]Verdict: {verdict}[/]" : "[grey]Reviewing …[/]"));
    }

    private static string Color(Severity severity) => severity switch
    {
        Severity.High => "red",
        Severity.Medium => "yellow",
        _ => "grey",
    };
}

using System.Globalization;
using System.Security;
using System.Text;

namespace Mimo.Benchmarks.Reporting;

/// <summary>Draws ratios as bars from one, on a logarithmic scale: to the left what costs us less, to the right what costs us more.</summary>
internal static class RatioPlot
{
    private const int LabelWidth = 470;
    private const int PlotWidth = 420;
    private const int NumberWidth = 60;
    private const int RowHeight = 18;
    private const int Top = 34;

    private const string Cheaper = "#2a78b5";
    private const string Dearer = "#c8732b";

    public static string Draw(IEnumerable<Comparison> comparisons)
    {
        List<Comparison> rows = comparisons.Where(static comparison => comparison.IsRatio && double.IsFinite(comparison.Value) && comparison.Value > 0).ToList();
        double low = Math.Floor(Math.Log10(Math.Min(0.1, rows.Select(static row => row.Value).DefaultIfEmpty(1).Min())));
        double high = Math.Ceiling(Math.Log10(Math.Max(10, rows.Select(static row => row.Value).DefaultIfEmpty(1).Max())));
        int height = Top + rows.Count * RowHeight + 30;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{LabelWidth + PlotWidth + NumberWidth}" height="{height}" font-family="sans-serif" font-size="11">
            <title>Ratios of ours to theirs</title>
            <rect width="100%" height="100%" fill="#ffffff"/>
            <text x="{LabelWidth}" y="14" fill="#333333">ratio of ours to theirs; black marks are targets</text>

            """);
        for (double power = low; power <= high; power++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{X(Math.Pow(10, power)):0.0}" y1="{Top - 6}" x2="{X(Math.Pow(10, power)):0.0}" y2="{height - 22}" stroke="{(power == 0 ? "#666666" : "#dddddd")}"/>
                <text x="{X(Math.Pow(10, power)):0.0}" y="{height - 8}" text-anchor="middle" fill="#333333">{Math.Pow(10, power):0.####}</text>

                """);
        }

        foreach ((Comparison row, int index) in rows.Select(static (row, index) => (row, index)))
        {
            int y = Top + index * RowHeight;
            double from = Math.Min(X(1), X(row.Value));
            double to = Math.Max(X(1), X(row.Value));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text x="{LabelWidth - 8}" y="{y + 11}" text-anchor="end" fill="#333333">{SecurityElement.Escape($"{row.What} / {row.Other}")}</text>
                <rect x="{from:0.0}" y="{y + 2}" width="{Math.Max(1, to - from):0.0}" height="{RowHeight - 6}" fill="{(row.Value <= 1 ? Cheaper : Dearer)}"/>
                <text x="{LabelWidth + PlotWidth + 6}" y="{y + 11}" fill="{(row.IsMet ? "#333333" : "#b00020")}">{Comparison.Number(row.Value)}</text>

                """);
            if (double.IsFinite(row.Target) && row.Target > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{X(row.Target):0.0}" y1="{y}" x2="{X(row.Target):0.0}" y2="{y + RowHeight - 2}" stroke="#000000" stroke-width="2"/>""").Append('\n');
            }
        }

        return svg.Append("</svg>\n").ToString();

        double X(double value) => LabelWidth + (Math.Log10(value) - low) / (high - low) * PlotWidth;
    }
}

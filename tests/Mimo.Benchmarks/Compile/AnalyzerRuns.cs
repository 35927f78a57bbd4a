using System.Globalization;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Compile;

/// <summary>What all analyzers together cost a build, and what they cost for a symbol that is no business of theirs.</summary>
internal static class AnalyzerRuns
{
    private const int Rounds = 5;
    private const int Tools = 1000;

    public static IEnumerable<Comparison> Measure()
    {
        using var project = new ToolProject(Tools);
        double with = double.MaxValue;
        double without = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            without = Math.Min(without, project.BuildAnalyzed(withAnalyzers: false).TotalSeconds);
            with = Math.Min(with, project.BuildAnalyzed(withAnalyzers: true).TotalSeconds);
        }

        yield return new Comparison($"build of {Tools} tools with analyzers: time", Seconds(with), "no analyzers", Seconds(without), with / without, 1.1);

        IrrelevantSymbols run = IrrelevantSymbols.Measure();
        yield return new Comparison(
            "analysis of a symbol that is no tool: bytes", run.Ours.ToString("0", CultureInfo.InvariantCulture),
            "an analyzer that does nothing", run.Nothing.ToString("0", CultureInfo.InvariantCulture), run.Ours / run.Nothing, double.NaN);
    }

    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + " s";
}

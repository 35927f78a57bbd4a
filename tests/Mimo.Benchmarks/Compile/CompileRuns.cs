using System.Globalization;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Compile;

/// <summary>What the generator costs a build, and what an edit elsewhere costs the editor.</summary>
internal static class CompileRuns
{
    private const int Rounds = 2;
    private const int Few = 300;
    private const int Many = 3500;

    public static IEnumerable<Comparison> Measure()
    {
        EditRun run = EditRun.Measure(Many);
        yield return new Comparison($"files written anew by an unrelated edit, of {run.Outputs}", run.Rerun.ToString(CultureInfo.InvariantCulture), "none", "0", run.Rerun, 0) { IsRatio = false };
        yield return new Comparison(
            $"generator after an unrelated edit, {Many} tools: processor time", Seconds(run.AfterEdit.TotalSeconds), "its first run", Seconds(run.First.TotalSeconds), run.AfterEdit / run.First, double.NaN);

        (double with, double without) = Builds(Few);
        yield return new Comparison($"build of {Few} tools: time, difference in s", Seconds(with), "no generator", Seconds(without), with - without, 1) { IsRatio = false };

        (with, without) = Builds(Many, withBodies: true);
        yield return new Comparison($"build of {Many} tools: time", Seconds(with), "no generator", Seconds(without), with / without, 2);

        // What is generated for a tool is the same, whatever it does: so this is the worst that can be.
        (with, without) = Builds(Many);
        yield return new Comparison($"build of {Many} tools that do nothing: time", Seconds(with), "no generator", Seconds(without), with / without, 2);
    }

    private static (double With, double Without) Builds(int tools, bool withBodies = false)
    {
        using var project = new ToolProject(tools, withBodies);
        double with = double.MaxValue;
        double without = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            without = Math.Min(without, project.Build(withGenerator: false).TotalSeconds);
            with = Math.Min(with, project.Build(withGenerator: true).TotalSeconds);
        }

        return (with, without);
    }

    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + " s";
}

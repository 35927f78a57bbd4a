using System.Diagnostics;
using System.Globalization;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Startup;

/// <summary>Starts fresh processes in turn, many times, and compares the medians of what they measured.</summary>
internal static class FirstUseRuns
{
    private const int Rounds = 51;

    public static IEnumerable<Comparison> Measure()
    {
        foreach ((string what, string ours, (string Name, double Target)[] others) in new (string, string, (string, double)[])[]
        {
            ("first tool call in a process: time", "ToolByMimo", [("ToolByHand", 1.3), ("ToolByExtensionsAI", double.NaN)]),
            ("first request in a process: time", "RequestByMimo", [("RequestByHand", 1.4), ("RequestByOpenAI", double.NaN)]),
        })
        {
            string[] names = [ours, .. others.Select(static other => other.Name)];
            Dictionary<string, double> medians = MeasureInTurn(names);
            foreach ((string name, double target) in others)
            {
                yield return new Comparison(what, Number(medians[ours]), name, Number(medians[name]), medians[ours] / medians[name], target);
            }
        }
    }

    /// <summary>In turn, so that all meet the same ups and downs of the machine.</summary>
    private static Dictionary<string, double> MeasureInTurn(string[] names)
    {
        var times = names.ToDictionary(static name => name, static _ => new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            foreach (string name in names)
            {
                times[name].Add(RunOnce(name));
            }
        }

        return times.ToDictionary(static pair => pair.Key, static pair => Median(pair.Value));
    }

    private static double RunOnce(string name)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["startup", name]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture) + " µs";
}

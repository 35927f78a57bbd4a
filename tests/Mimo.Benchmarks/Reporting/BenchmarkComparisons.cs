using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;

namespace Mimo.Benchmarks.Reporting;

/// <summary>Reads what a run measured and compares the methods of each class with its <c>Mimo</c>.</summary>
internal static class BenchmarkComparisons
{
    private const string Ours = "Mimo";

    /// <param name="summaries">The passes; what was measured in each of them counts alike.</param>
    public static IEnumerable<Comparison> Of(IEnumerable<Summary> summaries)
    {
        foreach (IGrouping<Type, BenchmarkReport> group in summaries.SelectMany(static summary => summary.Reports).GroupBy(static report => report.BenchmarkCase.Descriptor.Type))
        {
            Dictionary<string, Measured> methods = group.Where(static report => report.ResultStatistics is not null)
                .GroupBy(static report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name)
                .ToDictionary(static reports => reports.Key, static reports => new Measured(reports));
            if (!methods.Remove(Ours, out Measured? ours))
            {
                continue;
            }

            string what = group.Key.GetCustomAttribute<DescriptionAttribute>()?.Description ?? group.Key.Name;
            foreach ((string name, Measured theirs) in methods)
            {
                TargetAttribute? target = group.Key.GetCustomAttributes<TargetAttribute>().SingleOrDefault(target => target.Other == name);

                // The quickest iterations are judged: what else the machine does can only make the others slower.
                yield return Compare(what + ": time", "ns", name, ours.Time.Min, theirs.Time.Min, target?.Time) with { OfMedians = ours.Time.Median / theirs.Time.Median };
                yield return Compare(what + ": allocated", "B", name, ours.Bytes, theirs.Bytes, target?.Bytes);
            }
        }
    }

    private static Comparison Compare(string what, string unit, string name, double ours, double theirs, double? target) => new(
        what, Number(ours, unit), name, Number(theirs, unit), theirs == 0 ? ours == 0 ? 1 : double.PositiveInfinity : ours / theirs, target ?? double.NaN);

    private static string Number(double value, string unit) => value.ToString("#,0", CultureInfo.InvariantCulture) + " " + unit;

    /// <summary>What one method took, in nanoseconds and bytes for each call.</summary>
    private sealed class Measured(IEnumerable<BenchmarkReport> passes)
    {
        public Statistics Time { get; } = new(passes.SelectMany(static pass => pass.ResultStatistics!.OriginalValues));

        public double Bytes { get; } = passes.Min(static pass => pass.GcStats.GetBytesAllocatedPerOperation(pass.BenchmarkCase) ?? 0);
    }
}

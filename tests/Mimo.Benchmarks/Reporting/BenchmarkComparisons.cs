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

    public static IEnumerable<Comparison> Of(Summary summary)
    {
        foreach (IGrouping<Type, BenchmarkReport> group in summary.Reports.GroupBy(static report => report.BenchmarkCase.Descriptor.Type))
        {
            var reports = group.Where(static report => report.ResultStatistics is not null).ToDictionary(static report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
            if (!reports.Remove(Ours, out BenchmarkReport? ours))
            {
                continue;
            }

            string what = group.Key.GetCustomAttribute<DescriptionAttribute>()?.Description ?? group.Key.Name;
            foreach ((string name, BenchmarkReport theirs) in reports)
            {
                TargetAttribute? target = group.Key.GetCustomAttributes<TargetAttribute>().SingleOrDefault(target => target.Other == name);
                Statistics time = ours.ResultStatistics!;
                Statistics theirTime = theirs.ResultStatistics!;

                // The quickest iterations are judged: what else the machine does can only make the others slower.
                yield return Compare(what + ": time", "ns", name, time.Min, theirTime.Min, target?.Time) with { OfMedians = time.Median / theirTime.Median };
                yield return Compare(what + ": allocated", "B", name, Bytes(ours), Bytes(theirs), target?.Bytes);
            }
        }
    }

    private static Comparison Compare(string what, string unit, string name, double ours, double theirs, double? target) => new(
        what, Number(ours, unit), name, Number(theirs, unit), theirs == 0 ? ours == 0 ? 1 : double.PositiveInfinity : ours / theirs, target ?? double.NaN);

    private static double Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    private static string Number(double value, string unit) => value.ToString("#,0", CultureInfo.InvariantCulture) + " " + unit;
}

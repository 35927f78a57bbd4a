using System.Globalization;
using System.Reflection;
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

            foreach ((string name, BenchmarkReport theirs) in reports)
            {
                TargetAttribute? target = group.Key.GetCustomAttributes<TargetAttribute>().SingleOrDefault(target => target.Other == name);
                yield return Compare(group.Key.Name + ", ns", name, Time(ours), Time(theirs), target?.Time ?? double.NaN);
                yield return Compare(group.Key.Name + ", bytes", name, Bytes(ours), Bytes(theirs), target?.Bytes ?? double.NaN);
            }
        }
    }

    private static Comparison Compare(string what, string name, double ours, double theirs, double target) => new(
        what, Number(ours), name, Number(theirs), theirs == 0 ? ours == 0 ? 1 : double.PositiveInfinity : ours / theirs, target);

    /// <summary>The fastest iteration: what else the machine does can only make the others slower.</summary>
    private static double Time(BenchmarkReport report) => report.ResultStatistics!.Min;

    private static double Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    private static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Mimo.Benchmarks.Compile;
using Mimo.Benchmarks.Startup;
using Perfolizer.Horology;

namespace Mimo.Benchmarks.Reporting;

/// <summary>Runs everything, or the parts that <c>--filter</c> names, and prints one table of ratios against targets.</summary>
internal static class Suite
{
    private const int Passes = 4;

    /// <summary>Has the results written into docs/benchmarks.md.</summary>
    private const string WriteOption = "--write";

    public static int Run(string[] args)
    {
        bool writes = args.Contains(WriteOption);
        args = [.. args.Where(static argument => argument != WriteOption)];
        string[] filters = Filters(args);
        var comparisons = new List<Comparison>();
        var summaries = new List<Summary>();
        for (int pass = 0; pass < Passes; pass++)
        {
            summaries.AddRange(BenchmarkSwitcher.FromAssembly(typeof(Suite).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, Config()));
        }

        comparisons.AddRange(BenchmarkComparisons.Of(summaries));
        Write();
        foreach ((string part, Func<IEnumerable<Comparison>> measure) in new (string, Func<IEnumerable<Comparison>>)[]
        {
            (nameof(FirstUse), FirstUseRuns.Measure),
            (nameof(GeneratorRuns), GeneratorRuns.Measure),
            (nameof(CompileRuns), CompileRuns.Measure),
        })
        {
            if (Names(filters, part))
            {
                comparisons.AddRange(measure());
                Write();
            }
        }

        Console.WriteLine();
        Console.WriteLine(Comparison.Header);
        foreach (Comparison comparison in comparisons)
        {
            Console.WriteLine(comparison);
        }

        return comparisons.TrueForAll(static comparison => comparison.IsMet) ? 0 : 1;

        // After each part: a run that is stopped has not been for nothing.
        void Write()
        {
            if (writes)
            {
                ResultPage.Write(comparisons);
            }
        }
    }

    /// <summary>
    /// Many short iterations: on a shared machine some of them run undisturbed, and those are the ones that count. In one process
    /// and in several passes, so that all competitors meet the same ups and downs of the machine.
    /// </summary>
    private static ManualConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(10))
            .WithMinIterationTime(TimeInterval.FromMilliseconds(5))
            .WithWarmupCount(60)
            .WithIterationCount(40))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(ConsoleLogger.Default)
        .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary);

    private static string[] Filters(string[] args)
    {
        int start = Array.IndexOf(args, "--filter");
        return start < 0 ? ["*"] : [.. args.Skip(start + 1).TakeWhile(static argument => !argument.StartsWith('-'))];
    }

    private static bool Names(string[] filters, string part) =>
        Array.Exists(filters, filter => filter == "*" || part.Contains(filter.Trim('*'), StringComparison.OrdinalIgnoreCase));
}

using System.Collections.Immutable;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
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
    private const int Passes = 3;

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

        Add(BenchmarkComparisons.Of(summaries));
        foreach ((string part, Func<IEnumerable<Comparison>> measure) in new (string, Func<IEnumerable<Comparison>>)[]
        {
            (nameof(FirstUse), FirstUseRuns.Measure),
            (nameof(GeneratorRuns), GeneratorRuns.Measure),
            (nameof(CompileRuns), CompileRuns.Measure),
            (nameof(AnalyzerRuns), AnalyzerRuns.Measure),
        })
        {
            if (Names(filters, part))
            {
                Add(measure());
            }
        }

        Write(isWhole: filters is ["*"]);
        Console.WriteLine();
        Console.WriteLine(Comparison.Header);
        foreach (Comparison comparison in comparisons)
        {
            Console.WriteLine(comparison);
        }

        return comparisons.TrueForAll(static comparison => comparison.IsMet) ? 0 : 1;

        // As they come: a run that is stopped has not been for nothing.
        void Add(IEnumerable<Comparison> measured)
        {
            foreach (Comparison comparison in measured)
            {
                comparisons.Add(comparison);
                Write(isWhole: false);
            }
        }

        void Write(bool isWhole)
        {
            if (writes)
            {
                ResultPage.Write(comparisons, isWhole);
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
        .WithOrderer(new ByClass())
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(ConsoleLogger.Default)
        .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary);

    /// <summary>Those that are compared with each other run one after the other.</summary>
    private sealed class ByClass() : DefaultOrderer(SummaryOrderPolicy.Declared)
    {
        public override IEnumerable<BenchmarkCase> GetExecutionOrder(ImmutableArray<BenchmarkCase> benchmarksCase, IEnumerable<BenchmarkLogicalGroupRule>? order = null) =>
            benchmarksCase.OrderBy(static benchmark => benchmark.Descriptor.Type.Name, StringComparer.Ordinal).ThenBy(static benchmark => benchmark.Descriptor.MethodIndex);
    }

    private static string[] Filters(string[] args)
    {
        int start = Array.IndexOf(args, "--filter");
        return start < 0 ? ["*"] : [.. args.Skip(start + 1).TakeWhile(static argument => !argument.StartsWith('-'))];
    }

    private static bool Names(string[] filters, string part) =>
        Array.Exists(filters, filter => filter == "*" || part.Contains(filter.Trim('*'), StringComparison.OrdinalIgnoreCase));
}

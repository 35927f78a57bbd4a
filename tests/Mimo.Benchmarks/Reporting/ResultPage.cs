using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Mimo.Benchmarks.Reporting;

/// <summary>Writes the results of a run into docs/benchmarks.md, and their plot beside it.</summary>
internal static class ResultPage
{
    private const string Plot = "benchmarks.svg";

    public static void Write(IReadOnlyList<Comparison> comparisons, bool isWhole)
    {
        string docs = Path.Combine(typeof(ResultPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!, "docs");
        File.WriteAllText(Path.Combine(docs, "benchmarks.md"), Page(comparisons, isWhole));
        File.WriteAllText(Path.Combine(docs, Plot), RatioPlot.Draw(comparisons));
    }

    private static string Page(IReadOnlyList<Comparison> comparisons, bool isWhole)
    {
        List<Comparison> judged = comparisons.Where(static comparison => !double.IsNaN(comparison.Target)).ToList();
        List<Comparison> missed = judged.Where(static comparison => !comparison.IsMet).ToList();
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"""
                # Benchmarks

                This page is written by the run that it reports, and by nothing else:

                ```
                dotnet run -c Release --project tests/Mimo.Benchmarks -- --write
                ```

                Ours, other libraries and code written by hand run in turn in the same run, and give the same results: each benchmark checks that first. "HandWritten" and "Floor" are that code by hand, over `Utf8JsonReader` and `HttpClient`, with nothing in it that the task does not need; it is the limit, not a competitor.

                ## This run

                | | |
                |---|---|
                | version | {typeof(MimoTool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion} |
                | date | {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC |
                | machine | {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture} |
                | runtime | {RuntimeInformation.FrameworkDescription} |
                | load | {Load()} |
                | targets | {judged.Count - missed.Count} of {judged.Count} met |
                | extent | {(isWhole ? "all that the suite measures" : "a part of what the suite measures: the run was stopped, or asked for no more")} |

                A machine that others use too gives times that can't be compared with those of another run. So the ratios are what counts: of the quickest of 120 short iterations in three passes, since whatever else the machine does can only make the others slower, and beside them of the medians, which show how restless it was. Where the two are far apart, neither is worth much. Allocated bytes don't depend on any of that.

                ## Targets missed


                """)
            .Append(missed.Count == 0 ? "None.\n" : string.Concat(missed.Select(static row => $"- {row.What}, against {row.Other}: {Comparison.Number(row.Value)}, where {Comparison.Number(row.Target)} was the aim\n")))
            .Append(CultureInfo.InvariantCulture, $"""

                ## Results

                ![The ratios as bars]({Plot})

                {Comparison.Header}

                """)
            .AppendJoin('\n', comparisons)
            .Append('\n')
            .Append("""

                ## How to read it

                - **Ratios** are ours divided by theirs: below one, ours costs less. Where two numbers are subtracted, the line says so.
                - **First use** is measured in processes that have just started, since that is what a command-line tool or a cold function pays; the median of 51.
                - **Builds** are `dotnet build` of a project from nothing, with a compiler that has just started; the quickest of two. Each tool of the large project does in a few statements what a tool of the samples does. The one whose tools do nothing has the same tools with a body of one expression, and is the worst that can be: what is generated for a tool is the same, whatever it does.
                - **The generator in an editor** runs in this process over a project with 1,000 tools, each with a record of its own, and a `JsonSerializerContext` that lists the same 1,000 records. Both generators see the same project and the same edits, and the time is that of the processor, the median of several runs. "Memory held" is what the driver keeps alive after a run: the generator's caches, the files it wrote and the project as it was. System.Text.Json's generator does less in one way, since it reads no doc comments and dispatches no calls, and more in another, since it writes what its serializer needs at run time.

                """)
            .ToString();
    }

    private static string Processor()
    {
        string? line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? "unknown processor";
    }

    private static string Load()
    {
        if (!File.Exists("/proc/loadavg"))
        {
            return "unknown";
        }

        double load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[2], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{load:0.0} on average in the last 15 minutes; this run alone makes about 1, so {(load > Environment.ProcessorCount ? "the machine was shared and busy" : "the machine was its own")}");
    }
}

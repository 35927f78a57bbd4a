using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Mimo.Benchmarks.Reporting;

namespace Mimo.Benchmarks.Compile;

/// <summary>What the generator costs an editor, beside System.Text.Json's own on the same types.</summary>
internal static class GeneratorRuns
{
    private const int Tools = 1000;
    private const int Rounds = 3;
    private const int Edits = 5;
    private const string Other = "SystemTextJson";

    private static readonly string JsonGeneratorPath = typeof(GeneratorRuns).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "JsonGeneratorPath").Value!;

    public static IEnumerable<Comparison> Measure()
    {
        SyntaxTree[] files = [.. RecordSources.Write(Tools).Select(static file => EditorProject.Parse(file.Name, file.Text))];
        Costs ours = new();
        Costs theirs = new();

        // The first round compiles the generators themselves. In turn, so that both meet the same ups and downs of the machine.
        for (int round = 0; round <= Rounds; round++)
        {
            MeasureOnce(files, ToolProject.GeneratorPath, round == 0 ? new Costs() : ours);
            MeasureOnce(files, JsonGeneratorPath, round == 0 ? new Costs() : theirs);
        }

        yield return Compare($"generator, first run over {Tools} tools: processor time", "ms", ours.First, theirs.First);
        yield return Compare("generator, after an edit elsewhere: processor time", "ms", ours.Elsewhere, theirs.Elsewhere);
        yield return Compare($"generator, after an edit of one tool of {Tools}: processor time", "ms", ours.OneTool, theirs.OneTool);
        yield return Compare("generator, memory held after a run", "MB", ours.Held, theirs.Held);
    }

    private static void MeasureOnce(SyntaxTree[] files, string generatorPath, Costs costs)
    {
        double before = Megabytes();
        var project = new EditorProject(files, generatorPath);
        costs.First.Add(project.Run().TotalMilliseconds);
        for (int edit = 1; edit <= Edits; edit++)
        {
            costs.Elsewhere.Add(project.Edit(ToolSources.UnrelatedFile, ToolSources.Unrelated(edit)).TotalMilliseconds);
            costs.OneTool.Add(project.Edit(RecordSources.EditedFile, RecordSources.Edited(edit)).TotalMilliseconds);
        }

        project.Close();
        costs.Held.Add(Megabytes() - before);
        GC.KeepAlive(project);
    }

    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / (1024.0 * 1024);

    private static Comparison Compare(string what, string unit, List<double> ours, List<double> theirs) =>
        new(what, Number(Median(ours), unit), Other, Number(Median(theirs), unit), Median(ours) / Median(theirs), double.NaN);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Number(double value, string unit) => value.ToString("#,0.0", CultureInfo.InvariantCulture) + " " + unit;

    private sealed class Costs
    {
        public List<double> First { get; } = [];

        public List<double> Elsewhere { get; } = [];

        public List<double> OneTool { get; } = [];

        public List<double> Held { get; } = [];
    }
}

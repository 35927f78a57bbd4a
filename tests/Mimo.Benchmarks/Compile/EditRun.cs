using Microsoft.CodeAnalysis;

namespace Mimo.Benchmarks.Compile;

/// <summary>The generator in an editor: a first run over many tools, then one after each edit in a file without any.</summary>
/// <param name="First">How long the first run took.</param>
/// <param name="AfterEdit">How long the quickest run after an edit took.</param>
/// <param name="Outputs">How many files the generator wrote.</param>
/// <param name="Rerun">How many of them were written anew after an edit that can't change them.</param>
internal sealed record EditRun(TimeSpan First, TimeSpan AfterEdit, int Outputs, int Rerun)
{
    private const int Edits = 20;

    public static EditRun Measure(int tools)
    {
        var project = new EditorProject(ToolSources.Write(tools).Select(static file => EditorProject.Parse(file.Name, file.Text)), ToolProject.GeneratorPath, tracks: true);
        TimeSpan first = project.Run();
        int outputs = project.Result.GeneratedTrees.Length;

        TimeSpan quickest = TimeSpan.MaxValue;
        int rerun = 0;
        for (int edit = 1; edit <= Edits; edit++)
        {
            TimeSpan elapsed = project.Edit(ToolSources.UnrelatedFile, ToolSources.Unrelated(edit));
            quickest = elapsed < quickest ? elapsed : quickest;
            rerun += project.Result.Results.Single().TrackedOutputSteps.SelectMany(static steps => steps.Value)
                .SelectMany(static step => step.Outputs).Count(static output => output.Reason != IncrementalStepRunReason.Cached);
        }

        return new EditRun(first, quickest, outputs, rerun);
    }
}

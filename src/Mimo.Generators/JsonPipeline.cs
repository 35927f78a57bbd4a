using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators;

/// <summary>
/// From the types that tools and prompts reach to one reader and one writer for each, however many of them reach it.
/// </summary>
/// <remarks>
/// A type's code goes into the file of whoever reaches it first. One file for each type would be less to write anew after an edit, but
/// a thousand parts of one class are more work to the compiler than what is in them.
/// </remarks>
internal static class JsonPipeline
{
    public static void Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectToolsModel> tools,
        IncrementalValuesProvider<PromptModel> prompts,
        IncrementalValuesProvider<DraftModel> drafts,
        IncrementalValueProvider<TargetModel> target)
    {
        // What tools take and prompts answer is read, whole or as drafts; what tools give and prompts insert is written.
        IncrementalValuesProvider<JsonFileModel> read = Distinct(
                tools.Select(static (project, _) => project.Tools.Select(static tool => new ReachedTypes(tool.Holder.QualifiedName, tool.InputTypes)).ToImmutableArray()),
                prompts.Select(static (prompt, _) => new ReachedTypes(prompt.Holder.QualifiedName, prompt.OutputTypes)),
                drafts.Select(static (draft, _) => new ReachedTypes(draft.Holder.QualifiedName, draft.Types)))
            .WithTrackingName(TrackingNames.Readers);
        IncrementalValuesProvider<JsonFileModel> written = Distinct(
                tools.Select(static (project, _) => project.Tools.Select(static tool => new ReachedTypes(tool.Holder.QualifiedName, tool.OutputTypes)).ToImmutableArray()),
                prompts.Select(static (prompt, _) => new ReachedTypes(prompt.Holder.QualifiedName, prompt.InputTypes)),
                others: null)
            .WithTrackingName(TrackingNames.Writers);

        context.RegisterSourceOutput(read.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Owner, "Readers"), JsonFileEmitter.EmitReaders(pair.Left, pair.Right)));
        context.RegisterSourceOutput(written.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Owner, "Writers"), JsonFileEmitter.EmitWriters(pair.Left, pair.Right)));

        // Once, and only where there is a file at all.
        IncrementalValuesProvider<string> classFile = read.Collect().Combine(written.Collect())
            .SelectMany(static (files, _) => files.Left.IsEmpty && files.Right.IsEmpty ? ImmutableArray<string>.Empty : ImmutableArray.Create("Json.g.cs"));
        context.RegisterSourceOutput(classFile.Combine(target), static (context, pair) => context.AddSource(pair.Left, JsonFileEmitter.EmitClass(pair.Right)));
    }

    private static IncrementalValuesProvider<JsonFileModel> Distinct(
        IncrementalValueProvider<ImmutableArray<ReachedTypes>> tools,
        IncrementalValuesProvider<ReachedTypes> prompts,
        IncrementalValuesProvider<ReachedTypes>? others)
    {
        IncrementalValueProvider<ImmutableArray<ReachedTypes>> graphs = tools.Combine(prompts.Collect()).Select(static (graphs, _) => graphs.Left.AddRange(graphs.Right));
        graphs = others is { } more ? graphs.Combine(more.Collect()).Select(static (graphs, _) => graphs.Left.AddRange(graphs.Right)) : graphs;
        return graphs.SelectMany(static (graphs, token) => Distinct(graphs, token));
    }

    private static IEnumerable<JsonFileModel> Distinct(ImmutableArray<ReachedTypes> graphs, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var owned = new Dictionary<string, List<TypeNeighbourhood>>(StringComparer.Ordinal);
        var owners = new List<string>();
        foreach (ReachedTypes graph in graphs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Dictionary<string, TypeModel>? models = null;
            foreach (TypeModel type in graph.Types)
            {
                if (!ReaderEmitter.HasReader(type) || !seen.Add(type.Key))
                {
                    continue;
                }

                if (!owned.TryGetValue(graph.Owner, out List<TypeNeighbourhood>? types))
                {
                    types = [];
                    owned.Add(graph.Owner, types);
                    owners.Add(graph.Owner);
                }

                models ??= graph.Types.ToDictionary(static type => type.Key, StringComparer.Ordinal);
                types.Add(TypeNeighbourhood.Of(type, models));
            }
        }

        return owners.Select(owner => new JsonFileModel(owner, owned[owner].ToEquatableArray()));
    }

    /// <param name="Owner">The qualified name of the type with a tool, prompt or draft that reaches the types.</param>
    /// <param name="Types">The types.</param>
    private sealed record ReachedTypes(string Owner, EquatableArray<TypeModel> Types);
}

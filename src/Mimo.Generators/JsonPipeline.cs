using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators;

/// <summary>
/// From the types that tools and prompts reach to one reader and one writer for each, however many of them reach it.
/// </summary>
internal static class JsonPipeline
{
    public static void Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ToolModel> tools,
        IncrementalValuesProvider<PromptModel> prompts,
        IncrementalValuesProvider<DraftModel> drafts,
        IncrementalValueProvider<TargetModel> target)
    {
        // What tools take and prompts answer is read, whole or as drafts; what tools give and prompts insert is written.
        IncrementalValuesProvider<TypeNeighbourhood> read = Distinct(
                tools.Select(static (tool, _) => tool.InputTypes),
                prompts.Select(static (prompt, _) => prompt.OutputTypes),
                drafts.Select(static (draft, _) => draft.Types))
            .WithTrackingName(TrackingNames.Readers);
        IncrementalValuesProvider<TypeNeighbourhood> written = Distinct(
                tools.Select(static (tool, _) => tool.OutputTypes),
                prompts.Select(static (prompt, _) => prompt.InputTypes),
                others: null)
            .WithTrackingName(TrackingNames.Writers);

        context.RegisterSourceOutput(read.Combine(target), static (context, pair) => context.AddSource(
            CSharpText.JsonHintName(pair.Left.Type.Identifier, "Reader"),
            ReaderEmitter.Emit(pair.Left.Type, pair.Left.Neighbours, pair.Right)));
        context.RegisterSourceOutput(written.Combine(target), static (context, pair) => context.AddSource(
            CSharpText.JsonHintName(pair.Left.Type.Identifier, "Writer"),
            WriterEmitter.Emit(pair.Left.Type, pair.Left.Neighbours, pair.Right)));
    }

    private static IncrementalValuesProvider<TypeNeighbourhood> Distinct(
        IncrementalValuesProvider<EquatableArray<TypeModel>> tools,
        IncrementalValuesProvider<EquatableArray<TypeModel>> prompts,
        IncrementalValuesProvider<EquatableArray<TypeModel>>? others)
    {
        IncrementalValueProvider<ImmutableArray<EquatableArray<TypeModel>>> graphs = tools.Collect().Combine(prompts.Collect()).Select(static (graphs, _) => graphs.Left.AddRange(graphs.Right));
        graphs = others is { } more ? graphs.Combine(more.Collect()).Select(static (graphs, _) => graphs.Left.AddRange(graphs.Right)) : graphs;
        return graphs.SelectMany(static (graphs, token) => Distinct(graphs, token));
    }

    private static IEnumerable<TypeNeighbourhood> Distinct(ImmutableArray<EquatableArray<TypeModel>> graphs, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (EquatableArray<TypeModel> graph in graphs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var models = graph.ToDictionary(static type => type.Key, StringComparer.Ordinal);
            foreach (TypeModel type in graph)
            {
                if (ReaderEmitter.HasReader(type) && seen.Add(type.Key))
                {
                    yield return TypeNeighbourhood.Of(type, models);
                }
            }
        }
    }
}

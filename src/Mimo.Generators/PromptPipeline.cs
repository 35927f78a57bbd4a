using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>From <c>[MimoPrompt]</c> interfaces to one file each.</summary>
internal static class PromptPipeline
{
    public static IncrementalValuesProvider<PromptModel> Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<TargetModel> target)
    {
        IncrementalValuesProvider<PromptModel> prompts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MimoPrompt,
                predicate: static (node, _) => node is InterfaceDeclarationSyntax,
                transform: static (context, token) => MarkedOnce.Holds(context) ? PromptParser.Parse((INamedTypeSymbol)context.TargetSymbol, report: null, token) : null)
            .Where(static prompt => prompt is not null)
            .Select(static (prompt, _) => prompt!)
            .WithTrackingName(TrackingNames.Prompts);

        context.RegisterSourceOutput(prompts.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Holder.QualifiedName, "Prompt"), PromptEmitter.Emit(pair.Left, pair.Right)));
        return prompts;
    }
}

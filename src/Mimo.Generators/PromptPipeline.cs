using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>From <c>[MimoPrompt]</c> interfaces, and classes with <c>[MimoPrompt]</c> methods, to one file each.</summary>
internal static class PromptPipeline
{
    public static IncrementalValuesProvider<PromptModel> Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<TargetModel> target)
    {
        IncrementalValueProvider<PromptFiles> files = context.AdditionalTextsProvider.Collect().Select(static (texts, _) => new PromptFiles(texts));

        // The one symbol that goes from step to step: templates can be files, and a transform sees none. It is never equal to that of
        // an earlier compilation, so the parser runs as often as the transform does, and anew when a file changes; the compilation
        // behind it is the one that the driver holds on to anyway.
        IncrementalValuesProvider<PromptModel> prompts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MimoPrompt,
                predicate: static (node, _) => node is InterfaceDeclarationSyntax or MethodDeclarationSyntax,
                transform: static (context, _) =>
                    MarkedOnce.Holds(context) && FindHolder(context.TargetSymbol) is { } holder && TargetSupport.IsSufficientFor(holder, context.SemanticModel.Compilation) ? holder : null)
            .Combine(files)
            .Select(static (pair, token) => pair.Left is { } type ? PromptParser.Parse(type, pair.Right, report: null, token) : null)
            .Where(static prompt => prompt is not null)
            .Select(static (prompt, _) => prompt!)
            .WithTrackingName(TrackingNames.Prompts);

        context.RegisterSourceOutput(prompts.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Holder.QualifiedName, "Prompt"), PromptEmitter.Emit(pair.Left, pair.Right)));
        return prompts;
    }

    /// <summary>The type that is generated for because of a marked symbol; null for a method that another stands for.</summary>
    private static INamedTypeSymbol? FindHolder(ISymbol marked) => marked switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol { ContainingType: { } type } method when SymbolEqualityComparer.Default.Equals(PartialPromptParser.FindFirst(type), method.PartialDefinitionPart ?? method) => type,
        _ => null,
    };
}

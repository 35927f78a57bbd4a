using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>From <c>[MimoOutput]</c> types to one file each.</summary>
internal static class DraftPipeline
{
    public static IncrementalValuesProvider<DraftModel> Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<TargetModel> target)
    {
        IncrementalValuesProvider<DraftModel> drafts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MimoOutput,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (context, token) => MarkedOnce.Holds(context) && TargetSupport.IsSufficient(context.SemanticModel.Compilation)
                    ? DraftParser.Parse((INamedTypeSymbol)context.TargetSymbol, report: null, token)
                    : null)
            .Where(static draft => draft is not null)
            .Select(static (draft, _) => draft!)
            .WithTrackingName(TrackingNames.Drafts);

        context.RegisterSourceOutput(drafts.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Holder.QualifiedName, "Draft"), DraftEmitter.Emit(pair.Left, pair.Right)));
        return drafts;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>From <c>[MimoTool]</c> methods to one file for each type that has some.</summary>
/// <remarks>Not one for each tool: to the compiler a file and a class are more work than a method.</remarks>
internal static class ToolPipeline
{
    public static IncrementalValuesProvider<ToolModel> Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<TargetModel> target)
    {
        IncrementalValuesProvider<ToolModel> tools = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MimoTool,
                predicate: static (node, _) => node is MethodDeclarationSyntax,
                transform: static (context, token) => MarkedOnce.Holds(context) && TargetSupport.IsSufficient(context.SemanticModel.Compilation)
                    ? ToolParser.Parse((IMethodSymbol)context.TargetSymbol, report: null, token)
                    : null)
            .Where(static tool => tool is not null)
            .Select(static (tool, _) => tool!)
            .WithTrackingName(TrackingNames.Tools);

        IncrementalValuesProvider<ToolSetModel> sets = tools
            .Collect()
            .SelectMany(static (tools, _) => ToolSetGrouping.Group(tools))
            .WithTrackingName(TrackingNames.ToolSets);

        context.RegisterSourceOutput(sets.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Holder.QualifiedName, "Tools"), ToolSetEmitter.Emit(pair.Left, pair.Right)));
        return tools;
    }
}

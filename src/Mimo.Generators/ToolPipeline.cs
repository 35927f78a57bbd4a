using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>From <c>[MimoTool]</c> methods to one file per tool and one <c>Tools</c> property per type.</summary>
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
            .Select(static (tool, _) => (tool.Holder, Entry: new ToolEntryModel(tool.ToolName, tool.ClassName, tool.IsStatic)))
            .Collect()
            .SelectMany(static (entries, _) => ToolSetGrouping.Group(entries))
            .WithTrackingName(TrackingNames.ToolSets);

        context.RegisterSourceOutput(tools.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.FileSubject, "Tool"), ToolEmitter.Emit(pair.Left, pair.Right)));
        context.RegisterSourceOutput(sets, static (context, set) =>
            context.AddSource(CSharpText.HintName(set.Holder.QualifiedName, "Tools"), ToolSetEmitter.Emit(set)));
        return tools;
    }
}

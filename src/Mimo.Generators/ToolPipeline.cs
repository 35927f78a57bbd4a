using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators;

/// <summary>From <c>[MimoTool]</c> methods to one file for each type that has some.</summary>
/// <remarks>
/// Not one file for each tool: to the compiler a file and a class are more work than a method. Tools are parsed side by side, since
/// the driver runs transforms one after another, and what a parser asks of a method for the first time the compiler has to bind first.
/// So symbols go one step further here than elsewhere; the compilation behind them is the one that the driver holds on to anyway.
/// What is parsed goes on as one value: were it taken apart again, each tool would have all methods behind it and each file all tools,
/// and a driver that is asked to record its steps walks every one of these ways.
/// </remarks>
internal static class ToolPipeline
{
    public static IncrementalValueProvider<ProjectToolsModel> Create(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<TargetModel> target)
    {
        IncrementalValueProvider<ProjectToolsModel> tools = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MimoTool,
                predicate: static (node, _) => node is MethodDeclarationSyntax,
                transform: static (context, _) => MarkedOnce.Holds(context) && TargetSupport.IsSufficient(context.SemanticModel.Compilation)
                    ? (IMethodSymbol)context.TargetSymbol
                    : null)
            .Collect()
            .Select(static (methods, token) => Parse(methods, token))
            .WithTrackingName(TrackingNames.Tools);

        IncrementalValuesProvider<ToolSetModel> sets = tools
            .SelectMany(static (project, _) => ToolSetGrouping.Group(project.Tools))
            .WithTrackingName(TrackingNames.ToolSets);

        context.RegisterSourceOutput(sets.Combine(target), static (context, pair) =>
            context.AddSource(CSharpText.HintName(pair.Left.Holder.QualifiedName, "Tools"), ToolSetEmitter.Emit(pair.Left, pair.Right)));
        return tools;
    }

    private static ProjectToolsModel Parse(ImmutableArray<IMethodSymbol?> methods, CancellationToken cancellationToken)
    {
        var tools = new ToolModel?[methods.Length];
        try
        {
            Parallel.For(0, methods.Length, new ParallelOptions { CancellationToken = cancellationToken }, index =>
                tools[index] = methods[index] is { } method ? ToolParser.Parse(method, report: null, cancellationToken) : null);
        }
        catch (AggregateException several)
        {
            // The compiler prints the message alone, and that of several says nothing.
            ExceptionDispatchInfo.Capture(several.InnerExceptions[0]).Throw();
        }

        return new ProjectToolsModel(tools.OfType<ToolModel>().ToEquatableArray());
    }
}

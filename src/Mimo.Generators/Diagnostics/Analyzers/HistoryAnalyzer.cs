using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Finds assistant turns written by hand that call tools and have no reasoning: MiMo refuses a conversation that holds one, and
/// <c>MimoTranscript</c> refuses the turn, unless it is to repair it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HistoryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.ReasoningIsMissing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Mimo.MimoMessage") is { } message)
            {
                INamedTypeSymbol? transcript = start.Compilation.GetTypeByMetadataName("Mimo.MimoTranscript");
                start.RegisterCallAction("Assistant", (context, call) => Analyze(context, call, message, transcript));
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, IInvocationOperation call, INamedTypeSymbol message, INamedTypeSymbol? transcript)
    {
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, message))
        {
            return;
        }

        if (Argument(call, "toolCalls") is not { } toolCalls || !HoldsCalls(toolCalls))
        {
            return;
        }

        bool isSilent = Argument(call, "reasoning") is { } reasoning
            ? IsNull(reasoning)
            : Argument(call, "content") is { } content && HoldsTextAlone(content);
        if (isSilent && !IsRepaired(context, transcript))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ReasoningIsMissing, NameLocation(call), call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name));
        }
    }

    /// <summary>Whether the turn stands in what <c>MimoTranscript.Repaired</c> is given, which takes such turns as made without reasoning.</summary>
    private static bool IsRepaired(SyntaxNodeAnalysisContext context, INamedTypeSymbol? transcript)
    {
        foreach (SyntaxNode node in context.Node.Ancestors())
        {
            if (node is ArgumentListSyntax { Parent: InvocationExpressionSyntax outer }
                && outer.InvokedName()?.Identifier.ValueText == "Repaired"
                && context.SemanticModel.GetSymbolInfo(outer, context.CancellationToken).Symbol is IMethodSymbol method
                && SymbolEqualityComparer.Default.Equals(method.ContainingType, transcript))
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? Argument(IInvocationOperation call, string name)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Name == name)
            {
                return argument.Value.WithoutConversions();
            }
        }

        return null;
    }

    /// <summary>Whether tool calls are passed, as far as can be seen: not null, and not an array or expression that is empty.</summary>
    private static bool HoldsCalls(IOperation toolCalls) => !IsNull(toolCalls) && toolCalls switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => !initializer.ElementValues.IsEmpty,
        IArrayCreationOperation => true,
        IInvocationOperation { TargetMethod.Name: "Empty" } => false,
        _ => !toolCalls.Syntax.IsEmptyCollectionExpression(),
    };

    private static bool IsNull(IOperation value) => value is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    /// <summary>Whether all parts are written out and each is a text.</summary>
    private static bool HoldsTextAlone(IOperation content) =>
        PartsOf(content) is { Count: > 0 } parts && parts.All(static part => part.WithoutConversions() is IObjectCreationOperation { Type.Name: "MimoTextContent" });

    private static IReadOnlyCollection<IOperation> PartsOf(IOperation content) => content switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        { Syntax: CollectionExpressionSyntax } => content.ChildOperations,
        _ => Array.Empty<IOperation>(),
    };

    private static Location NameLocation(IInvocationOperation call) => call.Syntax.InvokedName()?.GetLocation() ?? call.Syntax.GetLocation();
}

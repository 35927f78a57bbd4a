using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Finds calls of prompts whose result is thrown away: a task nobody awaits fails unheard, a stream nobody enumerates is never
/// sent, and a request that is only built does nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.PromptResultIsIgnored);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoPrompt) is { } marker)
            {
                start.RegisterOperationAction(context => Analyze(context, marker), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol marker)
    {
        // Written out as `_ = …`, the result is ignored on purpose.
        if (((IExpressionStatementOperation)context.Operation).Operation is not { } operation || Call(operation) is not { } call
            || !IsPrompt(call.TargetMethod, marker) || Consequence(call, context.ContainingSymbol) is not { } consequence)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.PromptResultIsIgnored, (call.Syntax.InvokedName() ?? call.Syntax).GetLocation(), call.TargetMethod.Name, consequence));
    }

    private static IInvocationOperation? Call(IOperation operation) => operation switch
    {
        IInvocationOperation call => call,
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } => call,
        _ => null,
    };

    private static bool IsPrompt(IMethodSymbol method, INamedTypeSymbol marker) =>
        method.ContainingType is { } type
        && (method.ReducedFrom ?? method).IsMarked(marker) | (type.TypeKind == TypeKind.Interface && method is { IsAbstract: true, IsStatic: false } && type.IsMarked(marker));

    private static string? Consequence(IInvocationOperation call, ISymbol containing) => (call.TargetMethod.ReturnType as INamedTypeSymbol)?.QualifiedName() switch
    {
        // In an async function the compiler says it already (CS4014).
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => IsInAsyncFunction(call, containing)
            ? null
            : "it is not awaited, so nobody gets its answer or hears of its failure; await it, or write '_ =' where that is meant",
        "System.Collections.Generic.IAsyncEnumerable" => "nothing is sent before somebody enumerates it; use 'await foreach'",
        "Mimo.MimoRequest" => "a request that is built is not sent; pass it to a client",
        _ => null,
    };

    private static bool IsInAsyncFunction(IOperation operation, ISymbol containing)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return containing is IMethodSymbol { IsAsync: true };
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private const string ConfigureAwait = "ConfigureAwait";

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
                start.RegisterSyntaxNodeAction(context => Analyze(context, marker), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, INamedTypeSymbol marker)
    {
        // Where the call stands is asked for first, because most calls' results are used. Written out as `_ = …`, it is ignored on purpose.
        if (MayBeIgnored(context.Node)
            && context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is IMethodSymbol method
            && IsPrompt(method, marker)
            && IsIgnored(context.SemanticModel.GetOperation(context.Node, context.CancellationToken))
            && Consequence(method, context) is { } consequence
            && !IsExpectation(context))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.PromptResultIsIgnored, (context.Node.InvokedName() ?? context.Node).GetLocation(), method.Name, consequence));
        }
    }

    /// <summary>Whether a call, <c>ConfigureAwait</c> behind it or not, is a statement, or the body of a function, which may return nothing.</summary>
    private static bool MayBeIgnored(SyntaxNode call)
    {
        SyntaxNode? user = call.Parent;
        while (user is ConditionalAccessExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait, Parent: InvocationExpressionSyntax }
            || (user is InvocationExpressionSyntax && user.InvokedName()?.Identifier.ValueText == ConfigureAwait))
        {
            user = user.Parent;
        }

        return user is ExpressionStatementSyntax or LambdaExpressionSyntax || (user is ArrowExpressionClauseSyntax body && !IsReturned(body));
    }

    /// <summary>Whether a method's body is its result, as its syntax tells without a look at what anything means. In an async method it may be a statement.</summary>
    private static bool IsReturned(ArrowExpressionClauseSyntax body) => body.Parent is MethodDeclarationSyntax { ReturnType: not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } method
        && !method.Modifiers.Any(SyntaxKind.AsyncKeyword);

    private static bool IsIgnored(IOperation? call)
    {
        IOperation? user = call?.Parent;
        while (user is IConditionalAccessOperation or IInvocationOperation { TargetMethod.Name: ConfigureAwait } or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: ConfigureAwait } })
        {
            user = user.Parent;
        }

        return user is IExpressionStatementOperation;
    }

    /// <summary>Whether the call only tells a substitute which call is meant: <c>prompts.Received().AskAsync()</c>, or one in a lambda that a method of NSubstitute takes.</summary>
    private static bool IsExpectation(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver } } && IsOfSubstitutes(receiver))
        {
            return true;
        }

        return context.Node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>()
            .Any(lambda => lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax taker } && IsOfSubstitutes(taker));

        bool IsOfSubstitutes(InvocationExpressionSyntax call)
        {
            INamespaceSymbol? current = context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol?.ContainingNamespace;
            while (current is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            {
                current = current.ContainingNamespace;
            }

            return current?.Name == "NSubstitute";
        }
    }

    private static bool IsPrompt(IMethodSymbol method, INamedTypeSymbol marker) =>
        method.ContainingType is { } type
        && (method.ReducedFrom ?? method).IsMarked(marker) | (type.TypeKind == TypeKind.Interface && method is { IsAbstract: true, IsStatic: false } && type.IsMarked(marker));

    private static string? Consequence(IMethodSymbol method, SyntaxNodeAnalysisContext context) => (method.ReturnType as INamedTypeSymbol)?.QualifiedName() switch
    {
        // In an async function the compiler says it already (CS4014).
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => IsInAsyncFunction(context.Node, context.ContainingSymbol)
            ? null
            : "it is not awaited, so nobody gets its answer or hears of its failure; await it, or write '_ =' where that is meant",
        "System.Collections.Generic.IAsyncEnumerable" => "nothing is sent before somebody enumerates it; use 'await foreach'",
        "Mimo.MimoRequest" => "a request that is built is not sent; pass it to a client",
        _ => null,
    };

    private static bool IsInAsyncFunction(SyntaxNode call, ISymbol? containing)
    {
        for (SyntaxNode? current = call.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return !lambda.AsyncKeyword.IsKind(SyntaxKind.None);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return containing is IMethodSymbol { IsAsync: true };
    }
}

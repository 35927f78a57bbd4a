using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO042: awaits what a tool blocked on, and makes the tool asynchronous for that if it isn't.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCodeFixProvider))]
[Shared]
public sealed class AwaitCodeFixProvider : RepairingCodeFixProvider
{
    private const string TaskName = "global::System.Threading.Tasks.Task";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ToolBlocks.Id);

    /// <inheritdoc/>
    private protected override async Task<IEnumerable<Repair>> FindRepairsAsync(RepairContext context)
    {
        if (FindBlocking(context) is not { } blocking || blocking.FirstAncestorOrSelf<LockStatementSyntax>() is not null)
        {
            return [];
        }

        Func<ExpressionSyntax, ParenthesizedExpressionSyntax?>? awaited = FindAwaited(blocking, context);
        if (awaited?.Invoke(blocking) is null || IsUnwrapped(blocking))
        {
            return [];
        }

        // What stands in parentheses is no statement; elsewhere they are taken away again where they aren't needed.
        bool isStatement = blocking.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax;
        var edits = new List<Edit>
        {
            new(context.Document, blocking, (node, _) => awaited((ExpressionSyntax)node) is var waiting && isStatement ? waiting!.Expression.WithTriviaFrom(waiting) : waiting!, "await"),
        };
        SyntaxNode? function = blocking.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax);
        if (!IsAsync(function))
        {
            // A function inside would have to be awaited in turn; a task that is passed on means something else once it is awaited.
            if (function is not MethodDeclarationSyntax method || FindAsyncable(method, context) is not { } symbol || await IsUsedAsync(symbol, context).ConfigureAwait(false))
            {
                return [];
            }

            edits.Add(new Edit(context.Document, method, static (node, generator) => MakeAsync((MethodDeclarationSyntax)node, generator), "async"));
        }

        // Iterators can't be async, nor can all that stands in a method be awaited in.
        return Trial.Compiles(context, edits) ? [new Repair("Await", "Await", edits.ToArray())] : [];
    }

    /// <summary>Whether a failure is told apart by the exception that it is wrapped in, which awaiting takes off.</summary>
    private static bool IsUnwrapped(ExpressionSyntax blocking)
    {
        bool isWrapped = blocking is MemberAccessExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" or "WaitAll" } };
        return isWrapped && blocking.Ancestors()
            .TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax))
            .OfType<TryStatementSyntax>()
            .Where(attempt => attempt.Block.Span.Contains(blocking.Span))
            .SelectMany(static attempt => attempt.Catches)
            .Any(static handler => handler.DescendantTokens().Any(static token => token.ValueText == nameof(AggregateException)));
    }

    /// <summary>Whether others rely on what a method returns now.</summary>
    private static async Task<bool> IsUsedAsync(IMethodSymbol method, RepairContext context)
    {
        Uses uses = await Uses.FindAsync(method, context).ConfigureAwait(false);
        return uses.IsShared(method) || uses.References.Any(static use => !use.IsName);
    }

    private static ExpressionSyntax? FindBlocking(RepairContext context) =>
        context.Find<SimpleNameSyntax>() is { } name
            ? name.Parent is MemberAccessExpressionSyntax access
                ? access.Parent is InvocationExpressionSyntax call ? call : access
                : name.Parent as InvocationExpressionSyntax
            : null;

    /// <summary>The expression that waits without blocking; null if there is none that means the same.</summary>
    private static ParenthesizedExpressionSyntax? Awaited(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => Await(task, blocking),
        InvocationExpressionSyntax { ArgumentList.Arguments: var arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var target } } call => name switch
        {
            "Wait" when arguments.Count == 0 => Await(target, blocking),
            "GetResult" when target is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var task } } => Await(task, blocking),
            "Sleep" when arguments.Count == 1 => Await(WithoutName(call).WithExpression(ShortSyntax.Expression(TaskName + ".Delay")), blocking),
            "WaitAll" when IsStatement(blocking) => Await(call.WithExpression(ShortSyntax.Expression(TaskName + ".WhenAll")), blocking),
            _ => null,
        },
        _ => null,
    };

    /// <summary>What writes the waiting anew; null if nothing means the same, as with a limit of time that is no failure.</summary>
    private static Func<ExpressionSyntax, ParenthesizedExpressionSyntax?>? FindAwaited(ExpressionSyntax blocking, RepairContext context) =>
        context.SemanticModel.GetSymbolInfo(blocking, context.CancellationToken).Symbol switch
        {
            IMethodSymbol { ContainingType.Name: "SemaphoreSlim" } => AwaitedSemaphore,
            IMethodSymbol { Name: "WaitAll", Parameters: [_, { Type.Name: "CancellationToken" }] } => AwaitedUnlessCancelled,
            IMethodSymbol { Name: "WaitAll", Parameters.Length: > 1 } => null,
            _ => Awaited,
        };

    /// <summary>The waiting for several tasks that a token ends.</summary>
    private static ParenthesizedExpressionSyntax? AwaitedUnlessCancelled(ExpressionSyntax blocking)
    {
        if (!IsStatement(blocking) || blocking is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } tasks, { NameColon: null } token] } call)
        {
            return null;
        }

        InvocationExpressionSyntax all = call.WithExpression(ShortSyntax.Expression(TaskName + ".WhenAll")).WithArgumentList(List(tasks)).WithoutTrivia();
        return Await(SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, all, SyntaxFactory.IdentifierName("WaitAsync")), List(token)), blocking);

        static ArgumentListSyntax List(ArgumentSyntax argument) => SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(argument));
    }

    private static ParenthesizedExpressionSyntax? AwaitedSemaphore(ExpressionSyntax blocking) =>
        blocking is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            ? Await(call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("WaitAsync"))), blocking)
            : null;

    private static ParenthesizedExpressionSyntax Await(ExpressionSyntax task, ExpressionSyntax blocking) =>
        SyntaxFactory.ParenthesizedExpression(SyntaxFactory.AwaitExpression(
                SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                task.WithoutTrivia()))
            .WithTriviaFrom(blocking)
            .WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The parameter has another name in <c>Task.Delay</c>.</summary>
    private static InvocationExpressionSyntax WithoutName(InvocationExpressionSyntax call) =>
        call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(call.ArgumentList.Arguments[0].WithNameColon(null))));

    private static bool IsStatement(ExpressionSyntax expression) => expression.Parent is ExpressionStatementSyntax or null;

    private static bool IsAsync(SyntaxNode? function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => !lambda.AsyncKeyword.IsKind(SyntaxKind.None),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>The method if its kind and signature let it become async; null if not.</summary>
    private static IMethodSymbol? FindAsyncable(MethodDeclarationSyntax method, RepairContext context) =>
        context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is
        {
            IsOverride: false,
            IsVirtual: false,
            IsAbstract: false,
            PartialDefinitionPart: null,
            PartialImplementationPart: null,
            ReturnsByRef: false,
            ReturnsByRefReadonly: false,
            ContainingType: var type,
        } symbol
        && symbol.ReturnType.OriginalDefinition.ToDisplayString() is not ("System.Threading.Tasks.Task" or "System.Threading.Tasks.Task<TResult>"
            or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask<TResult>")
        && !type.AllInterfaces.SelectMany(static face => face.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
            ? symbol
            : null;

    private static MethodDeclarationSyntax MakeAsync(MethodDeclarationSyntax method, SyntaxGenerator generator)
    {
        bool isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        TypeSyntax task = ShortSyntax.Type(isVoid ? TaskName : $"{TaskName}<{method.ReturnType.WithoutTrivia()}>").WithTriviaFrom(method.ReturnType);
        var changed = (MethodDeclarationSyntax)generator.WithModifiers(method.WithReturnType(task), generator.GetModifiers(method).WithAsync(true));
        return changed.WithAdditionalAnnotations(Formatter.Annotation);
    }
}

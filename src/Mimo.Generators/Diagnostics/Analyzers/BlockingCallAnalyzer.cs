using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// Finds tools that block their thread: several may run side by side in one turn, so blocked threads run out, and a tool that
/// blocks can't be cancelled.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer : DiagnosticAnalyzer
{
    /// <summary>A body without any of these names blocks nothing, whatever it means.</summary>
    private static readonly HashSet<string> BlockingNames = new(StringComparer.Ordinal) { "Result", "Wait", "WaitAll", "WaitAny", "GetResult", "Sleep", "ToBlockingEnumerable" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.ToolBlocks);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.MimoTool) is not { } marker)
            {
                return;
            }

            var types = new Lazy<BlockingTypes>(() => BlockingTypes.Of(start.Compilation));
            start.RegisterToolAction(marker, (context, method) =>
            {
                if (((MethodDeclarationSyntax)context.Node).Mentions(BlockingNames) && context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is { } body)
                {
                    foreach (IOperation operation in body.Descendants())
                    {
                        Analyze(context, method, operation, types.Value);
                    }
                }
            });
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, IMethodSymbol method, IOperation operation, BlockingTypes types)
    {
        if (Blocks(operation, types) is { } blocking && RunsInMethod(operation) && !CompletedTasks.IsKnown(operation, Root(operation)))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ToolBlocks, LocationOf(operation), method.Name, blocking));
        }
    }

    /// <summary>What blocks, as a reader would write it; null if the operation doesn't.</summary>
    private static string? Blocks(IOperation operation, BlockingTypes types) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result" } property when types.IsTask(property.Property.ContainingType) => "Result",
        IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" } method } when types.IsTask(method.ContainingType) => method.Name + "()",
        IInvocationOperation { TargetMethod: { Name: "Wait" } method } when types.WaitsLong(method) => method.ContainingType.Name + ".Wait()",
        IInvocationOperation { TargetMethod: { Name: "GetResult" } method } when types.IsAwaiter(method.ContainingType) => "GetResult()",
        IInvocationOperation { TargetMethod: { Name: "Sleep" } method } when SymbolEqualityComparer.Default.Equals(method.ContainingType, types.Thread) => "Thread.Sleep",
        IInvocationOperation { TargetMethod: { Name: "ToBlockingEnumerable" } method } when SymbolEqualityComparer.Default.Equals(method.ContainingType, types.Streams) => method.Name + "()",
        _ => null,
    };

    private static Location LocationOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Syntax: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        _ => (operation.Syntax.InvokedName() ?? operation.Syntax).GetLocation(),
    };

    /// <summary>Whether the operation runs while the tool does: it may stand in a function within, but only in one that the tool itself calls.</summary>
    private static bool RunsInMethod(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case ILocalFunctionOperation function when !IsCalled(Root(operation), function.Symbol):
                    return false;
                case IAnonymousFunctionOperation lambda when !IsCalled(lambda):
                    return false;
            }
        }

        return true;
    }

    private static bool IsCalled(IOperation root, IMethodSymbol function) =>
        root.Descendants().Any(operation => operation is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function));

    /// <summary>Whether a lambda is kept in a local variable that is called. One that is passed on may run anywhere.</summary>
    private static bool IsCalled(IAnonymousFunctionOperation lambda)
    {
        IOperation? owner = lambda.Parent;
        while (owner is IDelegateCreationOperation or IConversionOperation or IVariableInitializerOperation)
        {
            owner = owner.Parent;
        }

        return owner is IVariableDeclaratorOperation { Symbol: { } local } && Root(lambda).Descendants().Any(operation =>
            operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance }
            && instance.WithoutConversions() is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local));
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The types with members that block.</summary>
    private sealed class BlockingTypes
    {
        private readonly HashSet<ISymbol> _tasks = new(SymbolEqualityComparer.Default);
        private readonly HashSet<ISymbol> _awaiters = new(SymbolEqualityComparer.Default);

        public INamedTypeSymbol? Thread { get; private init; }

        public INamedTypeSymbol? Streams { get; private init; }

        private INamedTypeSymbol? Semaphore { get; init; }

        public static BlockingTypes Of(Compilation compilation)
        {
            var types = new BlockingTypes
            {
                Thread = compilation.GetTypeByMetadataName("System.Threading.Thread"),
                Streams = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskAsyncEnumerableExtensions"),
                Semaphore = compilation.GetTypeByMetadataName("System.Threading.SemaphoreSlim"),
            };
            Add(types._tasks, compilation, "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask`1");
            Add(
                types._awaiters,
                compilation,
                "System.Runtime.CompilerServices.TaskAwaiter",
                "System.Runtime.CompilerServices.TaskAwaiter`1",
                "System.Runtime.CompilerServices.ValueTaskAwaiter",
                "System.Runtime.CompilerServices.ValueTaskAwaiter`1",
                "System.Runtime.CompilerServices.ConfiguredTaskAwaitable+ConfiguredTaskAwaiter",
                "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter",
                "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable+ConfiguredValueTaskAwaiter",
                "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter");
            return types;
        }

        public bool IsTask(INamedTypeSymbol type) => _tasks.Contains(type.OriginalDefinition);

        /// <summary>Whether a semaphore is waited for, however long that takes; with a time limit it may only be asked whether it is free.</summary>
        public bool WaitsLong(IMethodSymbol method) =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType, Semaphore) && method.Parameters.All(static parameter => parameter.Type.Name == "CancellationToken");

        public bool IsAwaiter(INamedTypeSymbol type) => _awaiters.Contains(type.OriginalDefinition);

        private static void Add(HashSet<ISymbol> types, Compilation compilation, params string[] names)
        {
            foreach (string name in names)
            {
                if (compilation.GetTypeByMetadataName(name) is { } type)
                {
                    types.Add(type);
                }
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>Tells whether a task is known to be completed where its result is asked for: then the result is there, and nothing blocks.</summary>
internal static class CompletedTasks
{
    /// <summary>
    /// Whether the task was awaited before, alone or among others, or is asked whether it is completed, or was given by <c>WhenAny</c>
    /// or <c>WhenEach</c>.
    /// </summary>
    /// <param name="operation">What would block otherwise.</param>
    /// <param name="root">The body that it stands in.</param>
    public static bool IsKnown(IOperation operation, IOperation root)
    {
        if (TaskOf(operation)?.WithoutConversions() is not { } instance)
        {
            return false;
        }

        if (IsFromWhenAny(instance))
        {
            return true;
        }

        ISymbol? task = VariableOf(instance);
        ISymbol? tasks = VariableOf(CollectionOf(instance));
        if (task is null && tasks is null)
        {
            return false;
        }

        List<IOperation> earlier = root.Descendants().Where(other => other.Syntax.SpanStart < operation.Syntax.SpanStart).ToList();
        foreach (IForEachLoopOperation loop in earlier.OfType<IForEachLoopOperation>().Where(loop => loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } item } && Equal(item, task)))
        {
            if (loop.IsAsynchronous && loop.Collection.DescendantsAndSelf().Any(static call => call is IInvocationOperation { TargetMethod.Name: "WhenEach" }))
            {
                return true;
            }

            tasks = VariableOf(loop.Collection.WithoutConversions());
        }

        return earlier.Exists(other => Settles(other, task, tasks));
    }

    private static bool Settles(IOperation operation, ISymbol? task, ISymbol? tasks) => operation switch
    {
        IAwaitOperation { Operation: { } awaited } => Awaits(awaited, task, tasks),
        IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" } => operation.Descendants().Any(reference => Names(reference, task, tasks: null)),
        IVariableDeclaratorOperation { Initializer: { } initializer } declarator => Equal(declarator.Symbol, task) && IsFromWhenAny(initializer.Value.WithoutConversions()),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            IsComparedWithWinner(comparison.LeftOperand, comparison.RightOperand, task) || IsComparedWithWinner(comparison.RightOperand, comparison.LeftOperand, task),
        ISimpleAssignmentOperation assignment => Equal(VariableOf(assignment.Target), task) && IsFromWhenAny(assignment.Value.WithoutConversions()),
        _ => false,
    };

    /// <summary>Whether the end of what is awaited is the end of the task: it is awaited itself, or by <c>WhenAll</c> among others.</summary>
    private static bool Awaits(IOperation awaited, ISymbol? task, ISymbol? tasks)
    {
        awaited = awaited.WithoutConversions();
        return awaited is not IInvocationOperation call ? Equal(VariableOf(awaited), task)
            : call.TargetMethod.Name == "WhenAll" ? call.ChildOperations.Any(argument => Holds(argument, task, tasks))
            : (call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null)) is { } receiver && Awaits(receiver, task, tasks);
    }

    /// <summary>Whether the task, or all of its collection, is among what an expression gives: a task by its place is another, and a property tells of something else.</summary>
    private static bool Holds(IOperation value, ISymbol? task, ISymbol? tasks) => value switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => Names(value, task, tasks),
        IArrayElementReferenceOperation or IPropertyReferenceOperation or IAnonymousFunctionOperation => false,
        _ => value.ChildOperations.Any(part => Holds(part, task, tasks)),
    };

    /// <summary>Whether the task is compared with another that a variable or an await gave: with the one that was completed first.</summary>
    private static bool IsComparedWithWinner(IOperation one, IOperation other, ISymbol? task) =>
        Equal(VariableOf(one.WithoutConversions()), task) && other.WithoutConversions() is var winner && (VariableOf(winner) is not null || IsFromWhenAny(winner));

    /// <summary>Whether an operation names the task, or all tasks of its collection: another item tells nothing of this one.</summary>
    private static bool Names(IOperation reference, ISymbol? task, ISymbol? tasks) =>
        VariableOf(reference) is { } variable && (Equal(variable, task) || (Equal(variable, tasks) && CollectionOf(reference.Parent) != reference));

    private static bool IsFromWhenAny(IOperation operation) =>
        operation is IAwaitOperation { Operation: { } awaited } && awaited.DescendantsAndSelf().Any(static call => call is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType.Name: "Task" } });

    private static IOperation? TaskOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Instance,
        IInvocationOperation { Instance: IInvocationOperation awaiter } => awaiter.Instance,
        IInvocationOperation call => call.Instance,
        _ => null,
    };

    /// <summary>What an item is taken from by its place; null if the operation takes none.</summary>
    private static IOperation? CollectionOf(IOperation? item) => item switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => instance,
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool Equal(ISymbol? variable, ISymbol? other) => variable is not null && SymbolEqualityComparer.Default.Equals(variable, other);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>What a tool's body does, as far as its effect on the world goes.</summary>
/// <param name="WriteCall">A call that writes or deletes beyond doubt; null if there is none.</param>
/// <param name="OnlyComputes">
/// Whether the body only hands its arguments to functions that aren't named for a change, and touches no state. Such a tool is
/// believed to change nothing, whatever its own name is.
/// </param>
internal sealed record ToolBody(string? WriteCall, bool OnlyComputes)
{
    public static ToolBody Read(IOperation body, WriteCalls writes)
    {
        bool touchesState = false;
        bool handsOver = false;
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            if (writes.Find(operation) is { } call)
            {
                return new ToolBody(call, OnlyComputes: false);
            }

            touchesState |= TouchesState(operation);
            handsOver |= operation is IInvocationOperation { TargetMethod.IsStatic: true, Arguments.IsEmpty: false };
        }

        return new ToolBody(null, handsOver && !touchesState);
    }

    private static bool TouchesState(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } } => true,
        IPropertyReferenceOperation { Property.IsStatic: true } => true,
        IAwaitOperation or IEventAssignmentOperation => true,
        IInvocationOperation { TargetMethod: var method, Instance: var instance } =>
            WriteVerbs.Begin(method.Name) || method.ReturnType.Name is "Task" or "ValueTask" || instance?.WithoutConversions() is IParameterReferenceOperation { Type: { IsValueType: false, SpecialType: not SpecialType.System_String } },
        _ => false,
    };
}

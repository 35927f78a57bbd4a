using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>The types that have no JSON meaning, each with the reason and the way out.</summary>
internal static class Unsupported
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["System.Type"] = "a type is not data; take its name as a string",
        ["System.IO.Stream"] = "a stream is not data; use byte[] or string",
        ["System.Threading.Tasks.Task"] = "a task is not data; use its result's type",
        ["System.Threading.Tasks.ValueTask"] = "a task is not data; use its result's type",
        ["System.Exception"] = "an exception is not data; use string",
        ["System.Collections.Generic.IAsyncEnumerable"] = "an asynchronous sequence is not data; use a list",
        ["System.Collections.IEnumerable"] = "its items have no type; use IEnumerable<T>",
        ["System.Collections.IList"] = "its items have no type; use IList<T>",
        ["System.Collections.IDictionary"] = "its values have no type; use IDictionary<string, T>",
        ["System.Linq.IGrouping"] = "its key is none of its items and would be lost; use a record of the key and a list",
        ["System.Linq.ILookup"] = "its keys are none of its items and would be lost; use Dictionary<string, T[]>",
        ["System.Collections.ArrayList"] = "its items have no type; use List<T>",
        ["System.Collections.Hashtable"] = "its values have no type; use Dictionary<string, T>",
        ["System.Reflection.Assembly"] = "an assembly is not data",
        ["System.Threading.CancellationToken"] = "a cancellation token is not data; take it as a parameter of the method itself",
        ["System.Void"] = "nothing is not data",
    };

    /// <summary>The types of .NET whose whole state is in properties that can be set.</summary>
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.KeyValuePair",
        "System.Tuple",
        "System.Numerics.Complex",
        "System.Drawing.Point",
        "System.Drawing.PointF",
        "System.Drawing.Size",
        "System.Drawing.SizeF",
        "System.Drawing.Rectangle",
        "System.Drawing.RectangleF",
    };

    /// <summary>Why an object of .NET's own can't be JSON; null if it can, or is none. Most of them keep what they are made of to themselves, so that it would be lost without a word.</summary>
    public static string? FindSystemObject(INamedTypeSymbol type)
    {
        INamespaceSymbol? root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            root = root.ContainingNamespace;
        }

        return root is not { Name: "System" } || !type.DeclaringSyntaxReferences.IsEmpty || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || Data.Contains(type.QualifiedName())
            ? null
            : "it has no JSON form of its own; take or give what is needed of it, as text or as a record";
    }

    /// <summary>Why a type can't be JSON; null if nothing speaks against it so far.</summary>
    public static string? Find(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
        {
            return "a delegate is not data";
        }

        // By special type: their names are nint or System.IntPtr, as one writes them.
        if (type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
        {
            return "a native integer has no fixed size; use " + (type.SpecialType == SpecialType.System_IntPtr ? "long" : "ulong");
        }

        if (type.IsAnonymousType)
        {
            return "an anonymous type can't be named; use a record";
        }

        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.ContainingNamespace is { IsGlobalNamespace: false } && Reasons.TryGetValue(current.QualifiedName(), out string? reason))
            {
                return reason;
            }

            // What an async method may return, beside the tasks of .NET.
            if (current.HasAttribute(AttributeNames.AsyncMethodBuilder))
            {
                return "a task is not data, and no other than Task and ValueTask are awaited; use its result's type, or one of these";
            }
        }

        return null;
    }
}

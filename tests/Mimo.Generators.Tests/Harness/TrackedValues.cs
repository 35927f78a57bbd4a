using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Tests.Harness;

/// <summary>
/// Looks through all that the pipeline keeps between runs. A symbol or syntax node among it would pin a whole compilation in memory
/// and would never come out equal; a location would change with every line typed above it.
/// </summary>
internal static class TrackedValues
{
    /// <summary>All names of tracked steps.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!)];

    public static void AssertPlain(GeneratorRunResult result)
    {
        foreach (string name in StepNames)
        {
            if (!result.TrackedSteps.TryGetValue(name, out var steps))
            {
                continue;
            }

            foreach ((object value, _) in steps.SelectMany(static step => step.Outputs))
            {
                AssertPlain(value, name);
            }
        }
    }

    public static void AssertPlain(object value, string path) => Walk(value, path, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            return;
        }

        // `is`: real symbols are of derived types, and an exact type would never match.
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel or Diagnostic or AttributeData or Delegate,
            $"{path} holds a {value.GetType()}.");
        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return;
        }

        if (value is Array array)
        {
            foreach (object? item in (IEnumerable)array)
            {
                Walk(item, path + "[]", seen);
            }

            return;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), path + "." + field.Name, seen);
            }
        }
    }
}

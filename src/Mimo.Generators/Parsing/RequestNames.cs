using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Names the request builders. They take no client and no token, so methods that differ in nothing else, or that come from two base
/// interfaces, would have builders that the compiler can't tell apart: the first keeps the name, and others take the next free one.
/// </summary>
internal static class RequestNames
{
    /// <summary>The names of the generated classes, which their members can't have. A base interface may have methods of these names.</summary>
    private static readonly string[] ClassNames = ["Requests", "Implementation"];

    /// <param name="methods">The methods as they were read.</param>
    /// <param name="symbols">Their symbols, in the same order.</param>
    public static IEnumerable<PromptMethodModel> Assign(List<PromptMethodModel> methods, List<IMethodSymbol> symbols)
    {
        var names = new HashSet<string>(symbols.Select(static symbol => symbol.Name).Concat(ClassNames), StringComparer.Ordinal);
        var signatures = new HashSet<(string, string)>();
        for (int index = 0; index < methods.Count; index++)
        {
            PromptMethodModel method = methods[index];
            if (!method.IsRefused && (ClassNames.Contains(method.Name) || !signatures.Add((method.Name, Signature(method, symbols[index])))))
            {
                method = method with { RequestName = NextFree(method.Name, names) };
            }

            yield return method;
        }
    }

    /// <summary>What a request builder takes of a method's parameters.</summary>
    public static IEnumerable<IParameterSymbol> Parameters(IMethodSymbol method) =>
        method.Parameters.Where(static parameter => PromptMethodParser.RoleOf(parameter) is not (PromptParameterRole.CancellationToken or PromptParameterRole.Client));

    private static string NextFree(string name, HashSet<string> names)
    {
        for (int number = 2; ; number++)
        {
            if (names.Add($"{name}_{number}"))
            {
                return $"{name}_{number}";
            }
        }
    }

    /// <summary>What tells the builder from others of its name. Nullability of references is no part of it, as it is none for the compiler.</summary>
    private static string Signature(PromptMethodModel method, IMethodSymbol symbol) => string.Join(
        ",",
        method.Tools.Where(static tools => !tools.IsStatic).Select(static tools => tools.Syntax).Distinct()
            .Concat(Parameters(symbol).Select(static parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))));
}

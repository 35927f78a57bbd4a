using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Collections;

namespace Mimo.Generators.Parsing;

/// <summary>
/// The ids under which the compiler tells of uses of what is experimental, or obsolete with an id of its own. Where the user uses it the
/// user is told, and may say that it is meant; in generated code nobody could.
/// </summary>
internal static class WarningIds
{
    /// <summary>The ids of a type, of those that it stands in and of its type arguments.</summary>
    /// <param name="type">The type.</param>
    /// <param name="withMembers">Whether its members, and those of its bases, are used too.</param>
    public static EquatableArray<string> OfType(ITypeSymbol type, bool withMembers = false) => ToArray(Of(type).Concat(withMembers ? OfMembers(type) : []));

    /// <summary>The ids of a method and of the types that it takes and gives.</summary>
    public static EquatableArray<string> OfMethod(IMethodSymbol method) =>
        ToArray(Declared(method).Concat(Of(method.ReturnType)).Concat(method.Parameters.SelectMany(static parameter => Of(parameter.Type))));

    private static IEnumerable<string> Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType),
        INamedTypeSymbol named => named.Containers().SelectMany(Declared).Concat(Declared(named.ContainingAssembly)).Concat(named.TypeArguments.SelectMany(Of)),
        _ => [],
    };

    private static IEnumerable<string> OfMembers(ITypeSymbol type) =>
        type.Levels().Where(static level => level.SpecialType == SpecialType.None).SelectMany(static level => level.GetMembers()).SelectMany(Declared);

    private static IEnumerable<string> Declared(ISymbol? symbol)
    {
        if (symbol?.FindAttribute(AttributeNames.Obsolete) is { } obsolete && obsolete.TryGetNamed("DiagnosticId", out string id))
        {
            yield return id;
        }

        if (symbol?.FindAttribute(AttributeNames.Experimental) is { ConstructorArguments: [{ Value: string experimental }] })
        {
            yield return experimental;
        }
    }

    /// <summary>What a pragma can't name it can't silence.</summary>
    private static EquatableArray<string> ToArray(IEnumerable<string> ids) => ids.Where(SyntaxFacts.IsValidIdentifier).Distinct().ToEquatableArray();
}

using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Reads what a type's bases have in the place of <c>Tools</c>. What is generated for a base of the same project can't be seen yet,
/// so the bases are named, and whoever knows all holders finds the one with tools among them.
/// </summary>
internal static class BaseToolsParser
{
    public static EquatableArray<BaseToolsModel> Parse(INamedTypeSymbol type)
    {
        var bases = new List<BaseToolsModel>();
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            DeclaredTools declared = Declared(current, type.ContainingAssembly, isBase: true);
            bases.Add(new BaseToolsModel(current.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), declared));
            if (declared != DeclaredTools.None)
            {
                break; // It hides what lies behind it.
            }
        }

        return bases.ToEquatableArray();
    }

    /// <summary>What a type itself has in the place of <c>Tools</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="assembly">The assembly that the generated code goes into.</param>
    /// <param name="isBase">Whether it is asked for by a type that derives.</param>
    public static DeclaredTools Declared(ITypeSymbol type, IAssemblySymbol assembly, bool isBase) =>
        type.GetMembers("Tools").FirstOrDefault(member => (isBase && member.DeclaredAccessibility == Accessibility.Protected) || member.IsVisibleFrom(assembly)) switch
        {
            null => DeclaredTools.None,
            IPropertySymbol { GetMethod: not null, Parameters.IsEmpty: true } property when property.Type.IsNamed("Mimo.MimoToolSet") =>
                property.IsAbstract ? DeclaredTools.Abstract : property.IsStatic ? DeclaredTools.Static : DeclaredTools.Instance,
            _ => DeclaredTools.Other,
        };

    /// <summary>The tool methods that a type itself declares.</summary>
    public static IEnumerable<IMethodSymbol> OwnMethods(ITypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.HasAttribute(AttributeNames.MimoTool));

    /// <summary>The tool methods of a type's bases, nearest first.</summary>
    public static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (IMethodSymbol method in OwnMethods(current))
            {
                yield return method;
            }
        }
    }

    /// <summary>Whether a method takes the place of a base's: it overrides it, or hides it by name and parameters.</summary>
    public static bool Replaces(IMethodSymbol method, IMethodSymbol original)
    {
        for (IMethodSymbol? current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current, original))
            {
                return true;
            }
        }

        return method.Name == original.Name
            && method.Parameters.Select(static parameter => parameter.Type).SequenceEqual(original.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);
    }
}

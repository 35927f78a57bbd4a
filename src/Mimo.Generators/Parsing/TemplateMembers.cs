using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>Looks up what a template names behind a dot, as the compiler looks it up in generated code.</summary>
internal static class TemplateMembers
{
    /// <summary>The public property or field of a name that code of the assembly can get the value of.</summary>
    /// <param name="type">The type of what stands before the dot.</param>
    /// <param name="name">The name behind it.</param>
    /// <param name="assembly">The assembly that the generated code goes into.</param>
    /// <param name="obstacle">Why there is none, as a clause; null if there is one.</param>
    public static ISymbol? Find(ITypeSymbol type, string name, IAssemblySymbol assembly, out string? obstacle)
    {
        ITypeSymbol holder = IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        List<ISymbol> nearest = holder.TypeKind == TypeKind.Interface ? FindInInterfaces(holder, name, assembly) : FindInClasses(holder, name, assembly);
        obstacle = nearest.Count == 0 || !HasValue(nearest[0], assembly) ? $"'{Show(holder)}' has no public member '{name}'"
            : nearest.Count > 1 ? $"'{Show(holder)}' has '{name}' from both '{Show(nearest[0].ContainingType)}' and '{Show(nearest[1].ContainingType)}'; pass the value as a parameter of its own"
            : IsRefused(nearest[0]) ? $"'{name}' of '{Show(holder)}' is obsolete, and the compiler refuses code that uses it"
            : null;
        return obstacle is null ? nearest[0] : null;
    }

    /// <summary>The type of a property or field.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    public static bool IsNullableValue(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>The nearest member; it hides those of the bases, even if nothing can be made of it.</summary>
    private static List<ISymbol> FindInClasses(ITypeSymbol type, string name, IAssemblySymbol assembly)
    {
        foreach (ISymbol member in type.Levels().SelectMany(level => level.GetMembers(name)))
        {
            // What overrides the setter alone has its getter further up.
            if (member.IsVisibleFrom(assembly) && member is not IPropertySymbol { IsOverride: true, GetMethod: null })
            {
                return [member];
            }
        }

        return [];
    }

    /// <summary>The nearest members of an interface: several if interfaces that don't know each other have one each.</summary>
    private static List<ISymbol> FindInInterfaces(ITypeSymbol type, string name, IAssemblySymbol assembly)
    {
        List<ISymbol> members = type.AllInterfaces.Prepend(type)
            .Select(face => face.GetMembers(name).FirstOrDefault(member => member.IsVisibleFrom(assembly))).OfType<ISymbol>().ToList();
        return members
            .Where(member => !members.Any(other => other.ContainingType.AllInterfaces.Contains(member.ContainingType, SymbolEqualityComparer.Default)))
            .ToList();
    }

    private static bool HasValue(ISymbol member, IAssemblySymbol assembly) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: { } getter }
            ? getter.IsVisibleFrom(assembly)
            : member is IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public };

    /// <summary>Whether code can't use the member. Of an override, the compiler asks what it overrides.</summary>
    private static bool IsRefused(ISymbol member)
    {
        if (member is not IPropertySymbol property)
        {
            return member.IsErrorToUse();
        }

        while (property.OverriddenProperty is { } overridden)
        {
            property = overridden;
        }

        return property.IsErrorToUse() || property.GetMethod?.IsErrorToUse() == true;
    }

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}

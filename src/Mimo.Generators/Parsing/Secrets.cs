using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>Finds values that should not leave the house: named like a secret, or classified by an attribute.</summary>
internal static class Secrets
{
    private const string Classification = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    /// <summary>What the last words of a secret's name are, in lower case and without breaks.</summary>
    private static readonly string[] Endings =
    [
        "password", "passphrase", "passwd", "secret", "secretkey", "apikey", "privatekey", "accesskey", "accesstoken", "refreshtoken", "authtoken", "bearertoken",
        "connectionstring", "credential", "credentials", "creditcardnumber",
    ];

    /// <summary>Why a value is a secret, as a clause; null if it isn't known to be one.</summary>
    public static string? Find(ISymbol symbol, ITypeSymbol type)
    {
        if ((FindClassification(symbol) ?? FindClassification(type)) is { } classification)
        {
            return $"is classified by [{classification}]";
        }

        return IsText(type) && IsNamedLikeSecret(symbol.Name) ? "is named like a secret" : null;
    }

    /// <summary>The first secret among the members that a value's JSON shows, at any depth; null if there is none.</summary>
    public static (ISymbol Member, string Reason)? FindWithin(ITypeSymbol type) => FindWithin(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    /// <summary>The first secret among the members that a value's text shows: a record's names all that are public, whatever JSON is told of them.</summary>
    public static (ISymbol Member, string Reason)? FindPrinted(ITypeSymbol type)
    {
        for (INamedTypeSymbol? current = type as INamedTypeSymbol; current is { IsRecord: true }; current = current.BaseType)
        {
            if (current.GetMembers("ToString").Concat(current.GetMembers("PrintMembers")).Any(static member => !member.IsImplicitlyDeclared))
            {
                return null; // Its author says what is shown.
            }

            foreach (ISymbol member in current.GetMembers())
            {
                ITypeSymbol? value = member switch
                {
                    IPropertySymbol { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property => property.Type,
                    IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } field => field.Type,
                    _ => null,
                };
                if (value is not null && Find(member, value) is { } reason)
                {
                    return (member, reason);
                }
            }
        }

        return null;
    }

    private static (ISymbol Member, string Reason)? FindWithin(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(type))
        {
            return null;
        }

        if (type is IArrayTypeSymbol array)
        {
            return FindWithin(array.ElementType, seen);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        foreach (ITypeSymbol argument in named.TypeArguments)
        {
            if (FindWithin(argument, seen) is { } found)
            {
                return found;
            }
        }

        // The framework's own types have no secrets; and what a converter writes is its own affair.
        for (INamedTypeSymbol? current = named; current is not null && !IsFramework(current); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property
                    && DataMember.IgnoreCondition(property) is not (JsonIgnoreCondition.Always or JsonIgnoreCondition.WhenWriting)
                    && (Find(property, property.Type) is { } reason ? (property, reason) : FindWithin(property.Type, seen)) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool IsNamedLikeSecret(string name)
    {
        string plain = name.Replace("_", "");
        return Endings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A flag or a number may be named for a secret; it isn't one.</summary>
    private static bool IsText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.Name == "SecureString" || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char };

    private static string? FindClassification(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            for (INamedTypeSymbol? current = attribute.AttributeClass; current is not null; current = current.BaseType)
            {
                if (current.IsNamed(Classification))
                {
                    string name = attribute.AttributeClass!.Name;
                    return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
                }
            }
        }

        return null;
    }

    private static bool IsFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol @namespace = type.ContainingNamespace;
        while (@namespace is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            @namespace = @namespace.ContainingNamespace;
        }

        return @namespace.Name is "System";
    }
}

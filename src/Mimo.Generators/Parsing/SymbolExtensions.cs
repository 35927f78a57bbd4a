using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Parsing;

/// <summary>Questions about symbols that several parsers ask.</summary>
internal static class SymbolExtensions
{
    /// <summary>As generated code writes a type: <c>global::</c>-qualified, keywords escaped, nullable annotations kept.</summary>
    public static readonly SymbolDisplayFormat SyntaxFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat MetadataFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.None);

    /// <summary>The type as generated code writes it, with its nullability.</summary>
    public static string ToSyntax(this ITypeSymbol type) => type.ToDisplayString(SyntaxFormat);

    /// <summary>The qualified name without type arguments: <c>System.Collections.Generic.List</c>.</summary>
    public static string QualifiedName(this ITypeSymbol type) => type.ToDisplayString(MetadataFormat);

    /// <summary>Whether a type or namespace has a qualified name, without type arguments. Compared part by part: most differ in the last one.</summary>
    public static bool IsNamed(this ISymbol symbol, string qualifiedName)
    {
        int end = qualifiedName.Length;
        for (ISymbol? part = symbol; part is { Name.Length: > 0 }; part = part.ContainingSymbol)
        {
            int start = end - part.Name.Length;
            if (start < 0 || string.CompareOrdinal(qualifiedName, start, part.Name, 0, part.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return part.ContainingSymbol is INamespaceSymbol { IsGlobalNamespace: true };
            }

            if (qualifiedName[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }

    public static AttributeData? FindAttribute(this ISymbol symbol, string qualifiedName)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.IsNamed(qualifiedName))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool HasAttribute(this ISymbol symbol, string qualifiedName) => symbol.FindAttribute(qualifiedName) is not null;

    /// <summary>Whether the symbol is obsolete to the point that the compiler refuses code that uses it, generated code too.</summary>
    public static bool IsErrorToUse(this ISymbol symbol) =>
        symbol.FindAttribute(AttributeNames.Obsolete) is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>The value of a named argument, if it is written out and has the type asked for.</summary>
    public static bool TryGetNamed<T>(this AttributeData attribute, string name, out T value)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array && argument.Value.Value is T found)
            {
                value = found;
                return true;
            }
        }

        value = default!;
        return false;
    }

    /// <summary>Whether the compiler knows no such type, or none of its parts.</summary>
    public static bool IsUnknown(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsUnknown(),
        INamedTypeSymbol named => named.TypeKind == TypeKind.Error || named.TypeArguments.Any(IsUnknown),
        _ => false,
    };

    /// <summary>A type and its bases, the nearest first.</summary>
    public static IEnumerable<ITypeSymbol> Levels(this ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>A type and those that it stands in, the innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>Whether a type is another, derives from it or implements it.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, ITypeSymbol other) =>
        type.Levels().Concat(type.AllInterfaces).Any(known => SymbolEqualityComparer.Default.Equals(known, other));

    /// <summary>All types in a namespace or type, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(this INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol inner in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (inner is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol nested in inner.AllTypes())
            {
                yield return nested;
            }
        }
    }

    /// <summary>Whether generated code elsewhere in the assembly can name the type.</summary>
    public static bool IsAccessibleInAssembly(this ITypeSymbol type, IAssemblySymbol assembly)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType.IsAccessibleInAssembly(assembly);
            case ITypeParameterSymbol:
                return false;
            case INamedTypeSymbol named:
                if (named.Containers().SelectMany(static container => container.TypeArguments).Any(argument => !argument.IsAccessibleInAssembly(assembly)))
                {
                    return false;
                }

                return named.IsDeclaredFor(assembly);
            default:
                return true;
        }
    }

    /// <summary>Whether generated code elsewhere in the assembly can name the type, whatever its type arguments are.</summary>
    public static bool IsDeclaredFor(this INamedTypeSymbol type, IAssemblySymbol assembly) => type.Containers().All(container => container.IsVisibleFrom(assembly));

    /// <summary>Whether a member can be used by generated code elsewhere in the assembly.</summary>
    public static bool IsVisibleFrom(this ISymbol symbol, IAssemblySymbol assembly) => symbol.DeclaredAccessibility switch
    {
        _ when symbol is INamedTypeSymbol { IsFileLocal: true } => false,
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) || symbol.ContainingAssembly.GivesAccessTo(assembly),
        _ => false,
    };

    /// <summary>The identifier with <c>@</c> in front if it is a keyword.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || identifier == "await" ? "@" + identifier : identifier;

    /// <summary>What stands before the type of what refers to a variable, a space included; empty for what is a value.</summary>
    public static string Modifier(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        _ => "ref readonly ",
    };

    /// <inheritdoc cref="Modifier(RefKind)"/>
    public static string Modifier(IParameterSymbol parameter) => parameter.RefKind == RefKind.None ? "" : ToolParameterParser.Modifier(parameter) + " ";

    /// <summary>A type's name where it is declared: there words such as <c>record</c> and <c>file</c> are keywords too.</summary>
    public static string EscapeDeclared(string identifier) =>
        SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None ? "@" + identifier : Escape(identifier);
}

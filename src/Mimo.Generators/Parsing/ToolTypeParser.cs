using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Judges types that offer tools. Their <c>Tools</c> property is the generator's own output, so in the same project it can't be
/// seen yet; what it will be follows from the methods.
/// </summary>
internal static class ToolTypeParser
{
    /// <returns>Null if the type offers no tools.</returns>
    public static ToolTypeModel? Parse(ITypeSymbol type)
    {
        string syntax = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (IsToolSource(type))
        {
            return new ToolTypeModel(syntax, IsStatic: false, IsPublic(type));
        }

        IPropertySymbol? property = type.Levels().SelectMany(static level => level.GetMembers("Tools")).OfType<IPropertySymbol>().FirstOrDefault(static property => property.Type.Name == "MimoToolSet");
        return property is not null || Tools(type).Any() ? new ToolTypeModel(syntax, property is not { IsStatic: false }, IsPublic(type)) : null;
    }

    /// <summary>Whether a value of the type has an instance property <c>Tools</c>.</summary>
    public static bool IsToolSource(ITypeSymbol type) =>
        type.QualifiedName() == "Mimo.IMimoToolSource"
        || type.AllInterfaces.Any(static face => face.QualifiedName() == "Mimo.IMimoToolSource")
        || Tools(type).Any(static tool => !tool.IsStatic);

    /// <summary>The tool methods of a type and its bases: a type has its base's tools too.</summary>
    private static IEnumerable<IMethodSymbol> Tools(ITypeSymbol type) =>
        BaseToolsParser.OwnMethods(type).Concat(BaseToolsParser.Methods(type));

    private static bool IsPublic(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}

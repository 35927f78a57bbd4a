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
        List<IMethodSymbol> tools = type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.HasAttribute(AttributeNames.MimoTool)).ToList();
        if (tools.Count > 0)
        {
            return new ToolTypeModel(syntax, tools.All(static tool => tool.IsStatic), IsPublic(type));
        }

        if (type.GetMembers("Tools").OfType<IPropertySymbol>().FirstOrDefault(static property => property.Type.Name == "MimoToolSet") is { } property)
        {
            return new ToolTypeModel(syntax, property.IsStatic, IsPublic(type));
        }

        return IsToolSource(type) ? new ToolTypeModel(syntax, IsStatic: false, IsPublic(type)) : null;
    }

    /// <summary>Whether a value of the type has an instance property <c>Tools</c>.</summary>
    public static bool IsToolSource(ITypeSymbol type) =>
        type.QualifiedName() == "Mimo.IMimoToolSource"
        || type.AllInterfaces.Any(static face => face.QualifiedName() == "Mimo.IMimoToolSource")
        || type.GetMembers().OfType<IMethodSymbol>().Any(static method => !method.IsStatic && method.HasAttribute(AttributeNames.MimoTool));

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

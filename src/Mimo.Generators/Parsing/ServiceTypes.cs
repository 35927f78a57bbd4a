using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>Tells types that a container supplies from data that the model could.</summary>
internal static class ServiceTypes
{
    public const string Reason = "it is a service, which the model can't supply; mark the parameter with [FromServices]";

    /// <summary>Services that are no interfaces, or that have no methods of their own to be known by: their qualified names by their own.</summary>
    private static readonly Dictionary<string, string> Known = new[]
    {
        "System.Net.Http.HttpMessageInvoker",
        "System.Data.Common.DbConnection",
        "System.Data.Common.DbDataSource",
        "System.TimeProvider",
        "Microsoft.EntityFrameworkCore.DbContext",
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Options.IOptions",
        "Microsoft.Extensions.Options.IOptionsSnapshot",
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.IHttpContextAccessor",
        "Mimo.MimoClient",
    }.ToDictionary(static name => name.Substring(name.LastIndexOf('.') + 1), StringComparer.Ordinal);

    /// <summary>Whether the type or one that it derives from is a well-known service.</summary>
    public static bool IsKnown(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (Known.TryGetValue(current.Name, out string? qualifiedName) && current.IsNamed(qualifiedName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is an interface that does something; one that only has properties describes data.</summary>
    public static bool IsInterface(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Interface)
        {
            return false;
        }

        return DoesSomething(type) || type.AllInterfaces.Any(DoesSomething);
    }

    /// <summary>
    /// Whether the type is a class that does something and holds no data: it has methods and no property or field to fill, and either
    /// takes nothing when it is created or does what an interface of services says.
    /// </summary>
    public static bool IsClass(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false, IsAbstract: false } || !DoesSomething(type))
        {
            return false;
        }

        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => !member.IsStatic
                && member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }
                && (member.DeclaredAccessibility == Accessibility.Public || member.HasAttribute(AttributeNames.JsonInclude))
                && !GeneratedNames.IsGenerated(member)))
            {
                return false;
            }
        }

        return type.InstanceConstructors.All(static constructor => constructor.Parameters.IsEmpty)
            || type.AllInterfaces.Any(static face => !face.DeclaringSyntaxReferences.IsEmpty && DoesSomething(face));
    }

    private static bool DoesSomething(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } or IEventSymbol)
            {
                return true;
            }
        }

        return false;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the type that generated code is put into.</summary>
internal static class HolderParser
{
    public static HolderModel Parse(INamedTypeSymbol type)
    {
        var parts = new List<HolderPart>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            parts.Insert(0, new HolderPart(Keyword(current), SymbolExtensions.EscapeDeclared(current.Name)));
        }

        string @namespace = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        string name = (@namespace.Length == 0 ? "" : @namespace + ".") + string.Join(".", parts.Select(static part => part.Name));
        return new HolderModel
        {
            Namespace = @namespace,
            Parts = parts.ToEquatableArray(),
            Syntax = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            IsValueType = type.IsValueType,
            IsRecord = type.IsRecord,
            HidesTools = HidesTools(type),
            QualifiedName = name.Replace("@", ""),
        };
    }

    /// <summary>Whether generated code can be added to a type and those around it.</summary>
    /// <param name="type">The type that the marker is in or on.</param>
    /// <param name="needed">The name of what is to be generated for.</param>
    /// <param name="report">Hears why not, innermost type first; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Stops the work when the user types on.</param>
    public static bool IsOpen(INamedTypeSymbol type, string needed, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.HolderIsFileLocal, current.Locations[0], current.Name, needed));
                return false;
            }

            foreach (SyntaxReference reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    report?.Invoke(Diagnostic.Create(DiagnosticDescriptors.HolderIsNotPartial, declaration.Identifier.GetLocation(), current.Name, needed));
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A base type's <c>Tools</c> may be generated in this very run, so its tool methods count as well.</summary>
    private static bool HidesTools(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers("Tools").Any(member => member.DeclaredAccessibility == Accessibility.Protected || member.IsVisibleFrom(type.ContainingAssembly))
                || current.GetMembers().Any(static member => member is IMethodSymbol && member.HasAttribute(AttributeNames.MimoTool)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        _ => "class",
    };
}

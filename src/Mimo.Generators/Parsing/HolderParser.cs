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
            Bases = BaseToolsParser.Parse(type),
            QualifiedName = name.Replace("@", ""),
        };
    }

    /// <summary>Whether generated code can be added to a type: it and those around it are partial, and none is local to its file or shares its name.</summary>
    public static bool IsOpen(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || FindClosed(current, cancellationToken) is not null || HasTwin(current))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether something else has the type's full name: a record beside a class, a class beside a namespace. That is the compiler's error
    /// to tell; code that names the type would mean either, and two files named after it are an exception that takes everything else down.
    /// </summary>
    private static bool HasTwin(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container)
        {
            return IsTaken(container, type);
        }

        if (IsTaken(type.ContainingNamespace, type))
        {
            return true;
        }

        for (INamespaceSymbol current = type.ContainingNamespace; !current.IsGlobalNamespace; current = current.ContainingNamespace)
        {
            if (IsTaken(current.ContainingNamespace, current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type's or namespace's name is another's too, where both are.</summary>
    private static bool IsTaken(INamespaceOrTypeSymbol container, INamespaceOrTypeSymbol owner)
    {
        foreach (ISymbol member in container.GetMembers(owner.Name))
        {
            if (member is INamespaceSymbol or INamedTypeSymbol { Arity: 0, IsFileLocal: false } && !SymbolEqualityComparer.Default.Equals(member, owner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Reports a type that something is to be generated into, and that is closed. Each of a chain of closed types is reported for
    /// itself: an editor offers repairs only where a diagnostic stands within the type that was looked at.
    /// </summary>
    public static void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (type.Arity > 0)
        {
            if (FindNeed(type) is { } generic)
            {
                report(Diagnostic.Create(DiagnosticDescriptors.IsGeneric, Places.TypeParameters(type, cancellationToken), generic, $"'{type.Name}'"));
            }

            return;
        }

        Location? closed = type.IsFileLocal ? type.Locations[0] : FindClosed(type, cancellationToken)?.Identifier.GetLocation();
        if (closed is not null && FindNeed(type) is { } needed)
        {
            report(Diagnostic.Create(
                type.IsFileLocal ? DiagnosticDescriptors.HolderIsFileLocal : DiagnosticDescriptors.HolderIsNotPartial, closed, type.Name, needed));
        }
    }

    /// <summary>The first declaration that lacks <c>partial</c>; null if none does.</summary>
    private static TypeDeclarationSyntax? FindClosed(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return declaration;
            }
        }

        return null;
    }

    /// <summary>The name of the first tool, prompt or drafted type in or on a type; null if there is none.</summary>
    private static string? FindNeed(INamedTypeSymbol type)
    {
        if ((type.TypeKind == TypeKind.Interface && type.HasAttribute(AttributeNames.MimoPrompt)) || type.HasAttribute(AttributeNames.MimoOutput))
        {
            return type.Name;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            string? needed = member switch
            {
                IMethodSymbol when PartialPromptParser.IsPrompt(member) => member.Name,
                IMethodSymbol method when method.HasAttribute(AttributeNames.MimoTool) && ToolParser.FindObstacle(method) is null => method.Name,
                INamedTypeSymbol nested => FindNeed(nested),
                _ => null,
            };
            if (needed is not null)
            {
                return needed;
            }
        }

        return null;
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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
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
            QualifiedName = name.Replace("@", ""),
        };
    }

    /// <summary>The first declaration, innermost out, that lacks <c>partial</c>; null if none does.</summary>
    public static INamedTypeSymbol? FindNotPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            foreach (SyntaxReference reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    return current;
                }
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

using Microsoft.CodeAnalysis;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>The type to take in place of one that JSON has no form for.</summary>
internal static class JsonSubstitute
{
    private const string ReadOnlyList = "System.Collections.Generic.IReadOnlyList`1";

    /// <summary>What a parameter can be instead; null if nothing comes to mind.</summary>
    public static ITypeSymbol? FindForParameter(ITypeSymbol type, Compilation compilation)
    {
        switch (type)
        {
            case IArrayTypeSymbol { Rank: > 1 } array:
                ITypeSymbol nested = array.ElementType;
                for (int rank = 0; rank < array.Rank; rank++)
                {
                    nested = compilation.CreateArrayTypeSymbol(nested);
                }

                return nested;
            case IPointerTypeSymbol { PointedAtType: { SpecialType: not SpecialType.System_Void, TypeKind: not TypeKind.Pointer } target }:
                return compilation.CreateArrayTypeSymbol(target);
            case IDynamicTypeSymbol:
                return compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
            case INamedTypeSymbol named:
                return FindForParameter(named, compilation);
            default:
                return null;
        }
    }

    /// <summary>What a result can be instead; null if nothing comes to mind.</summary>
    public static ITypeSymbol? FindForResult(ITypeSymbol type, Compilation compilation) =>
        type is IDynamicTypeSymbol ? compilation.ObjectType
        : IsQuery(type) ? compilation.GetTypeByMetadataName(ReadOnlyList)?.Construct(FindQueried(type) ?? compilation.ObjectType)
        : FindForParameter(type, compilation);

    /// <summary>The member of a value that gives what is taken in place of its type; null if none does.</summary>
    public static string? FindConversion(ITypeSymbol? type) => type is not INamedTypeSymbol named ? null : named.QualifiedName() switch
    {
        _ when IsQuery(named) => FindQueried(named) is null ? "Cast<object>().ToList()" : "ToList()",
        "System.Span" or "System.ReadOnlySpan" => named.TypeArguments[0].SpecialType == SpecialType.System_Char ? "ToString()" : "ToArray()",
        "System.Threading.Tasks.Task" => "Unwrap()",
        "System.Lazy" => "Value",
        "System.Text.Json.JsonDocument" => "RootElement",
        "System.IO.FileInfo" or "System.IO.DirectoryInfo" => "FullName",
        "System.IO.MemoryStream" => "ToArray()",
        "System.Text.StringBuilder" => "ToString()",

        // Where it was thrown is nothing for the model.
        _ when DerivesFrom(named, "System.Exception") => "Message",
        _ when DerivesFrom(named, "System.Type") => "ToString()",
        _ => null,
    };

    private static bool IsQuery(ITypeSymbol type) => Faces(type).Any(static face => face.QualifiedName() == "System.Linq.IQueryable");

    /// <summary>What a query asks for; null if it doesn't say.</summary>
    private static ITypeSymbol? FindQueried(ITypeSymbol type) =>
        Faces(type).FirstOrDefault(static face => face.IsGenericType && face.QualifiedName() == "System.Linq.IQueryable")?.TypeArguments[0];

    private static IEnumerable<INamedTypeSymbol> Faces(ITypeSymbol type) => type.AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : []);

    private static ITypeSymbol? FindForParameter(INamedTypeSymbol type, Compilation compilation)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_IntPtr:
                return compilation.GetSpecialType(SpecialType.System_Int64);
            case SpecialType.System_UIntPtr:
                return compilation.GetSpecialType(SpecialType.System_UInt64);
        }

        switch (type.QualifiedName())
        {
            case "System.Span" or "System.ReadOnlySpan":
                return type.TypeArguments[0].SpecialType == SpecialType.System_Char
                    ? compilation.GetSpecialType(SpecialType.System_String)
                    : compilation.CreateArrayTypeSymbol(type.TypeArguments[0]);
            case "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" when type.TypeArguments.Length == 1:
                return type.TypeArguments[0];
            case "System.Collections.Generic.IAsyncEnumerable":
                return compilation.GetTypeByMetadataName(ReadOnlyList)?.Construct(type.TypeArguments[0]);
            case var _ when type.TypeArguments.Length == 2 && IsDictionary(type):
                return type.ConstructedFrom.Construct(compilation.GetSpecialType(SpecialType.System_String), type.TypeArguments[1]);
            case var _ when DerivesFrom(type, "System.IO.Stream"):
                return compilation.CreateArrayTypeSymbol(compilation.GetSpecialType(SpecialType.System_Byte));
            case "System.Lazy":
                return type.TypeArguments[0];
            case "System.Text.Json.JsonDocument":
                return compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
            case "System.Text.StringBuilder" or "System.IO.FileInfo" or "System.IO.DirectoryInfo":
                return compilation.GetSpecialType(SpecialType.System_String);
            case var _ when DerivesFrom(type, "System.Type") || DerivesFrom(type, "System.Exception"):
                return compilation.GetSpecialType(SpecialType.System_String);
            default:
                return null;
        }
    }

    private static bool IsDictionary(INamedTypeSymbol type) =>
        DerivesFrom(type, "System.Collections.IDictionary") || type.QualifiedName() is "System.Collections.Generic.IDictionary" or "System.Collections.Generic.IReadOnlyDictionary";

    private static bool DerivesFrom(INamedTypeSymbol type, string qualifiedName)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.QualifiedName() == qualifiedName)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(face => face.QualifiedName() == qualifiedName);
    }
}

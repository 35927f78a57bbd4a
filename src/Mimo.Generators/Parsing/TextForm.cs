using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>Judges what a value looks like as text.</summary>
internal static class TextForm
{
    /// <summary>Whether all that <c>ToString</c> has to say of a value is the name of its type. What can't be known counts as no.</summary>
    public static bool PrintsTypeName(ITypeSymbol type)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        switch (value)
        {
            case IArrayTypeSymbol:
                return true;
            case INamedTypeSymbol { TypeKind: TypeKind.Interface }:
                return PromptTemplateParser.IsSequence(value); // What implements it is a collection, and they have no text of their own.
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } named:
                return !HasText(named);
            default:
                return false;
        }
    }

    /// <summary>Whether <c>:list</c> says all of a value: it is a sequence, and its items have a text of their own.</summary>
    public static bool FitsList(ITypeSymbol type) =>
        PromptTemplateParser.IsListable(type) && !IsDictionary(type) && !(PromptTemplateParser.FindItem(type) is { } item && PrintsTypeName(item));

    public static bool IsDictionary(ITypeSymbol type) =>
        type.AllInterfaces.Append(type as INamedTypeSymbol).Any(static face => face is { Arity: 2, Name: "IDictionary" or "IReadOnlyDictionary" });

    private static bool HasText(INamedTypeSymbol type)
    {
        if (type.AllInterfaces.Any(static face => face.IsNamed("System.IFormattable")))
        {
            return true;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                return false;
            }

            // A record's is written by the compiler; a type that is not known may have one.
            if (current.IsRecord || current.TypeKind == TypeKind.Error
                || current.GetMembers("ToString").Any(static member => member is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true }))
            {
                return true;
            }
        }

        return true;
    }
}

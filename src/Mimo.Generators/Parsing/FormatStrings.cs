using Microsoft.CodeAnalysis;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Knows which format strings of one letter .NET's own types take; another throws when the text is put together. Longer ones are
/// patterns, in which nearly anything may stand.
/// </summary>
internal static class FormatStrings
{
    private const string Numbers = "CEFGNPR";
    private const string Integers = "BCDEFGNPRX";

    private enum Length
    {
        /// <summary>One letter and nothing else.</summary>
        One,

        /// <summary>A letter, or a pattern.</summary>
        OneOrPattern,

        /// <summary>A letter in either case that digits may follow, or a pattern.</summary>
        OneWithDigitsOrPattern,
    }

    /// <returns>The letters that the type takes, as a reader would list them; null if the format is sound, or if that can't be known.</returns>
    public static string? FindFault(ITypeSymbol type, string format)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        if (FormsOf(value) is not (var letters, var length))
        {
            return null;
        }

        bool isSound = length switch
        {
            Length.One => format.Length == 1 && letters.IndexOf(format[0]) >= 0,
            Length.OneOrPattern => format.Length > 1 || !char.IsLetter(format[0]) || letters.IndexOf(format[0]) >= 0,
            _ => !char.IsLetter(format[0]) || !format.Skip(1).All(char.IsDigit) || letters.IndexOf(char.ToUpperInvariant(format[0])) >= 0,
        };
        return isSound ? null : string.Join(", ", letters.ToCharArray());
    }

    private static (string Letters, Length Length)? FormsOf(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return ("DdFfGgXx", Length.One);
        }

        return type.SpecialType switch
        {
            SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
                or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => (Integers, Length.OneWithDigitsOrPattern),
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => (Numbers, Length.OneWithDigitsOrPattern),
            SpecialType.System_DateTime => ("DdFfGgMmOoRrsTtUuYy", Length.OneOrPattern),
            _ => type.QualifiedName() switch
            {
                "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" => (Integers, Length.OneWithDigitsOrPattern),
                "System.Half" => (Numbers, Length.OneWithDigitsOrPattern),
                "System.DateTimeOffset" => ("DdFfGgMmOoRrsTtuYy", Length.OneOrPattern),
                "System.DateOnly" => ("DdMmOoRrYy", Length.OneOrPattern),
                "System.TimeOnly" => ("OoRrTt", Length.OneOrPattern),
                "System.TimeSpan" => ("cgGtT", Length.OneOrPattern),
                "System.Guid" => ("BbDdNnPpXx", Length.One),
                _ => null,
            },
        };
    }
}

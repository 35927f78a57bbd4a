using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>A parameter's default value.</summary>
/// <param name="Syntax">As generated code writes it.</param>
/// <param name="Json">As JSON; null where it can't be said: null itself, <c>default</c> of a struct, infinities.</param>
internal sealed record DefaultValue(string Syntax, string? Json)
{
    /// <summary>Null of a reference or nullable, and <c>default</c> of any other struct.</summary>
    public const string Nothing = "default!";
}

/// <summary>Reads parameters' default values.</summary>
internal static class DefaultValueParser
{
    /// <returns>Null if the parameter has no default value.</returns>
    public static DefaultValue? Parse(IParameterSymbol parameter, TypeModel? type)
    {
        if (parameter.IsParams)
        {
            return new DefaultValue(Empty(parameter.Type), Json: null);
        }

        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        object? value = parameter.ExplicitDefaultValue;
        if (value is null)
        {
            return new DefaultValue(DefaultValue.Nothing, Json: null);
        }

        if (type is EnumModel enumType)
        {
            string number = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            string? name = enumType.Members.FirstOrDefault(member => member.Value == number)?.Name;
            return new DefaultValue(name is null ? $"({type.Key})({number})" : type.Key + "." + name, EnumJson(enumType, number));
        }

        if (TypeOf(parameter) is { TypeKind: TypeKind.Enum } enumeration)
        {
            // How its own converter writes it is known at run time only.
            return new DefaultValue(FormattableString.Invariant($"({enumeration.ToSyntax()})({value})"), Json: null);
        }

        DefaultValue plain = Plain(value);
        return type is ConverterModel ? plain with { Json = null } : plain;
    }

    private static ITypeSymbol TypeOf(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;

    private static DefaultValue Plain(object value) => value switch
    {
        string text => new DefaultValue(SymbolDisplay.FormatLiteral(text, quote: true), TextJson(text)),
        bool flag => new DefaultValue(flag ? "true" : "false", flag ? "true" : "false"),
        char character => new DefaultValue(SymbolDisplay.FormatLiteral(character, quote: true), TextJson(character.ToString())),
        float single => Floating(single, single.ToString("R", CultureInfo.InvariantCulture), "f", "float"),
        double number => Floating(number, number.ToString("R", CultureInfo.InvariantCulture), "d", "double"),
        decimal number => new DefaultValue(number.ToString(CultureInfo.InvariantCulture) + "m", number.ToString(CultureInfo.InvariantCulture)),
        DateTime time => new DefaultValue(FormattableString.Invariant($"new global::System.DateTime({time.Ticks}L)"), JsonText.Quote(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture))),
        IFormattable number => new DefaultValue(number.ToString(null, CultureInfo.InvariantCulture), number.ToString(null, CultureInfo.InvariantCulture)),
        _ => new DefaultValue(DefaultValue.Nothing, Json: null),
    };

    private static DefaultValue Floating(double value, string text, string suffix, string type)
    {
        if (double.IsNaN(value))
        {
            return new DefaultValue(type + ".NaN", Json: null);
        }

        if (double.IsInfinity(value))
        {
            return new DefaultValue(type + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity"), Json: null);
        }

        return new DefaultValue(text + suffix, text.Replace("E+", "e").Replace("E", "e"));
    }

    /// <summary>An enum's value as JSON; null if it has no name there.</summary>
    public static string? EnumJson(EnumModel type, string number)
    {
        if (!type.IsFlags)
        {
            return type.Members.FirstOrDefault(member => member.Value == number) is { } member ? JsonText.Quote(member.WireName) : null;
        }

        // As the writer does it: a name for several flags stands for all of them, and zero is no flag.
        var value = BigInteger.Parse(number, CultureInfo.InvariantCulture);
        BigInteger rest = value;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((BigInteger flag, string name) in type.Members
            .Select(static member => (Flag: BigInteger.Parse(member.Value, CultureInfo.InvariantCulture), member.WireName))
            .OrderByDescending(static member => member.Flag))
        {
            if ((value & flag) == flag && !(rest & flag).IsZero)
            {
                names.Add(name);
                rest &= ~flag;
            }
        }

        IEnumerable<string> inOrder = type.Members.Select(static member => member.WireName).Where(names.Contains).Distinct();
        return rest.IsZero ? "[" + string.Join(",", inOrder.Select(JsonText.Quote)) + "]" : null;
    }

    /// <summary>Text with half a surrogate pair is no Unicode text, and JSON parsers refuse it.</summary>
    private static string? TextJson(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return null;
            }
        }

        return JsonText.Quote(text);
    }

    /// <summary>A project that can have <c>params</c> of other types than arrays has collection expressions too.</summary>
    private static string Empty(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? $"global::System.Array.Empty<{array.ElementType.ToSyntax()}>()" : "[]";
}

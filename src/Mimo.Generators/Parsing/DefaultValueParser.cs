using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>A parameter's default value.</summary>
/// <param name="Syntax">As generated code writes it.</param>
/// <param name="Json">As JSON; null where it can't be said: null itself, <c>default</c> of a struct, infinities.</param>
internal sealed record DefaultValue(string Syntax, string? Json);

/// <summary>Reads parameters' default values.</summary>
internal static class DefaultValueParser
{
    /// <returns>Null if the parameter has no default value.</returns>
    public static DefaultValue? Parse(IParameterSymbol parameter, TypeModel? type)
    {
        if (parameter.IsParams)
        {
            return new DefaultValue(EmptyArray(parameter.Type), Json: null);
        }

        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        object? value = parameter.ExplicitDefaultValue;
        if (value is null)
        {
            // `null` of a reference or nullable, and `default` of any other struct.
            return new DefaultValue("default", Json: null);
        }

        if (type is EnumModel enumType)
        {
            string number = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            EnumMemberModel? member = enumType.Members.FirstOrDefault(member => member.Value == number);
            return member is null
                ? new DefaultValue($"({type.Key})({number})", Json: null)
                : new DefaultValue(type.Key + "." + member.Name, enumType.IsFlags ? "[" + JsonText.Quote(member.WireName) + "]" : JsonText.Quote(member.WireName));
        }

        return value switch
        {
            string text => new DefaultValue(SymbolDisplay.FormatLiteral(text, quote: true), JsonText.Quote(text)),
            bool flag => new DefaultValue(flag ? "true" : "false", flag ? "true" : "false"),
            char character => new DefaultValue(SymbolDisplay.FormatLiteral(character, quote: true), JsonText.Quote(character.ToString())),
            float single => Floating(single, single.ToString("R", CultureInfo.InvariantCulture), "f", "float"),
            double number => Floating(number, number.ToString("R", CultureInfo.InvariantCulture), "d", "double"),
            decimal number => new DefaultValue(number.ToString(CultureInfo.InvariantCulture) + "m", number.ToString(CultureInfo.InvariantCulture)),
            IFormattable number => new DefaultValue(number.ToString(null, CultureInfo.InvariantCulture), number.ToString(null, CultureInfo.InvariantCulture)),
            _ => new DefaultValue("default", Json: null),
        };
    }

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

    private static string EmptyArray(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? $"global::System.Array.Empty<{array.ElementType.ToSyntax()}>()" : "default";
}

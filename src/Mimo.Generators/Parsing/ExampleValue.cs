using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>
/// The values in an example: constants of C# where there are any of the type, plain text where its JSON is a string, and else JSON.
/// </summary>
internal static class ExampleValue
{
    /// <summary>Whether a value is written as JSON.</summary>
    public static bool IsJson(TypedConstant value, TypeModel type, bool isList) =>
        value is { Kind: TypedConstantKind.Primitive, Value: string } && (isList || type is not (ScalarModel or EnumModel { IsFlags: false }));

    /// <summary>A constant as JSON; its places mean nothing.</summary>
    /// <param name="value">The constant.</param>
    /// <param name="type">The type it is meant to have, or of the items it is meant to be a list of.</param>
    /// <param name="isList">Whether it is meant to be a list.</param>
    /// <param name="types">Knows the types.</param>
    /// <param name="problem">Why it is none, if the result is null.</param>
    public static WrittenJson? ToJson(TypedConstant value, TypeModel type, bool isList, TypeGraphParser types, out TextProblem? problem)
    {
        problem = null;
        if (value.IsNull)
        {
            return WrittenJson.Simple(WrittenJsonKind.Null, 0, 0);
        }

        switch (value.Kind)
        {
            case TypedConstantKind.Array:
                TypeModel itemType = !isList && type is SequenceModel sequence ? types.Model(sequence.Item) : type;
                var items = new List<WrittenJson>();
                foreach (TypedConstant item in value.Values)
                {
                    if (ToJson(item, itemType, isList: false, types, out problem) is not { } json)
                    {
                        return null;
                    }

                    items.Add(json);
                }

                return new WrittenJson(WrittenJsonKind.Array, 0, 0, "", items, []);
            case TypedConstantKind.Enum:
                return ToJson(value, type as EnumModel, out problem);
            case TypedConstantKind.Primitive:
                return value.Value switch
                {
                    string text => WrittenJson.Simple(WrittenJsonKind.String, 0, 0, text),
                    char character => WrittenJson.Simple(WrittenJsonKind.String, 0, 0, character.ToString()),
                    bool flag => WrittenJson.Simple(flag ? WrittenJsonKind.True : WrittenJsonKind.False, 0, 0),
                    double number => Number(number.ToString("R", CultureInfo.InvariantCulture)),
                    float number => Number(number.ToString("R", CultureInfo.InvariantCulture)),
                    IFormattable number => Number(number.ToString(null, CultureInfo.InvariantCulture)),
                    _ => Number("0"),
                };
            default:
                problem = new TextProblem(0, 0, "a type is no value");
                return null;
        }
    }

    /// <summary>A value that fits, as generated code writes it; null if it has to be read out of its JSON.</summary>
    public static string? Syntax(TypedConstant value, string json, TypeModel type)
    {
        if (value.IsNull)
        {
            return "null";
        }

        switch (type)
        {
            case ScalarModel { Kind: ScalarKind.String } when value.Value is string text:
                return SymbolDisplay.FormatLiteral(text, quote: true);
            case ScalarModel { Kind: ScalarKind.Char } when value.Value is char character:
                return SymbolDisplay.FormatLiteral(character, quote: true);
            case ScalarModel { Kind: ScalarKind.Boolean }:
                return json;
            case ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.UInt16 }:
                return $"({type.Key})({json})";
            case ScalarModel { Kind: var kind } when Suffix(kind) is { } suffix && !(kind == ScalarKind.Decimal && json.Contains("E")):
                return json + suffix;
            case EnumModel when value.Kind == TypedConstantKind.Enum:
                return $"({type.Key})({Convert.ToString(value.Value, CultureInfo.InvariantCulture)})";
            default:
                return null;
        }
    }

    /// <summary>JSON as a developer would write it in an example where that is no JSON; null where it is.</summary>
    public static string? Expression(string json, TypeModel type)
    {
        switch (type)
        {
            case EnumModel { IsFlags: false } names when JsonParser.Parse(json, out _) is { Kind: WrittenJsonKind.String, Text: var name }:
                return names.Members.FirstOrDefault(member => member.WireName == name) is { } found ? names.Key + "." + found.Name : null;
            case ScalarModel when JsonParser.Parse(json, out _) is { Kind: WrittenJsonKind.String, Text: var text }:
                return SymbolDisplay.FormatLiteral(text, quote: true);
            case ScalarModel:
                return json;
            default:
                return null;
        }
    }

    private static WrittenJson? ToJson(TypedConstant value, EnumModel? type, out TextProblem? problem)
    {
        problem = null;
        string number = Convert.ToString(value.Value, CultureInfo.InvariantCulture)!;
        if (type is null || type.Key != value.Type!.ToSyntax())
        {
            problem = new TextProblem(0, 0, $"'{value.Type!.Name}' is another type");
            return null;
        }

        if (DefaultValueParser.EnumJson(type, number) is { } json)
        {
            return JsonParser.Parse(json, out problem);
        }

        problem = new TextProblem(0, 0, $"{number} is no member of '{value.Type!.Name}'");
        return null;
    }

    /// <summary>What makes a number a literal of its kind; null for kinds that have no literals.</summary>
    private static string? Suffix(ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => "",
        ScalarKind.UInt32 => "U",
        ScalarKind.Int64 => "L",
        ScalarKind.UInt64 => "UL",
        ScalarKind.Single => "f",
        ScalarKind.Double => "d",
        ScalarKind.Decimal => "m",
        _ => null,
    };

    private static WrittenJson Number(string text) => WrittenJson.Simple(WrittenJsonKind.Number, 0, 0, text);
}

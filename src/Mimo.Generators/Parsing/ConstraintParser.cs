using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Collections;
using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Reads the validation attributes of parameters and properties.</summary>
internal static class ConstraintParser
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>Those that <see cref="ParseOne"/> reads.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "RangeAttribute",
        "StringLengthAttribute",
        "MinLengthAttribute",
        "MaxLengthAttribute",
        "LengthAttribute",
        "RegularExpressionAttribute",
        "EmailAddressAttribute",
        "UrlAttribute",
        "Base64StringAttribute",
        "AllowedValuesAttribute",
        "DeniedValuesAttribute",
    };

    /// <param name="symbols">Where the attributes may stand: a parameter, a property, or both for a record's.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="problem">What is wrong with one of them; null if nothing.</param>
    public static EquatableArray<ConstraintModel> Parse(IEnumerable<ISymbol?> symbols, TypeModel type, out ConstraintProblem? problem)
    {
        problem = null;
        var constraints = new List<ConstraintModel>();
        foreach (AttributeData attribute in symbols.SelectMany(static symbol => symbol?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty))
        {
            if (attribute.AttributeClass is not { } name || !IsValidation(attribute))
            {
                continue;
            }

            ConstraintModel? constraint = ParseOne(name.Name, attribute, type, out string? reason);
            if (constraint is not null)
            {
                constraints.Add(constraint);
            }
            else if (reason is not null)
            {
                problem ??= new ConstraintProblem(attribute, $"[{name.Name.Replace("Attribute", "")}] {reason}");
            }
        }

        return constraints.ToEquatableArray();
    }

    /// <summary>Whether a symbol has validation attributes at all.</summary>
    public static bool HasAny(ISymbol symbol) => symbol.GetAttributes().Any(IsValidation);

    /// <summary>The validation attributes of a symbol that are not looked at, so that nothing is held to them: they are code that would have to run.</summary>
    /// <param name="symbol">The parameter, member or type.</param>
    /// <param name="isRead">Whether generated code reads the value. Nothing is checked of one that a program hands in, or that a converter reads.</param>
    public static IEnumerable<AttributeData> FindIdle(ISymbol symbol, bool isRead) => symbol.GetAttributes().Where(attribute =>
        attribute.AttributeClass is { } type
        && !(IsValidation(attribute) && (Known.Contains(type.Name) || type.Name is "RequiredAttribute" or "DataTypeAttribute"))
        && !(isRead && IsKeptAnyway(attribute, type.Name, symbol))
        && type.Levels().Any(static level => level.IsNamed(Annotations + ".ValidationAttribute")));

    /// <summary>Whether all that is read keeps an attribute's rule: an enum is held to its names, and what is inside a value to its own constraints.</summary>
    private static bool IsKeptAnyway(AttributeData attribute, string name, ISymbol symbol) => name switch
    {
        "EnumDataTypeAttribute" => attribute.ConstructorArguments is [{ Value: ITypeSymbol named }] && IsOf(symbol, named),
        "ValidateObjectMembersAttribute" or "ValidateEnumeratedItemsAttribute" => attribute.ConstructorArguments.IsEmpty, // Else it names a validator, which is code.
        _ => name == "ValidateComplexTypeAttribute",
    };

    private static bool IsOf(ISymbol symbol, ITypeSymbol type)
    {
        ITypeSymbol? declared = symbol switch
        {
            IParameterSymbol parameter => parameter.Type,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        ITypeSymbol? value = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : declared;
        return SymbolEqualityComparer.Default.Equals(value, type);
    }

    private static bool IsValidation(AttributeData attribute) => attribute.AttributeClass?.ContainingNamespace.IsNamed(Annotations) == true;

    private static ConstraintModel? ParseOne(string name, AttributeData attribute, TypeModel type, out string? problem)
    {
        problem = null;
        switch (name)
        {
            case "RangeAttribute":
                return RangeParser.Parse(attribute, type, out problem);
            case "StringLengthAttribute" when type is ScalarModel { Kind: ScalarKind.String }:
                attribute.TryGetNamed("MinimumLength", out int minimumLength);
                return Lengths(ConstraintKind.TextLength, minimumLength, Number(attribute, 0), out problem);
            case "MinLengthAttribute" when LengthKind(type) is { } kind:
                return Lengths(kind, Number(attribute, 0), null, out problem);
            case "MaxLengthAttribute" when LengthKind(type) is { } kind:
                return attribute.ConstructorArguments.IsEmpty || Number(attribute, 0) < 0 ? null : Lengths(kind, null, Number(attribute, 0), out problem);
            case "LengthAttribute" when LengthKind(type) is { } kind:
                return Lengths(kind, Number(attribute, 0), Number(attribute, 1), out problem);
            case "RegularExpressionAttribute" when type is ScalarModel { Kind: ScalarKind.String }:
                return Pattern(attribute, out problem);
            case "EmailAddressAttribute" when type is ScalarModel { Kind: ScalarKind.String }:
                return new ConstraintModel { Kind = ConstraintKind.Email };
            case "UrlAttribute" when type is ScalarModel { Kind: ScalarKind.String }:
                return new ConstraintModel { Kind = ConstraintKind.Url };
            case "Base64StringAttribute" when type is ScalarModel { Kind: ScalarKind.String }:
                return new ConstraintModel { Kind = ConstraintKind.Base64 };
            case "AllowedValuesAttribute":
                return Values(ConstraintKind.Allowed, attribute, type, out problem);
            case "DeniedValuesAttribute":
                return Values(ConstraintKind.Denied, attribute, type, out problem);
            case "StringLengthAttribute" or "RegularExpressionAttribute" or "EmailAddressAttribute" or "UrlAttribute" or "Base64StringAttribute":
                problem = "needs a string";
                return null;
            case "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute":
                problem = "needs a string or a collection";
                return null;
            default:
                return null; // [Required], [Display] and the like say nothing about the value's shape.
        }
    }

    private static ConstraintModel? Pattern(AttributeData attribute, out string? problem)
    {
        problem = null;
        if (attribute.ConstructorArguments is not [{ Value: string pattern }])
        {
            return null; // The compiler has said it already.
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return new ConstraintModel { Kind = ConstraintKind.Pattern, Pattern = pattern };
        }
        catch (ArgumentException exception)
        {
            // Taken as it is, it would throw where the first call needs it.
            problem = "is no regular expression: " + exception.Message.TrimEnd('.');
            return null;
        }
    }

    private static ConstraintKind? LengthKind(TypeModel type) => type switch
    {
        ScalarModel { Kind: ScalarKind.String } => ConstraintKind.TextLength,
        ScalarModel { Kind: ScalarKind.ByteArray } => ConstraintKind.ByteCount,
        SequenceModel { Kind: not SequenceKind.Memory } => ConstraintKind.ItemCount,
        DictionaryModel => ConstraintKind.EntryCount,
        ConverterModel converted => converted.LengthKind,
        UnfinishedModel unfinished => unfinished.LengthKind,
        _ => null,
    };

    private static int? Number(AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index].Value is int number ? number : null;

    private static ConstraintModel? Lengths(ConstraintKind kind, int? minimum, int? maximum, out string? problem)
    {
        problem = minimum < 0 || maximum < 0 ? "has a negative length" : minimum > maximum ? "has a minimum above its maximum" : null;
        return problem is not null || (minimum is 0 or null && maximum is null)
            ? null
            : new ConstraintModel { Kind = kind, Minimum = minimum is 0 or null ? null : Constant(minimum.Value), Maximum = maximum is { } most ? Constant(most) : null };
    }

    private static ConstantModel Constant(int number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        return new ConstantModel(text, text);
    }

    private static ConstraintModel? Values(ConstraintKind kind, AttributeData attribute, TypeModel type, out string? problem)
    {
        problem = null;
        var values = new List<ConstantModel>();
        foreach (TypedConstant constant in attribute.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull ? argument.Values : ImmutableArray<TypedConstant>.Empty))
        {
            if (constant.IsNull)
            {
                continue; // Whether null is a value is said by the type.
            }

            if (ConstantOf(constant, type) is not { } value)
            {
                problem = $"holds a value that is not of its type: {constant.ToCSharpString()}";
                return null;
            }

            values.Add(value);
        }

        if (type is ScalarModel { Kind: ScalarKind.Boolean } && values.Select(static value => value.Json).Distinct().Count() == 2)
        {
            // Both are all that there are: to allow them says nothing, and the compiler refuses to ask.
            problem = kind == ConstraintKind.Denied ? "denies every value that its type has" : null;
            return null;
        }

        return values.Count == 0 ? null : new ConstraintModel { Kind = kind, Values = values.ToEquatableArray() };
    }

    private static ConstantModel? ConstantOf(TypedConstant constant, TypeModel type)
    {
        string text = Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "";
        switch (type, constant.Value)
        {
            case (EnumModel { IsFlags: false } names, _) when constant.Kind == TypedConstantKind.Enum:
                EnumMemberModel? member = names.Members.FirstOrDefault(member => member.Value == text);
                return member is null ? null : new ConstantModel(names.Key + "." + member.Name, JsonText.Quote(member.WireName));
            case (ScalarModel { Kind: ScalarKind.String }, string value):
                return new ConstantModel(SymbolDisplay.FormatLiteral(value, quote: true), JsonText.Quote(value));
            case (ScalarModel { Kind: ScalarKind.Char }, char value):
                return new ConstantModel(SymbolDisplay.FormatLiteral(value, quote: true), JsonText.Quote(text));
            case (ScalarModel { Kind: ScalarKind.Boolean }, bool value):
                return new ConstantModel(value ? "true" : "false", value ? "true" : "false");
            case (ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.UInt64 }, sbyte or byte or short or ushort or int or uint or long or ulong):
                return RangeParser.Holds(((ScalarModel)type).Kind, decimal.Parse(text, CultureInfo.InvariantCulture)) ? new ConstantModel(text, text) : null;
            case (ScalarModel { Kind: ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal } scalar, IConvertible) when constant.Value is not (string or char or bool):
                return FloatingConstant(scalar.Kind, constant.Value);
            default:
                return null;
        }
    }

    /// <summary>A number as a floating-point or decimal value is compared with it; null if it is none of that type's.</summary>
    private static ConstantModel? FloatingConstant(ScalarKind kind, object value)
    {
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (double.IsNaN(number) || double.IsInfinity(number) || (kind == ScalarKind.Single && float.IsInfinity((float)number)))
        {
            return null;
        }

        if (kind == ScalarKind.Decimal)
        {
            string exact = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            return decimal.TryParse(exact, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed)
                ? new ConstantModel(parsed.ToString(CultureInfo.InvariantCulture) + "m", parsed.ToString(CultureInfo.InvariantCulture))
                : null;
        }

        // The shortest text of a float is not that of the double that equals it.
        string text = kind == ScalarKind.Single ? ((float)number).ToString("R", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
        return new ConstantModel(text + (kind == ScalarKind.Single ? "f" : "d"), text.Replace("E+", "e").Replace("E", "e"));
    }
}

/// <summary>A validation attribute that doesn't fit the value it stands on.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Text">What is wrong with it, as a clause.</param>
internal sealed record ConstraintProblem(AttributeData Attribute, string Text);

using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    /// <returns>The type's model if the user has its JSON done by System.Text.Json; else null.</returns>
    private ConverterModel? ParseConverted(INamedTypeSymbol type, string key, string identifier) =>
        FindConverter(type, type.TypeKind == TypeKind.Enum) is { } converter ? Converted(type, key, identifier, converter)
        : FindContext(type) is { } context ? Converted(type, key, identifier, context)
        : null;

    private ConverterModel Converted(INamedTypeSymbol type, string key, string identifier, string source) => new()
    {
        Key = key,
        Identifier = identifier,
        Syntax = key,
        Source = source,
        IsValueType = type.IsValueType,
        Description = DocCommentParser.Describe(type, cancellationToken),
    };

    /// <summary>Reads the type of a member, which may have a converter of its own.</summary>
    private TypeUse? ParseMember(ITypeSymbol type, ISymbol? member, bool isArgument)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        if (member is null || FindConverter(member, value.TypeKind == TypeKind.Enum) is not { } converter)
        {
            return Parse(type, isArgument);
        }

        string syntax = value.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToSyntax();
        string key = $"{syntax} by {converter}";
        if (!_models.ContainsKey(key))
        {
            _order.Add(key);
            _models.Add(key, new ConverterModel { Key = key, Identifier = Identify(value, key), Syntax = syntax, Source = converter, IsValueType = value.IsValueType });
        }

        bool isNullable = !SymbolEqualityComparer.Default.Equals(value, type) || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return new TypeUse(key, isNullable ? syntax + "?" : syntax, isNullable, value.IsValueType);
    }

    /// <summary>The expression that makes the converter that an attribute names; null if there is none, or if it only makes an enum a string, as every enum is here.</summary>
    private static string? FindConverter(ISymbol symbol, bool isEnum)
    {
        if (symbol.FindAttribute(AttributeNames.JsonConverter) is not { ConstructorArguments: [{ Value: INamedTypeSymbol converter }] })
        {
            return null;
        }

        bool isStringEnum = isEnum && converter.QualifiedName() == AttributeNames.JsonStringEnumConverter;
        return isStringEnum ? null : $"new {converter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}()";
    }

    /// <summary>The expression for the type's metadata in a context given by <c>[assembly: MimoJsonContext]</c>; null if none has it.</summary>
    private string? FindContext(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.QualifiedName() == AttributeNames.MimoJsonContext
                && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol context }]
                && context.GetAttributes().Any(entry => entry.AttributeClass?.QualifiedName() == AttributeNames.JsonSerializable
                    && entry.ConstructorArguments.ElementAtOrDefault(0).Value is ITypeSymbol serializable
                    && SymbolEqualityComparer.Default.Equals(serializable, type)))
            {
                string syntax = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
                return $"(global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{syntax}>){context.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.Default.GetTypeInfo(typeof({syntax}))!";
            }
        }

        return null;
    }
}

using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    /// <returns>Whether the user has the type's JSON done by System.Text.Json; its model is null if generated code can't.</returns>
    private bool ParseConverted(INamedTypeSymbol type, string key, string identifier, out TypeModel? model)
    {
        model = null;
        string? context = FindContext(type);
        if (FindConverter(type, type.TypeKind == TypeKind.Enum) is { } converter && !(context is not null && IsFactory(converter)))
        {
            model = ConverterSource(converter, type) is { } source ? Converted(type, key, identifier, source) : RefuseConverter(type, converter);
            return true;
        }

        // A context knows more than a factory, which has to find out about the type when the program runs.
        if (context is not null)
        {
            model = Converted(type, key, identifier, context);
            return true;
        }

        return false;
    }

    private TypeModel? RefuseConverter(ITypeSymbol type, INamedTypeSymbol converter) => Refuse(
        type,
        $"generated code can't use its converter '{converter.Name}'; it must be a JsonConverter<{type.Name}> or a JsonConverterFactory that the project can create without arguments");

    private ConverterModel Converted(ITypeSymbol type, string key, string identifier, string source) => new()
    {
        Key = key,
        Identifier = identifier,
        Syntax = key,
        Source = source,
        IsValueType = type.IsValueType,
        LengthKind = LengthKindOf(type),
        Description = DocCommentParser.Describe(type, cancellationToken),
    };

    /// <remarks>A struct has none: one that was refused, whose constructor never ran, may not be up to being counted.</remarks>
    private static ConstraintKind? LengthKindOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } => ConstraintKind.ItemCount,
        INamedTypeSymbol { IsReferenceType: true, SpecialType: not SpecialType.System_String } named when Is(named, "IEnumerable") =>
            Is(named, "IDictionary") || Is(named, "IReadOnlyDictionary") ? ConstraintKind.EntryCount : ConstraintKind.ItemCount,
        _ => null,
    };

    /// <summary>Whether a type is a generic collection interface, or implements it once.</summary>
    private static bool Is(INamedTypeSymbol type, string collection) => type.IsNamed(Generic + collection) || FindInterface(type, Generic + collection) is not null;

    /// <summary>Reads the type of a member, which may have a converter of its own.</summary>
    private TypeUse? ParseMember(ITypeSymbol type, ISymbol? member, INamedTypeSymbol owner, bool isArgument)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        if (member is null || FindConverter(member, value.TypeKind == TypeKind.Enum) is not { } converter)
        {
            return Parse(type, isArgument) is { } use ? WithNumbers(use, NumberHandlingOf(member, owner)) : null;
        }

        // Like System.Text.Json: one for int? is looked for only where one for int doesn't fit, and isn't asked about null either.
        ITypeSymbol converted = value;
        string? source = ConverterSource(converter, value);
        if (source is null && !SymbolEqualityComparer.Default.Equals(value, type))
        {
            converted = type;
            source = ConverterSource(converter, type);
        }

        if (source is null)
        {
            RefuseConverter(value, converter);
            return null;
        }

        string syntax = value.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToSyntax();
        string convertedSyntax = converted.IsValueType ? converted.ToSyntax() : syntax;
        string key = $"{convertedSyntax} by {source}";
        if (!_models.ContainsKey(key))
        {
            _order.Add(key);
            _models.Add(key, new ConverterModel
            {
                Key = key,
                Identifier = Identify(value, key),
                Syntax = convertedSyntax,
                Source = source,
                IsValueType = value.IsValueType,
                LengthKind = LengthKindOf(converted),
            });
        }

        bool isNullable = !SymbolEqualityComparer.Default.Equals(value, type) || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return new TypeUse(key, isNullable ? syntax + "?" : syntax, isNullable, value.IsValueType);
    }

    /// <summary>The converter that an attribute names; null if there is none, or if it only makes an enum a string, as every enum is here.</summary>
    /// <remarks>
    /// An attribute that derives from it makes its converter by code that runs when the program does. It stands for what it makes, so
    /// that it is refused, as the generator of System.Text.Json does, rather than passed over.
    /// </remarks>
    private static INamedTypeSymbol? FindConverter(ISymbol symbol, bool isEnum) =>
        symbol.FindAttribute(AttributeNames.JsonConverter) is { ConstructorArguments: [{ Value: INamedTypeSymbol converter }] }
            ? isEnum && converter.IsNamed(AttributeNames.JsonStringEnumConverter) ? null : converter
            : symbol.GetAttributes().Select(static attribute => attribute.AttributeClass).FirstOrDefault(static attribute => attribute?.BaseType is { } parent && parent.Levels().Any(IsConverterAttribute));

    private static bool IsConverterAttribute(ITypeSymbol type) => type.IsNamed(AttributeNames.JsonConverter);

    /// <summary>The expression that makes a converter for a type; null if it makes none that generated code could use.</summary>
    private string? ConverterSource(INamedTypeSymbol converter, ITypeSymbol type)
    {
        bool canCreate = !converter.IsAbstract && !converter.IsUnboundGenericType && converter.IsAccessibleInAssembly(assembly)
            && converter.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.IsVisibleFrom(assembly));
        for (INamedTypeSymbol? current = canCreate ? converter : null; current is not null; current = current.BaseType)
        {
            string syntax = converter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            switch (current.QualifiedName())
            {
                case AttributeNames.JsonConverterFactory:
                    Advise(type, $"its converter '{converter.Name}' is a factory, which looks at types at run time and may fail under native AOT; name the type in a [MimoJsonContext]");
                    return $"global::Mimo.Generation.JsonContent.MakeConverter<{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}, {syntax}>()";
                case AttributeNames.JsonConverterBase when current.TypeArguments is [{ } converted] && SymbolEqualityComparer.Default.Equals(converted, type):
                    return $"new {syntax}()";
            }
        }

        return null;
    }

    /// <summary>Whether a converter only makes others, for types that it learns of when the program runs.</summary>
    private static bool IsFactory(INamedTypeSymbol converter)
    {
        for (INamedTypeSymbol? current = converter.BaseType; current is not null; current = current.BaseType)
        {
            if (current.IsNamed(AttributeNames.JsonConverterFactory))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells of a type that can be used all the same.</summary>
    private void Advise(ITypeSymbol type, string reason)
    {
        _needsReflection = true;
        refuse?.Invoke(new TypeRefusal(DiagnosticDescriptors.TypeNeedsReflection, type, reason, Places.Declaration(type, assembly).FirstOrDefault()));
    }

    /// <summary>The expression for the type's metadata in a context given by <c>[assembly: MimoJsonContext]</c>; null if none has it.</summary>
    private string? FindContext(ITypeSymbol type)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.IsNamed(AttributeNames.MimoJsonContext) == true
                && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol context }]
                && context.GetAttributes().Any(entry => entry.AttributeClass?.IsNamed(AttributeNames.JsonSerializable) == true
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

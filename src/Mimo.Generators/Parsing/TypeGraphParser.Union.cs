using System.Globalization;
using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    private const string DefaultDiscriminator = "$type";

    /// <returns>Whether the type stands for several; its model is null if they can't be told apart or one of them can't be JSON.</returns>
    private bool ParseUnion(INamedTypeSymbol type, string key, string identifier, out TypeModel? model)
    {
        model = null;
        List<(INamedTypeSymbol Type, string? Id, bool IsNumber)> cases = DeclaredCases(type);
        if (cases.Count == 0 && type is { TypeKind: TypeKind.Class, IsAbstract: true } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
        {
            cases = KnownCases(type, out INamedTypeSymbol? open);
            if (open is not null)
            {
                string generic = open.Arity > 0 ? "is generic" : $"stands in '{open.Containers().First(static container => container.Arity > 0).Name}', which is generic";
                Refuse(type, $"'{open.Name}' derives from it and {generic}, so nobody knows all of its types; name those that are meant with [JsonDerivedType], or make it abstract", DiagnosticDescriptors.PolymorphismIsBroken);
                return true;
            }
        }

        if (cases.Count == 0)
        {
            return false;
        }

        model = BuildUnion(type, key, identifier, cases);
        return true;
    }

    private TypeModel? BuildUnion(INamedTypeSymbol type, string key, string identifier, List<(INamedTypeSymbol Type, string? Id, bool IsNumber)> cases)
    {
        if (!type.IsAbstract && type.TypeKind == TypeKind.Class && !cases.Any(known => SymbolEqualityComparer.Default.Equals(known.Type, type)))
        {
            cases.Add((type, null, false));
        }

        if (cases.FirstOrDefault(known => !known.Type.IsOrDerivesFrom(type)).Type is { } stranger)
        {
            return Refuse(type, $"'{stranger.Name}' is named as derived from it but isn't", DiagnosticDescriptors.PolymorphismIsBroken);
        }

        if (cases.GroupBy(static known => known.Type, SymbolEqualityComparer.Default).FirstOrDefault(static group => group.Count() > 1)?.Key is { } twice)
        {
            return Refuse(type, $"'{twice.Name}' is named twice as derived from it", DiagnosticDescriptors.PolymorphismIsBroken);
        }

        // Values that are only written need not be told apart.
        if (cases.GroupBy(static known => known.Id).FirstOrDefault(group => group.Count() > 1 && !(isWritten && group.Key is null)) is { } twins)
        {
            return Refuse(type, twins.Key is null ? "two of its derived types have no discriminator" : $"two of its derived types have the discriminator '{twins.Key}'", DiagnosticDescriptors.PolymorphismIsBroken);
        }

        string discriminator = type.FindAttribute(AttributeNames.JsonPolymorphic)?.TryGetNamed("TypeDiscriminatorPropertyName", out string name) == true ? name : DefaultDiscriminator;
        UnknownDerivedTypes unknown = type.FindAttribute(AttributeNames.JsonPolymorphic)?.TryGetNamed("UnknownDerivedTypeHandling", out int handling) == true ? (UnknownDerivedTypes)handling : default;
        bool hasBase = cases.Any(known => SymbolEqualityComparer.Default.Equals(known.Type, type));
        var models = new List<UnionCaseModel>();
        foreach ((INamedTypeSymbol derived, string? id, bool isNumber) in cases.OrderByDescending(static known => known.Type.Levels().Count()))
        {
            if (ParseCase(derived, type, discriminator) is not { } use)
            {
                return null;
            }

            if (NamesIn(derived).Contains(discriminator))
            {
                return Refuse(type, $"'{derived.Name}' has a member named '{discriminator}' like the discriminator", DiagnosticDescriptors.PolymorphismIsBroken);
            }

            bool isBase = SymbolEqualityComparer.Default.Equals(derived, type);
            models.Add(new UnionCaseModel(use, id, isNumber, IsExact: !derived.IsSealed && unknown switch
            {
                UnknownDerivedTypes.FallBackToNearestAncestor => false,
                UnknownDerivedTypes.FallBackToBaseType => hasBase && !isBase,
                _ => true,
            }));
        }

        return new UnionModel
        {
            Key = key,
            Identifier = identifier,
            Syntax = key,
            Discriminator = discriminator,
            Cases = models.ToEquatableArray(),
            Description = DocCommentParser.Describe(type, cancellationToken),
        };
    }

    private TypeUse? ParseCase(INamedTypeSymbol type, INamedTypeSymbol union, string discriminator)
    {
        string syntax = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToSyntax();

        // A concrete base is a case of itself; asked for by its own key it would lead back here. A case that stands for several types
        // itself is one of them here. And a case that minds members without a place must know the discriminator, of which it is free
        // when it is used for itself or in another union.
        string key = SymbolEqualityComparer.Default.Equals(type, union) ? syntax + " itself"
            : IsNoObjectByItself(type) || MindsUnknownMembers(type) ? $"{syntax} as {union.ToSyntax()}"
            : syntax;
        if (!_models.TryGetValue(key, out TypeModel? model))
        {
            int start = _order.Count;
            _models.Add(key, UnfinishedModel.OfUnknownKind);
            _order.Add(key);
            model = IsUsable(type) ? WithWarnings(ParseObject(type, key, Identify(type, key)), type) : null;
            if (model is null)
            {
                Forget(start);
            }

            _models[key] = model is ObjectModel shape ? shape with { Syntax = syntax, Discriminator = key == syntax ? null : discriminator } : model;
        }

        return model is null ? null : new TypeUse(key, syntax, IsNullable: false, type.IsValueType);
    }

    /// <summary>Whether a type's own JSON is another than the object that it is as a case.</summary>
    private bool IsNoObjectByItself(INamedTypeSymbol type) =>
        DeclaredCases(type).Count > 0
        || FindConverter(type, isEnum: false) is not null
        || FindContext(type) is not null
        || type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_Collections_IEnumerable);

    private bool MindsUnknownMembers(INamedTypeSymbol type) =>
        type.HasAttribute(AttributeNames.JsonUnmappedMemberHandling)
        || DataMember.Find(type, assembly).Any(static member => member.Symbol.HasAttribute(AttributeNames.JsonExtensionData));

    private static List<(INamedTypeSymbol Type, string? Id, bool IsNumber)> DeclaredCases(INamedTypeSymbol type)
    {
        var cases = new List<(INamedTypeSymbol, string?, bool)>();
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.IsNamed(AttributeNames.JsonDerivedType) == true && attribute.ConstructorArguments.ElementAtOrDefault(0).Value is INamedTypeSymbol derived)
            {
                object? id = attribute.ConstructorArguments.ElementAtOrDefault(1).Value;
                cases.Add((derived, Convert.ToString(id, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null, id is int));
            }
        }

        return cases;
    }

    /// <summary>The concrete types of this project that derive from an abstract one: nobody else's can be meant.</summary>
    private List<(INamedTypeSymbol Type, string? Id, bool IsNumber)> KnownCases(INamedTypeSymbol type, out INamedTypeSymbol? open)
    {
        open = null;
        var cases = new List<(INamedTypeSymbol Type, string? Id, bool IsNumber)>();
        foreach (INamedTypeSymbol candidate in assembly.GlobalNamespace.AllTypes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (candidate is not { IsAbstract: false, TypeKind: TypeKind.Class } || candidate.Containers().Any(static container => container.IsErrorToUse()))
            {
                continue;
            }

            if (DerivedTypes.Close(candidate, type, out bool isOpen) is { } known)
            {
                cases.Add((known, known.Name, false));
            }

            // One that generated code can't name could be no case, whatever its type arguments are.
            open = isOpen && candidate.IsDeclaredFor(assembly) ? candidate : open;
        }

        return cases.OrderBy(static known => known.Id, StringComparer.Ordinal).ToList();
    }
}

/// <summary>System.Text.Json's <c>JsonUnknownDerivedTypeHandling</c>; the values are its own.</summary>
internal enum UnknownDerivedTypes
{
    FailSerialization,
    FallBackToBaseType,
    FallBackToNearestAncestor,
}

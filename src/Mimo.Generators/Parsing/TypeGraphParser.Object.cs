using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    /// <summary><c>JsonUnmappedMemberHandling.Disallow</c>.</summary>
    private const int Disallow = 1;

    private TypeModel? ParseObject(INamedTypeSymbol type, string key, string identifier)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return Refuse(type, "an interface or abstract type can't be created; use a concrete type", DiagnosticDescriptors.TypeIsAbstract);
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return Refuse(type, "it has no JSON form");
        }

        IMethodSymbol? constructor = FindConstructor(type, out string? problem);
        if (problem is not null)
        {
            return Refuse(type, problem);
        }

        DocComment comment = DocCommentParser.Parse(type, cancellationToken);
        var members = new List<ObjectMemberModel>();
        var arguments = new List<string>();
        List<IPropertySymbol> properties = FindProperties(type);
        ExtensionDataModel? extensionData = null;
        if (properties.FirstOrDefault(static property => property.HasAttribute(AttributeNames.JsonExtensionData)) is { } extension)
        {
            properties.Remove(extension);
            extensionData = ParseExtensionData(extension);
            if (extensionData is null)
            {
                return Refuse(type, $"'{extension.Name}' can't take extension data; make it a Dictionary<string, JsonElement>, a Dictionary<string, object> or a JsonObject with a setter");
            }
        }

        foreach (IParameterSymbol parameter in constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            IPropertySymbol? property = properties.FirstOrDefault(property => Matches(property, parameter));
            if (ParseConstructorMember(parameter, property, comment) is not { } member)
            {
                return null;
            }

            members.Add(member);
            arguments.Add(member.Property.Name);
            if (property is not null)
            {
                properties.Remove(property);
            }
        }

        foreach (IPropertySymbol property in properties)
        {
            if (ParseProperty(property) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        if (members.Count == 0 && HasPublicFields(type))
        {
            return Refuse(type, "its data is in public fields, which JSON passes over; use properties", DiagnosticDescriptors.ShapeIsLost);
        }

        if (FindCollision(members) is { } name)
        {
            return Refuse(type, $"two of its members are named '{name}' in JSON; tell them apart with [JsonPropertyName]", DiagnosticDescriptors.MembersCollide);
        }

        return new ObjectModel
        {
            Key = key,
            Identifier = identifier,
            Syntax = key,
            IsValueType = type.IsValueType,
            Description = comment.Summary.Length > 0 ? comment.Summary : DocCommentParser.DescriptionAttribute(type),
            Members = members.ToEquatableArray(),
            ExtensionData = extensionData,
            RefusesUnknownMembers = type.FindAttribute(AttributeNames.JsonUnmappedMemberHandling) is { ConstructorArguments: [{ Value: Disallow }] },
            ConstructorArguments = arguments.ToEquatableArray(),
        };
    }

    /// <summary>The constructor that System.Text.Json would take; null for a struct's implicit one.</summary>
    private IMethodSymbol? FindConstructor(INamedTypeSymbol type, out string? problem)
    {
        problem = null;
        List<IMethodSymbol> all = type.InstanceConstructors.Where(constructor => !IsCopyConstructor(constructor)).ToList();
        List<IMethodSymbol> marked = all.Where(static constructor => constructor.HasAttribute(AttributeNames.JsonConstructor)).ToList();
        if (marked.Count == 1 && marked[0].IsVisibleFrom(assembly))
        {
            return marked[0];
        }

        List<IMethodSymbol> open = all.Where(constructor => !constructor.IsImplicitlyDeclared || type.TypeKind == TypeKind.Class)
            .Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .ToList();
        IMethodSymbol? withoutParameters = open.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        if (marked.Count == 0 && (withoutParameters ?? (open.Count == 1 ? open[0] : null)) is { } constructor)
        {
            return constructor;
        }

        if (type.TypeKind != TypeKind.Struct || marked.Count > 0)
        {
            problem = "it can't be created: it needs one public constructor, or one marked with [JsonConstructor]";
        }

        return null;
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    /// <summary>The properties that are data, base types' first; an override or a <c>new</c> one stands in its base's place.</summary>
    private List<IPropertySymbol> FindProperties(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            levels.Push(current);
        }

        var properties = new List<IPropertySymbol>();
        foreach (INamedTypeSymbol level in levels)
        {
            foreach (IPropertySymbol property in level.GetMembers().OfType<IPropertySymbol>())
            {
                if (!IsData(property))
                {
                    continue;
                }

                int hidden = properties.FindIndex(other => other.Name == property.Name);
                if (hidden < 0)
                {
                    properties.Add(property);
                }
                else
                {
                    properties[hidden] = property;
                }
            }
        }

        return properties.Where(static property => !IsIgnored(property)).ToList();
    }

    private bool IsData(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: not null }
        && property.ExplicitInterfaceImplementations.IsEmpty
        && !(property.IsImplicitlyDeclared && property.Name == "EqualityContract")
        && (property.DeclaredAccessibility == Accessibility.Public
            || (property.HasAttribute(AttributeNames.JsonInclude) && property.IsVisibleFrom(assembly)));

    /// <summary>Only an unconditional <c>[JsonIgnore]</c> takes a member out of the shape.</summary>
    private static bool IsIgnored(IPropertySymbol property)
    {
        const int Always = 1;
        return property.FindAttribute(AttributeNames.JsonIgnore) is { } ignore
            && (!ignore.TryGetNamed("Condition", out int condition) || condition == Always);
    }

    private static MemberOmission OmissionOf(IPropertySymbol property)
    {
        const int WhenWritingDefault = 2;
        const int WhenWritingNull = 3;
        return property.FindAttribute(AttributeNames.JsonIgnore) is { } ignore && ignore.TryGetNamed("Condition", out int condition)
            ? condition switch { WhenWritingDefault => MemberOmission.WhenDefault, WhenWritingNull => MemberOmission.WhenNull, _ => MemberOmission.Never }
            : MemberOmission.Never;
    }

    private ExtensionDataModel? ParseExtensionData(IPropertySymbol property)
    {
        if (property.SetMethod is not { } set || !set.IsVisibleFrom(assembly) || property.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        string syntax = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToSyntax();
        MemberSetter setter = set.IsInitOnly ? MemberSetter.Init : MemberSetter.Set;
        switch (type.QualifiedName())
        {
            case "System.Text.Json.Nodes.JsonObject":
                return new ExtensionDataModel(property.Name, syntax, syntax, "global::System.Text.Json.Nodes.JsonNode?", setter);
            case Generic + "Dictionary" or Generic + "IDictionary" when type.TypeArguments[0].SpecialType == SpecialType.System_String
                && (type.TypeArguments[1].SpecialType == SpecialType.System_Object || type.TypeArguments[1].QualifiedName() == "System.Text.Json.JsonElement"):
                return new ExtensionDataModel(property.Name, syntax, $"global::{Generic}Dictionary<string, {type.TypeArguments[1].ToSyntax()}>", type.TypeArguments[1].ToSyntax(), setter);
            default:
                return null;
        }
    }

    private static bool Matches(IPropertySymbol property, IParameterSymbol parameter) =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type);

    private ObjectMemberModel? ParseConstructorMember(IParameterSymbol parameter, IPropertySymbol? property, DocComment comment)
    {
        if (ParseMember(parameter.Type, property, parameter.OriginalDefinition.Type is ITypeParameterSymbol) is not { } type)
        {
            return null;
        }

        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([parameter, property], _models[type.Key]!, out string? problem);
        if (problem is not null)
        {
            Refuse(parameter.ContainingType, $"the constraint of '{parameter.Name}' doesn't fit: {problem}", DiagnosticDescriptors.MemberConstraintIsUnfit);
            return null;
        }

        DefaultValue? defaultValue = DefaultValueParser.Parse(parameter, _models[type.Key]);
        string description = comment.Parameter(parameter.Name);
        if (description.Length == 0 && property is not null)
        {
            description = DocCommentParser.Describe(property, cancellationToken);
        }

        if (description.Length == 0)
        {
            description = DocCommentParser.DescriptionAttribute(parameter);
        }

        return new ObjectMemberModel
        {
            Setter = MemberSetter.Constructor,
            HasGetter = property?.GetMethod?.IsVisibleFrom(assembly) == true,
            Omission = property is null ? MemberOmission.Never : OmissionOf(property),
            Property = new PropertyModel
            {
                Name = property?.Name ?? parameter.Name,
                WireName = WireName(property) ?? WireNames.ToCamelCase(property?.Name ?? parameter.Name),
                Type = type,
                Description = description,
                IsRequired = property?.HasAttribute(AttributeNames.JsonRequired) == true || (!type.IsNullable && defaultValue is null),
                Constraints = constraints,
                DefaultSyntax = defaultValue?.Syntax,
                DefaultJson = defaultValue?.Json,
            },
        };
    }

    private ObjectMemberModel? ParseProperty(IPropertySymbol property)
    {
        if (ParseMember(property.Type, property, property.OriginalDefinition.Type is ITypeParameterSymbol) is not { } type)
        {
            return null;
        }

        MemberSetter setter = property.SetMethod is { } set && set.IsVisibleFrom(assembly)
            ? set.IsInitOnly ? MemberSetter.Init : MemberSetter.Set
            : MemberSetter.None;
        EquatableArray<ConstraintModel> constraints = ConstraintParser.Parse([property], _models[type.Key]!, out string? problem);
        if (problem is not null)
        {
            Refuse(property.ContainingType, $"the constraint of '{property.Name}' doesn't fit: {problem}", DiagnosticDescriptors.MemberConstraintIsUnfit);
            return null;
        }

        bool hasInitializer = HasInitializer(property);
        return new ObjectMemberModel
        {
            Setter = setter,
            HasInitializer = hasInitializer,
            HasGetter = property.GetMethod!.IsVisibleFrom(assembly),
            Omission = OmissionOf(property),
            Property = new PropertyModel
            {
                Name = property.Name,
                WireName = WireName(property) ?? WireNames.ToCamelCase(property.Name),
                Type = type,
                Description = DocCommentParser.Describe(property, cancellationToken),
                IsRequired = setter != MemberSetter.None
                    && (property.IsRequired || property.HasAttribute(AttributeNames.JsonRequired) || (!type.IsNullable && !hasInitializer)),
                Constraints = constraints,
            },
        };
    }

    private bool HasInitializer(IPropertySymbol property)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer: not null })
            {
                return true;
            }
        }

        return false;
    }

    private static string? WireName(IPropertySymbol? property) =>
        property?.FindAttribute(AttributeNames.JsonPropertyName) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    private static bool HasPublicFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(static field => field is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public });

    private static string? FindCollision(List<ObjectMemberModel> members)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return members.Select(static member => member.Property.WireName).FirstOrDefault(name => !names.Add(name));
    }
}

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
        if (!isWritten && ServiceTypes.IsInterface(type))
        {
            return Refuse(type, ServiceTypes.Reason, DiagnosticDescriptors.ServiceIsShown);
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return Refuse(type, "an interface or abstract type can't be created; name the types that derive from it with [JsonDerivedType], or use a concrete type", DiagnosticDescriptors.TypeIsAbstract);
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return Refuse(type, "it has no JSON form");
        }

        // What is only written is there already, so nothing is asked of how it was created.
        string? problem = null;
        IMethodSymbol? constructor = isWritten ? null : FindConstructor(type, out problem);
        if (problem is not null)
        {
            return Refuse(type, problem);
        }

        if (FindClosedMember(type, constructor) is { } closed)
        {
            return Refuse(type, isWritten
                ? $"generated code can't read its member '{closed}', which is marked with [JsonInclude]; make it or its getter internal or public"
                : $"generated code can't set its member '{closed}', which is marked with [JsonInclude]; make its accessor internal or public, or let the constructor take it");
        }

        DocComment comment = DocCommentParser.Parse(type, cancellationToken);
        AdviseOnComment(type, comment, constructor);
        var members = new List<ObjectMemberModel>();
        var arguments = new List<ConstructorArgumentModel>();
        List<DataMember> data = DataMember.Find(type, assembly);
        List<DataMember> known = [.. data];
        bool mayThrow = !isWritten && new ConstructionCode(cancellationToken).MayThrow(constructor, data.Where(static member => !member.IsIgnored));
        ExtensionDataModel? extensionData = null;
        DataMember? extensionMember = data.FirstOrDefault(static member => member.Symbol.HasAttribute(AttributeNames.JsonExtensionData));
        if (extensionMember is not null)
        {
            data.Remove(extensionMember);
            known.Remove(extensionMember);
            extensionData = ParseExtensionData(extensionMember, type, isGiven: constructor?.Parameters.Any(extensionMember.Matches) == true);
            if (extensionData is null && !(isWritten && !extensionMember.HasGetter))
            {
                return Refuse(type, $"'{extensionMember.Symbol.Name}' can't take extension data; make it a Dictionary<string, JsonElement>, a Dictionary<string, object> or a JsonObject with a setter");
            }
        }

        bool setsRequired = constructor?.HasAttribute(AttributeNames.SetsRequiredMembers) == true;
        foreach (IParameterSymbol parameter in constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (extensionData is not null && extensionMember!.Matches(parameter))
            {
                arguments.Add(new ConstructorArgumentModel(null, parameter.NullableAnnotation == NullableAnnotation.Annotated ? "unnamed" : $"unnamed ?? new {extensionData.CreationSyntax}()"));
                extensionData = extensionData with { Setter = MemberSetter.Constructor };
                continue;
            }

            DataMember? source = data.FirstOrDefault(member => member.Matches(parameter));
            if (source is null && FindOfOtherType(data, parameter) is { } other)
            {
                return Refuse(
                    type,
                    $"its constructor takes '{parameter.Name}' as {Display(parameter.Type)}, but its member '{other.Symbol.Name}' is {Display(other.Type)}; give both one type",
                    DiagnosticDescriptors.MembersCollide);
            }

            if (source is { IsIgnoredWhenReading: true })
            {
                // The model must neither see nor set it, so it gets what the constructor gives it, or nothing.
                arguments.Add(new ConstructorArgumentModel(null, DefaultOf(parameter)));
                continue;
            }

            if (ParseConstructorMember(parameter, source, comment) is not { } member)
            {
                return null;
            }

            members.Add(member with { IsInitializedToo = source is { IsRequired: true } && !setsRequired });
            arguments.Add(new ConstructorArgumentModel(member.Property.Name, null));
            if (source is not null)
            {
                data.Remove(source);
            }
        }

        // A member that can't be set is nothing that is read, nor one that can't be got anything that is written, whatever its type.
        foreach (DataMember source in data.Where(member => !member.IsIgnored && (isWritten ? member.HasGetter : IsSettable(member))))
        {
            if (ParseDataMember(source, type) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        bool refusesUnknown = type.FindAttribute(AttributeNames.JsonUnmappedMemberHandling) is { ConstructorArguments: [{ Value: Disallow }] };
        if (!isWritten && !setsRequired && FindUnsettable(type, members) is { } unsettable)
        {
            return Refuse(type, $"its required member '{unsettable}' is no part of its JSON, so it can't be created; mark it with [JsonInclude], or drop 'required'");
        }

        if (members.Count == 0 && HasPublicFields(type))
        {
            return Refuse(type, "its data is in public fields, which JSON passes over; use properties", DiagnosticDescriptors.ShapeIsLost);
        }

        if (FindCollision(members) is { } second)
        {
            return Refuse(
                type,
                $"two of its members are named '{second.WireName}' in JSON; tell them apart with [JsonPropertyName]",
                DiagnosticDescriptors.MembersCollide,
                refuse is null ? null : Places.Declaration(FindMember(type, second.Name), assembly).FirstOrDefault());
        }

        bool isExtensionNamed = extensionData is not null && (isWritten || extensionData.Setter != MemberSetter.Constructor);
        if (RefuseHidden(type, isExtensionNamed ? [.. known, extensionMember!] : known, members, isExtensionNamed ? extensionData!.Name : null))
        {
            return null;
        }

        return new ObjectModel
        {
            Key = key,
            Identifier = identifier,
            Syntax = key,
            IsValueType = type.IsValueType,
            HasDraft = DraftParser.IsDrafted(type, cancellationToken),
            Description = comment.Summary.Length > 0 ? comment.Summary : DocCommentParser.DescriptionAttribute(type),
            Members = members.ToEquatableArray(),
            ExtensionData = extensionData,
            RefusesUnknownMembers = refusesUnknown,
            SkippedNames = isWritten || !(refusesUnknown || extensionData is not null) ? [] : NamesOf(known).Except(members.Select(static member => member.Property.WireName)).ToEquatableArray(),
            ConstructorArguments = arguments.ToEquatableArray(),
            MayThrow = mayThrow,
        };
    }

    /// <summary>What a parameter is left to, with its type: another constructor must not take it for its own.</summary>
    private static string DefaultOf(IParameterSymbol parameter)
    {
        string syntax = parameter.Type.ToSyntax();
        return DefaultValueParser.Parse(parameter, type: null) is { Syntax: not DefaultValue.Nothing } value ? $"({syntax})({value.Syntax})" : $"default({syntax})!";
    }

    /// <summary>The member that a parameter is named like although it can't set it, since their types differ; null if there is none.</summary>
    private static DataMember? FindOfOtherType(List<DataMember> data, IParameterSymbol parameter) =>
        data.FirstOrDefault(member => !member.IsIgnoredWhenReading && string.Equals(member.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

    private static string Display(ITypeSymbol type) => $"'{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";

    /// <summary>The constructor that System.Text.Json would take; null for a struct's implicit one.</summary>
    private IMethodSymbol? FindConstructor(INamedTypeSymbol type, out string? problem)
    {
        problem = null;
        List<IMethodSymbol> all = type.InstanceConstructors.Where(constructor => !IsCopyConstructor(constructor)).ToList();
        List<IMethodSymbol> marked = all.Where(static constructor => constructor.HasAttribute(AttributeNames.JsonConstructor)).ToList();
        if (marked.Count == 1)
        {
            problem = marked[0].IsVisibleFrom(assembly) && !marked[0].IsErrorToUse() ? null : "generated code can't call its constructor marked with [JsonConstructor]; make it internal or public, and not obsolete as an error";
            return problem is null ? marked[0] : null;
        }

        List<IMethodSymbol> open = all.Where(constructor => !constructor.IsImplicitlyDeclared || type.TypeKind == TypeKind.Class)
            .Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public && !constructor.IsErrorToUse())
            .ToList();
        IMethodSymbol? withoutParameters = open.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        IMethodSymbol? only = open.Count == 1 && !(type.TypeKind == TypeKind.Struct && IsConvenience(type, open[0])) ? open[0] : null;
        if (marked.Count == 0 && (withoutParameters ?? only ?? FindPrimary(type, open)) is { } constructor)
        {
            return constructor;
        }

        if (type.TypeKind != TypeKind.Struct || marked.Count > 0)
        {
            problem = "it can't be created: it needs one public constructor, or one marked with [JsonConstructor]";
        }

        return null;
    }

    /// <summary>Whether a struct's constructor takes what is no member, and all that it could set can be set without it: System.Text.Json, too, passes it over then.</summary>
    private bool IsConvenience(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        List<DataMember> data = DataMember.Find(type, assembly);
        List<DataMember> set = data.FindAll(member => constructor.Parameters.Any(member.Matches));
        return !constructor.Parameters.All(parameter => data.Any(member => member.Matches(parameter)))
            && set.TrueForAll(static member => member.Setter != MemberSetter.None)
            && data.Exists(static member => member.Setter != MemberSetter.None);
    }

    /// <summary>Of a record's several constructors the primary one, which its <c>Deconstruct</c> undoes; null if there is none.</summary>
    private static IMethodSymbol? FindPrimary(INamedTypeSymbol type, List<IMethodSymbol> constructors) => !type.IsRecord ? null : constructors.FirstOrDefault(constructor =>
        type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method =>
            method.IsImplicitlyDeclared | method.HasAttribute("System.Runtime.CompilerServices.CompilerGeneratedAttribute")
            && method.Parameters.Select(static parameter => parameter.Type).SequenceEqual(constructor.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default)));

    /// <summary>A member that is marked as data, but that generated code can't read, or that neither it nor the constructor can set.</summary>
    private string? FindClosedMember(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (!member.IsStatic && member.HasAttribute(AttributeNames.JsonInclude) && (isWritten ? IsClosedToRead(member) : IsClosedToSet(member, constructor)))
                {
                    return member.Name;
                }
            }
        }

        return null;
    }

    private bool IsClosedToSet(ISymbol member, IMethodSymbol? constructor) =>
        DataMember.IgnoreCondition(member) is not (JsonIgnoreCondition.Always or JsonIgnoreCondition.WhenReading)
        && member switch
        {
            IPropertySymbol { SetMethod: null } property => CompiledProperty.HasHiddenSetter(property),
            IFieldSymbol { IsReadOnly: true } => false,
            _ => !((member is IPropertySymbol { SetMethod: { } setter } ? setter : member).IsVisibleFrom(assembly) && member.IsVisibleFrom(assembly)),
        }
        && constructor?.Parameters.Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)) != true;

    private bool IsClosedToRead(ISymbol member) =>
        DataMember.IgnoreCondition(member) is not (JsonIgnoreCondition.Always or JsonIgnoreCondition.WhenWriting)
        && (member is IPropertySymbol { GetMethod: null } property
            ? CompiledProperty.HasHiddenGetter(property)
            : !((member is IPropertySymbol { GetMethod: { } getter } ? getter : member).IsVisibleFrom(assembly) && member.IsVisibleFrom(assembly)));

    /// <summary>Whether a constructor is the one by which a record is copied.</summary>
    internal static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    /// <summary>A member with C#'s <c>required</c> that the object initializer of generated code would not set.</summary>
    private static string? FindUnsettable(INamedTypeSymbol type, List<ObjectMemberModel> members)
    {
        var set = new HashSet<string>(members.Where(static member => member.IsInitializedToo || member.Setter is MemberSetter.Init or MemberSetter.Set).Select(static member => member.Property.Name));
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !set.Contains(member.Name))
                {
                    return member.Name;
                }
            }
        }

        return null;
    }

    private static bool HasPublicFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(static field => field is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public });

    /// <summary>The first member whose name another has already.</summary>
    private static PropertyModel? FindCollision(List<ObjectMemberModel> members)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return members.Select(static member => member.Property).FirstOrDefault(property => !names.Add(property.WireName));
    }

    private static ISymbol? FindMember(INamedTypeSymbol type, string name) => type.Levels().SelectMany(level => level.GetMembers(name)).FirstOrDefault();
}

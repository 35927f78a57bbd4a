using Microsoft.CodeAnalysis;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>A property or field that is data to System.Text.Json.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="HasGetter">Whether generated code can read it.</param>
/// <param name="Setter">How generated code can set it, constructors aside.</param>
internal sealed record DataMember(ISymbol Symbol, bool HasGetter, MemberSetter Setter)
{
    public ITypeSymbol Type => Symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)Symbol).Type;

    /// <summary>Whether the declaration says only a type parameter.</summary>
    public bool IsTypeArgument => Symbol.OriginalDefinition is IPropertySymbol { Type: ITypeParameterSymbol } or IFieldSymbol { Type: ITypeParameterSymbol };

    /// <summary>Whether it has C#'s <c>required</c>.</summary>
    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Whether <c>[JsonIgnore]</c> takes the member out of the shape.</summary>
    public bool IsIgnored => IgnoreCondition(Symbol) == JsonIgnoreCondition.Always;

    /// <summary>Whether <c>[JsonIgnore]</c> takes the member out of what is read.</summary>
    public bool IsIgnoredWhenReading => IgnoreCondition(Symbol) is JsonIgnoreCondition.Always or JsonIgnoreCondition.WhenReading;

    /// <summary>When <c>[JsonIgnore]</c> passes a member over.</summary>
    public static JsonIgnoreCondition IgnoreCondition(ISymbol member) =>
        member.FindAttribute(AttributeNames.JsonIgnore) is not { } ignore ? JsonIgnoreCondition.Never
        : ignore.TryGetNamed("Condition", out int condition) ? (JsonIgnoreCondition)condition
        : JsonIgnoreCondition.Always;

    /// <summary>The members of a type that are data, base types' first; an override or a <c>new</c> one stands in its base's place.</summary>
    /// <param name="type">The type.</param>
    /// <param name="assembly">The assembly that the generated code goes into.</param>
    public static List<DataMember> Find(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            levels.Push(current);
        }

        var members = new List<DataMember>();
        foreach (DataMember member in levels.SelectMany(static level => level.GetMembers()).Select(symbol => Create(symbol, assembly)).OfType<DataMember>())
        {
            int hidden = members.FindIndex(other => other.Symbol.Name == member.Symbol.Name);
            if (hidden < 0)
            {
                members.Add(member);
            }
            else
            {
                members[hidden] = member;
            }
        }

        return members;
    }

    /// <summary>Whether generated code can read the member, whether or not it is written.</summary>
    public bool IsReadableFrom(IAssemblySymbol assembly) => Symbol is not IPropertySymbol property || (property.GetMethod is { } getter && getter.IsVisibleFrom(assembly) && !getter.IsErrorToUse());

    /// <summary>Whether a constructor's parameter sets this member, as System.Text.Json sees it.</summary>
    public bool Matches(IParameterSymbol parameter) =>
        string.Equals(Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(Type, parameter.Type);

    private static DataMember? Create(ISymbol symbol, IAssemblySymbol assembly)
    {
        bool isIncluded = symbol.HasAttribute(AttributeNames.JsonInclude);
        if (symbol.IsStatic || symbol.IsErrorToUse() || !(symbol.DeclaredAccessibility == Accessibility.Public || (isIncluded && symbol.IsVisibleFrom(assembly))))
        {
            return null;
        }

        switch (symbol)
        {
            case IPropertySymbol { IsIndexer: false } property when property.ExplicitInterfaceImplementations.IsEmpty && !IsEqualityContract(property) && !IsGenerated(property):
                // A less open accessor is the type's own business, unless the property is marked as included.
                bool IsOpen(IMethodSymbol accessor) => !accessor.IsErrorToUse() && (accessor.DeclaredAccessibility == Accessibility.Public || (isIncluded && accessor.IsVisibleFrom(assembly)));
                MemberSetter setter = property.SetMethod is { } set && IsOpen(set) ? set.IsInitOnly ? MemberSetter.Init : MemberSetter.Set : MemberSetter.None;
                return InDirection(new DataMember(property, property.GetMethod is { } get && IsOpen(get), setter));
            case IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } field when isIncluded:
                return InDirection(new DataMember(field, HasGetter: true, field.IsReadOnly ? MemberSetter.None : MemberSetter.Set));
            default:
                return null;
        }
    }

    /// <summary>The member without the way in or out that <c>[JsonIgnore]</c> closes.</summary>
    private static DataMember InDirection(DataMember member) => IgnoreCondition(member.Symbol) switch
    {
        JsonIgnoreCondition.WhenWriting => member with { HasGetter = false },
        JsonIgnoreCondition.WhenReading => member with { Setter = MemberSetter.None },
        _ => member,
    };

    /// <summary>Whether a member is a holder's <c>Tools</c>: where its code is generated it isn't there yet, so it must be no data to the analyzers either.</summary>
    private static bool IsGenerated(IPropertySymbol property) =>
        property.Type.Name == "MimoToolSet"
        && property.FindAttribute(AttributeNames.GeneratedCode) is { ConstructorArguments: [{ Value: "Mimo.Generators" }, ..] };

    private static bool IsEqualityContract(IPropertySymbol property) => property is { IsImplicitlyDeclared: true, Name: "EqualityContract" };
}

/// <summary>System.Text.Json's <c>JsonIgnoreCondition</c>, whose last two are .NET 10's; the values are its own.</summary>
internal enum JsonIgnoreCondition
{
    Never,
    Always,
    WhenWritingDefault,
    WhenWritingNull,
    WhenWriting,
    WhenReading,
}

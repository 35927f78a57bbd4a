using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <content>Which name means what: in JSON, and in the code that is generated.</content>
internal sealed partial class TypeGraphParser
{
    private static string? WireName(DataMember? member) =>
        member?.Symbol.FindAttribute(AttributeNames.JsonPropertyName) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    private static IEnumerable<string> NamesOf(IEnumerable<DataMember> members) =>
        members.Select(static member => WireName(member) ?? WireNames.ToCamelCase(member.Symbol.Name));

    /// <summary>The names that a type's members have in JSON, whether or not the type has been read.</summary>
    private IEnumerable<string> NamesIn(INamedTypeSymbol type)
    {
        List<DataMember> data = DataMember.Find(type, assembly).FindAll(static member => !member.Symbol.HasAttribute(AttributeNames.JsonExtensionData));
        if (isWritten)
        {
            return NamesOf(data.Where(static member => member is { IsIgnored: false, HasGetter: true }));
        }

        IParameterSymbol[] parameters = FindConstructor(type, out _)?.Parameters.ToArray() ?? [];
        return NamesOf(data.Where(member => !member.IsIgnoredWhenReading && (member.Setter != MemberSetter.None || parameters.Any(member.Matches))))
            .Concat(parameters.Where(parameter => !data.Exists(member => member.Matches(parameter))).Select(static parameter => WireNames.ToCamelCase(parameter.Name)));
    }

    /// <summary>Refuses a type of which a nearer level has something of a member's name that is no data: generated code would meet that in its place.</summary>
    /// <param name="type">The type.</param>
    /// <param name="data">What is data to System.Text.Json.</param>
    /// <param name="members">What is read or written.</param>
    /// <param name="extension">The name of the member that takes what the others don't name, if generated code gets at it by its name.</param>
    /// <returns>Whether it is refused.</returns>
    private bool RefuseHidden(INamedTypeSymbol type, List<DataMember> data, List<ObjectMemberModel> members, string? extension)
    {
        // Only what comes from a base can be hidden, and most types have nothing from there.
        List<DataMember> inherited = data.FindAll(member => !SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type));
        if (inherited.Count == 0)
        {
            return false;
        }

        var named = new HashSet<string>(members.Where(member => isWritten || member.IsInitializedToo || member.Setter != MemberSetter.Constructor).Select(static member => member.Property.Name), StringComparer.Ordinal);
        foreach (DataMember member in inherited.Where(member => named.Contains(member.Symbol.Name) || member.Symbol.Name == extension))
        {
            if (type.Levels().TakeWhile(level => !SymbolEqualityComparer.Default.Equals(level, member.Symbol.ContainingType))
                .SelectMany(level => level.GetMembers(member.Symbol.Name))
                .FirstOrDefault(other => IsInTheWay(other)) is { } hiding)
            {
                Refuse(type, $"its member '{member.Symbol.ContainingType.Name}.{member.Symbol.Name}' is hidden by '{hiding.ContainingType.Name}.{hiding.Name}', which is no data; rename one of them", DiagnosticDescriptors.MembersCollide);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether generated code that names a member of a base would meet this one. An override is the base's own, and a generic type is named otherwise.</summary>
    private bool IsInTheWay(ISymbol symbol) => !symbol.IsOverride && symbol is not INamedTypeSymbol { Arity: > 0 } && symbol.IsVisibleFrom(assembly);
}

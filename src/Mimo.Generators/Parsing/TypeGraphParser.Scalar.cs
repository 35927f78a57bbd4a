using Microsoft.CodeAnalysis;
using Mimo.Generators.Collections;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

internal sealed partial class TypeGraphParser
{
    private static readonly Dictionary<string, ScalarKind> ScalarsByName = new(StringComparer.Ordinal)
    {
        ["System.Int128"] = ScalarKind.Int128,
        ["System.UInt128"] = ScalarKind.UInt128,
        ["System.Half"] = ScalarKind.Half,
        ["System.Numerics.BigInteger"] = ScalarKind.BigInteger,
        ["System.Guid"] = ScalarKind.Guid,
        ["System.DateTimeOffset"] = ScalarKind.DateTimeOffset,
        ["System.DateOnly"] = ScalarKind.DateOnly,
        ["System.TimeOnly"] = ScalarKind.TimeOnly,
        ["System.TimeSpan"] = ScalarKind.TimeSpan,
        ["System.Uri"] = ScalarKind.Uri,
        ["System.Version"] = ScalarKind.Version,
    };

    private static readonly Dictionary<string, AnyKind> AnyByName = new(StringComparer.Ordinal)
    {
        ["System.Text.Json.JsonElement"] = AnyKind.JsonElement,
        ["System.Text.Json.Nodes.JsonNode"] = AnyKind.JsonNode,
        ["System.Text.Json.Nodes.JsonObject"] = AnyKind.JsonObject,
        ["System.Text.Json.Nodes.JsonArray"] = AnyKind.JsonArray,
    };

    private static TypeModel? ParseScalar(ITypeSymbol type, string key, string identifier)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return null;
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            return new AnyModel { Key = key, Identifier = identifier, Kind = AnyKind.Object };
        }

        if (FindScalar(type) is { } kind)
        {
            return new ScalarModel { Key = key, Identifier = identifier, Kind = kind };
        }

        return type is INamedTypeSymbol { IsGenericType: false } named && AnyByName.TryGetValue(named.QualifiedName(), out AnyKind any)
            ? new AnyModel { Key = key, Identifier = identifier, Kind = any }
            : null;
    }

    private static ScalarKind? FindScalar(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String: return ScalarKind.String;
            case SpecialType.System_Boolean: return ScalarKind.Boolean;
            case SpecialType.System_Char: return ScalarKind.Char;
            case SpecialType.System_SByte: return ScalarKind.SByte;
            case SpecialType.System_Byte: return ScalarKind.Byte;
            case SpecialType.System_Int16: return ScalarKind.Int16;
            case SpecialType.System_UInt16: return ScalarKind.UInt16;
            case SpecialType.System_Int32: return ScalarKind.Int32;
            case SpecialType.System_UInt32: return ScalarKind.UInt32;
            case SpecialType.System_Int64: return ScalarKind.Int64;
            case SpecialType.System_UInt64: return ScalarKind.UInt64;
            case SpecialType.System_Single: return ScalarKind.Single;
            case SpecialType.System_Double: return ScalarKind.Double;
            case SpecialType.System_Decimal: return ScalarKind.Decimal;
            case SpecialType.System_DateTime: return ScalarKind.DateTime;
        }

        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return ScalarKind.ByteArray;
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named is { Name: "ReadOnlyMemory" or "Memory", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } && named.ContainingNamespace.ToDisplayString() == "System")
        {
            return ScalarKind.ByteMemory;
        }

        return !named.IsGenericType && named.ContainingNamespace is { IsGlobalNamespace: false } && ScalarsByName.TryGetValue(named.QualifiedName(), out ScalarKind kind)
            ? kind
            : null;
    }

    private TypeModel? ParseEnum(INamedTypeSymbol type, string key, string identifier)
    {
        List<IFieldSymbol> fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsConst: true, HasConstantValue: true } && !field.IsErrorToUse()).ToList();
        var members = new List<EnumMemberModel>();
        foreach (IFieldSymbol field in fields)
        {
            string wireName = field.FindAttribute(AttributeNames.JsonStringEnumMemberName) is { ConstructorArguments: [{ Value: string name }] } ? name : field.Name;
            string value = Convert.ToString(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture)!;
            members.Add(new EnumMemberModel(SymbolExtensions.Escape(field.Name), wireName, value, DocCommentParser.Describe(field, cancellationToken)));
        }

        if (members.Count == 0)
        {
            return Refuse(type, "it has no members, so no value could be sent; give it some, or use an integer");
        }

        if (FindCollision(members) is { } shared)
        {
            return Refuse(
                type,
                $"two of its members are named '{shared.WireName}' in JSON; tell them apart with [JsonStringEnumMemberName]",
                DiagnosticDescriptors.MembersCollide);
        }

        AdviseOnComments(type, fields);
        return new EnumModel
        {
            Key = key,
            Identifier = identifier,
            Description = DocCommentParser.Describe(type, cancellationToken),
            Members = members.ToEquatableArray(),
            IsFlags = type.HasAttribute(AttributeNames.Flags),
        };
    }

    /// <summary>The first member that has another one's name; two names of one value are no loss, since either says what it is.</summary>
    private static EnumMemberModel? FindCollision(List<EnumMemberModel> members)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (EnumMemberModel member in members)
        {
            if (values.TryGetValue(member.WireName, out string? value) && value != member.Value)
            {
                return member;
            }

            values[member.WireName] = member.Value;
        }

        return null;
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Generating;

/// <summary>
/// Generates values of a type as JSON text. It looks at the type by reflection, as System.Text.Json does, and never at our schemas,
/// so that it does not inherit our mistakes.
/// </summary>
internal sealed class ValueTexts
{
    /// <summary>Below this, what can be left out is.</summary>
    private const int Deepest = 5;

    private readonly NullabilityInfoContext _nullability = new();

    public static Gen<string> Of(ParameterInfo parameter)
    {
        var texts = new ValueTexts();
        NullabilityInfo nullability = texts._nullability.Create(parameter);
        return new TextGen(pcg => texts.Build(pcg, parameter.ParameterType, nullability, 0));
    }

    private string Build(PCG pcg, Type type, NullabilityInfo? nullability, int depth)
    {
        bool isNullable = Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && nullability?.WriteState == NullabilityState.Nullable);
        if (isNullable && (depth > Deepest || pcg.OneIn(4)))
        {
            return "null";
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ScalarTexts.TryWrite(pcg, type, out string scalar))
        {
            return IsFlags(type) ? Flags(pcg, type) : scalar;
        }

        if (type == typeof(JsonObject))
        {
            return FreeObject(pcg, 2);
        }

        if (type == typeof(JsonArray))
        {
            return FreeArray(pcg, 2);
        }

        if (type == typeof(object) || type == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(type))
        {
            return Free(pcg, 3, mayBeNull: type == typeof(JsonElement));
        }

        JsonTypeInfo contract = Judge.SchemaOptions.GetTypeInfo(type);
        return contract.Kind switch
        {
            JsonTypeInfoKind.Enumerable => Items(pcg, contract, nullability, depth),
            JsonTypeInfoKind.Dictionary => Entries(pcg, contract, nullability, depth),
            JsonTypeInfoKind.Object => Members(pcg, contract, depth),
            _ => throw new NotSupportedException($"No values are known of {type}."),
        };
    }

    private string Items(PCG pcg, JsonTypeInfo contract, NullabilityInfo? nullability, int depth)
    {
        NullabilityInfo? item = nullability?.ElementType ?? nullability?.GenericTypeArguments.FirstOrDefault();
        int count = depth > Deepest ? 0 : pcg.Below(4);
        return "[" + string.Join(",", Enumerable.Range(0, count).Select(_ => Build(pcg, contract.ElementType!, item, depth + 1))) + "]";
    }

    private string Entries(PCG pcg, JsonTypeInfo contract, NullabilityInfo? nullability, int depth)
    {
        NullabilityInfo? value = nullability?.GenericTypeArguments.LastOrDefault();
        int count = depth > Deepest ? 0 : pcg.Below(4);
        IEnumerable<string> names = Enumerable.Range(0, count).Select(_ => Name(pcg, contract.KeyType!)).Distinct().ToList();
        return "{" + string.Join(",", names.Select(name => name + ":" + Build(pcg, contract.ElementType!, value, depth + 1))) + "}";
    }

    private static string Name(PCG pcg, Type type)
    {
        Assert.True(ScalarTexts.TryWrite(pcg, type, out string name));
        return name.StartsWith('"') ? name : "\"" + name + "\"";
    }

    private string Members(PCG pcg, JsonTypeInfo contract, int depth)
    {
        IEnumerable<JsonPropertyInfo> members = contract.Properties.Where(static member =>
            member.Get is not null && (member.Set is not null || member.AssociatedParameter is not null));
        return "{" + string.Join(",", members.Select(member =>
            JsonSerializer.Serialize(member.Name) + ":" + Build(pcg, member.PropertyType, Nullability(member), depth + 1))) + "}";
    }

    /// <summary>Of a member whose type holds a type parameter, null can't be known to be allowed.</summary>
    private NullabilityInfo? Nullability(JsonPropertyInfo member)
    {
        var property = (PropertyInfo)member.AttributeProvider!;
        Type declaring = property.DeclaringType!;
        Type declared = declaring.IsGenericType
            ? declaring.GetGenericTypeDefinition().GetProperty(property.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!.PropertyType
            : property.PropertyType;
        return declared.ContainsGenericParameters ? null : _nullability.Create(property);
    }

    private static bool IsFlags(Type type) => type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false);

    private static string Flags(PCG pcg, Type type)
    {
        var all = Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(static bits => unchecked((ulong)Int128.CreateTruncating((dynamic)bits))).ToList();
        ulong value = all.Where(_ => pcg.OneIn(2)).Aggregate(0UL, static (value, bits) => value | bits);
        return Judge.Write(Enum.ToObject(type, value), type);
    }

    private static string Free(PCG pcg, int depth, bool mayBeNull) => pcg.Below(depth > 0 ? 7 : 5) switch
    {
        0 => mayBeNull ? "null" : "false",
        1 => pcg.Pick("true", "false"),
        2 => pcg.Pick("0", "-0", "-1", "1.50", "1e400", "123456789012345678901234567890", "3.14159"),
        3 or 4 => JsonSerializer.Serialize(ScalarTexts.Text(pcg)),
        5 => FreeObject(pcg, depth),
        _ => FreeArray(pcg, depth),
    };

    private static string FreeArray(PCG pcg, int depth) =>
        "[" + string.Join(",", Enumerable.Range(0, pcg.Below(4)).Select(_ => Free(pcg, depth - 1, mayBeNull: true))) + "]";

    private static string FreeObject(PCG pcg, int depth)
    {
        IEnumerable<string> names = Enumerable.Range(0, pcg.Below(4)).Select(_ => JsonSerializer.Serialize(ScalarTexts.Text(pcg))).Distinct().ToList();
        return "{" + string.Join(",", names.Select(name => name + ":" + Free(pcg, depth - 1, mayBeNull: true))) + "}";
    }
}

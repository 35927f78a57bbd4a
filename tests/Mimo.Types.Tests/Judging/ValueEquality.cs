using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Mimo.Types.Tests.Judging;

/// <summary>Whether two values of a type are the same, by what System.Text.Json writes of them.</summary>
internal sealed class ValueEquality(Type type)
{
    private static readonly HashSet<Type> Unordered =
    [
        typeof(ISet<>), typeof(IReadOnlySet<>), typeof(HashSet<>), typeof(ConcurrentBag<>), typeof(ImmutableHashSet<>), typeof(IImmutableSet<>), typeof(FrozenSet<>),
    ];

    private readonly bool _sortsItems = Reaches(type, Unordered, []);

    public string Form(object? value) => CanonicalJson.Of(Judge.Write(value, type), _sortsItems);

    private static bool Reaches(Type type, HashSet<Type> wanted, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return false;
        }

        // Flags are compared as sets of names.
        if (type.IsEnum)
        {
            return type.IsDefined(typeof(FlagsAttribute), inherit: false);
        }

        if ((type.IsGenericType && wanted.Contains(type.GetGenericTypeDefinition()))
            || type.GetGenericArguments().Any(argument => Reaches(argument, wanted, seen))
            || (type.HasElementType && Reaches(type.GetElementType()!, wanted, seen)))
        {
            return true;
        }

        JsonTypeInfo contract = Judge.Options.GetTypeInfo(type);
        return contract.Kind == JsonTypeInfoKind.Object && contract.Properties.Any(member => Reaches(member.PropertyType, wanted, seen));
    }
}

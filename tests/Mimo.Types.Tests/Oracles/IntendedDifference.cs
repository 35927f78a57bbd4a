using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace Mimo.Types.Tests.Oracles;

/// <summary>Where our schemas mean to differ from the exporter's. Whatever is not in this list is a defect.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Keyword">The keyword it is about.</param>
/// <param name="Covers">Whether a difference in that keyword is meant.</param>
internal sealed record IntendedDifference(string Why, string Keyword, Func<SchemaDifference, bool> Covers)
{
    private static readonly Dictionary<Type, (string Minimum, string Maximum)> Bounds = new()
    {
        [typeof(sbyte)] = ("-128", "127"),
        [typeof(byte)] = ("0", "255"),
        [typeof(short)] = ("-32768", "32767"),
        [typeof(ushort)] = ("0", "65535"),
        [typeof(uint)] = ("0", ""),
        [typeof(ulong)] = ("0", ""),
        [typeof(UInt128)] = ("0", ""),
    };

    public static readonly IReadOnlyList<IntendedDifference> All =
    [
        new("An optional member is left out, not sent as null, so null stays out of its schema.", "null",
            static difference => difference is { Theirs: "true", Ours: "false", Place.IsOptional: true }),
        new("A member that is a type parameter in its declaration may be null to System.Text.Json; we know the type argument.", "null",
            static difference => difference is { Theirs: "true", Ours: "false", Place.Member: { } member } && IsTypeParameter((PropertyInfo)member.AttributeProvider!)),
        new("System.Text.Json does not know whether the items of a collection may be null; we read the annotation.", "null",
            static difference => difference is { Theirs: "false", Ours: "true", Place: { Member: null, Type.IsValueType: false } }),
        new("A computed member is only written, so its null is no business of a schema for reading.", "properties",
            static difference => difference is { Ours: "", Place.Member: { Set: null, AssociatedParameter: null } }),
        new("Flags are an array of names, not a comma-separated text that no schema can describe.", "type",
            static difference => difference is { Theirs: "string", Ours: "array" } && IsFlags(difference.Place.Underlying)),
        new("System.Text.Json would write a BigInteger's properties.", "type",
            static difference => difference is { Theirs: "object", Ours: "integer" } && difference.Place.Underlying == typeof(BigInteger)),
        new("Models write durations in ISO 8601, for which there is a format; .NET's own is read as well.", "format",
            static difference => difference is { Theirs: "", Ours: "\"duration\"" } && difference.Place.Underlying == typeof(TimeSpan)),
        new("Models write durations in ISO 8601, for which there is a format; .NET's own is read as well.", "pattern",
            static difference => difference.Ours.Length == 0 && difference.Place.Underlying == typeof(TimeSpan)),
        new("Bytes are said to be base64.", "contentEncoding",
            static difference => difference is { Theirs: "", Ours: "\"base64\"" }),
        new("The bounds of small and unsigned integers are said.", "minimum",
            static difference => difference.Theirs.Length == 0 && Bounds.TryGetValue(difference.Place.Underlying, out var bounds) && bounds.Minimum == difference.Ours),
        new("The bounds of small and unsigned integers are said.", "maximum",
            static difference => difference.Theirs.Length == 0 && Bounds.TryGetValue(difference.Place.Underlying, out var bounds) && bounds.Maximum == difference.Ours),
        new("A member that is not nullable and has no default is required, however it is set.", "required",
            static difference => difference is { Theirs: "false", Ours: "true", Place.Member: { } member } && (member.AssociatedParameter is null || member.DeclaringType.IsValueType)),
        new("A nullable constructor parameter need not be sent.", "required",
            static difference => difference is { Theirs: "true", Ours: "false", Place.Member: { AssociatedParameter: { } parameter } } && (parameter.IsNullable || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)),
        new("An object with known members has no others.", "additionalProperties",
            static difference => difference is { Theirs: "", Ours: "false" }),
        new("The names of a dictionary are an enum's, integers or UUIDs, as its keys are.", "propertyNames",
            static difference => difference.Theirs.Length == 0 && difference.Place.Underlying.GetGenericArguments() is [var key, _] && key != typeof(string)),
        new("A default of null says nothing that being optional does not.", "default",
            static difference => difference is { Theirs: "null", Ours: "" }),
        new("A struct's constructor parameters have defaults too, though System.Text.Json never calls it.", "default",
            static difference => difference is { Theirs: "", Ours: not "", Place.Member.DeclaringType.IsValueType: true }),
        new("A default that is no member of its enum has no name to be said by.", "default",
            static difference => difference.Ours.Length == 0 && difference.Place.Underlying.IsEnum && int.TryParse(difference.Theirs, CultureInfo.InvariantCulture, out _)),
        new("A number is the same number with a small e.", "default",
            static difference => double.TryParse(difference.Ours, CultureInfo.InvariantCulture, out double ours)
                && double.TryParse(difference.Theirs, CultureInfo.InvariantCulture, out double theirs)
                && ours.Equals(theirs)
                && difference.Place.Underlying != typeof(decimal)),
    ];

    public bool Holds(SchemaDifference difference) => Keyword == difference.Keyword && Covers(difference);

    private static bool IsFlags(Type type) => type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false);

    private static bool IsTypeParameter(PropertyInfo property) => property.DeclaringType is { IsGenericType: true } declaring
        && declaring.GetGenericTypeDefinition().GetProperty(property.Name)!.PropertyType.IsGenericParameter;
}

using System.Globalization;
using System.Text.Json;

namespace Mimo.Testing.Rules;

internal enum FieldKind
{
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// <summary>A documented member of a JSON object of the wire: its kind and its range.</summary>
internal sealed record Field(string Name, FieldKind Kind)
{
    public bool Required { get; init; }

    /// <summary>Whether an explicit null is as good as leaving the member out.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether the service takes the field without documenting it, so that only <see cref="MimoStrictness.Strict"/> refuses it.</summary>
    public bool Undocumented { get; init; }

    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The only texts allowed; empty for any.</summary>
    public IReadOnlyList<string> Literals { get; init; } = [];

    /// <summary>Judges a value that is present.</summary>
    public ApiError? Check(JsonElement value, Location at, MimoStrictness strictness)
    {
        if (value.ValueKind == JsonValueKind.Null && (Nullable || Kind == FieldKind.Any))
        {
            return null;
        }

        return CheckKind(value, at) ?? (strictness == MimoStrictness.Lenient ? null : CheckRange(value, at));
    }

    private ApiError? CheckKind(JsonElement value, Location at) => Kind switch
    {
        FieldKind.String when value.ValueKind != JsonValueKind.String => ApiError.NotAString(at),
        FieldKind.Integer when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _) => ApiError.Invalid("int_type", at, "Input should be a valid integer"),
        FieldKind.Number when value.ValueKind != JsonValueKind.Number => ApiError.Invalid("float_type", at, "Input should be a valid number"),
        FieldKind.Boolean when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => ApiError.Invalid("bool_type", at, "Input should be a valid boolean"),
        FieldKind.Array when value.ValueKind != JsonValueKind.Array => ApiError.Invalid("list_type", at, "Input should be a valid list"),
        FieldKind.Object when value.ValueKind != JsonValueKind.Object => ApiError.NotAnObject(at),
        _ => null,
    };

    private ApiError? CheckRange(JsonElement value, Location at)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            double number = value.GetDouble();
            if (number < Minimum)
            {
                return ApiError.Invalid("greater_than_equal", at, $"Input should be greater than or equal to {Print(Minimum)}");
            }

            if (number > Maximum)
            {
                return ApiError.Invalid("less_than_equal", at, $"Input should be less than or equal to {Print(Maximum)}");
            }
        }

        return Literals.Count > 0 && !Literals.Contains(value.AsText(), StringComparer.Ordinal)
            ? ApiError.Invalid("literal_error", at, $"Input should be {Alternatives(Literals)}")
            : null;
    }

    private static string Print(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Alternatives(IReadOnlyList<string> literals)
    {
        IEnumerable<string> quoted = literals.Select(literal => $"'{literal}'");
        return literals.Count == 1 ? quoted.First() : $"{string.Join(", ", quoted.SkipLast(1))} or {quoted.Last()}";
    }
}

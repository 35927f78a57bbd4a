using Mimo.Generators.Collections;
using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Says constraints in words, for descriptions and for messages to the model.</summary>
internal static class ConstraintText
{
    /// <summary>A description with the constraints in brackets behind it.</summary>
    public static string Describe(string description, EquatableArray<ConstraintModel> constraints)
    {
        if (constraints.Count == 0)
        {
            return description;
        }

        string rules = string.Join("; ", constraints.Select(Of));
        return description.Length == 0 ? rules : description.TrimEnd() + " (" + rules + ")";
    }

    /// <summary>One constraint: <c>from 1 to 10</c>, <c>at most 50 characters</c>.</summary>
    public static string Of(ConstraintModel constraint) => constraint.Kind switch
    {
        ConstraintKind.Range => Range(constraint),
        ConstraintKind.TextLength => Count(constraint, "character"),
        ConstraintKind.ItemCount => Count(constraint, "item"),
        ConstraintKind.EntryCount => Count(constraint, "entry", "entries"),
        ConstraintKind.ByteCount => Count(constraint, "byte"),
        ConstraintKind.Pattern => "must match " + ConstraintSchema.Anchor(constraint.Pattern),
        ConstraintKind.Allowed => constraint.Values.Count == 1 ? "only " + constraint.Values[0].Json : "one of " + List(constraint),
        ConstraintKind.Denied => "not " + List(constraint),
        ConstraintKind.Email => "an email address",
        ConstraintKind.Url => "an http, https or ftp URL",
        _ => "base64",
    };

    /// <summary>What a value that breaks the constraint should have been, as a noun phrase.</summary>
    public static string Expected(ConstraintModel constraint) => constraint.Kind switch
    {
        ConstraintKind.Range => "a number " + Of(constraint),
        ConstraintKind.Pattern => "text that matches " + ConstraintSchema.Anchor(constraint.Pattern),
        ConstraintKind.Denied => "anything but " + List(constraint),
        _ => Of(constraint),
    };

    private static string Range(ConstraintModel constraint) => (constraint.Minimum, constraint.Maximum) switch
    {
        ({ } minimum, { } maximum) when !constraint.IsMinimumExclusive && !constraint.IsMaximumExclusive => $"from {minimum.Json} to {maximum.Json}",
        ({ } minimum, { } maximum) => $"{Above(constraint, minimum)} and {Below(constraint, maximum)}",
        ({ } minimum, null) => Above(constraint, minimum),
        (null, var maximum) => Below(constraint, maximum!),
    };

    private static string Above(ConstraintModel constraint, ConstantModel minimum) => (constraint.IsMinimumExclusive ? "greater than " : "at least ") + minimum.Json;

    private static string Below(ConstraintModel constraint, ConstantModel maximum) => (constraint.IsMaximumExclusive ? "less than " : "at most ") + maximum.Json;

    private static string Count(ConstraintModel constraint, string one, string? many = null)
    {
        many ??= one + "s";
        return (constraint.Minimum?.Json, constraint.Maximum?.Json) switch
        {
            ({ } minimum, { } maximum) when minimum == maximum => $"exactly {minimum} {(minimum == "1" ? one : many)}",
            ({ } minimum, { } maximum) => $"{minimum} to {maximum} {many}",
            ({ } minimum, null) => $"at least {minimum} {(minimum == "1" ? one : many)}",
            (null, var maximum) => $"at most {maximum} {(maximum == "1" ? one : many)}",
        };
    }

    private static string List(ConstraintModel constraint) => string.Join(", ", constraint.Values.Select(static value => value.Json));
}

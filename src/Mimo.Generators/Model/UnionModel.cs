using Mimo.Generators.Collections;
using Mimo.Generators.Emission;

namespace Mimo.Generators.Model;

/// <summary>A type whose values are of several types: a JSON object with a member that says which.</summary>
internal sealed record UnionModel : TypeModel
{
    /// <summary>The type as generated code writes it.</summary>
    public required string Syntax { get; init; }

    /// <summary>The name of the member that says which type a value has.</summary>
    public required string Discriminator { get; init; }

    /// <summary>The types, those derived from others first, so that the first that fits a value is the closest.</summary>
    public required EquatableArray<UnionCaseModel> Cases { get; init; }
}

/// <param name="Type">The case's type: an object.</param>
/// <param name="Id">What the discriminator says; null where it may be missing.</param>
/// <param name="IsNumber">Whether the discriminator is a JSON number.</param>
/// <param name="IsExact">Whether a value of a type that derives from the case's is none of the case, and would lose members if it were written as one.</param>
internal sealed record UnionCaseModel(TypeUse Type, string? Id, bool IsNumber, bool IsExact)
{
    public string Json => IsNumber ? Id! : JsonText.Quote(Id!);
}

/// <summary>A type that System.Text.Json reads and writes, by a converter or a context of the user's.</summary>
internal sealed record ConverterModel : TypeModel
{
    /// <summary>The type as generated code writes it.</summary>
    public required string Syntax { get; init; }

    /// <summary>The expression that makes the converter or the type's metadata.</summary>
    public required string Source { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>What a length constraint on the type counts; null if it is no collection.</summary>
    public ConstraintKind? LengthKind { get; init; }
}

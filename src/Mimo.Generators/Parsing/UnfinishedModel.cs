using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <summary>Stands for a type whose parsing has begun, where the type leads back to itself.</summary>
internal sealed record UnfinishedModel : TypeModel
{
    public static readonly UnfinishedModel OfUnknownKind = new() { Key = "", Identifier = "" };

    /// <summary>What a length constraint on the type counts; null if it is no collection, or isn't known to be one yet.</summary>
    public ConstraintKind? LengthKind { get; init; }
}

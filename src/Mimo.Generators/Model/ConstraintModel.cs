using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>A rule that a value must keep beyond its type, from an attribute such as <c>[Range]</c>. A rule of bounds has at least one of them.</summary>
internal sealed record ConstraintModel : IEquatable<ConstraintModel>
{
    public required ConstraintKind Kind { get; init; }

    /// <summary>The lower bound; null for none.</summary>
    public ConstantModel? Minimum { get; init; }

    /// <summary>The upper bound; null for none.</summary>
    public ConstantModel? Maximum { get; init; }

    public bool IsMinimumExclusive { get; init; }

    public bool IsMaximumExclusive { get; init; }

    /// <summary>The regular expression that the whole text must match.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The values allowed or denied.</summary>
    public EquatableArray<ConstantModel> Values { get; init; }
}

/// <param name="Syntax">The value as generated code writes it.</param>
/// <param name="Json">The value as JSON.</param>
internal sealed record ConstantModel(string Syntax, string Json);

internal enum ConstraintKind
{
    /// <summary>A number between bounds.</summary>
    Range,

    /// <summary>A text of so many characters, counted in Unicode code points as JSON Schema counts them.</summary>
    TextLength,

    /// <summary>An array of so many items.</summary>
    ItemCount,

    /// <summary>A dictionary of so many entries.</summary>
    EntryCount,

    /// <summary>So many bytes, which stand in a text as base64.</summary>
    ByteCount,
    Pattern,
    Allowed,
    Denied,
    Email,
    Url,
    Base64,
}

using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>
/// One type of the graph that a tool or prompt reaches: what its JSON looks like and how C# makes it. Edges to other types are
/// keys (<see cref="TypeUse.Key"/>), so a type that reaches itself is no special case.
/// </summary>
internal abstract record TypeModel
{
    /// <summary>Identifies the type within a graph: its fully qualified name with the nullable annotations of its type arguments.</summary>
    public required string Key { get; init; }

    /// <summary>A C# identifier that stands for the type: its short name and a hash of <see cref="Key"/>, so it is unique without a registry.</summary>
    public required string Identifier { get; init; }

    /// <summary>What the type's own documentation says; empty if nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The ids of warnings that uses of the type and its members would give, its experimental ones' among them.</summary>
    public EquatableArray<string> WarningIds { get; init; }
}

/// <summary>One place where a type is used.</summary>
/// <param name="Key">The <see cref="TypeModel.Key"/> of the type, without its nullability.</param>
/// <param name="Syntax">The type as generated code writes it, with its nullability.</param>
/// <param name="IsNullable">Whether <c>null</c> is a value here.</param>
/// <param name="IsValueType">Whether the type is a struct; by name alone, <c>struct</c> turned <c>class</c> would go unseen.</param>
internal sealed record TypeUse(string Key, string Syntax, bool IsNullable, bool IsValueType);

/// <summary>A type whose JSON is one string, number or boolean.</summary>
internal sealed record ScalarModel : TypeModel
{
    public required ScalarKind Kind { get; init; }
}

/// <summary>A type whose JSON can be anything.</summary>
internal sealed record AnyModel : TypeModel
{
    public required AnyKind Kind { get; init; }
}

/// <summary>An enum: its members' names as strings.</summary>
internal sealed record EnumModel : TypeModel
{
    public required EquatableArray<EnumMemberModel> Members { get; init; }

    /// <summary>Whether the enum is a set of flags: an array of names.</summary>
    public required bool IsFlags { get; init; }
}

/// <param name="Name">The member's C# name, escaped if it is a keyword.</param>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Value">Its numeric value, as invariant text: the emitter must know which names mean the same.</param>
/// <param name="Description">What its documentation says; empty if nothing.</param>
internal sealed record EnumMemberModel(string Name, string WireName, string Value, string Description);

/// <summary>A JSON array of items of one type.</summary>
internal sealed record SequenceModel : TypeModel
{
    public required TypeUse Item { get; init; }

    /// <summary>How C# makes the collection out of the items read.</summary>
    public required SequenceKind Kind { get; init; }

    /// <summary>The collection as generated code writes it.</summary>
    public required string Syntax { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>How its items, if they are numbers, may be told and are written.</summary>
    public NumberHandling NumberHandling { get; init; }
}

/// <summary>A JSON object with names that are data.</summary>
internal sealed record DictionaryModel : TypeModel
{
    public required TypeUse DictionaryKey { get; init; }

    public required TypeUse Value { get; init; }

    /// <summary>How C# makes the dictionary out of the entries read.</summary>
    public required DictionaryKind Kind { get; init; }

    /// <summary>The dictionary as generated code writes it.</summary>
    public required string Syntax { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>How its values, if they are numbers, may be told and are written.</summary>
    public NumberHandling NumberHandling { get; init; }
}

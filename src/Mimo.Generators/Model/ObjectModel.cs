using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>A JSON object with known members: a record, class or struct.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The type as generated code writes it.</summary>
    public required string Syntax { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether the type has, or is given, a nested <c>Draft</c>.</summary>
    public bool HasDraft { get; init; }

    /// <summary>The members in the order of their declaration, base types first.</summary>
    public required EquatableArray<ObjectMemberModel> Members { get; init; }

    /// <summary>The member that takes what the other members don't name; null if there is none.</summary>
    public ExtensionDataModel? ExtensionData { get; init; }

    /// <summary>Whether a member that the type doesn't name is refused; else it is skipped.</summary>
    public bool RefusesUnknownMembers { get; init; }

    /// <summary>The names of members that can't be set, where strangers are refused or collected: they are none, and are skipped.</summary>
    public EquatableArray<string> SkippedNames { get; init; }

    /// <summary>The name of the member by which a union tells the type apart: no stranger where strangers are refused or collected. Null outside of unions.</summary>
    public string? Discriminator { get; init; }

    /// <summary>What the constructor takes, in its order.</summary>
    public required EquatableArray<ConstructorArgumentModel> ConstructorArguments { get; init; }

    /// <summary>Whether its constructor or a setter may refuse values by throwing.</summary>
    public bool MayThrow { get; init; }
}

/// <param name="Member">The name of the member that the argument comes from; null for a fixed value.</param>
/// <param name="Syntax">The fixed value as generated code writes it.</param>
internal sealed record ConstructorArgumentModel(string? Member, string? Syntax);

/// <param name="Name">The member's C# name.</param>
/// <param name="Syntax">Its type as generated code writes it, without nullability.</param>
/// <param name="CreationSyntax">The type to create.</param>
/// <param name="ValueSyntax">The type of its entries' values.</param>
/// <param name="Setter">How its value gets into the object.</param>
/// <param name="MayHaveOwnValue">Whether it may have a value where nothing is left over for it.</param>
internal sealed record ExtensionDataModel(string Name, string Syntax, string CreationSyntax, string ValueSyntax, MemberSetter Setter, bool MayHaveOwnValue);

/// <summary>A member of a JSON object, and how C# gets it in and out.</summary>
internal sealed record ObjectMemberModel : IEquatable<ObjectMemberModel>
{
    public required PropertyModel Property { get; init; }

    public required MemberSetter Setter { get; init; }

    /// <summary>Whether C# wants the member in the object initializer although the constructor takes it, since it is <c>required</c>.</summary>
    public bool IsInitializedToo { get; init; }

    /// <summary>Whether leaving the member out may keep a value that its initializer, or the code of a constructor, gave it.</summary>
    public bool MayHaveOwnValue { get; init; }

    /// <summary>When the member is left out although the value could be written.</summary>
    public MemberOmission Omission { get; init; }

    /// <summary>Whether the value can be read from an instance, so that it can be written as JSON.</summary>
    public required bool HasGetter { get; init; }
}

/// <summary>What of <c>JsonNumberHandling</c> makes a difference here; numbers in strings are read anyway. The values are the attribute's.</summary>
[Flags]
internal enum NumberHandling
{
    None = 0,
    WriteAsString = 2,
    AllowNamedFloatingPointLiterals = 4,
    All = WriteAsString | AllowNamedFloatingPointLiterals,
}

/// <summary>When a member is left out of the JSON written.</summary>
internal enum MemberOmission
{
    Never,
    WhenNull,
    WhenDefault,
}

/// <summary>How a member's value gets into an object.</summary>
internal enum MemberSetter
{
    /// <summary>Not at all: the member is only written.</summary>
    None,
    Constructor,
    Init,
    Set,
}

/// <summary>A named value in a JSON object: a tool's argument or an object's member.</summary>
internal sealed record PropertyModel : IEquatable<PropertyModel>
{
    /// <summary>The C# name without a keyword's <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in JSON.</summary>
    public required string WireName { get; init; }

    public required TypeUse Type { get; init; }

    /// <summary>What the documentation says; empty if nothing.</summary>
    public required string Description { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>What the value must keep beyond its type.</summary>
    public required EquatableArray<ConstraintModel> Constraints { get; init; }

    /// <summary>How a number may be told and is written.</summary>
    public NumberHandling NumberHandling { get; init; }

    /// <summary>The default value as generated code writes it; null if there is none, or if it is an initializer's business.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>The default value as JSON; null if there is none or it can't be said in JSON.</summary>
    public string? DefaultJson { get; init; }
}

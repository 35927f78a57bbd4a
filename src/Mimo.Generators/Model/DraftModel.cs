using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>All that the generated draft of one <c>[MimoOutput]</c> type depends on.</summary>
internal sealed record DraftModel
{
    /// <summary>The type, which the draft is nested in.</summary>
    public required HolderModel Holder { get; init; }

    /// <summary>The members that JSON can fill, in the order of their declaration.</summary>
    public required EquatableArray<DraftMemberModel> Members { get; init; }

    /// <summary>The types that the draft reads.</summary>
    public required EquatableArray<TypeModel> Types { get; init; }
}

/// <param name="Property">The member of the whole.</param>
/// <param name="Part">How its value grows.</param>
/// <param name="IsPublic">Whether everyone who sees the draft may see the member.</param>
/// <param name="HidesBase">Whether the draft's base has a member of that name.</param>
internal sealed record DraftMemberModel(PropertyModel Property, DraftPartModel Part, bool IsPublic, bool HidesBase);

/// <summary>How the value in one place of a draft grows.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Use">The value when it is whole.</param>
/// <param name="Syntax">The value's type in the draft as generated code writes it, without nullability.</param>
/// <param name="Item">How a list's items grow.</param>
internal sealed record DraftPartModel(DraftPartKind Kind, TypeUse Use, string Syntax, DraftPartModel? Item);

internal enum DraftPartKind
{
    /// <summary>There when it is complete.</summary>
    Value,
    Text,

    /// <summary>A draft of its own.</summary>
    Object,
    List,
}

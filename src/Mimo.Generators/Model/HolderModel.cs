using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>A user's type that generated code is put into.</summary>
internal sealed record HolderModel
{
    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The type and those around it, outermost first.</summary>
    public required EquatableArray<HolderPart> Parts { get; init; }

    /// <summary>The type as generated code writes it.</summary>
    public required string Syntax { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether instances compare by value, so that a generated field would take part in their equality.</summary>
    public required bool IsRecord { get; init; }

    /// <summary>Whether a base type has, or is given, tools of its own, whose <c>Tools</c> the type's hides.</summary>
    public bool HidesTools { get; init; }

    /// <summary>Namespace, enclosing types and name, with dots between and no keyword's <c>@</c>.</summary>
    public required string QualifiedName { get; init; }
}

/// <param name="Keyword">The declaration up to the name: <c>class</c>, <c>static class</c>, <c>record struct</c>.</param>
/// <param name="Name">The name as written in C#.</param>
internal sealed record HolderPart(string Keyword, string Name);

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

    /// <summary>What its base types have in the place of <c>Tools</c>, nearest first, up to the first that has something; empty for most.</summary>
    public EquatableArray<BaseToolsModel> Bases { get; init; }

    /// <summary>Namespace, enclosing types and name, with dots between and no keyword's <c>@</c>.</summary>
    public required string QualifiedName { get; init; }
}

/// <param name="Keyword">The declaration up to the name: <c>class</c>, <c>static class</c>, <c>record struct</c>.</param>
/// <param name="Name">The name as written in C#.</param>
internal sealed record HolderPart(string Keyword, string Name);

/// <param name="Syntax">The base type as generated code writes it.</param>
/// <param name="Declared">What it is seen to have; what is generated for it in the same project can't be seen.</param>
internal sealed record BaseToolsModel(string Syntax, DeclaredTools Declared);

/// <summary>What a type has in the place of <c>Tools</c>.</summary>
internal enum DeclaredTools
{
    None,

    /// <summary>A static property with a tool set.</summary>
    Static,

    /// <summary>An instance property with a tool set.</summary>
    Instance,

    /// <summary>An instance property with a tool set that there is only in types that derive.</summary>
    Abstract,

    /// <summary>Something else of that name.</summary>
    Other,
}

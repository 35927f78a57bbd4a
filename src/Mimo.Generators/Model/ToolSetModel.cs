using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>The tools of one type, as far as its <c>Tools</c> property depends on them.</summary>
internal sealed record ToolSetModel
{
    public required HolderModel Holder { get; init; }

    /// <summary>In the order of their declaration, each name once.</summary>
    public required EquatableArray<ToolEntryModel> Tools { get; init; }

    /// <summary>The base type whose tools the type has as well; null if there is none.</summary>
    public InheritedToolsModel? Inherited { get; init; }

    /// <summary>Whether a base type has something named <c>Tools</c>, which the type's own hides.</summary>
    public bool HidesTools { get; init; }

    /// <summary>Whether no tool needs an instance.</summary>
    public bool IsStatic => Inherited is not { IsStatic: false } && Tools.All(static tool => tool.IsStatic);
}

/// <param name="ToolName">The name on the wire.</param>
/// <param name="ClassName">The generated class of the tool.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
internal sealed record ToolEntryModel(string ToolName, string ClassName, bool IsStatic);

/// <param name="Syntax">The base type as generated code writes it.</param>
/// <param name="IsStatic">Whether its <c>Tools</c> is static.</param>
internal sealed record InheritedToolsModel(string Syntax, bool IsStatic);

using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>The tools of one type: all that the generated code in it depends on.</summary>
internal sealed record ToolSetModel
{
    /// <summary>The nested class with the tools' code.</summary>
    public const string CallsName = "MimoToolCalls";

    public required HolderModel Holder { get; init; }

    /// <summary>In the order of their declaration, each name once.</summary>
    public required EquatableArray<ToolModel> Tools { get; init; }

    /// <summary>The base type whose tools the type has as well; null if there is none.</summary>
    public InheritedToolsModel? Inherited { get; init; }

    /// <summary>Whether a base type has something named <c>Tools</c>, which the type's own hides.</summary>
    public bool HidesTools { get; init; }

    /// <summary>Whether <c>Tools</c> can be had without an instance.</summary>
    public bool IsStatic => Inherited is not { IsStatic: false } && !NeedsInstance;

    /// <summary>Whether one of its own tools is called on an instance.</summary>
    public bool NeedsInstance => Tools.Any(static tool => !tool.IsStatic);
}

/// <param name="Syntax">The base type as generated code writes it.</param>
/// <param name="IsStatic">Whether its <c>Tools</c> is static.</param>
internal sealed record InheritedToolsModel(string Syntax, bool IsStatic);

using Mimo.Generators.Collections;

namespace Mimo.Generators.Model;

/// <summary>The tools of one type, as far as its <c>Tools</c> property depends on them.</summary>
internal sealed record ToolSetModel
{
    public required HolderModel Holder { get; init; }

    /// <summary>In the order of their declaration, each name once.</summary>
    public required EquatableArray<ToolEntryModel> Tools { get; init; }

    /// <summary>Whether no tool needs an instance.</summary>
    public bool IsStatic => Tools.All(static tool => tool.IsStatic);
}

/// <param name="ToolName">The name on the wire.</param>
/// <param name="ClassName">The generated class of the tool.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
internal sealed record ToolEntryModel(string ToolName, string ClassName, bool IsStatic);

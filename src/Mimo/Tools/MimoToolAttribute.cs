namespace Mimo;

/// <summary>
/// Exposes a method as a tool that the model may call. The containing type must be <c>partial</c>; at build time it gets a
/// <c>Tools</c> property of type <see cref="MimoToolSet"/>.
/// </summary>
/// <remarks>
/// The tool's description and those of its parameters come from the method's XML documentation, else from
/// <see cref="System.ComponentModel.DescriptionAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class MimoToolAttribute : Attribute
{
    /// <summary>Exposes the method under its own name in snake_case, without a trailing <c>Async</c>.</summary>
    public MimoToolAttribute()
    {
    }

    /// <summary>Exposes the method under a given name.</summary>
    /// <param name="name">1 to 64 characters out of <c>A-Z a-z 0-9 _ -</c>; unique within a tool set.</param>
    public MimoToolAttribute(string name) => Name = name;

    /// <summary>The tool's name on the wire: 1 to 64 characters out of <c>A-Z a-z 0-9 _ -</c>. Null: derived from the method's name.</summary>
    public string? Name { get; set; }

    /// <summary>What the tool is for, as the model reads it. Null: taken from the documentation.</summary>
    public string? Description { get; set; }

    /// <summary>What running the tool does to the world.</summary>
    public ToolEffect Effect { get; set; }

    /// <summary>Whether each call must be approved before it runs. Without an approval callback it is denied. Only a tool loop holds to it, <see cref="MimoTool.InvokeAsync"/> does not.</summary>
    public bool RequireApproval { get; set; }

    /// <summary>The longest that one call may take, in seconds. 0, the default: no limit of its own. Only a tool loop holds to it, <see cref="MimoTool.InvokeAsync"/> does not.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>
    /// Whether the request asks the server to hold the model strictly to the schema. Off by default: MiMo's support is doubtful. Only
    /// the OpenAI format can ask for it; in the Anthropic format this has no effect.
    /// </summary>
    public bool Strict { get; set; }
}

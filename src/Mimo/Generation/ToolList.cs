using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mimo.Generation;

/// <summary>The tools of a type while they are made. Generated code fills it, one after another and from one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1710", Justification = "It is no collection for anyone but generated code.")]
public sealed class ToolList
{
    internal readonly MimoTool[] Tools;

    private int _count;

    /// <summary>Creates an empty list.</summary>
    /// <param name="count">How many tools there will be: exactly as many must be added.</param>
    public ToolList(int count) => Tools = new MimoTool[count];

    /// <summary>Makes one tool and puts it behind those there are.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="description">What the tool is for, as the model reads it.</param>
    /// <param name="parametersSchema">The JSON schema of the arguments.</param>
    /// <param name="handler">Runs the tool.</param>
    /// <param name="effect">What running it does to the world.</param>
    /// <param name="requireApproval">Whether each call must be approved before it runs.</param>
    /// <param name="timeoutSeconds">The longest that one call may take, in seconds; 0 for no limit of its own.</param>
    /// <param name="strict">Whether the request asks the server to hold the model strictly to the schema.</param>
    /// <exception cref="IndexOutOfRangeException">There are as many as were announced.</exception>
    public void Add(
        string name,
        string description,
        string parametersSchema,
        ToolCallHandler handler,
        ToolEffect effect = ToolEffect.Unspecified,
        bool requireApproval = false,
        int timeoutSeconds = 0,
        bool strict = false) =>
        Tools[_count++] = new MimoTool(name, description, Encoding.UTF8.GetBytes(parametersSchema), handler, awaited: null, effect, requireApproval, timeoutSeconds, strict);

    /// <summary>Makes one tool whose method is awaited, and puts it behind those there are.</summary>
    /// <inheritdoc cref="Add"/>
    public void AddAwaited(
        string name,
        string description,
        string parametersSchema,
        AwaitedToolCallHandler handler,
        ToolEffect effect = ToolEffect.Unspecified,
        bool requireApproval = false,
        int timeoutSeconds = 0,
        bool strict = false) =>
        Tools[_count++] = new MimoTool(name, description, Encoding.UTF8.GetBytes(parametersSchema), handler: null, handler, effect, requireApproval, timeoutSeconds, strict);

    /// <summary>All of them, once all have been added, in that order.</summary>
    public MimoToolSet ToSet() => new(this);
}

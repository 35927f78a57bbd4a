using System.ComponentModel;
using System.Text;

namespace Mimo.Generation;

/// <summary>Makes the tools of a type. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolSets
{
    /// <summary>Makes one tool.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="description">What the tool is for, as the model reads it.</param>
    /// <param name="parametersSchema">The JSON schema of the arguments.</param>
    /// <param name="handler">Runs the tool.</param>
    /// <param name="effect">What running it does to the world.</param>
    /// <param name="requireApproval">Whether each call must be approved before it runs.</param>
    /// <param name="timeoutSeconds">The longest that one call may take; 0 for no limit of its own.</param>
    /// <param name="strict">Whether the request asks the server to hold the model strictly to the schema.</param>
    public static MimoTool Tool(
        string name,
        string description,
        string parametersSchema,
        ToolCallHandler handler,
        ToolEffect effect = ToolEffect.Unspecified,
        bool requireApproval = false,
        int timeoutSeconds = 0,
        bool strict = false) => new(name, description, Encoding.UTF8.GetBytes(parametersSchema), handler)
        {
            Effect = effect,
            RequireApproval = requireApproval,
            Timeout = timeoutSeconds > 0 ? TimeSpan.FromSeconds(timeoutSeconds) : null,
            Strict = strict,
        };

    /// <summary>The tools of a base type followed by those of a derived one; a derived tool stands in the place of a base's of the same name.</summary>
    /// <param name="inherited">The base type's tools.</param>
    /// <param name="own">The derived type's tools.</param>
    public static MimoToolSet Extend(MimoToolSet inherited, MimoTool[] own)
    {
        ArgumentNullException.ThrowIfNull(inherited);
        ArgumentNullException.ThrowIfNull(own);
        List<MimoTool> tools = [.. inherited];
        foreach (MimoTool tool in own)
        {
            int place = tools.FindIndex(other => other.Name == tool.Name);
            if (place < 0)
            {
                tools.Add(tool);
            }
            else
            {
                tools[place] = tool;
            }
        }

        return new MimoToolSet(tools.ToArray());
    }
}

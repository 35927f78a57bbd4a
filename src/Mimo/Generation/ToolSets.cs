using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Puts the tools of types together. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolSets
{
    /// <summary>The tools of a base type followed by those of a derived one; a derived tool stands in the place of a base's of the same name.</summary>
    /// <param name="inherited">The base type's tools.</param>
    /// <param name="own">The derived type's tools.</param>
    public static MimoToolSet Extend(MimoToolSet inherited, MimoToolSet own)
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

using System.Text;
using System.Text.Json;

namespace Mimo.Types.Tests;

/// <summary>Calls tools as a model does, and looks at what they tell it.</summary>
internal static class ToolCalls
{
    public static MimoTool Named(this MimoToolSet tools, string name) =>
        tools.TryGet(name, out MimoTool? tool) ? tool : throw new ArgumentException($"There is no tool '{name}'.");

    public static ValueTask<MimoToolResult> CallAsync(this MimoTool tool, string arguments) => tool.InvokeAsync(Encoding.UTF8.GetBytes(arguments));

    /// <summary>Calls a tool whose arguments must fit, and gives what it answers.</summary>
    public static async Task<string> AnswerAsync(this MimoTool tool, string arguments)
    {
        MimoToolResult result = await tool.CallAsync(arguments);
        Assert.False(result.IsError, result.Content);
        return result.Content;
    }

    /// <summary>Calls a tool whose arguments must not fit, and gives the problems it tells, a line each.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this MimoTool tool, string arguments)
    {
        MimoToolResult result = await tool.CallAsync(arguments);
        Assert.True(result.IsError, result.Content);
        Assert.Null(result.Exception);
        return result.Content.Split('\n').Skip(1).Select(static line => line[2..]).ToList();
    }

    /// <summary>The schema of a tool's parameter.</summary>
    public static JsonElement Schema(this MimoTool tool, string parameter = "value")
    {
        JsonElement root = JsonDocument.Parse(tool.ParametersSchema).RootElement;
        JsonElement schema = root.GetProperty("properties").GetProperty(parameter);
        return schema.TryGetProperty("$ref", out JsonElement reference)
            ? root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
            : schema;
    }
}

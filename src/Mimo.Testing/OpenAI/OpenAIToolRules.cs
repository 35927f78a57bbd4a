using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.OpenAI;

/// <summary>What the OpenAI format demands of <c>tools</c>.</summary>
internal static class OpenAIToolRules
{
    public static ApiError? Check(JsonElement tools, MimoStrictness strictness)
    {
        int index = 0;
        foreach (JsonElement tool in tools.Items())
        {
            if (CheckTool(tool, Location.Body["tools"][index], strictness) is { } error)
            {
                return error;
            }

            index++;
        }

        return null;
    }

    private static ApiError? CheckTool(JsonElement tool, Location at, MimoStrictness strictness) => tool.Member("type").AsText() switch
    {
        "function" => OpenAIFields.FunctionTool.Check(tool, at, strictness)
            ?? OpenAIFields.Function.Check(tool.Member("function"), at["function"], strictness)
            ?? ToolNameRules.Check(tool.Member("function").Member("name"), strictness)
            ?? ToolNameRules.CheckSchema(tool.Member("function").Member("parameters"), at["function"]["parameters"], strictness),
        "web_search" => OpenAIFields.WebSearchTool.Check(tool, at, strictness)
            ?? (tool.TryGetProperty("user_location", out JsonElement location) ? OpenAIFields.UserLocation.Check(location, at["user_location"], strictness) : null),
        _ when tool.ValueKind != JsonValueKind.Object => ApiError.NotAnObject(at),
        { } when strictness == MimoStrictness.Lenient => null,
        _ => ApiError.Invalid("literal_error", at["type"], "Input should be 'function' or 'web_search'"),
    };
}

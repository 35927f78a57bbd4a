using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Anthropic;

/// <summary>What the Anthropic format demands of a body: after these rules have passed it, reading it cannot fail.</summary>
internal static class AnthropicRules
{
    public static ApiError? Check(JsonElement body, MimoStrictness strictness) =>
        AnthropicFields.Request.Check(body, Location.Body, strictness)
        ?? CheckOutputCap(body, strictness)
        ?? CheckPart(body, "thinking", AnthropicFields.Thinking, strictness)
        ?? CheckPart(body, "tool_choice", AnthropicFields.ToolChoice, strictness)
        ?? CheckStops(body.Member("stop_sequences"))
        ?? CheckSystem(body.Member("system"), strictness)
        ?? CheckTools(body.Member("tools"), strictness)
        ?? CheckMessages(body.Member("messages"), strictness);

    /// <summary>The official host has a default, its mirror demands the field.</summary>
    private static ApiError? CheckOutputCap(JsonElement body, MimoStrictness strictness) =>
        strictness == MimoStrictness.Strict && body.Member("max_tokens").ValueKind == JsonValueKind.Undefined
            ? ApiError.Missing(Location.Body["max_tokens"])
            : null;

    private static ApiError? CheckPart(JsonElement body, string name, FieldSet fields, MimoStrictness strictness) =>
        body.Member(name).ValueKind == JsonValueKind.Undefined ? null : fields.Check(body.Member(name), Location.Body[name], strictness);

    private static ApiError? CheckStops(JsonElement stops)
    {
        int index = 0;
        foreach (JsonElement stop in stops.Items())
        {
            if (stop.ValueKind != JsonValueKind.String)
            {
                return ApiError.NotAString(Location.Body["stop_sequences"][index]);
            }

            index++;
        }

        return null;
    }

    private static ApiError? CheckSystem(JsonElement system, MimoStrictness strictness) =>
        system.ValueKind == JsonValueKind.Undefined
            ? null
            : AnthropicContentRules.Check(system, ["text"], Location.Body["system"], strictness);

    private static ApiError? CheckTools(JsonElement tools, MimoStrictness strictness)
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

    private static ApiError? CheckTool(JsonElement tool, Location at, MimoStrictness strictness) =>
        strictness == MimoStrictness.Lenient && AnthropicFields.IsOfAnotherKind(tool)
            ? null
            : AnthropicFields.Tool.Check(tool, at, strictness)
                ?? ToolNameRules.Check(tool.Member("name"), strictness)
                ?? CheckSchemaType(tool.Member("input_schema"), at["input_schema"], strictness)
                ?? ToolNameRules.CheckSchema(tool.Member("input_schema"), at["input_schema"], strictness);

    /// <summary>This format alone documents the type at the root as required.</summary>
    private static ApiError? CheckSchemaType(JsonElement schema, Location at, MimoStrictness strictness) =>
        schema.Member("type").ValueKind == JsonValueKind.Undefined && strictness != MimoStrictness.Lenient
            ? ApiError.Missing(at["type"])
            : null;

    private static ApiError? CheckMessages(JsonElement messages, MimoStrictness strictness)
    {
        if (messages.GetArrayLength() == 0)
        {
            return ApiError.ParamIncorrect("messages must not be empty");
        }

        int index = 0;
        foreach (JsonElement message in messages.EnumerateArray())
        {
            Location at = Location.Body["messages"][index];
            ApiError? error = AnthropicFields.Message.Check(message, at, strictness)
                ?? AnthropicContentRules.Check(message.Member("content"), BlocksOf(message.Member("role").AsText()), at["content"], strictness);
            if (error is not null)
            {
                return error;
            }

            index++;
        }

        return null;
    }

    private static string[] BlocksOf(string? role) => role switch
    {
        "assistant" => ["text", "thinking", "tool_use"],
        "system" => ["text"],
        _ => ["text", "image", "audio", "video", "tool_result"],
    };
}

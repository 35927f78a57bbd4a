using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Anthropic;

/// <summary>What the Anthropic format demands of content: a string or an array of blocks.</summary>
internal static class AnthropicContentRules
{
    private static readonly string[] ResultBlocks = ["text", "image", "audio", "video"];

    /// <summary>Judges content in which only blocks of these types may stand.</summary>
    public static ApiError? Check(JsonElement content, string[] types, Location at, MimoStrictness strictness)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            return null;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return ApiError.NotAString(at);
        }

        int index = 0;
        foreach (JsonElement block in content.EnumerateArray())
        {
            if (CheckBlock(block, types, at[index], strictness) is { } error)
            {
                return error;
            }

            index++;
        }

        return null;
    }

    private static ApiError? CheckBlock(JsonElement block, string[] types, Location at, MimoStrictness strictness)
    {
        if (block.ValueKind != JsonValueKind.Object)
        {
            return ApiError.NotAnObject(at);
        }

        string? type = block.Member("type").AsText();
        if (type is null || (!types.Contains(type, StringComparer.Ordinal) && strictness != MimoStrictness.Lenient))
        {
            return ApiError.Invalid("literal_error", at["type"], $"Input should be {string.Join(", ", types.Select(name => $"'{name}'"))}");
        }

        return type switch
        {
            "text" => AnthropicFields.Text.Check(block, at, strictness) ?? CheckNotEmpty(block, at, strictness),
            "thinking" => AnthropicFields.ThinkingBlock.Check(block, at, strictness),
            "tool_use" => AnthropicFields.ToolUse.Check(block, at, strictness),
            "tool_result" => AnthropicFields.ToolResult.Check(block, at, strictness)
                ?? (block.Member("content").ValueKind == JsonValueKind.Undefined ? null : Check(block.Member("content"), ResultBlocks, at["content"], strictness)),
            "image" or "audio" or "video" => AnthropicFields.Media.Check(block, at, strictness)
                ?? AnthropicSourceRules.Check(block.Member("source"), type, at["source"], strictness),
            _ => null,
        };
    }

    private static ApiError? CheckNotEmpty(JsonElement block, Location at, MimoStrictness strictness) =>
        block.Member("text").AsText() is "" && strictness != MimoStrictness.Lenient
            ? ApiError.Invalid("string_too_short", at["text"], "String should have at least 1 character")
            : null;
}

using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.OpenAI;

/// <summary>What the OpenAI format demands of each message by itself.</summary>
internal static class OpenAIMessageRules
{
    public const string TextNotSet = "`text` is not set";

    private const string TextNotPresent = "`text` is not present";

    public static ApiError? Check(JsonElement messages, MimoStrictness strictness)
    {
        if (messages.GetArrayLength() == 0)
        {
            return ApiError.ParamIncorrect("messages must not be empty");
        }

        int index = 0;
        foreach (JsonElement message in messages.EnumerateArray())
        {
            Location at = Location.Body["messages"][index];
            ApiError? error = OpenAIFields.Message.Check(message, at, strictness)
                ?? CheckToolCalls(message, at, strictness)
                ?? OpenAIContentRules.Check(message.Member("content"), at["content"], strictness);
            if (error is null && strictness != MimoStrictness.Lenient)
            {
                error = CheckRole(message, at, strictness);
            }

            if (error is not null)
            {
                return error;
            }

            index++;
        }

        return null;
    }

    private static ApiError? CheckRole(JsonElement message, Location at, MimoStrictness strictness)
    {
        JsonElement content = message.Member("content");
        if (content.IsMissingOrNull())
        {
            return ApiError.ParamIncorrect(TextNotPresent);
        }

        bool hasText = OpenAIContentRules.HasText(content);
        bool hasOnlyText = OpenAIContentRules.HasOnlyText(content);
        switch (message.Member("role").GetString())
        {
            case "user":
                return hasText ? null : ApiError.ParamIncorrect(TextNotSet);
            case "tool" when message.Member("tool_call_id").AsText() is not { Length: > 0 }:
                return ApiError.ParamIncorrect("`tool_call_id` is not set");
            case "tool" when !hasOnlyText:
                return ApiError.ParamIncorrect(TextNotSet);
            case "tool" when strictness == MimoStrictness.Strict && content.ValueKind == JsonValueKind.Array:
                return ApiError.NotAString(at["content"]);
            case "developer" when strictness == MimoStrictness.Strict:
                return ApiError.Invalid("literal_error", at["role"], "Input should be 'system', 'user', 'assistant' or 'tool'");
            case not "tool" when !hasOnlyText:
                return ApiError.ParamIncorrect(TextNotSet);
            default:
                return null;
        }
    }

    private static ApiError? CheckToolCalls(JsonElement message, Location at, MimoStrictness strictness)
    {
        int index = 0;
        foreach (JsonElement call in message.Member("tool_calls").Items())
        {
            Location callAt = at["tool_calls"][index];
            ApiError? error = OpenAIFields.ToolCall.Check(call, callAt, strictness)
                ?? OpenAIFields.CalledFunction.Check(call.Member("function"), callAt["function"], strictness);
            if (error is not null)
            {
                return error;
            }

            index++;
        }

        return null;
    }
}

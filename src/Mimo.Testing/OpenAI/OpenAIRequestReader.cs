using System.Text.Json;
using Mimo.Testing.Conversations;

namespace Mimo.Testing.OpenAI;

/// <summary>Reads a body that <see cref="OpenAIRules"/> passed.</summary>
internal static class OpenAIRequestReader
{
    public static ChatRequest Read(JsonElement body) => new()
    {
        Model = body.Member("model").GetString()!,
        Messages = [.. body.Member("messages").Items().Select(ReadMessage)],
        Tools = [.. body.Member("tools").Items().Where(IsFunction).Select(ReadTool)],
        OffersWebSearch = body.Member("tools").Items().Any(IsWebSearch),
        Stream = body.Member("stream").ValueKind == JsonValueKind.True,
        IncludeUsage = body.Member("stream_options").Member("include_usage").ValueKind != JsonValueKind.False,
        Thinking = ReadThinking(body),
        OutputCaps = [.. ReadOutputCap(body, "max_completion_tokens"), .. ReadOutputCap(body, "max_tokens")],
        Stop = body.Member("stop").AsText() is { } stop ? [stop] : [.. body.Member("stop").Items().Select(item => item.GetString()!)],
        JsonMode = body.Member("response_format").Member("type").AsText() is "json_object" or "json_schema",
        AnswerSchema = body.Member("response_format").Member("json_schema").Member("schema"),
    };

    private static bool? ReadThinking(JsonElement body) => body.Member("thinking").Member("type").AsText() switch
    {
        "enabled" => true,
        "disabled" => false,
        _ => body.Member("reasoning_effort").AsText() == "none" ? false : null,
    };

    private static OutputCap[] ReadOutputCap(JsonElement body, string name) =>
        body.Member(name).ValueKind == JsonValueKind.Number ? [new OutputCap(name, body.Member(name).GetInt64())] : [];

    private static bool IsFunction(JsonElement tool) => tool.Member("type").AsText() == "function";

    private static bool IsWebSearch(JsonElement tool) => tool.Member("type").AsText() == "web_search";

    private static OfferedTool ReadTool(JsonElement tool)
    {
        JsonElement function = tool.Member("function");
        return new OfferedTool(function.Member("name").GetString()!, function.Member("description").AsText() ?? "", function.Member("parameters"));
    }

    private static ChatMessage ReadMessage(JsonElement message)
    {
        JsonElement content = message.Member("content");
        ChatRole role = message.Member("role").GetString() switch
        {
            "user" => ChatRole.User,
            "assistant" => ChatRole.Assistant,
            "tool" => ChatRole.Tool,
            _ => ChatRole.System,
        };
        return new ChatMessage(role, ReadText(content))
        {
            Reasoning = message.Member("reasoning_content").AsText(),
            ToolCalls = [.. message.Member("tool_calls").Items().Select(ReadToolCall)],
            ToolCallId = message.Member("tool_call_id").AsText(),
            Media = content.Items().Aggregate(MediaKinds.None, (kinds, part) => kinds | ReadMedia(part)),
        };
    }

    private static string ReadText(JsonElement content) =>
        content.AsText() ?? string.Join('\n', content.Items().Select(part => part.Member("text").AsText()).OfType<string>());

    private static ChatToolCall ReadToolCall(JsonElement call)
    {
        JsonElement function = call.Member("function");
        return new ChatToolCall(call.Member("id").GetString()!, function.Member("name").GetString()!, function.Member("arguments").GetString()!);
    }

    private static MediaKinds ReadMedia(JsonElement part) => part.Member("type").AsText() switch
    {
        "image_url" => MediaKinds.Image,
        "input_audio" => MediaKinds.Audio,
        "video_url" => MediaKinds.Video,
        _ => MediaKinds.None,
    };
}

using System.Text.Json;
using Mimo.Testing.Conversations;

namespace Mimo.Testing.Anthropic;

/// <summary>Reads a body that <see cref="AnthropicRules"/> passed.</summary>
internal static class AnthropicRequestReader
{
    public static ChatRequest Read(JsonElement body) => new()
    {
        Model = body.Member("model").GetString()!,
        Messages = [.. ReadSystem(body.Member("system")), .. body.Member("messages").Items().SelectMany(ReadMessage)],
        Tools = [.. body.Member("tools").Items().Where(tool => !AnthropicFields.IsOfAnotherKind(tool)).Select(ReadTool)],
        Stream = body.Member("stream").ValueKind == JsonValueKind.True,
        Thinking = body.Member("thinking").Member("type").AsText() is { } thinking ? thinking == "enabled" : null,
        OutputCaps = body.Member("max_tokens").ValueKind == JsonValueKind.Number ? [new OutputCap("max_tokens", body.Member("max_tokens").GetInt64())] : [],
        Stop = [.. body.Member("stop_sequences").Items().Select(stop => stop.GetString()!)],
        OneToolCallAtMost = body.Member("tool_choice").Member("disable_parallel_tool_use").ValueKind == JsonValueKind.True,
    };

    private static IEnumerable<ChatMessage> ReadSystem(JsonElement system) =>
        system.ValueKind == JsonValueKind.Undefined ? [] : [new ChatMessage(ChatRole.System, ReadText(system))];

    /// <summary>One message of the wire; tool results in it become messages of their own, before what else it says.</summary>
    private static IEnumerable<ChatMessage> ReadMessage(JsonElement message)
    {
        JsonElement content = message.Member("content");
        JsonElement[] results = [.. Blocks(content, "tool_result")];
        foreach (JsonElement result in results)
        {
            yield return new ChatMessage(ChatRole.Tool, ReadText(result.Member("content")))
            {
                ToolCallId = result.Member("tool_use_id").GetString(),
                Media = ReadMedia(result.Member("content")),
            };
        }

        if (results.Length > 0 && results.Length == content.GetArrayLength())
        {
            yield break;
        }

        JsonElement[] thoughts = [.. Blocks(content, "thinking")];
        yield return new ChatMessage(ReadRole(message.Member("role").AsText()), ReadText(content))
        {
            Reasoning = thoughts.Length == 0 ? null : string.Concat(thoughts.Select(thought => thought.Member("thinking").GetString())),
            ToolCalls = [.. Blocks(content, "tool_use").Select(ReadToolCall)],
            Media = ReadMedia(content),
        };
    }

    private static ChatRole ReadRole(string? role) => role switch
    {
        "assistant" => ChatRole.Assistant,
        "system" => ChatRole.System,
        _ => ChatRole.User,
    };

    private static IEnumerable<JsonElement> Blocks(JsonElement content, string type) =>
        content.Items().Where(block => block.Member("type").AsText() == type);

    private static string ReadText(JsonElement content) =>
        content.AsText() ?? string.Join('\n', Blocks(content, "text").Select(block => block.Member("text").GetString()));

    private static MediaKinds ReadMedia(JsonElement content) => content.Items().Aggregate(MediaKinds.None, (kinds, block) => kinds | block.Member("type").AsText() switch
    {
        "image" => MediaKinds.Image,
        "audio" => MediaKinds.Audio,
        "video" => MediaKinds.Video,
        _ => MediaKinds.None,
    });

    private static ChatToolCall ReadToolCall(JsonElement block) =>
        new(block.Member("id").GetString()!, block.Member("name").GetString()!, block.Member("input").GetRawText());

    private static OfferedTool ReadTool(JsonElement tool) =>
        new(tool.Member("name").GetString()!, tool.Member("description").AsText() ?? "", tool.Member("input_schema"));
}

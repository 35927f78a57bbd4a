using System.Text.Json;
using Mimo.Testing.Replies;

namespace Mimo.Testing.OpenAI;

/// <summary>Writes an answer that is not streamed.</summary>
internal static class OpenAIResponseWriter
{
    public static byte[] Write(Reply reply) => WireJson.ToUtf8(json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, reply.Id);
        json.WriteString("object"u8, "chat.completion"u8);
        json.WriteNumber("created"u8, reply.Created);
        json.WriteString("model"u8, reply.Model);
        json.WriteStartArray("choices"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, 0);
        json.WriteString("finish_reason"u8, reply.FinishReason);
        json.WritePropertyName("message"u8);
        WriteMessage(json, reply);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteUsage(json, reply, isStreamed: false);
        json.WriteEndObject();
    });

    /// <summary>As captured, a stream that took nothing from the cache has no details of its prompt, where a whole answer has a zero.</summary>
    public static void WriteUsage(Utf8JsonWriter json, Reply reply, bool isStreamed)
    {
        Usage usage = reply.Usage;
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, usage.Prompt);
        json.WriteNumber("completion_tokens"u8, usage.Completion);
        json.WriteNumber("total_tokens"u8, usage.Total);
        json.WriteStartObject("completion_tokens_details"u8);
        json.WriteNumber("reasoning_tokens"u8, usage.Reasoning);
        json.WriteEndObject();
        WritePromptDetails(json, reply, isStreamed);
        OpenAISearchWriter.WriteUsage(json, usage);
        json.WriteEndObject();
    }

    private static void WritePromptDetails(Utf8JsonWriter json, Reply reply, bool isStreamed)
    {
        if (reply.IsSparse)
        {
            json.WriteNull("prompt_tokens_details"u8);
            return;
        }

        json.WriteStartObject("prompt_tokens_details"u8);
        if (reply.Usage.Cached > 0 || !isStreamed)
        {
            json.WriteNumber("cached_tokens"u8, reply.Usage.Cached);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, Reply reply)
    {
        json.WriteStartObject();
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("content"u8, reply.Text);
        if (reply.Reasoning is not null || reply.IsSparse)
        {
            json.WriteString("reasoning_content"u8, reply.Reasoning);
        }

        if (reply.ToolCalls.Count == 0)
        {
            json.WriteNull("tool_calls"u8);
        }
        else
        {
            WriteToolCalls(json, reply.ToolCalls);
        }

        OpenAISearchWriter.WriteFindings(json, reply);
        json.WriteEndObject();
    }

    private static void WriteToolCalls(Utf8JsonWriter json, IReadOnlyList<ReplyToolCall> calls)
    {
        json.WriteStartArray("tool_calls"u8);
        foreach (ReplyToolCall call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, call.Id);
            json.WriteString("type"u8, "function"u8);
            json.WriteStartObject("function"u8);
            json.WriteString("name"u8, call.Name);
            json.WriteString("arguments"u8, call.Arguments);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

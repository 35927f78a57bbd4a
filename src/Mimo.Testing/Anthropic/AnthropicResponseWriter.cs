using System.Text.Json;
using Mimo.Testing.Replies;

namespace Mimo.Testing.Anthropic;

/// <summary>Writes an answer that is not streamed.</summary>
internal static class AnthropicResponseWriter
{
    public static byte[] Write(Reply reply) => WireJson.ToUtf8(json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, reply.Id);
        json.WriteString("type"u8, "message"u8);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("model"u8, reply.Model);
        json.WriteString("stop_reason"u8, StopReason(reply));
        json.WriteStartArray("content"u8);
        WriteContent(json, reply);
        json.WriteEndArray();
        WriteUsage(json, reply.Usage);
        json.WriteEndObject();
    });

    /// <summary>The format's word for a finish reason; reasons without a word of their own are the same in both formats.</summary>
    public static string StopReason(Reply reply) => reply.FinishReason switch
    {
        // Seen here and not in the other format: a call that leaked into the text is announced all the same.
        "stop" when reply.LeaksToolCalls => "tool_use",
        "stop" => "end_turn",
        "length" => "max_tokens",
        "tool_calls" => "tool_use",
        _ => reply.FinishReason,
    };

    /// <summary>Cached tokens are not part of the input here, unlike in the other format.</summary>
    public static void WriteUsage(Utf8JsonWriter json, Usage usage)
    {
        json.WriteStartObject("usage"u8);
        json.WriteNumber("input_tokens"u8, usage.Prompt - usage.Cached);
        json.WriteNumber("output_tokens"u8, usage.Completion);
        if (usage.Cached > 0)
        {
            json.WriteNumber("cache_read_input_tokens"u8, usage.Cached);
        }

        json.WriteEndObject();
    }

    /// <summary>The members of a thinking block.</summary>
    public static void WriteThinkingMembers(Utf8JsonWriter json, Reply reply, string reasoning)
    {
        json.WriteString("type"u8, "thinking"u8);
        json.WriteString("thinking"u8, reasoning);
        if (!reply.IsSparse)
        {
            json.WriteString("signature"u8, ""u8);
        }
    }

    /// <summary>As captured: the text stands before the thinking, unless a tool is used; then the thinking is first.</summary>
    private static void WriteContent(Utf8JsonWriter json, Reply reply)
    {
        if (reply.ToolCalls.Count == 0)
        {
            WriteText(json, reply.Text);
            WriteThinking(json, reply);
            return;
        }

        WriteThinking(json, reply);
        WriteText(json, reply.Text);
        foreach (ReplyToolCall call in reply.ToolCalls)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "tool_use"u8);
            json.WriteString("id"u8, call.Id);
            json.WriteString("name"u8, call.Name);
            json.WritePropertyName("input"u8);
            WriteInput(json, call.Arguments);
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        if (text.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "text"u8);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
        }
    }

    private static void WriteThinking(Utf8JsonWriter json, Reply reply)
    {
        if (reply.Reasoning is not null)
        {
            json.WriteStartObject();
            WriteThinkingMembers(json, reply, reply.Reasoning);
            json.WriteEndObject();
        }
    }

    /// <summary>Arguments that are not JSON have no place in a JSON value, so they are sent as the text they are.</summary>
    private static void WriteInput(Utf8JsonWriter json, string arguments)
    {
        if (arguments.Length == 0)
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
        else if (JsonText.TryParse(arguments) is { } input)
        {
            // As scripted, to the character: numbers keep their form.
            json.WriteRawValue(input.GetRawText());
        }
        else
        {
            json.WriteStringValue(arguments);
        }
    }
}

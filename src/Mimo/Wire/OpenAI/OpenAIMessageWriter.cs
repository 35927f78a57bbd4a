using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>
/// Writes the elements of <c>messages</c>. What the model said goes out exactly as it came: its text, reasoning, argument text and ids.
/// What others said may have been cut within a character, and the server refuses half of one for good; in its place stands U+FFFD.
/// </summary>
internal static class OpenAIMessageWriter
{
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText ReasoningContent = JsonEncodedText.Encode("reasoning_content");
    private static readonly JsonEncodedText ToolCallId = JsonEncodedText.Encode("tool_call_id");
    private static readonly JsonEncodedText ToolCalls = JsonEncodedText.Encode("tool_calls");

    public static void WriteAll(Utf8JsonWriter writer, ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        foreach (MimoMessage message in messages)
        {
            Write(writer, message, writing);
        }
    }

    private static void Write(Utf8JsonWriter writer, MimoMessage message, in MessageWriting writing)
    {
        writer.WriteStartObject();
        switch (message.Role)
        {
            case MimoRole.System:
                writer.WriteString(Role, "system"u8);
                writer.WriteString(Content, message.Text);
                break;
            case MimoRole.User:
                writer.WriteString(Role, "user"u8);
                WriteUserContent(writer, message);
                break;
            case MimoRole.Assistant:
                writer.WriteString(Role, "assistant"u8);
                WriteAssistant(writer, message, writing);
                break;
            default:
                writer.WriteString(Role, "tool"u8);
                JsonText.WriteString(writer, ToolCallId, message.ToolCallId ?? string.Empty);

                writer.WriteString(Content, message.Text);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteAssistant(Utf8JsonWriter writer, MimoMessage message, in MessageWriting writing)
    {
        bool isBlankWanted = writing.BlankForEmptyContent && message.Text.Length == 0;
        JsonText.WriteString(writer, Content, isBlankWanted ? " " : message.Text);
        if (message.Reasoning is { } reasoning)
        {
            JsonText.WriteString(writer, ReasoningContent, reasoning);
        }
        else if (writing.NeedsReasoningPlaceholder(message))
        {
            writer.WriteString(ReasoningContent, ""u8);
        }

        if (message.ToolCallSpan.Length > 0)
        {
            writer.WritePropertyName(ToolCalls);
            OpenAIToolCallWriter.Write(writer, message.ToolCallSpan);
        }
    }

    private static void WriteUserContent(Utf8JsonWriter writer, MimoMessage message)
    {
        ReadOnlySpan<MimoContent> parts = message.ContentSpan;
        if (parts is [MimoTextContent] or [])
        {
            writer.WriteString(Content, message.Text);
        }
        else
        {
            writer.WritePropertyName(Content);
            OpenAIContentWriter.Write(writer, parts);
        }
    }
}

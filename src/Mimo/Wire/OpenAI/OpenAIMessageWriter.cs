using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Writes the elements of <c>messages</c>. Reasoning, argument text and ids go out exactly as they came.</summary>
internal static class OpenAIMessageWriter
{
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText ReasoningContent = JsonEncodedText.Encode("reasoning_content");
    private static readonly JsonEncodedText ToolCallId = JsonEncodedText.Encode("tool_call_id");
    private static readonly JsonEncodedText ToolCalls = JsonEncodedText.Encode("tool_calls");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Function = JsonEncodedText.Encode("function");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Arguments = JsonEncodedText.Encode("arguments");

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
                JsonText.WriteString(writer, Content, message.Text);
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

                // Not as it is: a tool may have cut its text within a character, and the server refuses half of one for good.
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
            WriteToolCalls(writer, message.ToolCallSpan);
        }
    }

    private static void WriteToolCalls(Utf8JsonWriter writer, ReadOnlySpan<MimoToolCall> calls)
    {
        writer.WriteStartArray(ToolCalls);
        foreach (MimoToolCall call in calls)
        {
            writer.WriteStartObject();
            JsonText.WriteString(writer, Id, call.Id);
            writer.WriteString(Type, "function"u8);
            writer.WriteStartObject(Function);
            JsonText.WriteString(writer, Name, call.Name);
            writer.WriteString(Arguments, call.ArgumentsUtf8.Span);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUserContent(Utf8JsonWriter writer, MimoMessage message)
    {
        ReadOnlySpan<MimoContent> parts = message.ContentSpan;
        if (parts is [MimoTextContent] or [])
        {
            JsonText.WriteString(writer, Content, message.Text);
            return;
        }

        bool hasText = false;
        writer.WriteStartArray(Content);
        foreach (MimoContent part in parts)
        {
            if (part is MimoTextContent { Text.Length: 0 })
            {
                continue;
            }

            writer.WriteStartObject();
            WritePart(writer, part);
            writer.WriteEndObject();
            hasText |= part is MimoTextContent;
        }

        if (!hasText)
        {
            // The server refuses media that come without any text.
            writer.WriteStartObject();
            writer.WriteString(Type, "text"u8);
            writer.WriteString(Text, " "u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, MimoContent part)
    {
        switch (part)
        {
            case MimoTextContent text:
                writer.WriteString(Type, "text"u8);
                JsonText.WriteString(writer, Text, text.Text);
                break;
            case MimoImage image:
                writer.WriteString(Type, "image_url"u8);
                writer.WriteStartObject("image_url"u8);
                MediaText.WriteUri(writer, Url, image);
                writer.WriteEndObject();
                break;
            case MimoAudio audio:
                writer.WriteString(Type, "input_audio"u8);
                writer.WriteStartObject("input_audio"u8);
                MediaText.WriteUri(writer, Data, audio);
                writer.WriteEndObject();
                break;
            case MimoVideo video:
                writer.WriteString(Type, "video_url"u8);
                WriteVideo(writer, video);
                break;
        }
    }

    private static void WriteVideo(Utf8JsonWriter writer, MimoVideo video)
    {
        writer.WriteStartObject("video_url"u8);
        MediaText.WriteUri(writer, Url, video);
        writer.WriteEndObject();

        // Both stand beside video_url, not in it.
        if (video.FramesPerSecond is { } framesPerSecond)
        {
            writer.WriteNumber("fps"u8, framesPerSecond);
        }

        if (video.MediaResolution is { } resolution)
        {
            writer.WriteString("media_resolution"u8, resolution);
        }
    }
}

using System.Text.Json;

namespace Mimo.Wire.Anthropic;

/// <summary>Writes the elements of <c>messages</c>: the conversation without its system messages, neighbouring tool results joined in one user message.</summary>
internal static class AnthropicMessageWriter
{
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Thinking = JsonEncodedText.Encode("thinking");
    private static readonly JsonEncodedText Signature = JsonEncodedText.Encode("signature");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Input = JsonEncodedText.Encode("input");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText ToolUseId = JsonEncodedText.Encode("tool_use_id");

    public static void WriteAll(Utf8JsonWriter writer, ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        bool isInToolResults = false;
        foreach (MimoMessage message in messages)
        {
            if (message.Role == MimoRole.System)
            {
                continue;
            }

            bool isToolResult = message.Role == MimoRole.Tool;
            if (isToolResult && !isInToolResults)
            {
                writer.WriteStartObject();
                writer.WriteString(Role, "user"u8);
                writer.WriteStartArray(Content);
            }
            else if (!isToolResult && isInToolResults)
            {
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            isInToolResults = isToolResult;
            Write(writer, message, writing);
        }

        if (isInToolResults)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes one message, or for a tool result one block of the user message that holds the results.</summary>
    private static void Write(Utf8JsonWriter writer, MimoMessage message, in MessageWriting writing)
    {
        writer.WriteStartObject();
        if (message.Role == MimoRole.Tool)
        {
            writer.WriteString(Type, "tool_result"u8);
            JsonText.WriteString(writer, ToolUseId, message.ToolCallId ?? string.Empty);
            writer.WriteString(Content, message.Text);
            if (message.IsToolError)
            {
                writer.WriteBoolean("is_error"u8, true);
            }
        }
        else
        {
            writer.WriteString(Role, message.Role == MimoRole.Assistant ? "assistant"u8 : "user"u8);
            writer.WriteStartArray(Content);
            WriteBlocks(writer, message, writing);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter writer, MimoMessage message, in MessageWriting writing)
    {
        bool isEmpty = true;
        if (writing.NeedsReasoningPlaceholder(message))
        {
            WriteThinking(writer, string.Empty, string.Empty);
        }

        foreach (MimoContent part in message.ContentSpan)
        {
            // The server refuses empty text blocks.
            if (part is not MimoTextContent { Text.Length: 0 })
            {
                WriteBlock(writer, part, message.Role);
                isEmpty = false;
            }
        }

        foreach (MimoToolCall call in message.ToolCallSpan)
        {
            WriteToolUse(writer, call);
            isEmpty = false;
        }

        if (isEmpty)
        {
            WriteText(writer, " ", message.Role);
        }
    }

    private static void WriteBlock(Utf8JsonWriter writer, MimoContent part, MimoRole role)
    {
        switch (part)
        {
            case MimoTextContent text:
                WriteText(writer, text.Text, role);
                break;
            case MimoReasoningContent reasoning:
                WriteThinking(writer, reasoning.Text, reasoning.Signature ?? string.Empty);
                break;
            case MimoMedia media:
                WriteMedia(writer, media);
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string text, MimoRole role)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, "text"u8);
        if (role == MimoRole.Assistant)
        {
            JsonText.WriteString(writer, Text, text);
        }
        else
        {
            writer.WriteString(Text, text);
        }

        writer.WriteEndObject();
    }

    private static void WriteThinking(Utf8JsonWriter writer, string text, string signature)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, "thinking"u8);
        JsonText.WriteString(writer, Thinking, text);
        JsonText.WriteString(writer, Signature, signature);
        writer.WriteEndObject();
    }

    private static void WriteToolUse(Utf8JsonWriter writer, MimoToolCall call)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, "tool_use"u8);
        JsonText.WriteString(writer, Id, call.Id);
        JsonText.WriteString(writer, Name, call.Name);
        ReadOnlySpan<byte> arguments = call.ArgumentsUtf8.Span;
        if (ToolInput.IsJsonObject(arguments))
        {
            writer.WritePropertyName(Input);
            writer.WriteRawValue(arguments, skipInputValidation: true);
        }
        else
        {
            writer.WriteStartObject(Input);
            if (!arguments.Trim(" \t\r\n"u8).IsEmpty)
            {
                // Here the input must be an object, so what the model wrote can only go back as a text in one.
                writer.WriteString(ToolInput.InvalidArguments, arguments);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter writer, MimoMedia media)
    {
        writer.WriteStartObject();
        writer.WriteString(Type, media.Kind);
        writer.WriteStartObject("source"u8);
        if (DataAddress.TryRead(media, out DataAddress data))
        {
            writer.WriteString(Type, "base64"u8);
            writer.WriteString("media_type"u8, data.MediaType);
            writer.WriteString("data"u8, data.Data);
        }
        else if (media.Uri is { } uri)
        {
            writer.WriteString(Type, "url"u8);
            writer.WriteString("url"u8, uri);
        }
        else
        {
            writer.WriteString(Type, "base64"u8);
            writer.WriteString("media_type"u8, media.MediaType);
            MediaText.WriteBase64(writer, Data, string.Empty, media.Data.Span);
        }

        if (media is MimoVideo video)
        {
            // Unlike in the OpenAI format both stand inside the source.
            if (video.FramesPerSecond is { } framesPerSecond)
            {
                writer.WriteNumber("fps"u8, framesPerSecond);
            }

            if (video.MediaResolution is { } resolution)
            {
                writer.WriteString("media_resolution"u8, resolution);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Mimo.Wire;

namespace Mimo;

/// <summary>Writes a transcript in a format of its own, which keeps what both wire formats know. <see cref="TranscriptReader"/> reads it.</summary>
internal static class TranscriptWriter
{
    public const int Version = 1;

    private static readonly JsonEncodedText ToolCallId = JsonEncodedText.Encode("toolCallId");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Signature = JsonEncodedText.Encode("signature");
    private static readonly JsonEncodedText Uri = JsonEncodedText.Encode("uri");
    private static readonly JsonEncodedText MediaResolution = JsonEncodedText.Encode("mediaResolution");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    public static void Write(IBufferWriter<byte> destination, IReadOnlyList<MimoMessage> messages)
    {
        Utf8JsonWriter writer = JsonWriters.Rent(destination);
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, Version);
        writer.WriteStartArray("messages"u8);
        foreach (MimoMessage message in messages)
        {
            WriteMessage(writer, message);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        JsonWriters.Return(writer);
    }

    private static void WriteMessage(Utf8JsonWriter writer, MimoMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, RoleNames.Of(message.Role));
        if (message.ToolCallId is { } id)
        {
            JsonText.WriteString(writer, ToolCallId, id);
        }

        if (message.IsToolError)
        {
            writer.WriteBoolean("isToolError"u8, true);
        }

        if (message.IsWithoutReasoning)
        {
            writer.WriteBoolean("isWithoutReasoning"u8, true);
        }

        writer.WriteStartArray("content"u8);
        foreach (MimoContent part in message.Content)
        {
            WritePart(writer, part);
        }

        writer.WriteEndArray();
        if (message.ToolCalls.Count > 0)
        {
            WriteToolCalls(writer, message.ToolCalls);
        }

        writer.WriteEndObject();
    }

    private static void WriteToolCalls(Utf8JsonWriter writer, IReadOnlyList<MimoToolCall> calls)
    {
        writer.WriteStartArray("toolCalls"u8);
        foreach (MimoToolCall call in calls)
        {
            writer.WriteStartObject();
            JsonText.WriteString(writer, Id, call.Id);
            JsonText.WriteString(writer, Name, call.Name);

            // JSON strings hold valid UTF-8 only; anything else is kept as it is in base64.
            if (Utf8.IsValid(call.ArgumentsUtf8.Span))
            {
                writer.WriteString("arguments"u8, call.ArgumentsUtf8.Span);
            }
            else
            {
                writer.WriteBase64String("argumentsBase64"u8, call.ArgumentsUtf8.Span);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, MimoContent part)
    {
        writer.WriteStartObject();
        switch (part)
        {
            case MimoTextContent text:
                writer.WriteString("type"u8, "text"u8);
                JsonText.WriteString(writer, Text, text.Text);
                break;
            case MimoReasoningContent reasoning:
                writer.WriteString("type"u8, "reasoning"u8);
                JsonText.WriteString(writer, Text, reasoning.Text);
                if (reasoning.Signature is { } signature)
                {
                    JsonText.WriteString(writer, Signature, signature);
                }

                break;
            case MimoMedia media:
                WriteMedia(writer, media);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter writer, MimoMedia media)
    {
        writer.WriteString("type"u8, media.Kind);
        if (media.Uri is { } uri)
        {
            JsonText.WriteString(writer, Uri, uri);
        }
        else
        {
            writer.WriteString("mediaType"u8, media.MediaType);
            MediaText.WriteBase64(writer, Data, string.Empty, media.Data.Span);
        }

        if (media is MimoVideo { FramesPerSecond: { } framesPerSecond })
        {
            writer.WriteNumber("framesPerSecond"u8, framesPerSecond);
        }

        if (media is MimoVideo { MediaResolution: { } resolution })
        {
            JsonText.WriteString(writer, MediaResolution, resolution);
        }
    }
}

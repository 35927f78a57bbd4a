using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Writes text and media of a user's message as the array that <c>content</c> holds where it is more than one text.</summary>
internal static class OpenAIContentWriter
{
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<MimoContent> parts)
    {
        bool hasText = false;
        writer.WriteStartArray();
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
                writer.WriteString(Text, text.Text);
                break;
            case MimoImage image:
                WriteMedia(writer, "image_url"u8, Url, image);
                break;
            case MimoAudio audio:
                WriteMedia(writer, "input_audio"u8, Data, audio);
                break;
            case MimoVideo video:
                WriteMedia(writer, "video_url"u8, Url, video);
                WriteDetail(writer, video);
                break;
        }
    }

    private static void WriteMedia(Utf8JsonWriter writer, ReadOnlySpan<byte> type, JsonEncodedText address, MimoMedia media)
    {
        writer.WriteString(Type, type);
        writer.WriteStartObject(type);
        MediaText.WriteUri(writer, address, media);
        writer.WriteEndObject();
    }

    /// <summary>How closely a video is looked at: that stands beside <c>video_url</c>, not in it.</summary>
    private static void WriteDetail(Utf8JsonWriter writer, MimoVideo video)
    {
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

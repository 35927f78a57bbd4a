using System.Buffers;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Writes one message, from its kept bytes where there are any.</summary>
internal static class MessageEncoder
{
    public delegate void WriteMessage(Utf8JsonWriter writer, MimoMessage message, in MessageWriting writing);

    public static void Write(Utf8JsonWriter writer, MimoMessage message, in MessageWriting writing, WriteMessage write)
    {
        if (!MayKeep(message, writing))
        {
            write(writer, message, writing);
            return;
        }

        ref MessageEncodings encodings = ref message.Encodings;
        byte[]? kept = encodings.Get(writing.Format);
        if (kept is null && encodings.NoteSending(writing.Format))
        {
            kept = Encode(message, writing, write);
            encodings.Keep(writing.Format, kept);
        }

        if (kept is null)
        {
            write(writer, message, writing);
        }
        else
        {
            writer.WriteRawValue(kept, skipInputValidation: true);
        }
    }

    /// <summary>
    /// Not kept: turns whose bytes depend on the request around them, and media, which are large and cost little more than a copy.
    /// </summary>
    private static bool MayKeep(MimoMessage message, in MessageWriting writing)
    {
        if (writing.BlankForEmptyContent || (message.Reasoning is null && message.ToolCallSpan.Length > 0))
        {
            return false;
        }

        foreach (MimoContent part in message.ContentSpan)
        {
            if (part is MimoMedia)
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Encode(MimoMessage message, in MessageWriting writing, WriteMessage write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Utf8JsonWriter writer = JsonWriters.Rent(buffer);
        write(writer, message, writing);
        writer.Flush();
        JsonWriters.Return(writer);
        return buffer.WrittenSpan.ToArray();
    }
}

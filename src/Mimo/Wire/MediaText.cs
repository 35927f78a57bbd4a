using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>Writes media bytes as base64 strings without a .NET string in between.</summary>
internal static class MediaText
{
    /// <summary>Writes the address, or the bytes as a data URI.</summary>
    public static void WriteUri(Utf8JsonWriter writer, JsonEncodedText name, MimoMedia media)
    {
        if (media.Uri is { } uri)
        {
            writer.WriteString(name, uri);
        }
        else
        {
            WriteBase64(writer, name, $"data:{media.MediaType};base64,", media.Data.Span);
        }
    }

    /// <summary>About how many bytes of a request are media in base64. MiMo counts tokens for what they show, not for this text.</summary>
    public static long LengthIn(IReadOnlyList<MimoMessage> messages)
    {
        long length = 0;
        for (int i = 0; i < messages.Count; i++)
        {
            // Only those of the user go out.
            if (messages[i].Role == MimoRole.User)
            {
                foreach (MimoContent part in messages[i].ContentSpan)
                {
                    length += part is MimoMedia media ? Length(media) : 0;
                }
            }
        }

        return length;
    }

    public static void WriteBase64(Utf8JsonWriter writer, JsonEncodedText name, string prefix, ReadOnlySpan<byte> data)
    {
        int prefixLength = Encoding.UTF8.GetByteCount(prefix);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(prefixLength + Base64.GetMaxEncodedToUtf8Length(data.Length));
        Encoding.UTF8.GetBytes(prefix, buffer);
        Base64.EncodeToUtf8(data, buffer.AsSpan(prefixLength), out _, out int written);
        writer.WriteString(name, buffer.AsSpan(0, prefixLength + written));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static int Length(MimoMedia media) => media.Uri is { } uri
        ? uri.AsSpan().TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? uri.Length : 0
        : Base64.GetMaxEncodedToUtf8Length(media.Data.Length);
}

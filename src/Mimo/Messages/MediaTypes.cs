namespace Mimo;

/// <summary>Tells what kind of file some bytes are, by the signatures at their beginning.</summary>
internal static class MediaTypes
{
    /// <summary>Where WebM and Matroska, which begin alike, name themselves.</summary>
    private const int MatroskaHeader = 64;

    /// <returns>Null if the bytes are no image that MiMo takes.</returns>
    public static string? OfImage(ReadOnlySpan<byte> data) =>
        Begins(data, [0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : Begins(data, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : data.StartsWith("GIF87a"u8) || data.StartsWith("GIF89a"u8) ? "image/gif"
        : IsRiff(data, "WEBP"u8) ? "image/webp"
        : data.StartsWith("BM"u8) ? "image/bmp"
        : null;

    /// <returns>Null if the bytes are no audio that is known.</returns>
    public static string? OfAudio(ReadOnlySpan<byte> data) =>
        IsRiff(data, "WAVE"u8) ? "audio/wav"
        : data.StartsWith("ID3"u8) ? "audio/mpeg"
        : data.StartsWith("fLaC"u8) ? "audio/flac"
        : data.StartsWith("OggS"u8) ? "audio/ogg"

        // Audio in it is no rarer under the brands of MP4 itself than under its own, M4A.
        : IsIsoMedia(data) && !IsOtherBrand(data.Slice(8)) ? "audio/mp4"

        // Eleven set bits begin a frame; the layer after them is 0 for AAC and not 0 for MP3.
        : data.Length >= 2 && data[0] == 0xFF && (data[1] & 0xF6) == 0xF0 ? "audio/aac"
        : data.Length >= 2 && data[0] == 0xFF && (data[1] & 0xE0) == 0xE0 && (data[1] & 0x06) != 0 ? "audio/mpeg"
        : null;

    /// <returns>Null if the bytes are no video that is known.</returns>
    public static string? OfVideo(ReadOnlySpan<byte> data) =>
        IsIsoMedia(data) ? data.Slice(8).StartsWith("qt  "u8) ? "video/quicktime" : "video/mp4"
        : Begins(data, [0x1A, 0x45, 0xDF, 0xA3]) ? data[..Math.Min(data.Length, MatroskaHeader)].IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska"
        : IsRiff(data, "AVI "u8) ? "video/x-msvideo"
        : Begins(data, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) ? "video/x-ms-wmv"
        : Begins(data, [0x00, 0x00, 0x01, 0xBA]) ? "video/mpeg"
        : null;

    private static bool Begins(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => data.StartsWith(signature);

    private static bool IsRiff(ReadOnlySpan<byte> data, ReadOnlySpan<byte> form) => data.Length >= 12 && data.StartsWith("RIFF"u8) && data.Slice(8).StartsWith(form);

    /// <summary>Photos and QuickTime's films are in the same container.</summary>
    private static bool IsOtherBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("avi"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8)
        || brand.StartsWith("crx "u8) || brand.StartsWith("qt  "u8);

    private static bool IsIsoMedia(ReadOnlySpan<byte> data) => data.Length >= 12 && data.Slice(4).StartsWith("ftyp"u8);
}

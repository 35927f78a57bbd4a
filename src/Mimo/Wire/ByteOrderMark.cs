namespace Mimo.Wire;

/// <summary>What some software puts in front of UTF-8; JSON has no place for it.</summary>
internal static class ByteOrderMark
{
    private static ReadOnlySpan<byte> Utf8 => "\uFEFF"u8;

    /// <summary>The text without a mark in front.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8Text) => utf8Text.StartsWith(Utf8) ? utf8Text[Utf8.Length..] : utf8Text;
}

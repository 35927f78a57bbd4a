namespace Mimo.Testing;

/// <summary>Cuts texts where a character ends.</summary>
internal static class WholeCharacters
{
    /// <summary>The text up to there, or up to one before where that would leave half a surrogate pair: JSON has no way to carry it.</summary>
    public static string Cut(string text, int end) => text[..(end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
}

namespace Mimo.Wire;

/// <summary>The beginning of a text that is too long for a message.</summary>
internal static class ShortText
{
    /// <summary>Cuts a text, but never between the halves of a surrogate pair: half of one is no text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many UTF-16 units are kept at most, from 1 on.</param>
    public static string Of(string text, int longest) => text.Length <= longest
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
}

namespace Mimo.Testing.Replies;

/// <summary>Cuts text into the pieces a stream sends it in.</summary>
internal static class TextPieces
{
    private const int Shortest = 3;
    private const int Longest = 12;

    /// <summary>The pieces of a call's arguments.</summary>
    public static IEnumerable<string> OfArguments(Reply reply, ReplyToolCall call, Dice dice) =>
        reply.HasUndividedArguments && call.Arguments.Length > 0 ? [call.Arguments] : Of(call.Arguments, dice);

    /// <summary>Pieces of a few characters that join to the text; none for no text. A text of two characters or more gives two pieces at least.</summary>
    public static IEnumerable<string> Of(string text, Dice dice)
    {
        int start = 0;
        while (start < text.Length)
        {
            int length = Math.Min(dice.Next(Shortest, Longest), text.Length - start);
            if (start == 0 && length == text.Length && length > 1)
            {
                length /= 2;
            }

            // Half a surrogate pair is no text: JSON would carry it as a replacement character.
            int end = start + length;
            end += char.IsHighSurrogate(text[end - 1]) && end < text.Length ? 1 : 0;
            yield return text[start..end];
            start = end;
        }
    }
}

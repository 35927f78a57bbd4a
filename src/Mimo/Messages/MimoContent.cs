namespace Mimo;

/// <summary>
/// One part of a message: text, reasoning, an image, audio or video. Immutable; safe to share between threads and messages.
/// </summary>
public abstract class MimoContent
{
    private protected MimoContent()
    {
    }

    /// <summary>Makes a text part, so that a plain string can stand wherever a part is asked for.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator MimoContent(string text) => FromString(text);

    /// <summary>Makes a text part from a string.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The part.</returns>
    public static MimoContent FromString(string text) => new MimoTextContent(text);
}

namespace Mimo;

/// <summary>Text, as one part of a message.</summary>
public sealed class MimoTextContent : MimoContent
{
    /// <summary>Makes a text part.</summary>
    /// <param name="text">The text; may be empty.</param>
    public MimoTextContent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text; may be empty.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

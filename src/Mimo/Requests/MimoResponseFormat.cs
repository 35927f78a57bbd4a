namespace Mimo;

/// <summary>What kind of text the model is held to.</summary>
public enum MimoResponseFormat
{
    /// <summary>Any text; not sent.</summary>
    Text,

    /// <summary>
    /// Syntactically valid JSON with an object at the root (JSON mode). The messages must ask for JSON and describe it. The
    /// Anthropic format has no such field; there the messages alone decide.
    /// </summary>
    JsonObject,
}

namespace Mimo;

/// <summary>
/// The parameter's value comes from outside: a mail, a web page, a file of a stranger. Wherever a template inserts it, it is fenced
/// with a marker that is new for each request and can't be guessed, and the system message tells the model that what is between
/// such markers is data and no instruction. It lowers the risk of prompt injection; it can't exclude it, so tools that such a
/// prompt offers should still ask for approval. In system and assistant prompts, where text speaks with authority, the value is
/// refused at build time.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class UntrustedAttribute : Attribute;

namespace Mimo;

/// <summary>
/// A system message of a prompt: how the model shall behave. On an interface it is the default for all its methods; a method's
/// own system prompts replace it.
/// </summary>
/// <param name="template">
/// The text, in which <c>{parameter}</c>, <c>{parameter.Member}</c> and <c>{parameter:format}</c> stand for values; <c>{{</c> and
/// <c>}}</c> are braces. Inserted text is never parsed again, and values are formatted with the invariant culture.
/// </param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SystemPromptAttribute(string template) : Attribute
{
    /// <summary>The text with its placeholders.</summary>
    public string Template { get; } = template;
}

/// <summary>A user message of a prompt. The last one of a method is the turn that is asked; earlier ones are examples.</summary>
/// <param name="template">The text with its placeholders; see <see cref="SystemPromptAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class UserPromptAttribute(string template) : Attribute
{
    /// <summary>The text with its placeholders.</summary>
    public string Template { get; } = template;
}

/// <summary>An assistant message of a prompt: an example of a good answer to the user message before it.</summary>
/// <param name="template">The text with its placeholders; see <see cref="SystemPromptAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AssistantPromptAttribute(string template) : Attribute
{
    /// <summary>The text with its placeholders.</summary>
    public string Template { get; } = template;
}

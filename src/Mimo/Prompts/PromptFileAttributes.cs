namespace Mimo;

/// <summary>
/// A system message whose text is a file of the project, read when it is built. On an interface it is a default for all its
/// methods, like <see cref="SystemPromptAttribute"/>.
/// </summary>
/// <param name="path">
/// The file, relative to the project, with slashes: <c>prompts/review.md</c>. It must be among the project's <c>AdditionalFiles</c>.
/// A block between lines of <c>---</c> at its beginning sets options (<c>model: mimo-v2-pro</c>, <c>temperature: 0.2</c>): they win
/// over the interface's, and a <see cref="MimoPromptAttribute"/> beside the file wins over them. The rest is the template.
/// </param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SystemPromptFileAttribute(string path) : Attribute
{
    /// <summary>The file, relative to the project.</summary>
    public string Path { get; } = path;
}

/// <summary>A user message whose text is a file of the project; see <see cref="UserPromptAttribute"/>.</summary>
/// <param name="path">The file; see <see cref="SystemPromptFileAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class UserPromptFileAttribute(string path) : Attribute
{
    /// <summary>The file, relative to the project.</summary>
    public string Path { get; } = path;
}

/// <summary>An assistant message whose text is a file of the project; see <see cref="AssistantPromptAttribute"/>.</summary>
/// <param name="path">The file; see <see cref="SystemPromptFileAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AssistantPromptFileAttribute(string path) : Attribute
{
    /// <summary>The file, relative to the project.</summary>
    public string Path { get; } = path;
}

namespace Mimo;

/// <summary>
/// Makes a partial interface a set of typed prompts: the generator implements its methods. On a method of such an interface it
/// sets that method's own options. A method's option wins over the interface's, and that over the client's; what is set nowhere
/// is not sent. On a <c>static partial</c> method of a class it makes that method alone a prompt: the generator writes its body.
/// </summary>
/// <example>
/// <code>
/// public static partial class TextPrompts
/// {
///     [MimoPrompt]
///     [UserPrompt("Summarise: {text}")]
///     public static partial Task&lt;string&gt; SummariseAsync(this IMimoClient client, string text, CancellationToken cancellationToken = default);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, Inherited = false)]
public sealed class MimoPromptAttribute : Attribute
{
    /// <summary>The model's id, such as <c>mimo-v2-pro</c>.</summary>
    public string? Model { get; set; }

    /// <summary>Sampling temperature, 0 to 1.5. Ignored by the server while the model thinks.</summary>
    public double Temperature { get; set; }

    /// <summary>Nucleus sampling, 0.01 to 1. Ignored by the server while the model thinks.</summary>
    public double TopP { get; set; }

    /// <summary>The most tokens that reasoning and answer together may have, 1 to 131072. Some hosts cut at as few as 1024 where it is not set, and thinking counts.</summary>
    public int MaxCompletionTokens { get; set; }

    /// <summary>-2 to 2; positive values make repetition of the same words less likely.</summary>
    public double FrequencyPenalty { get; set; }

    /// <summary>-2 to 2; positive values make new topics more likely.</summary>
    public double PresencePenalty { get; set; }

    /// <summary>Texts at which the answer ends; at most four.</summary>
    public string[]? Stop { get; set; }

    /// <summary>Whether the model thinks before it answers.</summary>
    public MimoThinking Thinking { get; set; }

    /// <summary>
    /// Types with <see cref="MimoToolAttribute"/> methods whose tools are offered. A type with instance tools becomes a parameter
    /// of the generated <c>Create</c>; a single method takes its value as a parameter of that type instead.
    /// </summary>
    public Type[]? Tools { get; set; }

    /// <summary>The most rounds of tool calls in one run; 16 if not set.</summary>
    public int MaxToolRounds { get; set; }

    /// <summary>How often the model may correct a structured answer that doesn't fit; 2 if not set.</summary>
    public int RepairAttempts { get; set; }
}

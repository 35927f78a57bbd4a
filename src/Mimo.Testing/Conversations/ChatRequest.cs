using System.Text.Json;

namespace Mimo.Testing.Conversations;

/// <summary>
/// A request without its wire format: what the shared rules judge and what replies are made from. Reading one never fails,
/// because the rules of the format have passed the body before.
/// </summary>
internal sealed record ChatRequest
{
    public required string Model { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    public IReadOnlyList<OfferedTool> Tools { get; init; } = [];

    /// <summary>Whether the request offers the built-in web search, which only the OpenAI format can.</summary>
    public bool OffersWebSearch { get; init; }

    public bool Stream { get; init; }

    /// <summary>Whether a stream ends with a chunk of usage.</summary>
    public bool IncludeUsage { get; init; } = true;

    /// <summary>What the request says about thinking; null leaves it to the model.</summary>
    public bool? Thinking { get; init; }

    /// <summary>The bounds on reasoning plus answer, in tokens: one for each name the format has for it. The first counts, but all are judged.</summary>
    public IReadOnlyList<OutputCap> OutputCaps { get; init; } = [];

    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>Whether the request forbids several tool calls at once, which only the Anthropic format can.</summary>
    public bool OneToolCallAtMost { get; init; }

    /// <summary>Whether the request asks for a JSON object instead of prose.</summary>
    public bool JsonMode { get; init; }

    /// <summary>The schema of the answer where the request gives it outside the messages; undefined otherwise.</summary>
    public JsonElement AnswerSchema { get; init; }

    /// <summary>What the model table says about the model; null when it is unknown.</summary>
    public ModelFacts? Facts => ModelFacts.Find(Model);

    public bool Thinks => Thinking ?? Facts?.ThinksByDefault ?? true;

    public ChatMessage LastMessage => Messages[^1];

    /// <summary>The text of the last message of the user, or nothing.</summary>
    public string LastUserText => Messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
}

/// <summary>An output cap and the name the request gave it, because the refusal quotes it.</summary>
internal readonly record struct OutputCap(string FieldName, long Tokens);

internal enum ChatRole
{
    System,
    User,
    Assistant,
    Tool,
}

/// <summary>A message without its wire format.</summary>
/// <param name="Role">Who speaks. A tool result is a message of its own, also where the wire puts several into one.</param>
/// <param name="Text">The text parts, joined by line ends.</param>
internal sealed record ChatMessage(ChatRole Role, string Text)
{
    /// <summary>The reasoning sent back with an assistant message; null when there was none.</summary>
    public string? Reasoning { get; init; }

    public IReadOnlyList<ChatToolCall> ToolCalls { get; init; } = [];

    /// <summary>The call a tool result answers.</summary>
    public string? ToolCallId { get; init; }

    public MediaKinds Media { get; init; }
}

internal sealed record ChatToolCall(string Id, string Name, string Arguments);

/// <summary>A tool the request offers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description, or nothing.</param>
/// <param name="Schema">The JSON schema of its arguments; undefined when it takes none.</param>
internal sealed record OfferedTool(string Name, string Description, JsonElement Schema);

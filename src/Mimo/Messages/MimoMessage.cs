using System.Diagnostics.CodeAnalysis;

namespace Mimo;

/// <summary>
/// One turn of a conversation. Immutable and safe to share: the same message may stand in many requests, and what a conversation
/// looks like on the wire is then remembered with its messages.
/// </summary>
public sealed class MimoMessage
{
    private readonly MimoContent[] _content;
    private readonly MimoToolCall[] _toolCalls;
    private string? _text;

    internal MimoMessage(
        MimoRole role,
        MimoContent[] content,
        MimoToolCall[]? toolCalls = null,
        string? toolCallId = null,
        bool isToolError = false,
        bool isWithoutReasoning = false)
    {
        Role = role;
        _content = content;
        _toolCalls = toolCalls ?? [];
        ToolCallId = toolCallId;
        IsToolError = isToolError;
        IsWithoutReasoning = isWithoutReasoning;
        Reasoning = JoinReasoning(content);
    }

    /// <summary>Who speaks.</summary>
    public MimoRole Role { get; }

    /// <summary>The parts in the order in which they came or were given; reasoning included, tool calls not.</summary>
    public IReadOnlyList<MimoContent> Content => _content;

    /// <summary>All text parts joined; empty when there are none.</summary>
    public string Text => _text ??= _content is [MimoTextContent only] ? only.Text : JoinText(_content);

    /// <summary>What the model thought. Null means that no reasoning came, the empty string that it came empty.</summary>
    public string? Reasoning { get; }

    /// <summary>The tools the model wants called; empty when it wants none.</summary>
    public IReadOnlyList<MimoToolCall> ToolCalls => _toolCalls;

    /// <summary>For a tool result the id of the call it answers; else null.</summary>
    public string? ToolCallId { get; }

    /// <summary>Whether this is the result of a tool call that failed.</summary>
    public bool IsToolError { get; }

    /// <summary>
    /// Whether an assistant turn is known to have been made without reasoning: it came so from the server, or
    /// <see cref="AssistantWithoutReasoning"/> made it. Such a turn may hold tool calls though <see cref="Reasoning"/> is null.
    /// </summary>
    public bool IsWithoutReasoning { get; }

    /// <summary>Whether the message was in a request before.</summary>
    internal bool WasSent { get; set; }

    /// <summary>The bytes of the conversation up to and including this message; null while they are not kept.</summary>
    internal Wire.KeptMessages? Kept { get; set; }

    internal ReadOnlySpan<MimoContent> ContentSpan => _content;

    internal ReadOnlySpan<MimoToolCall> ToolCallSpan => _toolCalls;

    /// <summary>Instructions that stand above the conversation.</summary>
    /// <param name="text">The instructions.</param>
    /// <returns>The message.</returns>
    public static MimoMessage System(string text) => new(MimoRole.System, [new MimoTextContent(text)]);

    /// <summary>What the user says.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public static MimoMessage User(string text) => new(MimoRole.User, [new MimoTextContent(text)]);

    /// <summary>What the user says and shows, in order.</summary>
    /// <param name="content">Text and media parts. Media alone are fine: where the server wants a text beside them, a blank is sent.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">A part is reasoning, which belongs to assistant messages.</exception>
    public static MimoMessage User(params MimoContent[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        foreach (MimoContent part in content)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(content));
            if (part is MimoReasoningContent)
            {
                throw new ArgumentException("A user message can hold text and media, not reasoning: reasoning belongs to assistant messages.", nameof(content));
            }
        }

        return new(MimoRole.User, content.Length == 0 ? [] : [.. content]);
    }

    /// <summary>What the model said.</summary>
    /// <param name="text">The answer; empty when the turn holds only tool calls.</param>
    /// <param name="reasoning">What it thought. A turn with tool calls needs it, else the server refuses the next request.</param>
    /// <param name="toolCalls">The tools it wanted called.</param>
    /// <returns>The message.</returns>
    [SuppressMessage("Design", "CA1062:Validate arguments of public methods", Justification = "MimoTextContent validates it.")]
    public static MimoMessage Assistant(string text, string? reasoning = null, IEnumerable<MimoToolCall>? toolCalls = null) =>
        new(MimoRole.Assistant, AssistantContent(text, reasoning), toolCalls?.ToArray());

    /// <summary>What the model said with thinking switched off, so that its tool calls rightly come without reasoning.</summary>
    /// <param name="text">The answer; empty when the turn holds only tool calls.</param>
    /// <param name="toolCalls">The tools it wanted called.</param>
    /// <returns>The message.</returns>
    public static MimoMessage AssistantWithoutReasoning(string text, IEnumerable<MimoToolCall>? toolCalls = null) =>
        new(MimoRole.Assistant, AssistantContent(text, null), toolCalls?.ToArray(), isWithoutReasoning: true);

    /// <summary>What the model said, part by part.</summary>
    /// <param name="content">Text and reasoning parts in order.</param>
    /// <param name="toolCalls">The tools it wanted called; empty for none.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">A part is null, or media, which belongs to user messages.</exception>
    public static MimoMessage Assistant(IEnumerable<MimoContent> content, IEnumerable<MimoToolCall> toolCalls)
    {
        ArgumentNullException.ThrowIfNull(content);
        MimoContent[] parts = [.. content];
        if (Array.Exists(parts, static part => part is null or MimoMedia))
        {
            throw new ArgumentException("An assistant message holds text and reasoning only; media belongs to user messages.", nameof(content));
        }

        return new(MimoRole.Assistant, parts, [.. toolCalls]);
    }

    /// <summary>The result of one tool call.</summary>
    /// <param name="toolCallId">The id of the call, exactly as it came.</param>
    /// <param name="content">What the model reads: a text or JSON.</param>
    /// <param name="isError">Whether the call failed. Only the Anthropic format can say so on the wire; the text must tell it too.</param>
    /// <returns>The message.</returns>
    public static MimoMessage ToolResult(string toolCallId, string content, bool isError = false)
    {
        ArgumentNullException.ThrowIfNull(toolCallId);
        return new(MimoRole.Tool, [new MimoTextContent(content)], toolCallId: toolCallId, isToolError: isError);
    }

    /// <summary>A readable rendering of the message; not what is sent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => MessagePreview.Render(this);

    private static MimoContent[] AssistantContent(string text, string? reasoning)
    {
        var part = new MimoTextContent(text);
        return (reasoning, text.Length) switch
        {
            (null, 0) => [],
            (null, _) => [part],
            (_, 0) => [new MimoReasoningContent(reasoning)],
            _ => [new MimoReasoningContent(reasoning), part],
        };
    }

    private static string JoinText(MimoContent[] content)
    {
        string text = string.Empty;
        foreach (MimoContent part in content)
        {
            if (part is MimoTextContent next)
            {
                text = text.Length == 0 ? next.Text : text + next.Text;
            }
        }

        return text;
    }

    private static string? JoinReasoning(MimoContent[] content)
    {
        string? reasoning = null;
        foreach (MimoContent part in content)
        {
            if (part is MimoReasoningContent next)
            {
                reasoning = reasoning is null ? next.Text : reasoning + next.Text;
            }
        }

        return reasoning;
    }
}

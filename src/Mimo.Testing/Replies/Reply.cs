namespace Mimo.Testing.Replies;

/// <summary>A finished answer without its wire format.</summary>
internal sealed record Reply
{
    public required string Id { get; init; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public required long Created { get; init; }

    public required string Model { get; init; }

    /// <summary>The reasoning; null when thinking was off.</summary>
    public string? Reasoning { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<ReplyToolCall> ToolCalls { get; init; } = [];

    /// <summary>In the words of the OpenAI format.</summary>
    public required string FinishReason { get; init; }

    /// <summary>Whether tool calls were written into the text.</summary>
    public bool LeaksToolCalls { get; init; }

    /// <summary>Whether a stream sends all arguments of a call in one piece.</summary>
    public bool HasUndividedArguments { get; init; }

    /// <summary>Whether what may be missing is missing, see <see cref="MimoOddity.SparseAnswer"/>.</summary>
    public bool IsSparse { get; init; }

    /// <summary>The sources of a web search.</summary>
    public IReadOnlyList<MimoCitation> Citations { get; init; } = [];

    /// <summary>Why a web search failed; null when it did not.</summary>
    public string? SearchError { get; init; }

    public required Usage Usage { get; init; }
}

internal sealed record ReplyToolCall(string Id, string Name, string Arguments);

/// <summary>Token counts.</summary>
/// <param name="Prompt">All tokens of the prompt, cached ones included.</param>
/// <param name="Cached">Those that came from the cache.</param>
/// <param name="Completion">All tokens made, reasoning included.</param>
/// <param name="Reasoning">Those that are reasoning.</param>
internal readonly record struct Usage(int Prompt, int Cached, int Completion, int Reasoning)
{
    /// <summary>How often the web was searched; null when no search was offered.</summary>
    public int? WebSearches { get; init; }

    /// <summary>How many pages the searches read.</summary>
    public int WebPages { get; init; }

    public int Total => Prompt + Completion;
}

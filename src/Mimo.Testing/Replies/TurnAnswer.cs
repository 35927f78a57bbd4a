using Mimo.Testing.Rules;

namespace Mimo.Testing.Replies;

/// <summary>What a <see cref="MimoTurn"/> answers with.</summary>
internal abstract record TurnAnswer;

/// <summary>Answer by reading the request.</summary>
internal sealed record UnscriptedAnswer : TurnAnswer
{
    public static UnscriptedAnswer Instance { get; } = new();
}

/// <summary>Answer with what the test wrote. Null means: as the server would choose.</summary>
internal sealed record ScriptedReply : TurnAnswer
{
    public string Text { get; init; } = "";

    public string? Reasoning { get; init; }

    public IReadOnlyList<MimoScriptedCall> ToolCalls { get; init; } = [];

    public string? FinishReason { get; init; }

    public int? CachedTokens { get; init; }

    /// <summary>The sources, should the request offer a web search.</summary>
    public IReadOnlyList<MimoCitation>? Citations { get; init; }

    public string? SearchError { get; init; }

    /// <summary>Whether tool calls were written into the text.</summary>
    public bool LeaksToolCalls { get; init; }
}

/// <summary>Answer with an error body of the service.</summary>
internal sealed record ErrorAnswer(ApiError Error) : TurnAnswer;

/// <summary>Answer with bytes the server does not look at.</summary>
internal sealed record RawAnswer(int Status, string ContentType, byte[] Body) : TurnAnswer;

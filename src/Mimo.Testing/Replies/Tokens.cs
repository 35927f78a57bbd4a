using System.Text.Json;
using Mimo.Testing.Conversations;

namespace Mimo.Testing.Replies;

/// <summary>Counts tokens: four characters each, rounded up per text. Nobody's real tokenizer, but the same for everybody.</summary>
internal static class Tokens
{
    private const int CharactersPerToken = 4;

    /// <summary>What the service was seen to add and to cache when a request has no system message: it inserts one of its own.</summary>
    private const int InsertedSystemPrompt = 250;
    private const int CachedOfInserted = 192;

    public static int Of(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    public static (int Tokens, int Cached) OfPrompt(ChatRequest request)
    {
        int tokens = request.Messages.Sum(message =>
            Of(message.Text) + Of(message.Reasoning ?? "") + message.ToolCalls.Sum(call => Of(call.Name) + Of(call.Arguments)));
        tokens += request.Tools.Sum(tool =>
            Of(tool.Name) + Of(tool.Description) + (tool.Schema.ValueKind == JsonValueKind.Undefined ? 0 : Of(tool.Schema.GetRawText())));
        bool inserts = request.Messages.All(message => message.Role != ChatRole.System);
        return inserts ? (tokens + InsertedSystemPrompt, CachedOfInserted) : (tokens, 0);
    }

    /// <summary>The beginning of a text that is worth at most this many tokens; never half a character.</summary>
    public static string Cut(string text, int tokens)
    {
        long length = (long)tokens * CharactersPerToken;
        return text.Length <= length ? text : WholeCharacters.Cut(text, (int)length);
    }
}

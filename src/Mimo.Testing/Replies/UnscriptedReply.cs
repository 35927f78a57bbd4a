using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Conversations;
using Mimo.Testing.Schemas;

namespace Mimo.Testing.Replies;

/// <summary>Answers a request by reading it. The same request always gets the same answer.</summary>
internal static class UnscriptedReply
{
    public static ScriptedReply To(ChatRequest request)
    {
        bool hasResults = request.LastMessage.Role == ChatRole.Tool;
        if (!hasResults && ToolChoice.For(request) is { } call)
        {
            return new ScriptedReply { ToolCalls = [call] };
        }

        // A model told to answer in JSON of a certain structure does so in any mode; one format has no such mode.
        bool asksForJson = AnswerSchema.AsksForJson(request);
        if ((request.JsonMode || asksForJson) && AnswerSchema.Find(request) is { } schema)
        {
            return new ScriptedReply { Text = JsonAnswer(request, schema) };
        }

        string text = hasResults ? FromResults(request) : Prose.For(request.LastUserText);
        return new ScriptedReply { Text = request.JsonMode && asksForJson ? Wrap(text) : text };
    }

    private static string JsonAnswer(ChatRequest request, JsonElement schema)
    {
        IEnumerable<string> results = LastResults(request).Select(message => message.Text);
        var values = new ValueSource(request.LastUserText, results, inventLabels: true);
        return new SchemaSampler(schema, values, everything: true).TrySample(out JsonNode? value)
            ? WireJson.ToText(value)
            : Wrap("There is no value that fits the described structure.");
    }

    private static string FromResults(ChatRequest request) =>
        string.Join('\n', LastResults(request).Select(result => $"{ToolName(request, result)} says: {result.Text}"));

    /// <summary>The tool results at the end of the conversation.</summary>
    private static IEnumerable<ChatMessage> LastResults(ChatRequest request) =>
        request.Messages.Reverse().TakeWhile(message => message.Role == ChatRole.Tool).Reverse();

    private static string ToolName(ChatRequest request, ChatMessage result) =>
        request.Messages.SelectMany(message => message.ToolCalls).LastOrDefault(call => call.Id == result.ToolCallId)?.Name ?? "The tool";

    private static string Wrap(string text) => WireJson.ToText(new JsonObject { ["answer"] = text });
}

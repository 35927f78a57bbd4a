using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Conversations;
using Mimo.Testing.Schemas;
using Mimo.Testing.Words;

namespace Mimo.Testing.Replies;

/// <summary>
/// Chooses the tool a message asks for: the one that has most words in common with it, where a word of the tool's name counts
/// two and a word of its description or of its parameters' names counts one. Two points are needed; of equals the first
/// offered is taken.
/// </summary>
internal static class ToolChoice
{
    private const int LeastScore = 2;

    /// <summary>The call to make, or null when the message asks for no tool offered.</summary>
    public static MimoScriptedCall? For(ChatRequest request)
    {
        if (request.LastMessage.Role != ChatRole.User || request.Tools.Count == 0)
        {
            return null;
        }

        HashSet<string> message = WordList.Of(request.LastUserText);
        OfferedTool? best = request.Tools.MaxBy(tool => Score(tool, message));
        return best is not null && Score(best, message) >= LeastScore && Arguments(best, request.LastUserText) is { } arguments
            ? new MimoScriptedCall(best.Name, arguments)
            : null;
    }

    private static int Score(OfferedTool tool, HashSet<string> message)
    {
        HashSet<string> name = WordList.Of(tool.Name);
        IEnumerable<string> parameters = tool.Schema.Member("properties").Members().Select(property => property.Name);
        HashSet<string> rest = WordList.Of(string.Join(' ', parameters.Prepend(tool.Description)));
        rest.ExceptWith(name);
        return (2 * name.Count(message.Contains)) + rest.Count(message.Contains);
    }

    private static string? Arguments(OfferedTool tool, string message)
    {
        if (tool.Schema.ValueKind != JsonValueKind.Object)
        {
            return "{}";
        }

        var sampler = new SchemaSampler(tool.Schema, new ValueSource(message, toolResults: [], inventLabels: false), everything: false);
        return sampler.TrySample(out JsonNode? value) && value is JsonObject ? WireJson.ToText(value) : null;
    }
}

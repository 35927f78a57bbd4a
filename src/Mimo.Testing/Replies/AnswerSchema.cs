using System.Text.Json;
using Mimo.Testing.Conversations;

namespace Mimo.Testing.Replies;

/// <summary>
/// Finds the structure a request wants its answer in. The service has no field for it: clients describe it in the prompt, so
/// the first JSON object in the instructions that looks like a schema is taken for one.
/// </summary>
internal static class AnswerSchema
{
    private static readonly string[] SchemaMembers = ["properties", "$defs", "$ref", "anyOf", "oneOf", "allOf"];

    public static JsonElement? Find(ChatRequest request)
    {
        if (request.AnswerSchema.ValueKind == JsonValueKind.Object)
        {
            return request.AnswerSchema;
        }

        foreach (JsonElement candidate in Prompts(request).SelectMany(JsonText.Objects))
        {
            if (LooksLikeSchema(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether the prompt mentions JSON at all; without that the service answers in prose even in JSON mode.</summary>
    public static bool AsksForJson(ChatRequest request) =>
        Prompts(request).Any(text => text.Contains("JSON", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Prompts(ChatRequest request) =>
        request.Messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text).Append(request.LastUserText);

    private static bool LooksLikeSchema(JsonElement value) =>
        SchemaMembers.Any(name => value.TryGetProperty(name, out _)) || value.Member("type").AsText() == "object";
}

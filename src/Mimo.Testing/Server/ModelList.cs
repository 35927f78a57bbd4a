using Mimo.Testing.Conversations;

namespace Mimo.Testing.Server;

/// <summary>Writes <c>GET /v1/models</c>. Like the real list it names models that only speak or listen, too.</summary>
internal static class ModelList
{
    private static readonly string[] Speech = ["mimo-v2.5-asr", "mimo-v2.5-tts", "mimo-v2.5-tts-voiceclone", "mimo-v2.5-tts-voicedesign"];

    public static byte[] ToUtf8() => WireJson.ToUtf8(json =>
    {
        json.WriteStartObject();
        json.WriteString("object"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (string id in ModelFacts.Chat.Select(model => model.Id).Concat(Speech))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("object"u8, "model"u8);
            json.WriteString("owned_by"u8, "xiaomi"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Conversations;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;
using Mimo.Testing.Server;

namespace Mimo.Testing.Anthropic;

/// <summary>The format of <c>POST /anthropic/v1/messages</c>.</summary>
internal sealed class AnthropicFormat : IWireFormat
{
    /// <summary>The stock Anthropic clients, which the service tells its users to take, send the key this way.</summary>
    public string? OwnKeyHeader => "x-api-key";

    public ApiError? Check(JsonElement body, MimoStrictness strictness) => AnthropicRules.Check(body, strictness);

    public ChatRequest Read(JsonElement body) => AnthropicRequestReader.Read(body);

    public byte[] WriteResponse(Reply reply) => AnthropicResponseWriter.Write(reply);

    public IEnumerable<byte[]> WriteEvents(Reply reply, ChatRequest request, Dice dice) => AnthropicEventWriter.Write(reply, dice);

    public void Standardize(JsonObject body, int status) => AnthropicStandard.Rewrite(body, status);

    /// <summary>Nobody has published an error in the middle of a stream; this is the form of the event the format is named after.</summary>
    public byte[] WriteErrorEvent(ApiError error) => ServerSentEvent.Write("error", json =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "error"u8);
        json.WriteStartObject("error"u8);
        WriteUnlessNull(json, "type", error.Type);
        json.WriteString("message"u8, error.Message);
        json.WriteString("code"u8, error.Code);
        WriteUnlessNull(json, "param", error.Parameter);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

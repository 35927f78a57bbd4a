using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Conversations;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;
using Mimo.Testing.Server;

namespace Mimo.Testing.OpenAI;

/// <summary>The format of <c>POST /v1/chat/completions</c>.</summary>
internal sealed class OpenAIFormat : IWireFormat
{
    public string? OwnKeyHeader => null;

    public ApiError? Check(JsonElement body, MimoStrictness strictness) => OpenAIRules.Check(body, strictness);

    public ChatRequest Read(JsonElement body) => OpenAIRequestReader.Read(body);

    public byte[] WriteResponse(Reply reply) => OpenAIResponseWriter.Write(reply);

    public IEnumerable<byte[]> WriteEvents(Reply reply, ChatRequest request, Dice dice) => OpenAIEventWriter.Write(reply, request.IncludeUsage, dice);

    public void Standardize(JsonObject body, int status) => OpenAIStandard.Rewrite(body);

    public byte[] WriteErrorEvent(ApiError error) => ServerSentEvent.Write(name: null, error.WriteTo);
}

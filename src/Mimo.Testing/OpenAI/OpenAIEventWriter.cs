using System.Text.Json;
using Mimo.Testing.Replies;
using Mimo.Testing.Server;

namespace Mimo.Testing.OpenAI;

/// <summary>
/// Writes a streamed answer as captured from the service: every key of every delta is there and mostly null, the role comes
/// once, reasoning before text before tool calls, then the finish reason, then the usage with no choices, then <c>[DONE]</c>.
/// </summary>
internal sealed class OpenAIEventWriter
{
    private readonly Reply _reply;

    private OpenAIEventWriter(Reply reply) => _reply = reply;

    public static IEnumerable<byte[]> Write(Reply reply, bool includeUsage, Dice dice) => new OpenAIEventWriter(reply).Write(includeUsage, dice);

    private IEnumerable<byte[]> Write(bool includeUsage, Dice dice)
    {
        yield return Chunk(new Delta { Role = "assistant", Content = "", Findings = _reply });
        foreach (string piece in TextPieces.Of(_reply.Reasoning ?? "", dice))
        {
            yield return Chunk(new Delta { Reasoning = piece });
        }

        foreach (string piece in TextPieces.Of(_reply.Text, dice))
        {
            yield return Chunk(new Delta { Content = piece });
        }

        for (int i = 0; i < _reply.ToolCalls.Count; i++)
        {
            ReplyToolCall call = _reply.ToolCalls[i];
            yield return Chunk(new Delta { Call = new CallFragment(i, call.Id, call.Name, "") });
            foreach (string piece in TextPieces.OfArguments(_reply, call, dice))
            {
                yield return Chunk(new Delta { Call = new CallFragment(i, Id: null, Name: null, piece) });
            }
        }

        yield return Chunk(new Delta(), _reply.FinishReason);
        if (includeUsage)
        {
            yield return Event(json =>
            {
                json.WriteString("id"u8, _reply.Id);
                json.WriteStartArray("choices"u8);
                json.WriteEndArray();
                WriteOrigin(json);
                OpenAIResponseWriter.WriteUsage(json, _reply, isStreamed: true);
            });
        }

        yield return "data: [DONE]\n\n"u8.ToArray();
    }

    private byte[] Chunk(Delta delta, string? finishReason = null) => Event(json =>
    {
        json.WriteString("id"u8, _reply.Id);
        json.WriteStartArray("choices"u8);
        json.WriteStartObject();
        json.WritePropertyName("delta"u8);
        delta.WriteTo(json);
        json.WriteString("finish_reason"u8, finishReason);
        json.WriteNumber("index"u8, 0);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteOrigin(json);
        if (finishReason is not null && !_reply.IsSparse)
        {
            json.WriteNull("usage"u8);
        }
    });

    private void WriteOrigin(Utf8JsonWriter json)
    {
        json.WriteNumber("created"u8, _reply.Created);
        json.WriteString("model"u8, _reply.Model);
        json.WriteString("object"u8, "chat.completion.chunk"u8);
    }

    private static byte[] Event(Action<Utf8JsonWriter> writeMembers) => ServerSentEvent.Write(name: null, json =>
    {
        json.WriteStartObject();
        writeMembers(json);
        json.WriteEndObject();
    });

    private sealed record Delta
    {
        public string? Role { get; init; }

        public string? Content { get; init; }

        public string? Reasoning { get; init; }

        public CallFragment? Call { get; init; }

        /// <summary>The answer whose web search this delta tells of; null in all but the first.</summary>
        public Reply? Findings { get; init; }

        public void WriteTo(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("content"u8, Content);
            json.WriteString("role"u8, Role);
            if (Call is null)
            {
                json.WriteNull("tool_calls"u8);
            }
            else
            {
                json.WriteStartArray("tool_calls"u8);
                Call.WriteTo(json);
                json.WriteEndArray();
            }

            json.WriteString("reasoning_content"u8, Reasoning);
            if (Findings is not null)
            {
                OpenAISearchWriter.WriteFindings(json, Findings);
            }

            json.WriteEndObject();
        }
    }

    /// <summary>A piece of a tool call: the first one of each names it and has no arguments yet, the others have only arguments.</summary>
    private sealed record CallFragment(int Index, string? Id, string? Name, string Arguments)
    {
        public void WriteTo(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, Index);
            json.WriteString("id"u8, Id);
            json.WriteStartObject("function"u8);
            json.WriteString("arguments"u8, Arguments);
            json.WriteString("name"u8, Name);
            json.WriteEndObject();
            json.WriteString("type"u8, "function"u8);
            json.WriteEndObject();
        }
    }
}

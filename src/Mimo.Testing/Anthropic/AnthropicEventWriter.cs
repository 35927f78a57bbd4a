using System.Text.Json;
using Mimo.Testing.Replies;
using Mimo.Testing.Server;

namespace Mimo.Testing.Anthropic;

/// <summary>
/// Writes a streamed answer as captured from the service: a start without usage, the blocks one after the other with thinking
/// first, the stop reason with the real usage, the stop, and a <c>[DONE]</c> that belongs to no event.
/// </summary>
internal sealed class AnthropicEventWriter
{
    private readonly Reply _reply;
    private readonly Dice _dice;
    private int _blocks;

    private AnthropicEventWriter(Reply reply, Dice dice)
    {
        _reply = reply;
        _dice = dice;
    }

    public static IEnumerable<byte[]> Write(Reply reply, Dice dice) => new AnthropicEventWriter(reply, dice).Write();

    private IEnumerable<byte[]> Write()
    {
        yield return Event("message_start", json =>
        {
            json.WriteStartObject("message"u8);
            json.WriteString("id"u8, $"msg_{_reply.Id}");
            json.WriteString("type"u8, "message"u8);
            json.WriteString("role"u8, "assistant"u8);
            json.WriteString("model"u8, _reply.Model);
            json.WriteStartArray("content"u8);
            json.WriteEndArray();
            AnthropicResponseWriter.WriteUsage(json, default);
            json.WriteEndObject();
        });
        foreach (byte[] sent in Blocks())
        {
            yield return sent;
        }

        yield return Event("message_delta", json =>
        {
            json.WriteStartObject("delta"u8);
            json.WriteString("stop_reason"u8, AnthropicResponseWriter.StopReason(_reply));
            json.WriteEndObject();
            AnthropicResponseWriter.WriteUsage(json, _reply.Usage);
        });
        yield return Event("message_stop", _ => { });
        yield return "data: [DONE]\n\n"u8.ToArray();
    }

    private IEnumerable<byte[]> Blocks()
    {
        IEnumerable<byte[]> blocks = [];
        if (_reply.Reasoning is not null)
        {
            blocks = blocks.Concat(Thinking(_reply.Reasoning));
        }

        if (_reply.Text.Length > 0)
        {
            blocks = blocks.Concat(Text(_reply.Text));
        }

        return blocks.Concat(_reply.ToolCalls.SelectMany(ToolUse));
    }

    private IEnumerable<byte[]> Thinking(string reasoning)
    {
        yield return Start(json => AnthropicResponseWriter.WriteThinkingMembers(json, _reply, ""));
        foreach (string piece in TextPieces.Of(reasoning, _dice))
        {
            yield return Delta("thinking_delta", "thinking", piece);
        }

        if (!_reply.IsSparse)
        {
            yield return Delta("signature_delta", "signature", "");
        }

        yield return Stop();
    }

    private IEnumerable<byte[]> Text(string text)
    {
        yield return Start(json =>
        {
            json.WriteString("type"u8, "text"u8);
            json.WriteString("text"u8, ""u8);
        });
        foreach (string piece in TextPieces.Of(text, _dice))
        {
            yield return Delta("text_delta", "text", piece);
        }

        yield return Stop();
    }

    private IEnumerable<byte[]> ToolUse(ReplyToolCall call)
    {
        yield return Start(json =>
        {
            json.WriteString("type"u8, "tool_use"u8);
            json.WriteString("id"u8, call.Id);
            json.WriteString("name"u8, call.Name);
            json.WriteStartObject("input"u8);
            json.WriteEndObject();
        });
        foreach (string piece in TextPieces.OfArguments(_reply, call, _dice))
        {
            yield return Delta("input_json_delta", "partial_json", piece);
        }

        yield return Stop();
    }

    private byte[] Start(Action<Utf8JsonWriter> writeBlock) => Event("content_block_start", json =>
    {
        json.WriteNumber("index"u8, _blocks);
        json.WriteStartObject("content_block"u8);
        writeBlock(json);
        json.WriteEndObject();
    });

    private byte[] Delta(string type, string member, string piece) => Event("content_block_delta", json =>
    {
        json.WriteStartObject("delta"u8);
        json.WriteString("type"u8, type);
        json.WriteString(member, piece);
        json.WriteEndObject();
        json.WriteNumber("index"u8, _blocks);
    });

    private byte[] Stop()
    {
        byte[] stop = Event("content_block_stop", json => json.WriteNumber("index"u8, _blocks));
        _blocks++;
        return stop;
    }

    private static byte[] Event(string type, Action<Utf8JsonWriter> writeMembers) => ServerSentEvent.Write(type, json =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        writeMembers(json);
        json.WriteEndObject();
    });
}

using System.Net.ServerSentEvents;
using System.Text.Json;
using Mimo.Wire.Anthropic;
using Mimo.Wire.OpenAI;

namespace Mimo.Wire;

/// <summary>Reads the body of an answer that is not streamed.</summary>
internal static class ResponseReader
{
    /// <exception cref="JsonException">The body is no JSON, or not an answer.</exception>
    /// <exception cref="WireErrorException">The body reports an error of the server.</exception>
    // Nearly all bodies are bare, and what else there may be is not compiled either before the first answer.
    public static MimoResponse Read(ReadOnlySpan<byte> body, MimoFormat format) =>
        body is [(byte)'{', ..] ? ReadValue(body, format) : ReadFramed(WithoutBlanks(body), format);

    /// <summary>
    /// Whether a body without a single event may be a stream all the same, ended too early: it begins with a comment, with a field of
    /// an event or a part of its name, or with nothing but empty lines. Pages of gateways do not.
    /// </summary>
    public static bool MayBeginStream(ReadOnlySpan<byte> body)
    {
        body = ByteOrderMark.Cut(body).TrimStart("\r\n"u8);
        int length = body.IndexOfAny(":\r\n"u8);
        ReadOnlySpan<byte> name = length < 0 ? body : body[..length];
        return name.IsEmpty || MayBe(name, "data"u8) || MayBe(name, "event"u8) || MayBe(name, "id"u8) || MayBe(name, "retry"u8);

        bool MayBe(ReadOnlySpan<byte> name, ReadOnlySpan<byte> field) => length < 0 ? field.StartsWith(name) : name.SequenceEqual(field);
    }

    private static MimoResponse ReadFramed(ReadOnlySpan<byte> body, MimoFormat format) =>
        IsStream(body) ? ReadStream(body, format) : ReadValue(WithoutPrefix(body), format);

    private static MimoResponse ReadValue(ReadOnlySpan<byte> body, MimoFormat format) =>
        format == MimoFormat.OpenAI ? ReadOpenAI(body) : AnthropicResponseReader.Read(body);

    /// <summary>The body from its first character that counts: hosts were seen to put <c>data:</c> before what is no stream.</summary>
    private static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> body)
    {
        body = WithoutBlanks(body);
        return body.StartsWith("data:"u8) ? body["data:"u8.Length..].TrimStart(" \t\r\n"u8) : body;
    }

    private static ReadOnlySpan<byte> WithoutBlanks(ReadOnlySpan<byte> body) =>
        ByteOrderMark.Cut(body).TrimStart(" \t\r\n"u8);

    /// <summary>Whether it is a stream of events: a <c>data:</c> alone may also stand before what is none.</summary>
    private static bool IsStream(ReadOnlySpan<byte> body) =>
        body.StartsWith("event:"u8)
        || body.StartsWith("id:"u8)
        || body.StartsWith(":"u8)
        || (body.StartsWith("data:"u8) && body.IndexOf("\ndata:"u8) is > 0 and int next && !IsEndMark(body[(next + "\ndata:"u8.Length)..]));

    /// <summary>Whether these data are the end mark, which hosts put behind a whole answer too.</summary>
    private static bool IsEndMark(ReadOnlySpan<byte> data) => data.TrimStart((byte)' ').StartsWith("[DONE]"u8);

    /// <summary>Reads the answer of a gateway that streams although it was not asked to.</summary>
    private static MimoResponse ReadStream(ReadOnlySpan<byte> body, MimoFormat format)
    {
        StreamDecoder decoder = StreamDecoder.Create(format);

        // The last event may lack the empty line without which it is none.
        using var stream = new MemoryStream([.. body, .. "\n\n"u8]);
        SseParser<bool> events = SseParser.Create(stream, (eventType, data) =>
        {
            decoder.Accept(data, eventType);
            return true;
        });
        try
        {
            foreach (SseItem<bool> _ in events.Enumerate())
            {
                if (decoder.IsEnded)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or WireErrorException && decoder.Answer.FinishReason is not null)
        {
            // What breaks once the finish reason is there costs nothing that matters: the answer is complete.
        }

        return decoder.Answer.FinishReason is null
            ? throw CutStream()
            : decoder.Answer.Build();
    }

    private static MimoResponse ReadOpenAI(ReadOnlySpan<byte> body)
    {
        var answer = new AnswerBuilder();
        var reader = new OpenAIAnswerReader(body, answer);
        reader.Read();
        if (!reader.HasChoice)
        {
            throw new JsonException("The answer has no choices.");
        }

        if (reader is { HasDelta: true, FinishReason: null })
        {
            // A stream of one event, which looks like a whole answer behind a prefix.
            throw CutStream();
        }

        answer.FinishReason = reader.FinishReason;
        answer.SetWhole(reader.Reasoning, reader.Text ?? string.Empty);
        return answer.Build();
    }

    private static JsonException CutStream() => new("It is a stream that ended before the answer was complete: no finish reason came.");
}

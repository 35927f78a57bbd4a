using System.Text.Json;
using Mimo.Wire.Anthropic;
using Mimo.Wire.OpenAI;

namespace Mimo.Wire;

/// <summary>Reads the body of an answer that is not streamed.</summary>
internal static class ResponseReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <exception cref="JsonException">The body is no JSON, or not an answer.</exception>
    /// <exception cref="WireErrorException">The body reports an error of the server.</exception>
    public static MimoResponse Read(ReadOnlySpan<byte> body, MimoFormat format)
    {
        body = body is [(byte)'{', ..] ? body : WithoutPrefix(body);
        return format == MimoFormat.OpenAI ? ReadOpenAI(body) : AnthropicResponseReader.Read(body);
    }

    /// <summary>The body from its first character that counts: hosts were seen to put <c>data:</c> before what is no stream.</summary>
    public static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        body = body.TrimStart(" \t\r\n"u8);
        return body.StartsWith("data:"u8) ? body["data:"u8.Length..].TrimStart(" \t\r\n"u8) : body;
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

        answer.FinishReason = reader.FinishReason;
        if (reader.Reasoning is { } reasoning)
        {
            answer.AppendReasoning(reasoning);
        }

        answer.AppendText(reader.Text ?? string.Empty);
        return answer.Build();
    }
}

using System.Text;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>What an error body says. MiMo's <c>message</c> is generic; the explanation stands in <c>param</c>.</summary>
internal sealed record ErrorBody
{
    private const int LongestExcerpt = 500;

    public string? Message { get; private set; }

    public string? Code { get; private set; }

    public string? Type { get; private set; }

    public string? Parameter { get; private set; }

    public string Raw { get; private init; } = string.Empty;

    /// <summary>
    /// Reads any of the shapes seen on MiMo's hosts: the flat error object, the Anthropic wrapper around it, either behind a
    /// <c>data:</c> prefix, and whatever a proxy says in its own words. The key is nowhere in it.
    /// </summary>
    public static ErrorBody Read(ReadOnlySpan<byte> body, ApiKeyRedactor redactor)
    {
        var error = new ErrorBody { Raw = redactor.Redact(Encoding.UTF8.GetString(body)) };
        int start = body.IndexOf((byte)'{');
        if (start >= 0)
        {
            try
            {
                var reader = new Utf8JsonReader(body[start..], WireReader.Options);
                reader.Read();
                error.ReadObject(ref reader);
            }
            catch (JsonException)
            {
                // Not JSON after all, or cut: the excerpt of the raw text has to do.
            }
        }

        error.Message = redactor.Redact(error.Message);
        error.Code = redactor.Redact(error.Code);
        error.Type = redactor.Redact(error.Type);
        error.Parameter = redactor.Redact(error.Parameter);
        return error;
    }

    /// <summary>The server's words in one line: message and explanation, or else an excerpt of the body.</summary>
    public string Describe()
    {
        string?[] parts = [Message, IsNews(Parameter) ? Parameter : null];
        string text = string.Join(": ", parts.Where(static part => !string.IsNullOrWhiteSpace(part)));
        return text.Length == 0 ? Excerpt() : ShortText.Of(text, LongestExcerpt);
    }

    /// <summary>The beginning of the body as it came.</summary>
    public string Excerpt() => Raw.Trim() is { Length: > 0 } text ? ShortText.Of(text, LongestExcerpt) : "(nothing)";

    private bool IsNews(string? text) => Message is null || text is null || !Message.Contains(text, StringComparison.Ordinal);

    private void ReadObject(ref Utf8JsonReader reader)
    {
        while (WireReader.NextMember(ref reader))
        {
            if (WireReader.Is(ref reader, "error"u8))
            {
                ReadError(ref reader);
            }
            else if (WireReader.Is(ref reader, "message"u8) || WireReader.Is(ref reader, "detail"u8))
            {
                Message = WireReader.String(ref reader) ?? Message;
            }
            else if (WireReader.Is(ref reader, "code"u8))
            {
                Code = WireReader.String(ref reader) ?? Code;
            }
            else if (WireReader.Is(ref reader, "param"u8))
            {
                Parameter = WireReader.String(ref reader) ?? Parameter;
            }
            else if (WireReader.Is(ref reader, "type"u8))
            {
                // In the Anthropic wrapper the outer type is always "error" and says nothing.
                string? type = WireReader.String(ref reader);
                Type = type is null or "error" ? Type : type;
            }
            else
            {
                WireReader.SkipMember(ref reader);
            }
        }
    }

    private void ReadError(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(ref reader);
        }
        else
        {
            Message = WireReader.String(ref reader) ?? Message;
        }
    }
}

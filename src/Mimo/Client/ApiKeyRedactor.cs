using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Mimo;

/// <summary>
/// Blots the API key out of texts that the server wrote, should it ever repeat the key: also where it is escaped, and where it is
/// cut. The framework's own exceptions quote the server too: a status line, a header, a chunk's length, a literal in JSON.
/// </summary>
internal sealed class ApiKeyRedactor(string? apiKey)
{
    private const string Blot = "(API key)";

    /// <summary>A shorter beginning of a key may be seen: providers show as much themselves, to tell keys apart.</summary>
    private const int ShortestSecret = 8;

    /// <summary>The secret; null where there is none. A shorter key is a word that some gateway wants to be there, and ordinary texts may hold it.</summary>
    private readonly string? _secret = apiKey is { Length: >= ShortestSecret } ? apiKey : null;

    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        if (_secret is null || text is null)
        {
            return text;
        }

        StringBuilder? redacted = null;
        int done = 0;
        int position = 0;
        char hexadecimal = ((int)_secret[0]).ToString("X2", CultureInfo.InvariantCulture)[0];
        while (position < text.Length && text.AsSpan(position).IndexOfAny([_secret[0], '\\', '%', hexadecimal]) is >= 0 and int offset)
        {
            position += offset;
            int length = KeyLength(text.AsSpan(position), _secret);
            if (length == 0)
            {
                position++;
                continue;
            }

            redacted ??= new StringBuilder(text.Length);
            redacted.Append(text, done, position - done).Append(Blot);
            position += length;
            done = position;
        }

        return redacted is null ? text : redacted.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Makes the exception of an exchange that broke.</summary>
    public MimoConnectionException Broken(MimoConnectionFailure failure, string message, Exception? cause, MimoMessage? received = null) =>
        new(failure, Redact(message), WithoutKey(cause)) { Received = received };

    /// <summary>How much of a text is the key, or as much of the key as there is of it; 0 if the text does not begin with it.</summary>
    private static int KeyLength(ReadOnlySpan<char> text, string key)
    {
        int length = 0;
        int known = 0;
        while (known < key.Length && length < text.Length)
        {
            (char character, int taken) = Unescape(text[length..]);
            if (character != key[known])
            {
                taken = text[length] == key[known] ? 1 : 0;
            }

            if (taken == 0)
            {
                break;
            }

            length += taken;
            known++;
        }

        // What looks like an escape may be the key's own.
        int plain = text.CommonPrefixLength(key);
        (length, known) = plain > known ? (plain, plain) : (length, known);
        return known >= ShortestSecret ? length : 0;
    }

    /// <summary>The first character, as it may be written in JSON, in an address, or by the framework where it quotes bytes.</summary>
    private static (char Character, int Length) Unescape(ReadOnlySpan<char> text) => text switch
    {
        ['\\', 'u', _, _, _, _, ..] when int.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) => ((char)code, 6),
        ['\\', '"' or '\\' or '/', ..] => (text[1], 2),
        ['%', _, _, ..] when int.TryParse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) => ((char)code, 3),
        [_, _, '-', ..] when int.TryParse(text[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) => ((char)code, 3),
        [_, _] when int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) => ((char)code, 2),
        _ => (text[0], 1),
    };

    /// <summary>The exception itself; where any of its texts holds the key, one that stands for it.</summary>
    private Exception? WithoutKey(Exception? exception)
    {
        if (exception is null || _secret is null)
        {
            return exception;
        }

        string text = exception.ToString();
        return Redact(text) == text ? exception : new IOException($"{exception.GetType().Name}: {Redact(exception.Message)}");
    }
}

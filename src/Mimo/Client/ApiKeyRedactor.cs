using System.Diagnostics.CodeAnalysis;

namespace Mimo;

/// <summary>
/// Blots the API key out of texts that the server wrote, should it ever repeat the key. The framework's own exceptions quote the
/// server too: a status line, a header, a chunk's length, a literal in JSON.
/// </summary>
internal sealed class ApiKeyRedactor(string? apiKey)
{
    public string Redact(string text) => string.IsNullOrEmpty(apiKey) ? text : text.Replace(apiKey, "(API key)", StringComparison.Ordinal);

    [return: NotNullIfNotNull(nameof(text))]
    public string? RedactNullable(string? text) => text is null ? null : Redact(text);

    /// <summary>Makes the exception of an exchange that broke.</summary>
    public MimoConnectionException Broken(MimoConnectionFailure failure, string message, Exception? cause, MimoMessage? received = null) =>
        new(failure, Redact(message), WithoutKey(cause)) { Received = received };

    /// <summary>The exception itself; where any of its texts holds the key, one that stands for it.</summary>
    private Exception? WithoutKey(Exception? exception) =>
        exception is null || string.IsNullOrEmpty(apiKey) || !exception.ToString().Contains(apiKey, StringComparison.Ordinal)
            ? exception
            : new IOException($"{exception.GetType().Name}: {Redact(exception.Message)}");
}

using System.Diagnostics.CodeAnalysis;

namespace Mimo;

/// <summary>Blots the API key out of texts that the server wrote, should it ever repeat the key.</summary>
internal sealed class ApiKeyRedactor(string? apiKey)
{
    public string Redact(string text) => string.IsNullOrEmpty(apiKey) ? text : text.Replace(apiKey, "(API key)", StringComparison.Ordinal);

    [return: NotNullIfNotNull(nameof(text))]
    public string? RedactNullable(string? text) => text is null ? null : Redact(text);
}

using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Mimo.Testing.Server;

/// <summary>Reads an HTTP request into what the journal keeps.</summary>
internal static class RequestReader
{
    private const string Redacted = "***";

    private static readonly FrozenSet<string> SecretHeaders =
        new[] { "api-key", "x-api-key", "authorization", "proxy-authorization", "cookie" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static async Task<MimoServerRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.ToDictionary(header => header.Key, header => Redact(header.Key, string.Join(", ", header.Value.ToArray())), StringComparer.OrdinalIgnoreCase);
        return new MimoServerRequest(request.Method, request.Path.Value ?? "", headers.AsReadOnly(), body.ToArray());
    }

    /// <summary>Hides a key, but keeps the scheme before it, which a test may want to see.</summary>
    private static string Redact(string name, string value)
    {
        if (!SecretHeaders.Contains(name))
        {
            return value;
        }

        return value.StartsWith(Authentication.BearerPrefix, StringComparison.OrdinalIgnoreCase) ? Authentication.BearerPrefix + Redacted : Redacted;
    }
}

using Microsoft.AspNetCore.Http;

namespace Mimo.Testing.Server;

/// <summary>Sends a response part by part, each flushed on its own as the service does with events.</summary>
internal static class Delivery
{
    public static async Task SendAsync(HttpResponse http, ServerResponse response, CancellationToken cancellationToken)
    {
        http.StatusCode = response.Status;
        http.ContentType = response.ContentType;
        foreach ((string name, string value) in response.Headers)
        {
            http.Headers.Append(name, value);
        }

        if (response.Parts.Count == 1)
        {
            http.ContentLength = response.Parts[0].Length;
        }

        foreach (byte[] part in response.Parts)
        {
            await http.Body.WriteAsync(part, cancellationToken).ConfigureAwait(false);
            await http.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}

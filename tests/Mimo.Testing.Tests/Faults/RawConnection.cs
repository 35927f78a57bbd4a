using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Tests.Faults;

/// <summary>Sends a request over a bare socket and returns every byte that comes back, HTTP's framing included.</summary>
internal static class RawConnection
{
    public static async Task<string> SendAsync(MimoServer server, JsonObject body, string headers = "")
    {
        byte[] content = Encoding.UTF8.GetBytes(body.ToJsonString());
        using var client = new TcpClient();
        await client.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/chat/completions HTTP/1.1\r\nHost: {server.Endpoint.Authority}\r\napi-key: {server.ApiKey}\r\n" +
            $"Content-Type: application/json\r\nContent-Length: {content.Length}\r\nConnection: close\r\n{headers}\r\n"));
        await stream.WriteAsync(content);
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received);
        }
        catch (IOException)
        {
            // A reset: what came before it is what came.
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }

    /// <summary>The body after the headers.</summary>
    public static string Body(string response) => response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>The sizes of the chunks of a chunked body, the closing one of 0 included if it came.</summary>
    public static List<int> ChunkSizes(string chunked)
    {
        var sizes = new List<int>();
        for (int at = 0; at < chunked.Length;)
        {
            int end = chunked.IndexOf("\r\n", at, StringComparison.Ordinal);
            int size = Convert.ToInt32(chunked[at..end], 16);
            sizes.Add(size);
            at = end + 2 + size + 2;
        }

        return sizes;
    }
}

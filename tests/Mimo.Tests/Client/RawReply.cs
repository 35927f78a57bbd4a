using System.Net.Sockets;
using System.Text;

namespace Mimo.Tests.Client;

/// <summary>The bytes of one HTTP answer, and in what pieces they are sent.</summary>
internal sealed record RawReply(byte[] Bytes)
{
    public bool CloseAfterwards { get; init; }

    /// <summary>Whether the connection is then kept open and silent until the client leaves.</summary>
    public bool StallAfterwards { get; init; }

    /// <summary>Where the bytes are split into separate writes, ascending.</summary>
    public IReadOnlyList<int> Splits { get; init; } = [];

    /// <summary>What the part behind the last split waits for.</summary>
    public Task LastPart { get; init; } = Task.CompletedTask;

    public static RawReply Json(string body, int status = 200, string headers = "") => Whole("application/json", Encoding.UTF8.GetBytes(body), status, headers);

    public static RawReply Whole(string contentType, byte[] body, int status = 200, string headers = "")
    {
        string head = $"HTTP/1.1 {status} Status\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n";
        return new RawReply([.. Encoding.ASCII.GetBytes(head), .. body]);
    }

    /// <summary>An event stream that ends where the connection closes, so that a shorter body is a cut one.</summary>
    public static RawReply Events(byte[] body, IReadOnlyList<int>? splits = null)
    {
        byte[] head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
        return new RawReply([.. head, .. body]) { CloseAfterwards = true, Splits = [.. (splits ?? []).Select(split => split + head.Length)] };
    }

    public static RawReply Events(string body) => Events(Encoding.UTF8.GetBytes(body));

    public async Task WriteAsync(NetworkStream stream, TaskCompletionSource closed, CancellationToken cancellationToken)
    {
        int start = 0;
        foreach (int end in Splits.Append(Bytes.Length))
        {
            if (start > 0 && end == Bytes.Length)
            {
                await LastPart.WaitAsync(cancellationToken);
            }

            await stream.WriteAsync(Bytes.AsMemory(start, end - start), cancellationToken);
            start = end;
        }

        if (StallAfterwards)
        {
            byte[] one = new byte[1];
            try
            {
                if (await stream.ReadAsync(one, cancellationToken) == 0)
                {
                    closed.TrySetResult();
                }
            }
            catch (IOException)
            {
                closed.TrySetResult();
            }
        }
    }
}

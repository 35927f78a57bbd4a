using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mimo.Tests.Client;

/// <summary>
/// A real socket on loopback that answers each HTTP request with exactly the bytes a test wants: broken, cut, stalled or well
/// formed. It never looks at what is asked beyond reading it whole.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawRequest, RawReply> _reply;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<RawRequest> _requests = [];
    private readonly TaskCompletionSource _requestReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _connectionClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    public RawServer(Func<RawRequest, RawReply> reply)
    {
        _reply = reply;
        _listener.Start();
        Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public RawServer(params RawReply[] replies)
        : this(request => replies[Math.Min(request.Number, replies.Length) - 1])
    {
    }

    public Uri Endpoint { get; }

    public RawRequest[] Requests => [.. _requests];

    /// <summary>Completes when the first request has come in.</summary>
    public Task RequestReceived => Soon(_requestReceived);

    /// <summary>Completes when the client has closed a connection on which the server was still sending or stalling.</summary>
    public Task ConnectionClosed => Soon(_connectionClosed);

    public MimoClientOptions Options(MimoFormat format = MimoFormat.OpenAI) => new()
    {
        Endpoint = Endpoint,
        ApiKey = "sk-test-key",
        Format = format,
        Retry = MimoRetryOptions.None,
    };

    public MimoClient Client(MimoFormat format = MimoFormat.OpenAI) => new(Options(format));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    /// <summary>A client that never does what a test waits for is to fail it, not to hang it.</summary>
    private static Task Soon(TaskCompletionSource source) => source.Task.WaitAsync(TimeSpan.FromSeconds(30));

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            connection.NoDelay = true;
            try
            {
                NetworkStream stream = connection.GetStream();
                while (await ReadRequestAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    _requestReceived.TrySetResult();
                    RawReply reply = _reply(request);
                    await reply.WriteAsync(stream, _connectionClosed, _stop.Token);
                    if (reply.CloseAfterwards)
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client left.
            }
        }
    }

    private async Task<RawRequest?> ReadRequestAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        byte[] one = new byte[1];
        while (!EndsWithEmptyLine(head))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string text = Encoding.ASCII.GetString([.. head]);
        string length = text.Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        byte[] body = new byte[int.Parse(length["Content-Length:".Length..])];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new RawRequest(_requests.Count + 1, text, body);
    }

    private static bool EndsWithEmptyLine(List<byte> bytes) =>
        bytes.Count >= 4 && bytes[^4] == '\r' && bytes[^3] == '\n' && bytes[^2] == '\r' && bytes[^1] == '\n';
}

/// <param name="Number">Which request to the server this is, from 1.</param>
/// <param name="Head">Request line and headers.</param>
/// <param name="Body">The body.</param>
internal sealed record RawRequest(int Number, string Head, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

using System.Net;

namespace Mimo.Tests.Wire.Recordings;

/// <summary>
/// Answers every request with the same bytes, in exactly the pieces that a test wants: a socket may join what was sent apart. Where
/// the bytes matter and their pieces don't, the tests use a socket.
/// </summary>
internal sealed class CannedAnswer : HttpMessageHandler
{
    public ReadOnlyMemory<byte> Body { get; set; }

    public string ContentType { get; set; } = "application/json";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>Where the body is split, ascending.</summary>
    public IReadOnlyList<int> Splits { get; set; } = [];

    /// <summary>Whether the connection breaks after the body, as one does that was cut; else the body just ends.</summary>
    public bool BreaksOff { get; set; }

    public MimoClient Client(MimoFormat format) => new(new MimoClientOptions { ApiKey = "sk-test", Format = format, HttpHandler = this, Retry = MimoRetryOptions.None });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(new Pieces(this));
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return Task.FromResult(new HttpResponseMessage(Status) { Content = content });
    }

    private sealed class Pieces(CannedAnswer answer) : MemoryStream
    {
        private readonly Queue<int> _ends = new(answer.Splits.Append(answer.Body.Length));
        private int _start;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            while (_ends.TryPeek(out int end))
            {
                int count = Math.Min(end - _start, buffer.Length);
                if (count == 0)
                {
                    _ends.Dequeue();
                    continue;
                }

                answer.Body.Slice(_start, count).CopyTo(buffer);
                _start += count;
                return count;
            }

            return answer.BreaksOff ? throw new HttpIOException(HttpRequestError.ResponseEnded) : 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}

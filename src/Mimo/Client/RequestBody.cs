using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Mimo;

/// <summary>
/// The bytes of one request, shared by its tries. What is kept of a long conversation stands between those of the buffer without
/// having been copied: the connection takes it from where it is. The buffer goes back to the pool only when its owner and every
/// copy to a connection are done: an early answer lets HttpClient return while the body is still on its way.
/// </summary>
internal sealed class RequestBody(bool hasBlanks) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private int _users = 1;
    private ReadOnlySequence<byte> _inserted;
    private long _insertedLength;
    private int _insertedAt;

    /// <summary>Where the request is written.</summary>
    public PooledBuffer Buffer { get; } = new();

    /// <summary>How many bytes the request has, with those that are not in the buffer.</summary>
    public long Length => Buffer.Length + _insertedLength;

    /// <summary>Whether turns without text have a blank for their content, see <see cref="EmptyContentRefusal"/>.</summary>
    public bool HasBlanks => hasBlanks;

    /// <summary>How many of the bytes are media in base64; 0 where nobody asks.</summary>
    public long MediaLength { get; set; }

    /// <summary>How many of the bytes are text or the JSON around it.</summary>
    public int TextLength => (int)Math.Clamp(Length - MediaLength, 0, int.MaxValue);

    /// <summary>Puts bytes behind all that was written so far, once for each request.</summary>
    /// <param name="bytes">They never change.</param>
    public void Insert(in ReadOnlySequence<byte> bytes)
    {
        _inserted = bytes;
        _insertedLength = bytes.Length;
        _insertedAt = Buffer.Length;
    }

    /// <summary>Ends one use of the bytes.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Buffer.Dispose();
        }
    }

    private bool TryUse()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            if (users == 0)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);

        return true;
    }

    /// <summary>The bytes as HTTP takes them. Each try has its own.</summary>
    public sealed class Content : HttpContent
    {
        private readonly RequestBody _body;

        public Content(RequestBody body)
        {
            _body = body;
            Headers.ContentType = Json;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        // Not async: sockets mostly take all at once, and each async method is compiled with much that is made for it alone.
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            ObjectDisposedException.ThrowIf(!_body.TryUse(), _body);
            ValueTask pending;
            try
            {
                pending = _body._insertedLength == 0 ? stream.WriteAsync(_body.Buffer.Memory, cancellationToken) : WritePartsAsync(stream, cancellationToken);
            }
            catch
            {
                _body.Dispose();
                throw;
            }

            if (!pending.IsCompletedSuccessfully)
            {
                return AwaitAsync(pending);
            }

            pending.GetAwaiter().GetResult();
            _body.Dispose();
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }

        private async ValueTask WritePartsAsync(Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(_body.Buffer.Memory[.._body._insertedAt], cancellationToken).ConfigureAwait(false);
            foreach (ReadOnlyMemory<byte> part in _body._inserted)
            {
                await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
            }

            await stream.WriteAsync(_body.Buffer.Memory[_body._insertedAt..], cancellationToken).ConfigureAwait(false);
        }

        private async Task AwaitAsync(ValueTask pending)
        {
            try
            {
                await pending.ConfigureAwait(false);
            }
            finally
            {
                _body.Dispose();
            }
        }
    }
}

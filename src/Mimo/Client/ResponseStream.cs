using System.Buffers;

namespace Mimo;

/// <summary>
/// The bytes of an answer as they come in: limits silence and size, and turns what goes wrong on the way into
/// <see cref="MimoConnectionException"/>. At the end it adds an empty line, so that a last event without one is still seen.
/// </summary>
internal sealed class ResponseStream(Stream inner, Transport transport, ExchangeTimer timer, bool endsWithEmptyLine) : Stream
{
    private long _bytesRead;
    private int _endDelivered = endsWithEmptyLine ? 0 : EmptyLine.Length;

    private static ReadOnlySpan<byte> EmptyLine => "\n\n"u8;

    /// <summary>Where the bytes are kept as well; null for nowhere.</summary>
    public PooledBuffer? Copy { get; set; }

    /// <summary>Whether everything that the server sent has been read.</summary>
    public bool IsAtEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsAtEnd || buffer.IsEmpty)
        {
            return DeliverEnd(buffer.Span);
        }

        timer.StartWait();
        try
        {
            int count = await inner.ReadAsync(buffer, timer.Token).ConfigureAwait(false);
            if (count == 0)
            {
                IsAtEnd = true;
                return DeliverEnd(buffer.Span);
            }

            _bytesRead += count;
            transport.ThrowIfTooLarge(_bytesRead);
            Copy?.Write(buffer.Span[..count]);
            return count;
        }
        catch (Exception exception) when (transport.IsBreak(exception, isHandlers: true))
        {
            throw transport.ToException(exception, timer, hasBegun: true);
        }
        finally
        {
            timer.Pause();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int DeliverEnd(Span<byte> buffer)
    {
        // The reader may have room for one of them only.
        ReadOnlySpan<byte> rest = EmptyLine[_endDelivered..];
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        _endDelivered += rest.Length;
        return rest.Length;
    }
}

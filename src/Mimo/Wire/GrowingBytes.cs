using System.Buffers;

namespace Mimo.Wire;

/// <summary>
/// Bytes that only grow. What was there stays where it is: to grow copies nothing, and who copies from it is not disturbed by who
/// appends. Only one thread at a time may append.
/// </summary>
internal sealed class GrowingBytes : IBufferWriter<byte>
{
    /// <summary>Chunks double, up to a size that the garbage collector still takes for small. Large ones: each takes its time to copy from.</summary>
    private const int SmallestChunk = 4 * 1024;
    private const int LargestChunk = 64 * 1024;

    private readonly Chunk _first = new(SmallestChunk, 0);
    private Chunk _last;
    private int _lastLength;

    public GrowingBytes() => _last = _first;

    /// <summary>The bytes so far; later ones never become part of it.</summary>
    public ReadOnlySequence<byte> Written => new(_first, 0, _last, _lastLength);

    public void Advance(int count) => _lastLength += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        byte[] bytes = _last.Bytes;
        if (bytes.Length - _lastLength < Math.Max(sizeHint, 1))
        {
            bytes = Continue(sizeHint);
        }

        return bytes.AsMemory(_lastLength);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private byte[] Continue(int sizeHint)
    {
        int size = Math.Max(Math.Min(_last.Bytes.Length * 2, LargestChunk), sizeHint);
        _last = _last.Continue(_lastLength, size);
        _lastLength = 0;
        return _last.Bytes;
    }

    private sealed class Chunk : ReadOnlySequenceSegment<byte>
    {
        public Chunk(int size, long start)
        {
            Bytes = GC.AllocateUninitializedArray<byte>(size);
            Memory = Bytes;
            RunningIndex = start;
        }

        public byte[] Bytes { get; }

        /// <summary>Ends the chunk at a length. Whoever copies from it meanwhile stops before, at the end that it knows.</summary>
        public Chunk Continue(int length, int size)
        {
            Memory = Bytes.AsMemory(0, length);
            var next = new Chunk(size, RunningIndex + length);
            Next = next;
            return next;
        }
    }
}

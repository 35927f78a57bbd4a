using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>
/// What the first messages of a long conversation look like on the wire. Every request repeats all that was said before it; here
/// the repetition costs one copy. A transcript only grows, so its messages are kept at once, and found again without a look at
/// them. Those of other lists are kept from the second time that they are sent, so that what is sent once costs nothing beyond its
/// bytes; they are found again by the last message that is kept. Immutable.
/// </summary>
internal sealed class KeptMessages
{
    /// <summary>Shorter conversations are written anew each time. That also spares opening messages that many conversations share from pointing at one of them.</summary>
    private const int SmallestCount = 8;

    private readonly Growth _growth;
    private readonly MessageWriting _writing;
    private readonly int _count;
    private readonly ReadOnlyMemory<byte> _bytes;

    private KeptMessages(Growth growth, in MessageWriting writing)
    {
        _growth = growth;
        _writing = writing;
        _count = growth.Messages.Count;
        _bytes = growth.Bytes.WrittenMemory;
    }

    /// <summary>Writes the messages from one position up to another as items of an array.</summary>
    public delegate void WriteMessages(Utf8JsonWriter writer, IReadOnlyList<MimoMessage> messages, int start, int end, in MessageWriting writing);

    /// <summary>Writes a conversation as items of an array, as many of its first messages as possible by a copy.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<MimoMessage> messages, in MessageWriting writing, WriteMessages write)
    {
        int start = 0;
        int end = messages.Count;
        if (end > SmallestCount && !writing.BlankForEmptyContent && FindOrKeep(messages, writing, write) is { } kept)
        {
            kept.WriteTo(writer);
            start = kept._count;
        }

        write(writer, messages, start, end, writing);
        for (int i = start; i < end; i++)
        {
            messages[i].WasSent = true;
        }
    }

    private static KeptMessages? FindOrKeep(IReadOnlyList<MimoMessage> list, in MessageWriting writing, WriteMessages write)
    {
        ReadOnlySpan<MimoMessage> messages = AsSpan(list);
        var transcript = list as MimoTranscript;
        KeptMessages? kept = transcript is null ? Find(messages, writing) : transcript.Kept?.IfFits(messages, writing);
        int known = kept?._count ?? 0;
        int count = known;
        while (count < messages.Length && (transcript is not null || messages[count].WasSent) && MayKeep(messages[count]))
        {
            count++;
        }

        while (count > known && !IsBoundary(messages, count))
        {
            count--;
        }

        if (count > known && count >= SmallestCount)
        {
            kept = Keep(kept, list, messages[..count], writing, write);
            if (transcript is not null)
            {
                transcript.Kept = kept;
            }
        }

        return kept;
    }

    private static ReadOnlySpan<MimoMessage> AsSpan(IReadOnlyList<MimoMessage> messages) => messages switch
    {
        MimoMessage[] array => array,
        List<MimoMessage> list => CollectionsMarshal.AsSpan(list),
        MimoTranscript transcript => transcript.AsSpan(),
        _ => messages.ToArray(),
    };

    private static KeptMessages? Find(ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        for (int i = messages.Length - 1; i >= 0; i--)
        {
            if (messages[i].Kept is { } kept
                && kept._count == i + 1
                && kept.IfFits(messages, writing) is not null
                && kept._growth.BeginsWith(messages[..kept._count]))
            {
                return kept;
            }
        }

        return null;
    }

    /// <summary>This, unless it was written in another way or ends where nothing may end now.</summary>
    private KeptMessages? IfFits(ReadOnlySpan<MimoMessage> messages, in MessageWriting writing) =>
        _writing == writing && IsBoundary(messages, _count) ? this : null;

    /// <summary>The Anthropic format joins neighbouring tool results, so nothing ends between them.</summary>
    private static bool IsBoundary(ReadOnlySpan<MimoMessage> messages, int count) => count == messages.Length || messages[count].Role != MimoRole.Tool;

    /// <summary>Media are large, and writing them costs little more than a copy.</summary>
    private static bool MayKeep(MimoMessage message)
    {
        foreach (MimoContent part in message.ContentSpan)
        {
            if (part is MimoMedia)
            {
                return false;
            }
        }

        return true;
    }

    private static KeptMessages Keep(
        KeptMessages? kept,
        IReadOnlyList<MimoMessage> list,
        ReadOnlySpan<MimoMessage> messages,
        in MessageWriting writing,
        WriteMessages write)
    {
        // Two conversations may go on differently from the same messages: the first one appends, the others begin with a copy.
        if (kept is null)
        {
            return Append(new Growth(), list, messages, writing, write);
        }

        lock (kept._growth)
        {
            Growth growth = kept._growth.Messages.Count == kept._count ? kept._growth : kept._growth.Copy(kept);
            return Append(growth, list, messages, writing, write);
        }
    }

    private static KeptMessages Append(
        Growth growth,
        IReadOnlyList<MimoMessage> list,
        ReadOnlySpan<MimoMessage> messages,
        in MessageWriting writing,
        WriteMessages write)
    {
        write(growth.Writer, list, growth.Messages.Count, messages.Length, writing);
        growth.Writer.Flush();
        growth.Messages.AddRange(messages[growth.Messages.Count..]);
        var kept = new KeptMessages(growth, writing);
        messages[^1].Kept = kept;
        return kept;
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        if (!_bytes.IsEmpty)
        {
            writer.WriteRawValue(_bytes.Span, skipInputValidation: true);
        }
    }

    /// <summary>Messages and their bytes, which only grow: what was there stays as it is. Its own lock.</summary>
    private sealed class Growth
    {
        public Growth() => Writer = JsonWriters.Create(Bytes);

        public List<MimoMessage> Messages { get; } = [];

        public ArrayBufferWriter<byte> Bytes { get; } = new();

        /// <summary>Never reset, so that it knows whether a comma comes next.</summary>
        public Utf8JsonWriter Writer { get; }

        public bool BeginsWith(ReadOnlySpan<MimoMessage> messages)
        {
            lock (this)
            {
                ReadOnlySpan<MimoMessage> own = CollectionsMarshal.AsSpan(Messages);
                for (int i = 0; i < messages.Length; i++)
                {
                    if (!ReferenceEquals(own[i], messages[i]))
                    {
                        return false;
                    }
                }

                return true;
            }
        }

        public Growth Copy(KeptMessages part)
        {
            var copy = new Growth();
            copy.Messages.AddRange(CollectionsMarshal.AsSpan(Messages)[..part._count]);
            part.WriteTo(copy.Writer);
            return copy;
        }
    }
}

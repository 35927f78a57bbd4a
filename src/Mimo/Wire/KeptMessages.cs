using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Mimo.Wire;

/// <summary>
/// What the first messages of a long conversation look like on the wire. Every request repeats all that was said before it; here
/// the repetition costs one copy, and where a client sends much, not even that. A list that only grows has its messages kept at
/// once, and found again without a look at them. Those of other lists are kept from the second time that they are sent, so that
/// what is sent once costs nothing beyond its bytes; they are found again by the last message that is kept. Immutable.
/// </summary>
internal sealed class KeptMessages
{
    /// <summary>Shorter conversations are written anew each time. That also spares opening messages that many conversations share from pointing at one of them.</summary>
    public const int SmallestCount = 8;

    private const int LargestMedia = 32 * 1024;

    /// <summary>What fits into one record of TLS is copied, so that it goes out in one piece with what stands around it.</summary>
    private const int LargestCopy = 16 * 1024;

    private readonly Growth _growth;
    private readonly MessageWriting _writing;
    private readonly ReadOnlySequence<byte> _bytes;

    private KeptMessages(Growth growth, in MessageWriting writing)
    {
        _growth = growth;
        _writing = writing;
        _bytes = growth.Bytes.Written;
        Count = growth.Messages.Count;
        System = growth.System;
    }

    /// <summary>How many messages these are.</summary>
    public int Count { get; }

    /// <summary>The joined texts of the system messages among them; null for none.</summary>
    public string? System { get; }

    /// <summary>Finds what is kept of a conversation, and keeps what may be kept of it now.</summary>
    /// <param name="list">The conversation.</param>
    /// <param name="messages">Its messages, more than <see cref="SmallestCount"/>.</param>
    /// <param name="writing">How they are written.</param>
    /// <returns>What is kept; null for nothing.</returns>
    public static KeptMessages? FindOrKeep(IReadOnlyList<MimoMessage> list, ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        var growing = list as IGrowingMessages;
        KeptMessages? kept = growing?.Kept.Get(writing)?.IfFits(messages, writing) ?? Find(messages, writing);
        int known = kept?.Count ?? 0;
        int count = known;
        while (count < messages.Length && (growing is not null || messages[count].WasSent) && MayKeep(messages[count]))
        {
            count++;
        }

        while (count > known && !IsBoundary(messages, count))
        {
            count--;
        }

        if (count > known && count >= SmallestCount)
        {
            kept = Keep(kept, messages[..count], writing);
            growing?.Kept.Set(writing, kept);
        }

        return kept;
    }

    /// <summary>Writes the messages as the first items of an array.</summary>
    /// <param name="writer">Has begun the array.</param>
    /// <param name="body">What it writes to, where that takes bytes without a copy; null where all is copied.</param>
    public void WriteTo(Utf8JsonWriter writer, RequestBody? body)
    {
        ReadOnlySequence<byte> bytes = _bytes;
        if (bytes.IsEmpty)
        {
            return;
        }

        if (body is not null && bytes.Length > LargestCopy)
        {
            // The last byte takes the usual way: so the writer knows of an item, and puts a comma before the next.
            SequencePosition last = bytes.GetPosition(bytes.Length - 1);
            writer.Flush();
            body.Insert(bytes.Slice(0, last));
            bytes = bytes.Slice(last);
        }

        writer.WriteRawValue(bytes, skipInputValidation: true);
    }

    private static KeptMessages? Find(ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        for (int i = messages.Length - 1; i >= 0; i--)
        {
            if (messages[i].Kept is { } kept
                && kept.Count == i + 1
                && kept.IfFits(messages, writing) is not null
                && kept._growth.BeginsWith(messages[..kept.Count]))
            {
                return kept;
            }
        }

        return null;
    }

    /// <summary>This, unless it was written in another way, is more than there is, or ends where nothing may end now.</summary>
    private KeptMessages? IfFits(ReadOnlySpan<MimoMessage> messages, in MessageWriting writing) =>
        Count <= messages.Length && _writing == writing && IsBoundary(messages, Count) ? this : null;

    /// <summary>The Anthropic format joins neighbouring tool results, so nothing ends between them.</summary>
    private static bool IsBoundary(ReadOnlySpan<MimoMessage> messages, int count) => count == messages.Length || messages[count].Role != MimoRole.Tool;

    /// <summary>Media mostly are so large that all else costs little beside writing them, and too large to be held twice.</summary>
    private static bool MayKeep(MimoMessage message)
    {
        foreach (MimoContent part in message.ContentSpan)
        {
            if (part is MimoMedia media && (media.Data.Length > LargestMedia || media.Uri?.Length > LargestMedia))
            {
                return false;
            }
        }

        return true;
    }

    private static KeptMessages Keep(KeptMessages? kept, ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        // Two conversations may go on differently from the same messages: the first one appends, the others begin with a copy.
        if (kept is null)
        {
            return Append(new Growth(), messages, writing);
        }

        lock (kept._growth)
        {
            Growth growth = kept._growth.MayGrow && kept._growth.Messages.Count == kept.Count ? kept._growth : kept._growth.Copy(kept);
            return Append(growth, messages, writing);
        }
    }

    private static KeptMessages Append(Growth growth, ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
    {
        growth.Append(messages[growth.Messages.Count..], writing);
        var kept = new KeptMessages(growth, writing);
        messages[^1].Kept = kept;
        return kept;
    }

    /// <summary>Messages and their bytes, which only grow: what was there stays as it is. Its own lock.</summary>
    private sealed class Growth
    {
        // Never reset, so that it knows whether a comma comes next.
        private readonly Utf8JsonWriter _writer;

        public Growth() => _writer = JsonWriters.Create(Bytes);

        public List<MimoMessage> Messages { get; } = [];

        public GrowingBytes Bytes { get; } = new();

        public string? System { get; private set; }

        /// <summary>Whether the bytes end where a message does. A message that can't be written leaves half of itself behind.</summary>
        public bool MayGrow { get; private set; } = true;

        public void Append(ReadOnlySpan<MimoMessage> messages, in MessageWriting writing)
        {
            MayGrow = false;
            ConversationWriter.Write(_writer, messages, writing);
            _writer.Flush();
            Messages.AddRange(messages);
            System = ConversationWriter.JoinSystem(System, messages);
            MayGrow = true;
        }

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
            var copy = new Growth { System = part.System };
            copy.Messages.AddRange(CollectionsMarshal.AsSpan(Messages)[..part.Count]);
            part.WriteTo(copy._writer, body: null);
            copy._writer.Flush();
            return copy;
        }
    }
}

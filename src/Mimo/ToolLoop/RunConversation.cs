using System.Collections;
using Mimo.Wire;

namespace Mimo.ToolLoop;

/// <summary>
/// The conversation of a run. It only grows, so each request repeats the earlier ones at the cost of a copy; what requests, tools
/// and callbacks were given of it stays as it was.
/// </summary>
/// <remarks>
/// A tool that was given up may go on reading while the run goes on writing. So a part holds the array that it was taken from:
/// of an array nothing changes but what is behind the part, and when it is full, the next one takes its place.
/// </remarks>
internal sealed class RunConversation
{
    private readonly KeptByWriting _kept = new();
    private MimoMessage[] _messages;
    private int _count;

    /// <summary>Begins with the messages of a request.</summary>
    /// <param name="messages">The messages. The list may have grown since the run began.</param>
    /// <param name="count">How many of them there were then.</param>
    public RunConversation(IReadOnlyList<MimoMessage> messages, int count)
    {
        _messages = [.. messages];
        _count = Math.Min(count, _messages.Length);
    }

    public void AddRange(ReadOnlySpan<MimoMessage> messages)
    {
        int count = _count + messages.Length;
        if (count > _messages.Length)
        {
            Array.Resize(ref _messages, Math.Max(count, _messages.Length * 2));
        }

        messages.CopyTo(_messages.AsSpan(_count));
        _count = count;
    }

    /// <summary>The messages so far.</summary>
    public IReadOnlyList<MimoMessage> Snapshot() => new Part(_messages, _count, _kept);

    private sealed class Part(MimoMessage[] messages, int count, KeptByWriting kept) : IGrowingMessages
    {
        public int Count => count;

        public KeptByWriting Kept => kept;

        public MimoMessage this[int index] => AsSpan()[index];

        public ReadOnlySpan<MimoMessage> AsSpan() => messages.AsSpan(0, count);

        public IEnumerator<MimoMessage> GetEnumerator()
        {
            for (int i = 0; i < count; i++)
            {
                yield return messages[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

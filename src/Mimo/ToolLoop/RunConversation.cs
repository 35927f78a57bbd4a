using System.Collections;
using System.Runtime.InteropServices;
using Mimo.Wire;

namespace Mimo.ToolLoop;

/// <summary>
/// The conversation of a run. It only grows, so each request repeats the earlier ones at the cost of a copy; what requests, tools
/// and callbacks were given of it stays as it was.
/// </summary>
internal sealed class RunConversation(IReadOnlyList<MimoMessage> messages)
{
    private readonly List<MimoMessage> _messages = [.. messages];
    private readonly KeptByWriting _kept = new();

    public void AddRange(ReadOnlySpan<MimoMessage> messages) => _messages.AddRange(messages);

    public int Count => _messages.Count;

    /// <summary>The messages so far.</summary>
    public IReadOnlyList<MimoMessage> Snapshot() => new Part(this, _messages.Count);

    private sealed class Part(RunConversation conversation, int count) : IGrowingMessages
    {
        public int Count => count;

        public KeptByWriting Kept => conversation._kept;

        public MimoMessage this[int index] => AsSpan()[index];

        public ReadOnlySpan<MimoMessage> AsSpan() => CollectionsMarshal.AsSpan(conversation._messages)[..count];

        public IEnumerator<MimoMessage> GetEnumerator()
        {
            for (int i = 0; i < count; i++)
            {
                yield return conversation._messages[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

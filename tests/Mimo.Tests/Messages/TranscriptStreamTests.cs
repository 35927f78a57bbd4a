using System.Text;

namespace Mimo.Tests.Messages;

/// <summary>A transcript goes to a stream and comes back without holding up a thread.</summary>
public sealed class TranscriptStreamTests
{
    [Fact]
    public async Task What_is_saved_asynchronously_is_the_same_to_the_byte()
    {
        MimoTranscript transcript = Conversation();
        using var whole = new MemoryStream();
        transcript.Save(whole);
        using var stream = new MemoryStream();

        await transcript.SaveAsync(stream);

        Assert.Equal(whole.ToArray(), stream.ToArray());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task A_stream_that_gives_one_byte_at_a_time_is_read_to_its_end()
    {
        MimoTranscript transcript = Conversation();
        using var saved = new MemoryStream();
        transcript.Save(saved);
        using var stream = new SlowStream(saved.ToArray());

        MimoTranscript loaded = await MimoTranscript.LoadAsync(stream);

        using var again = new MemoryStream();
        await loaded.SaveAsync(again);
        Assert.Equal(saved.ToArray(), again.ToArray());
        Assert.Equal(saved.Length + 1, stream.Reads);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Cancelling_stops_the_saving_before_a_byte_is_written()
    {
        using var stream = new MemoryStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Conversation().SaveAsync(stream, new CancellationToken(canceled: true)));

        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public async Task Cancelling_stops_the_loading_in_the_middle()
    {
        using var saved = new MemoryStream();
        Conversation().Save(saved);
        using var cancellation = new CancellationTokenSource();
        using var stream = new SlowStream(saved.ToArray()) { CancelAfter = (10, cancellation) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MimoTranscript.LoadAsync(stream, cancellation.Token));

        Assert.Equal(10, stream.Reads);
    }

    [Fact]
    public async Task What_is_no_transcript_is_refused_as_such_here_too() =>
        await Assert.ThrowsAsync<FormatException>(static () => MimoTranscript.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes("{\"messages\":[7]}"))));

    /// <summary>Longer than the buffer that the reading begins with.</summary>
    private static MimoTranscript Conversation() => new(
    [
        MimoMessage.User(new string('ü', 5000)),
        MimoMessage.Assistant("", "I look.", [new MimoToolCall("call_1", "f", "{ \"a\" :1}")]),
        MimoMessage.ToolResult("call_1", "one"),
        MimoMessage.Assistant("a"),
    ]);

    /// <summary>Gives a byte at a time, each on another turn of the scheduler.</summary>
    private sealed class SlowStream(byte[] data) : MemoryStream(data)
    {
        public int Reads { get; private set; }

        public (int Reads, CancellationTokenSource Source)? CancelAfter { get; init; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Reads++;
            if (Reads == CancelAfter?.Reads)
            {
                await CancelAfter.Value.Source.CancelAsync();
            }

            return Read(buffer.Span[..1]);
        }
    }
}

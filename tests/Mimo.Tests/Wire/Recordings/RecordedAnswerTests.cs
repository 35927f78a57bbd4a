using CsCheck;
using Mimo.Tests.Client;

namespace Mimo.Tests.Wire.Recordings;

/// <summary>Every shape of answer that MiMo was recorded or is documented to send is read for what it says, or fails by type.</summary>
public class RecordedAnswerTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Whole => [.. Answers.All.Keys];

    public static TheoryData<string> Streamed => [.. Streams.Keys];

    private static Dictionary<string, Recording> Streams { get; } = OpenAIStreams.All.Concat(AnthropicStreams.All).ToDictionary();

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task An_answer_says_what_it_says(string name)
    {
        Recording recording = Answers.All[name];
        await using var server = new RawServer(RawReply.Whole("application/json", recording.Body));
        using MimoClient client = server.Client(recording.Format);

        Assert.Equal(recording.Told, Told.By(await client.SendAsync(Request).WaitAsync(Limit)));
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task A_stream_says_what_it_says(string name)
    {
        Recording recording = Streams[name];
        await using var server = new RawServer(RawReply.Events(recording.Body));
        using MimoClient client = server.Client(recording.Format);

        Assert.Equal(recording.Told, Told.By(await StreamAsync(client)));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task An_answer_that_ends_at_any_byte_is_whole_or_a_typed_failure(string name)
    {
        Recording recording = Answers.All[name];
        var answer = new CannedAnswer();
        using MimoClient client = answer.Client(recording.Format);
        for (int length = 0; length < recording.Body.Length; length++)
        {
            answer.Body = recording.Body.AsMemory(0, length);
            answer.BreaksOff = false;
            MimoConnectionException ended = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request).WaitAsync(Limit));
            Assert.Equal(MimoConnectionFailure.Malformed, ended.Failure);

            if (length % 7 != 0)
            {
                continue;
            }

            answer.BreaksOff = true;
            MimoConnectionException cut = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request).WaitAsync(Limit));
            Assert.Equal(MimoConnectionFailure.Cut, cut.Failure);
        }
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public Task The_pieces_in_which_an_answer_comes_do_not_matter(string name) => AssertPiecesDoNotMatterAsync(Answers.All[name], static client => client.SendAsync(Request));

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task A_stream_that_ends_at_any_byte_is_whole_or_a_typed_failure(string name)
    {
        Recording recording = Streams[name];
        var answer = new CannedAnswer { ContentType = "text/event-stream" };
        using MimoClient client = answer.Client(recording.Format);
        foreach (bool breaksOff in new[] { false, true })
        {
            // A break is told from an end by whether the last lines are taken for an event; a sample of the bytes shows that.
            int step = breaksOff ? 7 : 1;
            answer.BreaksOff = breaksOff;
            int? firstWhole = null;
            for (int length = recording.Body.Length % step; length <= recording.Body.Length; length += step)
            {
                answer.Body = recording.Body.AsMemory(0, length);
                if (await IsWholeAsync(client, recording.Told))
                {
                    firstWhole ??= length;
                }
                else
                {
                    // Once the answer is complete, more bytes can't make it less so.
                    Assert.True(firstWhole is null, $"{length} bytes are no answer, though {firstWhole} were.");
                }
            }

            Assert.InRange(firstWhole!.Value, recording.Body.Length / 3, recording.Body.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task A_stream_that_a_socket_ends_is_whole_or_a_typed_failure(string name)
    {
        // What a socket adds is the same at every byte; so each sixth will do, and all around the ends of lines.
        Recording recording = Streams[name];
        int[] lengths = [.. Enumerable.Range(0, recording.Body.Length + 1).Where(length => length % 6 == 0 || length == recording.Body.Length || IsNearLineEnd(recording.Body, length))];
        await using var server = new RawServer(request => RawReply.Events(recording.Body[..lengths[request.Number - 1]]));
        using MimoClient client = server.Client(recording.Format);
        bool[] whole = new bool[lengths.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            whole[i] = await IsWholeAsync(client, recording.Told);
        }

        Assert.Equal(whole.Order(), whole);
        Assert.False(whole[0]);
        Assert.True(whole[^1]);
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public Task The_pieces_in_which_a_stream_comes_do_not_matter(string name) => AssertPiecesDoNotMatterAsync(Streams[name], StreamAsync);

    [Theory]
    [InlineData(MimoFormat.OpenAI, "data: {\"error\":{\"code\":\"429\",\"message\":\"Too many requests\",\"type\":\"limitation\"}}\n\n")]
    [InlineData(MimoFormat.OpenAI, "data:{\"error\":{\"code\":\"429\",\"message\":\"Too many requests\",\"type\":\"limitation\"}}")]
    [InlineData(MimoFormat.Anthropic, "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Too many requests\"}}\n\n")]
    [InlineData(MimoFormat.Anthropic, "data:{\"error\":{\"code\":\"429\",\"message\":\"Too many requests\",\"type\":\"limitation\"}}\n\n")]
    public async Task A_stream_that_an_error_ends_is_a_typed_failure_wherever_it_is_cut(MimoFormat format, string error)
    {
        // Up to where the answer would be complete.
        string begin = Samples.Stream(format);
        begin = begin[..begin.LastIndexOf(format == MimoFormat.OpenAI ? "data: {\"id\":\"I\",\"choices\":[{" : "event: message_delta", StringComparison.Ordinal)];
        byte[] body = System.Text.Encoding.UTF8.GetBytes(begin + error);
        var answer = new CannedAnswer { ContentType = "text/event-stream" };
        using MimoClient client = answer.Client(format);
        for (int length = body.Length - error.Length; length < body.Length; length++)
        {
            answer.Body = body.AsMemory(0, length);
            MimoException cut = await Assert.ThrowsAnyAsync<MimoException>(() => StreamAsync(client));
            Assert.True(cut is MimoConnectionException { Failure: MimoConnectionFailure.Cut } or MimoApiException { Status: 200 }, cut.ToString());
        }

        answer.Body = body;
        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => StreamAsync(client));
        Assert.True(exception.IsTransient);
        Assert.Contains("Too many requests", exception.Message, StringComparison.Ordinal);
    }

    private static bool IsNearLineEnd(byte[] body, int length) => body.AsSpan(Math.Max(length - 2, 0)..Math.Min(length + 1, body.Length)).Contains((byte)'\n');

    private static async Task AssertPiecesDoNotMatterAsync(Recording recording, Func<MimoClient, Task<MimoResponse>> ask)
    {
        var answer = new CannedAnswer { Body = recording.Body, ContentType = ask == StreamAsync ? "text/event-stream" : "application/json" };
        using MimoClient client = answer.Client(recording.Format);
        answer.Splits = [.. Enumerable.Range(1, recording.Body.Length - 1)];
        Assert.Equal(recording.Told, Told.By(await ask(client).WaitAsync(Limit)));
        await Gen.Int[1, recording.Body.Length - 1].HashSet[1, 40].SampleAsync(
            async splits =>
            {
                answer.Splits = [.. splits.Order()];
                Assert.Equal(recording.Told, Told.By(await ask(client).WaitAsync(Limit)));
            },
            iter: 25,
            threads: 1);
    }

    /// <returns>False if the stream was cut before its answer was complete.</returns>
    private static async Task<bool> IsWholeAsync(MimoClient client, Told whole)
    {
        try
        {
            Told told = Told.By(await StreamAsync(client));

            // The usage comes last, and an answer is complete without.
            Assert.Equal(whole with { Usage = told.Usage is null ? null : whole.Usage }, told);
            return true;
        }
        catch (MimoConnectionException exception)
        {
            Assert.Equal(MimoConnectionFailure.Cut, exception.Failure);
            Assert.StartsWith(exception.Received?.Text ?? string.Empty, whole.Text, StringComparison.Ordinal);
            Assert.StartsWith(exception.Received?.Reasoning ?? string.Empty, whole.Reasoning ?? string.Empty, StringComparison.Ordinal);
            return false;
        }
    }

    /// <summary>Reads a stream to its end; its pieces must be those of the whole.</summary>
    private static async Task<MimoResponse> StreamAsync(MimoClient client)
    {
        List<MimoUpdate> updates = await CollectAsync(client).WaitAsync(Limit);
        MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
        Assert.Equal(response.Text, string.Concat(updates.OfType<MimoTextUpdate>().Select(static update => update.Text)));
        Assert.Equal(response.Reasoning ?? string.Empty, string.Concat(updates.OfType<MimoReasoningUpdate>().Select(static update => update.Text)));
        Assert.Equal(response.ToolCalls, updates.OfType<MimoToolCallCompletedUpdate>().Select(static update => update.Call));
        Assert.Equal(response.Usage, updates.OfType<MimoUsageUpdate>().SingleOrDefault()?.Usage);
        return response;
    }

    private static async Task<List<MimoUpdate>> CollectAsync(MimoClient client)
    {
        List<MimoUpdate> updates = [];
        await foreach (MimoUpdate update in client.StreamAsync(Request))
        {
            updates.Add(update);
        }

        return updates;
    }
}

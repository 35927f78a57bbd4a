using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

/// <summary>What is kept of a long conversation goes out from where it is, without a copy. Nobody on the other side may see a difference.</summary>
public class LongRequestTests
{
    private static readonly RawReply Busy = RawReply.Json("""{"error":{"code":"429","message":"Too many requests","type":"limitation"}}""", 429);

    [Theory]
    [InlineData(MimoFormat.OpenAI, false, 9)]
    [InlineData(MimoFormat.OpenAI, false, 400)]
    [InlineData(MimoFormat.OpenAI, true, 40)]
    [InlineData(MimoFormat.Anthropic, false, 40)]
    [InlineData(MimoFormat.Anthropic, true, 9)]
    [InlineData(MimoFormat.Anthropic, true, 400)]
    public async Task A_conversation_that_grows_is_sent_as_it_would_be_written_anew_and_again_after_a_failure(MimoFormat format, bool isStreamed, int messages)
    {
        RawReply answer = isStreamed ? RawReply.Events(Samples.Stream(format)) : RawReply.Json(Samples.Response(format));
        await using var server = new RawServer(request => request.Number % 2 == 1 ? Busy : answer);
        using var client = new MimoClient(server.Options(format) with { Retry = new MimoRetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1) } });
        var transcript = new MimoTranscript([MimoMessage.System("rule"), .. Enumerable.Range(1, messages).Select(Message)]);

        List<string> expected = [];
        for (int round = 0; round < 3; round++)
        {
            transcript.Append(Message(round));
            MimoRequest request = Request(transcript);
            await SendAsync(client, request, isStreamed);
            string anew = Json.Write(Request([.. transcript.Select(Again)]), format, isStreamed);
            expected.AddRange([anew, anew]);
        }

        Assert.Equal(expected, server.Requests.Select(static request => request.Text));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task What_follows_that_is_not_kept_stands_behind_it(MimoFormat format)
    {
        await using var server = new RawServer(RawReply.Json(Samples.Response(format)));
        using MimoClient client = server.Client(format);
        MimoMessage picture = MimoMessage.User("look", MimoImage.FromBytes(new byte[40_000], "image/png"));
        var transcript = new MimoTranscript([.. Enumerable.Range(1, 40).Select(Message), picture, Message(41)]);

        await client.SendAsync(Request(transcript));
        await client.SendAsync(Request(transcript));

        string anew = Json.Write(Request([.. transcript.Select(Again)]), format);
        Assert.Equal([anew, anew], server.Requests.Select(static request => request.Text));
    }

    [Fact]
    public async Task Requests_that_grow_out_of_one_conversation_at_the_same_time_do_not_disturb_each_other()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Response(MimoFormat.OpenAI)));
        using MimoClient client = server.Client();
        MimoMessage[] shared = [.. Enumerable.Range(1, 40).Select(Message)];

        string[][] sent = await Task.WhenAll(Enumerable.Range(1, 16).Select(async conversation =>
        {
            var transcript = new MimoTranscript(shared);
            List<string> expected = [];
            for (int round = 0; round < 8; round++)
            {
                transcript.Append(MimoMessage.User($"conversation {conversation}, round {round} {new string('y', 3000)}"));
                await client.SendAsync(Request(transcript));
                expected.Add(Json.Write(Request([.. transcript.Select(Again)]), MimoFormat.OpenAI));
            }

            return expected.ToArray();
        }));

        Assert.Equal(sent.SelectMany(static texts => texts).Order(StringComparer.Ordinal), server.Requests.Select(static request => request.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_not_copied_counts_where_requests_may_not_be_too_large()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Response(MimoFormat.OpenAI)));
        using var client = new MimoClient(server.Options() with { MaxRequestBytes = 30_000 });
        var transcript = new MimoTranscript(Enumerable.Range(1, 40).Select(Message));
        int length = Json.Write(Request(transcript), MimoFormat.OpenAI).Length;

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request(transcript)));

        Assert.Equal(MimoConnectionFailure.TooLarge, exception.Failure);
        Assert.Contains($"{length} bytes", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_is_not_copied_counts_where_tokens_are_limited()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Response(MimoFormat.OpenAI)));
        using var limits = new MimoRateLimits(100, 15_000);
        using var client = new MimoClient(server.Options() with { RateLimits = limits });
        using var patience = new CancellationTokenSource();
        var transcript = new MimoTranscript(Enumerable.Range(1, 40).Select(Message));

        await client.SendAsync(Request(transcript), patience.Token);
        Task<MimoResponse> second = client.SendAsync(Request(transcript), patience.Token);

        // 40,000 letters are more than half of what a minute allows.
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(200)));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Single(server.Requests);
    }

    private static MimoRequest Request(IReadOnlyList<MimoMessage> messages) => new() { Model = "mimo-v2-pro", Messages = messages };

    private static MimoMessage Message(int number) => MimoMessage.User($"message {number} \"\ud83d\ude00\" {new string('x', 1000)}");

    /// <summary>The same message, which was never sent before.</summary>
    private static MimoMessage Again(MimoMessage message) => new(message.Role, [.. message.Content]);

    private static async Task SendAsync(MimoClient client, MimoRequest request, bool isStreamed)
    {
        if (!isStreamed)
        {
            await client.SendAsync(request);
            return;
        }

        await foreach (MimoUpdate update in client.StreamAsync(request))
        {
            Assert.NotNull(update);
        }
    }
}

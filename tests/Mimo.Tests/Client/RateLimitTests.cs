using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class RateLimitTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Fact]
    public async Task Requests_over_the_limit_wait_their_turn_and_can_be_cancelled_there()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using var limits = new MimoRateLimits(2, 1_000_000);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimits = limits });
        using var source = new CancellationTokenSource();

        await client.SendAsync(Request);
        await client.SendAsync(Request);
        Task<MimoResponse> third = client.SendAsync(Request, source.Token);

        Assert.False(third.IsCompleted);
        Assert.Equal(2, server.Requests.Length);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, server.Requests.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_answer_cost_is_counted_too(bool isStreamed)
    {
        await using var server = new RawServer(isStreamed ? RawReply.Events(Samples.OpenAIStream) : RawReply.Json(Samples.Text("ok")));
        using var limits = new MimoRateLimits(100, 50);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimits = limits });
        using var source = new CancellationTokenSource();

        if (isStreamed)
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request))
            {
            }

            // The stream cost far more than a minute's tokens, so the next request has to wait.
            Task<MimoResponse> next = client.SendAsync(Request, source.Token);
            Assert.False(next.IsCompleted);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }
        else
        {
            // Estimated at 19 of 50 tokens each: two go at once, the third waits.
            await client.SendAsync(Request);
            await client.SendAsync(Request);
            Task<MimoResponse> next = client.SendAsync(Request, source.Token);
            Assert.False(next.IsCompleted);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }
    }

    [Fact]
    public async Task A_limiter_of_ones_own_is_asked_and_its_refusal_is_told()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimiter = limiter });
        using RateLimitLease lease = limiter.AttemptAcquire();

        MimoException exception = await Assert.ThrowsAsync<MimoException>(() => client.SendAsync(Request));

        Assert.Contains("RateLimiter", exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_limiter_of_ones_own_holds_its_permit_until_the_answer_is_in(bool isStreamed)
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 });
        var permitsLeft = new ConcurrentQueue<long>();
        await using var server = new RawServer(_ =>
        {
            permitsLeft.Enqueue(limiter.GetStatistics()!.CurrentAvailablePermits);
            return isStreamed ? RawReply.Events(Samples.OpenAIStream) : RawReply.Json(Samples.Text("ok"));
        });
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimiter = limiter, Retry = MimoRetryOptions.None });

        if (isStreamed)
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request))
            {
                Assert.Equal(0, limiter.GetStatistics()!.CurrentAvailablePermits);
            }
        }
        else
        {
            await client.SendAsync(Request);
        }

        Assert.Equal([0], permitsLeft);
        Assert.Equal(1, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task A_failed_or_abandoned_answer_gives_its_permit_back()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });
        await using var server = new RawServer(
            RawReply.Json("{}", 500), RawReply.Json("{}", 500), RawReply.Events("data: {\"choices\":["), RawReply.Events(Samples.OpenAIStream));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimiter = limiter, Retry = MimoRetryOptions.None });

        await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));
        await Assert.ThrowsAsync<MimoApiException>(() => ReadFirstAsync(client));
        await Assert.ThrowsAsync<MimoConnectionException>(() => ReadFirstAsync(client));
        await ReadFirstAsync(client);

        Assert.Equal(4, server.Requests.Length);
        Assert.Equal(1, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task No_minute_has_more_requests_than_the_limit_says()
    {
        using var gate = new RateGate(60, 1_000_000);
        using var source = new CancellationTokenSource();
        for (int i = 0; i < 60; i++)
        {
            await gate.WaitAsync(1, CancellationToken.None);
        }

        // A bucket would let one more through with each second.
        Task<int> next = gate.WaitAsync(1, source.Token).AsTask();
        await Assert.ThrowsAsync<TimeoutException>(() => next.WaitAsync(TimeSpan.FromSeconds(1.5)));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Who_gives_up_waiting_for_tokens_has_taken_no_requests_from_the_others()
    {
        using var gate = new RateGate(10, 1000);
        using var source = new CancellationTokenSource();
        await gate.WaitAsync(3960, CancellationToken.None);

        Task<int>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => gate.WaitAsync(4000, source.Token).AsTask())];
        Assert.DoesNotContain(waiting, static task => task.IsCompleted);
        await source.CancelAsync();
        foreach (Task<int> task in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        }

        // Ten tokens and eight requests are left: the first sent one, and one stood at the head when all gave up.
        for (int i = 0; i < 8; i++)
        {
            Assert.True(gate.WaitAsync(1, CancellationToken.None).AsTask().IsCompletedSuccessfully, $"Only {i} requests were left.");
        }
    }

    [Fact]
    public async Task What_an_answer_cost_is_counted_also_while_others_wait()
    {
        using var gate = new RateGate(100, 1000);
        using var source = new CancellationTokenSource();
        int estimate = await gate.WaitAsync(4 * 500, CancellationToken.None);
        Task<int> waiting = gate.WaitAsync(4 * 600, source.Token).AsTask();
        Assert.False(waiting.IsCompleted);

        gate.Settle(estimate, new MimoUsage { InputTokens = 700, OutputTokens = 100 });
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        // Of the 500 tokens that were left, 300 were spent.
        Assert.Equal(150, await gate.WaitAsync(4 * 150, CancellationToken.None));
        await AssertWaitsAsync(gate, 51);
        Assert.Equal(50, await gate.WaitAsync(4 * 50, CancellationToken.None));
    }

    [Fact]
    public async Task What_cost_more_than_there_is_holds_up_the_next_ones_until_it_is_paid()
    {
        using var gate = new RateGate(100, 1000);
        using var source = new CancellationTokenSource();
        int estimate = await gate.WaitAsync(4 * 500, CancellationToken.None);
        Task<int> waiting = gate.WaitAsync(4 * 600, source.Token).AsTask();

        gate.Settle(estimate, new MimoUsage { InputTokens = 500, OutputTokens = 600 });
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        // 500 tokens are there, but 600 are owed; who gives up waiting has paid none of them.
        await AssertWaitsAsync(gate, 1);
        await AssertWaitsAsync(gate, 1);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, false)]
    [InlineData(MimoFormat.OpenAI, true)]
    [InlineData(MimoFormat.Anthropic, false)]
    [InlineData(MimoFormat.Anthropic, true)]
    public async Task The_bytes_of_media_are_not_estimated_as_if_they_were_text(MimoFormat format, bool isAddress)
    {
        byte[] data = new byte[1_000_000];
        MimoImage image = isAddress ? MimoImage.FromUri("data:image/png;base64," + Convert.ToBase64String(data)) : MimoImage.FromBytes(data, "image/png");
        var request = new MimoRequest { Messages = [MimoMessage.User("What is this?", image)] };
        await using var server = new RawServer(RawReply.Json(Samples.Response(format)));
        using var limits = new MimoRateLimits(100, 1_000_000);
        using var client = new MimoClient(server.Options(format) with { RateLimits = limits });

        for (int i = 0; i < 4; i++)
        {
            // As text each were 333,000 tokens.
            await client.SendAsync(request).WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(4, server.Requests.Length);
    }

    [Fact]
    public async Task Disposing_the_limits_ends_what_waits_for_them()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using var limits = new MimoRateLimits(1, 1_000_000);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimits = limits });
        await client.SendAsync(Request);
        Task<MimoResponse> waiting = client.SendAsync(Request);
        Assert.False(waiting.IsCompleted);

        limits.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(Request));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void The_documented_account_limits_are_at_hand()
    {
        using MimoRateLimits limits = MimoRateLimits.PerAccount;

        Assert.Equal((100, 10_000_000), (limits.RequestsPerMinute, limits.TokensPerMinute));
    }

    private static async Task AssertWaitsAsync(RateGate gate, int tokens)
    {
        using var source = new CancellationTokenSource();
        Task<int> task = gate.WaitAsync(4 * tokens, source.Token).AsTask();
        Assert.False(task.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
    }

    private static async Task ReadFirstAsync(MimoClient client)
    {
        await foreach (MimoUpdate _ in client.StreamAsync(Request))
        {
            break;
        }
    }
}

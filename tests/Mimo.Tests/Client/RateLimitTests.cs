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
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimits = new MimoRateLimits(2, 1_000_000) });
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
        var limits = new MimoRateLimits(100, 50);
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

    [Fact]
    public void The_documented_account_limits_are_at_hand()
    {
        Assert.Equal((100, 10_000_000), (MimoRateLimits.PerAccount.RequestsPerMinute, MimoRateLimits.PerAccount.TokensPerMinute));
    }
}

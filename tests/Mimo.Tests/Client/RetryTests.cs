using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class RetryTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    private static readonly RawReply Busy = RawReply.Json("""{"error":{"code":"429","message":"Too many requests","type":"limitation"}}""", 429);

    [Fact]
    public async Task Transient_errors_and_broken_connections_are_tried_again_with_growing_waits()
    {
        await using var server = new RawServer(Busy, new RawReply([]) { CloseAfterwards = true }, RawReply.Json("{}", 503), RawReply.Json(Samples.Text("ok")));
        var clock = new RecordingClock();
        using MimoClient client = Client(server, clock);

        MimoResponse response = await client.SendAsync(Request);

        Assert.Equal("ok", response.Text);
        Assert.Equal(4, server.Requests.Length);
        Assert.Single(server.Requests.Select(static request => request.Text).Distinct());
        Assert.Equal(3, clock.Waits.Length);
        Assert.All(clock.Waits, static wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Waits_are_never_longer_than_allowed()
    {
        await using var server = new RawServer(Busy);
        var clock = new RecordingClock();
        using MimoClient client = Client(server, clock, new MimoRetryOptions { MaxRetries = 40, BaseDelay = TimeSpan.FromSeconds(2), MaxDelay = TimeSpan.FromSeconds(3) });

        await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal(41, server.Requests.Length);
        Assert.All(clock.Waits, static wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task Clients_that_failed_together_do_not_come_back_together()
    {
        await using var server = new RawServer(Busy);
        var clock = new RecordingClock();
        for (int count = 0; count < 20; count++)
        {
            using MimoClient client = Client(server, clock, new MimoRetryOptions { MaxRetries = 1, BaseDelay = TimeSpan.FromSeconds(2) });
            await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));
        }

        Assert.True(clock.Waits.Distinct().Count() > 15, string.Join(", ", clock.Waits));
    }

    [Fact]
    public async Task After_the_last_try_the_last_error_is_thrown()
    {
        await using var server = new RawServer(Busy);
        using MimoClient client = Client(server, new RecordingClock());

        await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal(4, server.Requests.Length);
    }

    [Theory]
    [InlineData("Retry-After: 7\r\n", 7)]
    [InlineData("Retry-After: Fri, 20 Mar 2026 12:00:09 GMT\r\n", 9)]
    [InlineData("Date: Fri, 20 Mar 2026 15:00:00 GMT\r\nRetry-After: Fri, 20 Mar 2026 15:00:05 GMT\r\n", 5)]
    [InlineData("Date: Fri, 20 Mar 2026 11:00:00 GMT\r\nRetry-After: Fri, 20 Mar 2026 11:00:05 GMT\r\n", 5)]
    [InlineData("Retry-After: 1.5\r\n", 1.5)]
    public async Task Retry_after_is_kept_in_both_forms(string header, double seconds)
    {
        await using var server = new RawServer(RawReply.Json("{}", 429, header), RawReply.Json(Samples.Text("ok")));
        var clock = new RecordingClock();
        using MimoClient client = Client(server, clock);

        await client.SendAsync(Request);

        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.Waits.SingleOrDefault());
    }

    [Theory]
    [InlineData("Retry-After: soon\r\n")]
    [InlineData("Retry-After: -5\r\n")]
    [InlineData("Retry-After: -0.5\r\n")]
    [InlineData("Retry-After: 1e3\r\n")]
    [InlineData("Retry-After: 1,5\r\n")]
    [InlineData("Retry-After: NaN\r\n")]
    [InlineData("Retry-After: 0.0\r\n")]
    [InlineData("Retry-After: Fri, 99 Mar 2026 12:00:09 GMT\r\n")]
    [InlineData("Retry-After:\r\n")]
    [InlineData("Retry-After: 0\r\n")]
    [InlineData("Retry-After: Fri, 20 Mar 2026 11:00:00 GMT\r\n")]
    [InlineData("Date: Fri, 20 Mar 2026 15:00:00 GMT\r\nRetry-After: Fri, 20 Mar 2026 15:00:00 GMT\r\n")]
    public async Task A_retry_after_that_makes_no_sense_or_asks_for_no_wait_leaves_the_growing_waits(string header)
    {
        await using var server = new RawServer(RawReply.Json("{}", 429, header), RawReply.Json(Samples.Text("ok")));
        var clock = new RecordingClock();
        using MimoClient client = Client(server, clock);

        await client.SendAsync(Request);

        Assert.InRange(Assert.Single(clock.Waits), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n")]
    [InlineData("Retry-After: 2147483647\r\n")]
    [InlineData("Retry-After: 2147483648\r\n")]
    [InlineData("Retry-After: 99999999999\r\n")]
    [InlineData("Retry-After: 99999999999999999999999999999999999\r\n")]
    public async Task A_retry_after_in_the_far_future_is_thrown_at_once(string header)
    {
        await using var server = new RawServer(RawReply.Json("{}", 429, header));
        using MimoClient client = Client(server, new RecordingClock(), new MimoRetryOptions { MaxRetryAfter = TimeSpan.FromDays(1) });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.True(exception.RetryAfter > TimeSpan.FromDays(365));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_longer_retry_after_than_allowed_is_thrown_at_once()
    {
        await using var server = new RawServer(RawReply.Json("{}", 429, "Retry-After: 3600\r\n"));
        using MimoClient client = Client(server, new RecordingClock());

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(421)]
    public async Task What_will_not_get_better_is_not_tried_again(int status)
    {
        await using var server = new RawServer(RawReply.Json("{}", status));
        using MimoClient client = Client(server, new RecordingClock());

        await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Plan_hosts_oddities_are_tried_again_when_asked_for()
    {
        await using var server = new RawServer(
            RawReply.Json("{}", 402), RawReply.Json(Samples.Text("first")), RawReply.Json("{}", 401), RawReply.Json(Samples.Text("second")));
        using MimoClient client = Client(server, new RecordingClock(), new MimoRetryOptions { RetryPaymentRequired = true, RetryUnauthorizedOnceAccepted = true });

        Assert.Equal("first", (await client.SendAsync(Request)).Text);
        Assert.Equal("second", (await client.SendAsync(Request)).Text);
    }

    [Fact]
    public async Task A_stream_is_tried_again_until_its_first_update_and_never_after()
    {
        await using var server = new RawServer(
            Busy,
            RawReply.Events(": nothing yet\n\n"),
            RawReply.Events(Samples.Events(Samples.Chunk("""{"content":"begun"}"""))));
        using MimoClient client = Client(server, new RecordingClock());
        List<MimoUpdate> updates = [];

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(async () =>
        {
            await foreach (MimoUpdate update in client.StreamAsync(Request))
            {
                updates.Add(update);
            }
        });

        Assert.Equal([new MimoTextUpdate("begun")], updates);
        Assert.Equal("begun", exception.Received?.Text);
        Assert.Equal(3, server.Requests.Length);
    }

    private static MimoClient Client(RawServer server, TimeProvider clock, MimoRetryOptions? retry = null) => new(new MimoClientOptions
    {
        Endpoint = server.Endpoint,
        Retry = retry ?? new MimoRetryOptions(),
        TimeProvider = clock,
        IdleTimeout = Timeout.InfiniteTimeSpan,
        TryTimeout = Timeout.InfiniteTimeSpan,
    });
}

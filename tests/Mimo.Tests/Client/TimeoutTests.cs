using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class TimeoutTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    private static readonly RawReply Silence = new([]) { StallAfterwards = true };

    private static readonly RawReply HalfStream = RawReply.Events(Encoding.UTF8.GetBytes(Samples.Events(Samples.Chunk("""{"content":"begun"}""")))) with
    {
        StallAfterwards = true,
    };

    [Fact]
    public async Task A_silent_server_runs_into_the_time_limit_of_the_try()
    {
        await using var server = new RawServer(Silence);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, TryTimeout = Short, Retry = MimoRetryOptions.None });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

        Assert.Equal(MimoConnectionFailure.Timeout, exception.Failure);
        Assert.Contains("TryTimeout", exception.Message);
    }

    [Theory]
    [InlineData(150, 300_000, "TryTimeout")]
    [InlineData(300_000, 150, "IdleTimeout")]
    public async Task The_limit_that_ran_out_is_named_even_where_the_timer_rings_before_the_clock_says_so(int ofTry, int ofSilence, string limit)
    {
        await using var server = new RawServer(HalfStream);
        using var client = new MimoClient(new MimoClientOptions
        {
            Endpoint = server.Endpoint,
            TimeProvider = new StoppedClock(),
            TryTimeout = TimeSpan.FromMilliseconds(ofTry),
            IdleTimeout = TimeSpan.FromMilliseconds(ofSilence),
            Retry = MimoRetryOptions.None,
        });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

        Assert.Contains(limit, exception.Message);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_for_five_minutes_is_given_up_with_what_came()
    {
        await using var server = new RawServer(HalfStream);
        var clock = new FakeTimeProvider();
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, TimeProvider = clock, Retry = MimoRetryOptions.None });
        await using IAsyncEnumerator<MimoUpdate> updates = client.StreamAsync(Request).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        Task<bool> next = updates.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(299));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => next);

        Assert.Equal(MimoConnectionFailure.Timeout, exception.Failure);
        Assert.Contains("IdleTimeout", exception.Message);
        Assert.Equal("begun", exception.Received?.Text);
        await server.ConnectionClosed;
    }

    [Fact]
    public async Task The_limit_of_the_try_holds_while_a_handler_of_ones_own_opens_the_body()
    {
        using var handler = new StuckHandler();
        var clock = new FakeTimeProvider();
        using var client = new MimoClient(new MimoClientOptions { ApiKey = "k", HttpHandler = handler, TimeProvider = clock, Retry = MimoRetryOptions.None });

        Task<MimoResponse> pending = client.SendAsync(Request);
        await handler.IsOpening.Task;
        clock.Advance(TimeSpan.FromMinutes(15));
        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => pending);

        Assert.Equal(MimoConnectionFailure.Timeout, exception.Failure);
        Assert.Contains("TryTimeout", exception.Message);
    }

    [Fact]
    public async Task The_total_limit_holds_for_all_tries_together_and_for_streams()
    {
        await using var server = new RawServer(RawReply.Json("{}", 503, "Retry-After: 30\r\n"));
        await using var streaming = new RawServer(HalfStream);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, TotalTimeout = Short });
        using var streamingClient = new MimoClient(new MimoClientOptions { Endpoint = streaming.Endpoint, TotalTimeout = Short });

        MimoConnectionException whole = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));
        MimoConnectionException streamed = await Assert.ThrowsAsync<MimoConnectionException>(() => DrainAsync(streamingClient));

        Assert.Contains("TotalTimeout", whole.Message);
        Assert.Contains("TotalTimeout", streamed.Message);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_failure_of_ours_and_frees_the_connection()
    {
        await using var server = new RawServer(Silence);
        using MimoClient client = server.Client();
        using var source = new CancellationTokenSource();
        Task<MimoResponse> pending = client.SendAsync(Request, source.Token);
        await source.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task The_callers_cancellation_is_told_from_the_total_limit()
    {
        await using var server = new RawServer(HalfStream);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, TotalTimeout = TimeSpan.FromHours(1) });
        using var source = new CancellationTokenSource();
        Task<MimoResponse> pending = client.SendAsync(Request, source.Token);
        await source.CancelAsync();

        OperationCanceledException whole = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        OperationCanceledException streamed = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request, source.Token))
            {
            }
        });

        Assert.Equal(source.Token, whole.CancellationToken);
        Assert.Equal(source.Token, streamed.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_a_stream_ends_it_and_frees_the_connection()
    {
        await using var server = new RawServer(HalfStream);
        using MimoClient client = server.Client();
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request, source.Token))
            {
                await source.CancelAsync();
            }
        });

        await server.ConnectionClosed;
    }

    [Fact]
    public async Task Cancelling_stops_even_what_has_already_arrived()
    {
        await using var server = new RawServer(RawReply.Events(Samples.OpenAIStream));
        using MimoClient client = server.Client();
        using var source = new CancellationTokenSource();
        int count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request, source.Token))
            {
                count++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task An_idle_limit_is_named_as_such_where_the_try_has_none()
    {
        await using var server = new RawServer(Silence);
        using var client = new MimoClient(new MimoClientOptions
        {
            Endpoint = server.Endpoint,
            IdleTimeout = Short,
            TryTimeout = Timeout.InfiniteTimeSpan,
            Retry = MimoRetryOptions.None,
        });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => DrainAsync(client));

        Assert.Contains("IdleTimeout", exception.Message);
    }

    [Fact]
    public async Task Leaving_a_stream_frees_the_connection()
    {
        await using var server = new RawServer(HalfStream);
        using MimoClient client = server.Client();

        await foreach (MimoUpdate _ in client.StreamAsync(Request))
        {
            break;
        }

        await server.ConnectionClosed;
    }

    [Fact]
    public async Task The_time_a_caller_takes_between_updates_does_not_count()
    {
        await using var server = new RawServer(RawReply.Events(Samples.OpenAIStream));
        var clock = new FakeTimeProvider();
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, TimeProvider = clock, Retry = MimoRetryOptions.None });
        MimoUpdate? last = null;

        await foreach (MimoUpdate update in client.StreamAsync(Request))
        {
            clock.Advance(TimeSpan.FromHours(1));
            last = update;
        }

        Assert.IsType<MimoFinishedUpdate>(last);
    }

    private static async Task DrainAsync(MimoClient client)
    {
        await foreach (MimoUpdate update in client.StreamAsync(Request))
        {
            Assert.Equal(new MimoTextUpdate("begun"), update);
        }
    }

    /// <summary>Answers with a body that never opens.</summary>
    private sealed class StuckHandler : HttpMessageHandler
    {
        public TaskCompletionSource IsOpening { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StuckContent(IsOpening) });
    }

    private sealed class StuckContent(TaskCompletionSource isOpening) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        {
            isOpening.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Stream.Null;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Its timers ring, but its time stands still.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}

using System.Text;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class DisposalTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    private static readonly RawReply Silence = new([]) { StallAfterwards = true };

    private static readonly RawReply HalfStream = RawReply.Events(Encoding.UTF8.GetBytes(Samples.Events(Samples.Chunk("""{"content":"begun"}""")))) with
    {
        StallAfterwards = true,
    };

    [Fact]
    public async Task Disposing_a_client_ends_the_exchange_that_is_under_way_and_frees_its_connection()
    {
        await using var server = new RawServer(Silence);
        MimoClient client = server.Client();
        Task<MimoResponse> pending = client.SendAsync(Request);
        await server.RequestReceived;

        client.Dispose();

        ObjectDisposedException exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => pending);
        Assert.Contains(nameof(MimoClient), exception.Message);
        await server.ConnectionClosed;
    }

    [Fact]
    public async Task Disposing_a_client_ends_its_streams()
    {
        await using var server = new RawServer(HalfStream);
        MimoClient client = server.Client();
        await using IAsyncEnumerator<MimoUpdate> updates = client.StreamAsync(Request).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        Task<bool> next = updates.MoveNextAsync().AsTask();

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => next);
        await server.ConnectionClosed;
    }

    [Fact]
    public async Task Disposing_a_client_ends_even_what_has_already_arrived()
    {
        await using var server = new RawServer(RawReply.Events(Samples.OpenAIStream));
        MimoClient client = server.Client();
        await using IAsyncEnumerator<MimoUpdate> updates = client.StreamAsync(Request).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await updates.MoveNextAsync());
    }

    [Fact]
    public async Task Disposing_a_client_ends_the_wait_for_the_next_try()
    {
        await using var server = new RawServer(RawReply.Json("{}", 503, "Retry-After: 30\r\n"));
        var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint });
        Task<MimoResponse> pending = client.SendAsync(Request);
        await server.RequestReceived;

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pending);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Disposing_a_client_ends_the_wait_for_a_limiter()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        using var limits = new MimoRateLimits(1, 1_000_000);
        var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RateLimits = limits });
        await client.SendAsync(Request);
        Task<MimoResponse> waiting = client.SendAsync(Request);

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task A_disposed_client_takes_no_more_requests()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("ok")));
        MimoClient client = server.Client();
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(Request));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await client.StreamAsync(Request).GetAsyncEnumerator().MoveNextAsync());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_http_client_that_its_owner_disposes_is_no_time_limit()
    {
        await using var server = new RawServer(Silence);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, HttpClient = http, Retry = MimoRetryOptions.None });
        Task<MimoResponse> pending = client.SendAsync(Request);
        await server.RequestReceived;

        http.Dispose();

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => pending);
        Assert.Equal(MimoConnectionFailure.Unknown, exception.Failure);
        Assert.Contains("disposed", exception.Message);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(Request));
    }

    [Fact]
    public async Task The_time_limit_of_an_http_client_is_named_as_its_own()
    {
        await using var server = new RawServer(Silence);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMilliseconds(100) };
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, HttpClient = http, Retry = MimoRetryOptions.None });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

        Assert.Equal(MimoConnectionFailure.Timeout, exception.Failure);
        Assert.Contains("HTTP client's own", exception.Message);
    }
}

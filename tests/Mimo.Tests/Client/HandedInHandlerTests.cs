using System.IO.Compression;
using System.Net;
using System.Text;
using Mimo.Tests.Wire;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Mimo.Tests.Client;

/// <summary>Handlers of one's own, such as those of a resilience pipeline, fail in ways of their own.</summary>
public class HandedInHandlerTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    private static readonly byte[] Damage = [.. Enumerable.Repeat((byte)0xFF, 5000)];

    public static TheoryData<Exception, MimoConnectionFailure> Failures => new()
    {
        { new TimeoutRejectedException("too slow"), MimoConnectionFailure.Timeout },
        { new TimeoutException("too slow"), MimoConnectionFailure.Timeout },
        { new BrokenCircuitException("too slow"), MimoConnectionFailure.Unknown },
        { new InvalidOperationException("too slow"), MimoConnectionFailure.Unknown },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_they_throw_is_a_broken_connection(Exception thrown, MimoConnectionFailure failure)
    {
        using var handler = new FailingHandler(thrown, failures: int.MaxValue);
        using var http = new HttpClient(new FailingHandler(thrown, failures: int.MaxValue));
        var options = new MimoClientOptions { ApiKey = "sk-test-key", Retry = MimoRetryOptions.None };
        using var withHandler = new MimoClient(options with { HttpHandler = handler });
        using var withClient = new MimoClient(options with { HttpClient = http });

        foreach (MimoClient client in new[] { withHandler, withClient })
        {
            MimoConnectionException whole = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));
            MimoConnectionException streamed = await Assert.ThrowsAsync<MimoConnectionException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

            Assert.Equal((failure, failure), (whole.Failure, streamed.Failure));
            Assert.Same(thrown, whole.InnerException);
            Assert.Contains($"{thrown.GetType().Name}: too slow", whole.Message);
        }
    }

    public static TheoryData<Exception> Passing => [new BrokenCircuitException(), new TimeoutException(), new OperationCanceledException(), new IOException()];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_tried_again(Exception thrown)
    {
        using var handler = new FailingHandler(thrown, failures: 2);
        using var client = new MimoClient(new MimoClientOptions
        {
            ApiKey = "sk-test-key",
            HttpHandler = handler,
            TimeProvider = new RecordingClock(),
            IdleTimeout = Timeout.InfiniteTimeSpan,
            TryTimeout = Timeout.InfiniteTimeSpan,
        });

        Assert.Equal("ok", (await client.SendAsync(Request)).Text);
    }

    [Fact]
    public async Task A_slip_in_them_is_told_at_once()
    {
        using var handler = new FailingHandler(new NotImplementedException(), failures: 1);
        using var client = new MimoClient(new MimoClientOptions { ApiKey = "sk-test-key", HttpHandler = handler });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

        Assert.IsType<NotImplementedException>(exception.InnerException);
        Assert.Equal(1, handler.Count);
    }

    public static TheoryData<Exception, MimoConnectionFailure, int> BrokenAnswers => new()
    {
        { new NotSupportedException("no more"), MimoConnectionFailure.Unknown, 1 },
        { new InvalidCastException("no more"), MimoConnectionFailure.Unknown, 1 },
        { new TimeoutException("no more"), MimoConnectionFailure.Timeout, 3 },
        { new InvalidOperationException("no more"), MimoConnectionFailure.Cut, 3 },
        { new IOException("no more"), MimoConnectionFailure.Cut, 3 },
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task An_answer_is_asked_for_again_if_it_was_cut_but_not_for_a_slip_in_the_reading_of_it(Exception thrown, MimoConnectionFailure failure, int count)
    {
        using var handler = new BreakingHandler(thrown);
        using var client = new MimoClient(new MimoClientOptions
        {
            ApiKey = "sk-test-key",
            HttpHandler = handler,
            TimeProvider = new RecordingClock(),
            IdleTimeout = Timeout.InfiniteTimeSpan,
            TryTimeout = Timeout.InfiniteTimeSpan,
            Retry = new MimoRetryOptions { MaxRetries = 2 },
        });

        MimoConnectionException whole = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));
        MimoConnectionException streamed = await Assert.ThrowsAsync<MimoConnectionException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Equal((failure, failure), (whole.Failure, streamed.Failure));
        Assert.Same(thrown, whole.GetBaseException());
        Assert.Same(thrown, streamed.GetBaseException());
        Assert.Contains("no more", streamed.Message);
        Assert.Equal(2 * count, handler.Count);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task An_answer_that_they_cannot_decompress_is_cut_where_it_is_damaged(string encoding)
    {
        string header = $"Content-Encoding: {encoding}\r\n";
        var hasBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RawReply whole = RawReply.Whole("application/json", Damaged(encoding, Samples.Text(new string('x', 100))), headers: header);
        RawReply streamed = RawReply.Whole("text/event-stream", Damaged(encoding, Samples.Events(Samples.Chunk("""{"content":"begun"}"""))), headers: header);
        await using var server = new RawServer(whole, streamed with { Splits = [streamed.Bytes.Length - Damage.Length], LastPart = hasBegun.Task });
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseProxy = false };
        using var client = new MimoClient(server.Options() with { HttpHandler = handler });

        MimoConnectionException ofWhole = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));
        MimoConnectionException ofStream = await Assert.ThrowsAsync<MimoConnectionException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request))
            {
                hasBegun.TrySetResult();
            }
        });

        Assert.Equal((MimoConnectionFailure.Cut, MimoConnectionFailure.Cut), (ofWhole.Failure, ofStream.Failure));
        Assert.Equal("begun", ofStream.Received?.Text);
    }

    /// <summary>A text, compressed and sent off without an end, and after it what no format has there.</summary>
    private static byte[] Damaged(string encoding, string text)
    {
        using var bytes = new MemoryStream();
        using Stream compression = encoding == "br" ? new BrotliStream(bytes, CompressionMode.Compress) : new GZipStream(bytes, CompressionMode.Compress);
        compression.Write(Encoding.UTF8.GetBytes(text));
        compression.Flush();
        return [.. bytes.ToArray(), .. Damage];
    }

    private sealed class FailingHandler(Exception thrown, int failures) : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ++Count <= failures
            ? throw thrown
            : Task.FromResult(new HttpResponseMessage { Content = new StringContent(Samples.Text("ok")) });
    }

    private sealed class BreakingHandler(Exception thrown) : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BreakingStream(thrown)) });
        }
    }

    private sealed class BreakingStream(Exception thrown) : MemoryStream("{"u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and int count ? count : throw thrown;
    }
}

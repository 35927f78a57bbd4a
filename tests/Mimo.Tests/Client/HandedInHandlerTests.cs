using Mimo.Tests.Wire;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Mimo.Tests.Client;

/// <summary>Handlers of one's own, such as those of a resilience pipeline, fail in ways of their own.</summary>
public class HandedInHandlerTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

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

    private sealed class FailingHandler(Exception thrown, int failures) : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ++Count <= failures
            ? throw thrown
            : Task.FromResult(new HttpResponseMessage { Content = new StringContent(Samples.Text("ok")) });
    }
}

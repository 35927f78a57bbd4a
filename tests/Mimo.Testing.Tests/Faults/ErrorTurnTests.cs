using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Faults;

public sealed class ErrorTurnTests
{
    public static TheoryData<MimoTurn, int, string> Errors() => new()
    {
        { MimoTurn.RateLimited(), 429, """{"error":{"code":"429","message":"Too many requests","type":"limitation"}}""" },
        { MimoTurn.ServerError(), 500, """{"error":{"code":"500","message":"Internal Server Error","param":"","type":""}}""" },
        { MimoTurn.Overloaded(), 503, """{"error":{"code":"503","message":"Service Unavailable","param":"","type":""}}""" },
        { MimoTurn.KeyRefused(), 401, """{"error":{"code":"401","message":"Invalid API Key","param":"Please provide valid API Key","type":"invalid_key"}}""" },
        { MimoTurn.AccessDenied(), 403, """{"error":{"code":"403","message":"Illegal access","type":"illegal_access"}}""" },
        { MimoTurn.InsufficientFunds(), 402, """{"error":{"code":"402","message":"Insufficient account funds","param":"","type":""}}""" },
        {
            MimoTurn.Moderated(), 421,
            """{"error":{"code":"421","message":"Moderation Block","param":"The request was rejected because it was considered high risk","type":"content_filter"}}"""
        },
        {
            MimoTurn.Moderated(400), 400,
            """{"error":{"code":"421","message":"Moderation Block","param":"The request was rejected because it was considered high risk","type":"content_filter"}}"""
        },
        { MimoTurn.RiskControlled(), 400, """{"error":{"code":"441","message":"The request was rejected by risk control","type":"risk_control"}}""" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Named_errors_have_the_status_and_the_body_of_the_service(MimoTurn turn, int status, string body)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(turn, turn);
        foreach (bool stream in new[] { false, true })
        {
            WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello.").With("stream", (JsonNode)stream));
            Assert.Equal((HttpStatusCode)status, answer.Status);
            Assert.Equal("application/json", answer.ContentType?.MediaType);
            Assert.Equal(body, answer.Text);
        }
    }

    [Fact]
    public async Task Retry_after_is_sent_in_seconds_as_a_date_or_not_at_all()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        var at = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.FromHours(8));
        wire.Server.Enqueue(MimoTurn.RateLimited(), MimoTurn.RateLimited(TimeSpan.FromSeconds(1.2)), MimoTurn.RateLimited(at));
        Assert.Null(await RetryAfterAsync(wire));
        Assert.Equal("2", await RetryAfterAsync(wire));
        Assert.Equal("Fri, 01 Jan 2027 19:04:05 GMT", await RetryAfterAsync(wire));
    }

    [Fact]
    public async Task A_date_to_try_again_at_is_by_the_clock_that_the_server_was_given()
    {
        var clock = new StoppedClock();
        await using MimoServer server = await MimoServer.StartAsync(new MimoServerOptions { TimeProvider = clock });
        server.Enqueue(MimoTurn.RateLimited(clock.GetUtcNow().AddSeconds(7)));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey, Retry = MimoRetryOptions.None });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(new MimoRequest { Messages = [MimoMessage.User("q")] }));

        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    private static async Task<string?> RetryAfterAsync(MimoWire wire)
    {
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").ToJsonString());
        using HttpResponseMessage response = await wire.Http.SendAsync(request);
        return response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null;
    }
}

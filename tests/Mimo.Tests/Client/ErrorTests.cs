using System.Net;
using System.Net.Sockets;
using System.Text;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class ErrorTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    [Theory]
    [InlineData("""{"error":{"code":"400","message":"Param Incorrect","param":"Not supported model X","type":""}}""")]
    [InlineData("""data:{"error":{"code":"400","message":"Param Incorrect","param":"Not supported model X","type":""}}""")]
    [InlineData("data: {\"error\":{\"code\":400,\"message\":\"Param Incorrect\",\"param\":\"Not supported model X\"}}\n\n")]
    [InlineData("""{"type":"error","error":{"type":"invalid_request","message":"Not supported model X"}}""")]
    [InlineData("""{"error":"Not supported model X"}""")]
    [InlineData("""{"detail":"Not supported model X"}""")]
    [InlineData("Not supported model X")]
    [InlineData("{\"error\":{\"message\":\"Not supported model X")]
    public async Task Every_shape_of_error_body_says_what_the_server_said(string body)
    {
        foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
        {
            MimoApiException exception = await FailAsync(RawReply.Json(body, 400), format);

            Assert.Equal(400, exception.Status);
            Assert.Contains("Not supported model X", exception.Message);
            Assert.Equal(body, exception.RawBody);
            Assert.False(exception.IsTransient);
        }
    }

    [Fact]
    public async Task Code_type_and_parameter_are_told_apart()
    {
        MimoApiException exception = await FailAsync(
            RawReply.Json("""{"error":{"code":"421","message":"Moderation Block","param":"high risk","type":"content_filter"}}""", 400));

        Assert.Equal(("421", "content_filter", "high risk"), (exception.Code, exception.Type, exception.Parameter));
        Assert.Contains("Moderation Block: high risk", exception.Message);
        Assert.Contains("421", exception.Message);
    }

    [Theory]
    [InlineData(429, "", true)]
    [InlineData(503, "busy", true)]
    [InlineData(408, "", true)]
    [InlineData(401, "", false)]
    [InlineData(400, """{"error":{"code":"rate_limit_exceeded","message":"m"}}""", true)]
    [InlineData(400, """{"error":{"code":"429","message":"m","type":"limitation"}}""", true)]
    [InlineData(500, """{"error":{"code":"441","message":"m","type":"risk_control"}}""", false)]
    [InlineData(503, """{"error":{"code":"401","message":"m","type":"invalid_key"}}""", false)]
    [InlineData(400, """{"error":{"code":"internal_error","message":"m","type":"error"}}""", true)]
    [InlineData(429, """{"error":{"code":"rate_limit_exceeded","message":"m","type":"invalid_request_error"}}""", true)]
    [InlineData(429, """{"error":{"code":"429","message":"m","type":"invalid_request_error"}}""", true)]
    [InlineData(400, """{"error":{"code":503,"message":"m","type":"invalid_request_error"}}""", true)]
    [InlineData(500, """{"error":{"code":"400","message":"m","type":"server_error"}}""", false)]
    [InlineData(400, """{"error":{"message":"m","type":"server_error"}}""", true)]
    [InlineData(400, """{"type":"error","error":{"message":"m","type":"timeout_error"}}""", true)]
    [InlineData(200, """{"error":{"message":"upstream reset"}}""", true)]
    [InlineData(200, """{"error":{"message":"m","code":"data_inspection_failed"}}""", false)]
    [InlineData(307, "{}", false)]
    [InlineData(200, """{"error":"timeout"}""", true)]
    [InlineData(500, """{"error":{"code":"responses_feature_not_supported","message":"m","type":"unsupported_feature"}}""", false)]
    public async Task Code_and_type_say_more_than_the_status(int status, string body, bool isTransient)
    {
        MimoApiException exception = await FailAsync(RawReply.Json(body, status));

        Assert.Equal(isTransient, exception.IsTransient);
    }

    [Fact]
    public async Task A_refused_key_is_explained_and_not_shown_even_if_the_server_repeats_it()
    {
        MimoApiException exception = await FailAsync(
            RawReply.Json("""{"error":{"code":"401","message":"Invalid API Key sk-test-key","param":"sk-test-key","type":"invalid_key"}}""", 401));

        Assert.Contains("MIMO_API_KEY", exception.Message);
        Assert.DoesNotContain("sk-test-key", exception.ToString());
        Assert.DoesNotContain("sk-test-key", exception.RawBody);
        Assert.DoesNotContain("sk-test-key", exception.Parameter);
    }

    [Fact]
    public async Task An_error_in_an_answer_that_began_well_is_the_servers_error()
    {
        MimoApiException exception = await FailAsync(RawReply.Json("""{"error":{"code":"500","message":"boom"}}"""));

        Assert.Equal(200, exception.Status);
        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task An_unreachable_host_is_a_typed_failure_that_names_it()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new MimoClient(new MimoClientOptions { Endpoint = new Uri($"http://127.0.0.1:{port}"), Retry = MimoRetryOptions.None });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

        Assert.Equal(MimoConnectionFailure.Unreachable, exception.Failure);
        Assert.Contains($"127.0.0.1:{port}", exception.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_lets_nobody_connect_is_unreachable_too_and_how_long_was_tried_is_said(bool isStreamed)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return Stream.Null;
            },
        };
        using var client = new MimoClient(new MimoClientOptions { Endpoint = new Uri("http://127.0.0.1:9"), HttpHandler = handler, Retry = MimoRetryOptions.None });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(
            () => isStreamed ? client.StreamAsync(Request).ToListAsync().AsTask() : client.SendAsync(Request));

        Assert.Equal(MimoConnectionFailure.Unreachable, exception.Failure);
        Assert.Contains("http://127.0.0.1:9 could not be reached", exception.Message);
        Assert.Contains("00:00:00.0500000", exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    public async Task A_connection_that_ends_before_the_answer_is_a_cut(string bytes)
    {
        await using var server = new RawServer(new RawReply(Encoding.ASCII.GetBytes(bytes)) { CloseAfterwards = true });
        using MimoClient client = server.Client();

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Request));

        Assert.Equal(MimoConnectionFailure.Cut, exception.Failure);
    }

    [Fact]
    public async Task Too_large_a_request_is_not_sent_and_too_large_an_answer_not_read()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text(new string('x', 5000))));
        MimoClientOptions options = server.Options();
        using var small = new MimoClient(new MimoClientOptions { Endpoint = options.Endpoint, MaxRequestBytes = 10 });
        using var smallAnswer = new MimoClient(new MimoClientOptions { Endpoint = options.Endpoint, MaxResponseBytes = 1000, Retry = MimoRetryOptions.None });

        MimoConnectionException first = await Assert.ThrowsAsync<MimoConnectionException>(() => small.SendAsync(Request));
        Assert.Empty(server.Requests);
        MimoConnectionException second = await Assert.ThrowsAsync<MimoConnectionException>(() => smallAnswer.SendAsync(Request));

        Assert.Equal(MimoConnectionFailure.TooLarge, first.Failure);
        Assert.Equal(MimoConnectionFailure.TooLarge, second.Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(": nothing but comments\n")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"more\"}}]}\n\n")]
    [InlineData("a line that never ends ")]
    public async Task A_stream_that_never_ends_is_read_up_to_the_largest_answer(string piece)
    {
        byte[] head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
        byte[] body = [.. Enumerable.Repeat(Encoding.ASCII.GetBytes(piece), 100_000 / piece.Length).SelectMany(static bytes => bytes)];
        await using var server = new RawServer(new RawReply([.. head, .. body]) { StallAfterwards = true });
        using var client = new MimoClient(server.Options() with { MaxResponseBytes = 50_000 });

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request))
            {
            }
        });

        Assert.Equal(MimoConnectionFailure.TooLarge, exception.Failure);
    }

    [Fact]
    public async Task A_host_that_refuses_the_blank_too_is_not_asked_again()
    {
        await using var server = new RawServer(RawReply.Json("""{"error":{"code":"400","message":"Param Incorrect","param":"`text` is not set","type":""}}""", 400));
        using var client = new MimoClient(server.Options() with { Retry = new MimoRetryOptions() });
        MimoMessage[] messages = [MimoMessage.User("q"), MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{}")]), MimoMessage.ToolResult("c", "x")];

        await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(new MimoRequest { Messages = messages }));

        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task A_host_that_refuses_empty_content_gets_one_more_try_with_a_blank()
    {
        await using var server = new RawServer(
            RawReply.Json("""{"error":{"code":"400","message":"Param Incorrect","param":"`text` is not set","type":""}}""", 400),
            RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();
        MimoMessage[] messages =
        [
            MimoMessage.User("q"),
            MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{}")]),
            MimoMessage.ToolResult("c", "x"),
        ];

        MimoResponse response = await client.SendAsync(new MimoRequest { Messages = messages });

        Assert.Equal("ok", response.Text);
        Assert.Contains("\"role\":\"assistant\",\"content\":\"\"", server.Requests[0].Text);
        Assert.Contains("\"role\":\"assistant\",\"content\":\" \"", server.Requests[1].Text);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_gets_the_blank_too()
    {
        await using var server = new RawServer(
            RawReply.Json("""{"error":{"code":"400","message":"Param Incorrect","param":"`text` is not set","type":""}}""", 400),
            RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();

        MimoResponse response = await client.SendAsync(new MimoRequest { Messages = [MimoMessage.User("q"), MimoMessage.Assistant(string.Empty, "all thought"), MimoMessage.User("go on")] });

        Assert.Equal("ok", response.Text);
        Assert.Contains("\"role\":\"assistant\",\"content\":\" \"", server.Requests[1].Text);
    }

    [Fact]
    public async Task A_host_that_took_the_blank_gets_it_at_once_from_then_on()
    {
        await using var server = new RawServer(
            RawReply.Json("""{"error":{"code":"400","message":"Param Incorrect","param":"\u0060text\u0060 is not set","type":""}}""", 400),
            RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();
        MimoMessage[] messages = [MimoMessage.User("q"), MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{}")]), MimoMessage.ToolResult("c", "x")];

        await client.SendAsync(new MimoRequest { Messages = messages });
        await client.SendAsync(new MimoRequest { Messages = messages });

        Assert.Equal(3, server.Requests.Length);
        Assert.Equal(server.Requests[1].Text, server.Requests[2].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_blank_goes_on_with_what_is_left_of_the_tries(bool isStreamed)
    {
        RawReply busy = RawReply.Json("{}", 503);
        await using var server = new RawServer(
            busy, RawReply.Json("""{"error":{"code":"400","message":"Param Incorrect","param":"`text` is not set","type":""}}""", 400), busy);
        var retry = new MimoRetryOptions { MaxRetries = 2 };
        using var client = new MimoClient(server.Options() with { Retry = retry, TimeProvider = new RecordingClock(), TryTimeout = Timeout.InfiniteTimeSpan, IdleTimeout = Timeout.InfiniteTimeSpan });
        var request = new MimoRequest
        {
            Messages = [MimoMessage.User("q"), MimoMessage.Assistant(string.Empty, "r", [new MimoToolCall("c", "f", "{}")]), MimoMessage.ToolResult("c", "x")],
        };

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(async () =>
        {
            if (!isStreamed)
            {
                await client.SendAsync(request);
            }

            await foreach (MimoUpdate _ in client.StreamAsync(request))
            {
            }
        });

        // The first request, the two retries that are allowed, and the blank in place of the refused one.
        Assert.Equal(503, exception.Status);
        Assert.Equal(["", "", " ", " "], server.Requests.Select(static sent => (string?)System.Text.Json.Nodes.JsonNode.Parse(sent.Text)!["messages"]![1]!["content"]));
    }

    private static async Task<MimoApiException> FailAsync(RawReply reply, MimoFormat format = MimoFormat.OpenAI)
    {
        await using var server = new RawServer(reply);
        using MimoClient client = server.Client(format);
        MimoApiException whole = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));
        MimoApiException streamed = await Assert.ThrowsAsync<MimoApiException>(async () =>
        {
            await foreach (MimoUpdate update in client.StreamAsync(Request))
            {
                Assert.Fail($"An error gave {update}.");
            }
        });
        Assert.Equal(whole.Message, streamed.Message);
        return whole;
    }
}

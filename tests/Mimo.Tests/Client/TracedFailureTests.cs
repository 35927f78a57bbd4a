using System.Diagnostics;
using System.Text;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

/// <summary>What a trace says of an exchange that failed.</summary>
[Collection(Listeners.Alone)]
public class TracedFailureTests
{
    private const string Refusal = """{"error":{"code":"400","message":"[{'type':'string_too_long','input': 'private question'}]","param":"private question","type":"invalid_request"}}""";

    private static MimoRequest Ask(string model) => new() { Model = model, Messages = [MimoMessage.User("private question")] };

    [Fact]
    public async Task A_failure_is_traced_by_its_type()
    {
        string model = $"model-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder(model);
        await using var server = new RawServer(RawReply.Json("""{"error":{"code":"429","message":"m","type":"limitation"}}""", 429));
        using MimoClient client = server.Client();

        await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Ask(model)));

        Activity chat = Assert.Single(recorder.Chats);
        Assert.Equal("limitation", chat.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_cannot_be_read_is_quoted_only_where_content_is_recorded(bool recordContent)
    {
        string model = $"model-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder(model);
        await using var server = new RawServer(RawReply.Json("private answer"));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RecordContent = recordContent, Retry = MimoRetryOptions.None });

        await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Ask(model)));

        Assert.Equal(recordContent, Assert.Single(recorder.Chats).StatusDescription!.Contains("private answer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400, Refusal, "HTTP 400, type invalid_request, code 400")]
    [InlineData(400, """{"error":{"code":"too_long","message":"private question"}}""", "HTTP 400, code too_long")]
    [InlineData(400, """{"detail":[{"type":"string_too_long","input":"private question"}]}""", "HTTP 400")]
    [InlineData(502, "<html>No host took 'private question'.</html>", "HTTP 502")]
    [InlineData(200, Refusal, "HTTP 200, type invalid_request, code 400")]
    public async Task What_the_server_says_of_an_error_is_traced_only_where_content_is_recorded(int status, string body, string description)
    {
        Assert.Equal(description, await DescribeAsync(RawReply.Json(body, status), recordContent: false));
        Assert.Contains("private question", await DescribeAsync(RawReply.Json(body, status), recordContent: true));
    }

    [Fact]
    public async Task What_the_server_says_of_an_error_inside_a_stream_is_traced_only_where_content_is_recorded()
    {
        RawReply reply = RawReply.Events(Samples.Events(Samples.Chunk("""{"content":"begun"}"""), Refusal));

        Assert.Equal("HTTP 200, type invalid_request, code 400", await DescribeAsync(reply, recordContent: false));
        Assert.Contains("private question", await DescribeAsync(reply, recordContent: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_tool_says_when_it_fails_is_traced_only_where_content_is_recorded(bool recordContent)
    {
        string callId = $"call-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder("none");
        await using var server = new RawServer(RawReply.Json(Samples.Calls((callId, "t", """{"city":"private city"}"""))), RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();
        var tool = new MimoTool("t", string.Empty, "{}"u8.ToArray(), static (arguments, _, _) => throw new InvalidOperationException($"No such place: {Encoding.UTF8.GetString(arguments.Span)}"));
        var request = new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(tool) };

        await client.RunAsync(request, new MimoRunOptions { RecordContent = recordContent });

        Activity traced = Assert.Single(recorder.Tools, traced => callId.Equals(traced.GetTagItem("gen_ai.tool.call.id")));
        Assert.Equal(ActivityStatusCode.Error, traced.Status);
        Assert.Equal(recordContent, $"{traced.StatusDescription} {string.Join(' ', traced.TagObjects)}".Contains("private city", StringComparison.Ordinal));
    }

    private static async Task<string?> DescribeAsync(RawReply reply, bool recordContent)
    {
        string model = $"model-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder(model);
        await using var server = new RawServer(reply);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RecordContent = recordContent, Retry = MimoRetryOptions.None });
        await Assert.ThrowsAsync<MimoApiException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Ask(model)))
            {
            }
        });
        return Assert.Single(recorder.Chats).StatusDescription;
    }
}

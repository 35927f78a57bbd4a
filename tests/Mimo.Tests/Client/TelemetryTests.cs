using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mimo.Telemetry;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

[Collection(Listeners.Alone)]
public class TelemetryTests
{
    /// <summary>Every name that a chat span may have here, as the conventions spell it.</summary>
    private static readonly string[] Conventions =
    [
        "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "gen_ai.request.stream", "gen_ai.output.type",
        "gen_ai.request.temperature", "gen_ai.request.top_p", "gen_ai.request.max_tokens", "gen_ai.request.frequency_penalty",
        "gen_ai.request.presence_penalty", "gen_ai.request.stop_sequences", "gen_ai.response.id", "gen_ai.response.model",
        "gen_ai.response.finish_reasons", "gen_ai.response.time_to_first_chunk", "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens",
        "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.reasoning.output_tokens", "gen_ai.input.messages", "gen_ai.output.messages",
        "server.address", "server.port", "error.type",
    ];

    private static MimoRequest Ask(string model) => new()
    {
        Model = model,
        Messages = [MimoMessage.User("private question")],
        Temperature = 0.5,
        Tools = new MimoToolSet(SampleTools.Named("echo", static text => text)),
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exchange_and_its_tools_are_traced_by_the_conventions(bool isStreamed)
    {
        string model = $"model-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder(model);
        await using var server = new RawServer(isStreamed
            ? [RawReply.Events(Samples.OpenAIStream), RawReply.Events(Samples.Events(Samples.Chunk("{\"content\":\"x\"}", "\"stop\"")))]
            : [RawReply.Json(Samples.Calls(("call_1", "f", "{}"))), RawReply.Json(Samples.Text("private answer"))]);
        using MimoClient client = server.Client();
        if (isStreamed)
        {
            await foreach (MimoUpdate _ in client.RunStreamingAsync(Ask(model)))
            {
            }
        }
        else
        {
            await client.RunAsync(Ask(model));
        }

        Activity[] chats = recorder.Chats;
        Assert.Equal(2, chats.Length);
        Assert.Equal($"chat {model}", chats[0].DisplayName);
        Assert.Equal(ActivityKind.Client, chats[0].Kind);
        Assert.Equal("chat", chats[0].GetTagItem("gen_ai.operation.name"));
        Assert.Equal(0.5, chats[0].GetTagItem("gen_ai.request.temperature"));
        Assert.Equal(["tool_calls"], Assert.IsType<string[]>(chats[0].GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal(isStreamed ? 3728L : 10L, chats[0].GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal("127.0.0.1", chats[0].GetTagItem("server.address"));
        Assert.Equal("mimo", chats[0].GetTagItem("gen_ai.provider.name"));
        Assert.Equal(isStreamed ? true : null, chats[0].GetTagItem("gen_ai.request.stream"));
        Assert.Equal(isStreamed, chats[0].GetTagItem("gen_ai.response.time_to_first_chunk") is > 0.0);
        Assert.Equal(isStreamed ? 174L : 0L, chats[0].GetTagItem("gen_ai.usage.reasoning.output_tokens"));
        Assert.Equal(0L, chats[0].GetTagItem("gen_ai.usage.cache_read.input_tokens"));
        Assert.All(chats[0].TagObjects, static tag => Assert.Contains(tag.Key, Conventions));
        Assert.DoesNotContain(chats.SelectMany(static chat => chat.TagObjects), static tag => $"{tag.Value}".Contains("private", StringComparison.Ordinal));
        double[] durations = [.. recorder.Measured("gen_ai.client.operation.duration").Cast<double>()];
        double[] waits = [.. recorder.Measured("gen_ai.client.operation.time_to_first_chunk").Cast<double>()];
        Assert.Equal(2, durations.Length);
        Assert.Equal(isStreamed ? 2 : 0, waits.Length);
        Assert.All(waits.Zip(durations), static pair => Assert.InRange(pair.First, double.Epsilon, pair.Second));
        Assert.All(waits.Zip(chats), static pair => Assert.Equal(pair.Second.GetTagItem("gen_ai.response.time_to_first_chunk"), pair.First));
        Assert.Contains(isStreamed ? 250L : 5L, recorder.Measured("gen_ai.client.token.usage"));
    }

    [Fact]
    public async Task A_tool_call_is_traced_and_content_only_when_asked_for()
    {
        string model = $"model-{Guid.NewGuid()}";
        string callId = $"call-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder(model);
        await using var server = new RawServer(RawReply.Json(Samples.Calls((callId, "echo", "{\"private\":1}"))), RawReply.Json(Samples.Text("private answer")));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RecordContent = true });

        await client.RunAsync(Ask(model), new MimoRunOptions { RecordContent = true });

        Activity tool = Assert.Single(recorder.Tools, tool => (string?)tool.GetTagItem("gen_ai.tool.call.id") == callId);
        Assert.Equal("execute_tool echo", tool.DisplayName);
        Assert.Equal("{\"private\":1}", tool.GetTagItem("gen_ai.tool.call.arguments"));
        Assert.Equal("{\"private\":1}", tool.GetTagItem("gen_ai.tool.call.result"));
        Json.AssertEqual("""[{"role":"user","parts":[{"type":"text","content":"private question"}]}]""", (string)recorder.Chats[0].GetTagItem("gen_ai.input.messages")!);
        Assert.Contains("private answer", (string?)recorder.Chats[1].GetTagItem("gen_ai.output.messages"));
    }

    [Fact]
    public async Task The_arguments_that_an_approval_puts_in_place_are_those_that_are_traced()
    {
        using var recorder = new TraceRecorder("none");
        string callId = $"call-{Guid.NewGuid()}";
        await using var server = new RawServer(RawReply.Json(Samples.Calls((callId, "t", "{\"n\":1}"))), RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();
        var tool = new MimoTool("t", string.Empty, "{}"u8.ToArray(), static (_, _, _) => new(MimoToolResult.Done)) { RequireApproval = true };
        var options = new MimoRunOptions { RecordContent = true, Approve = static (_, _) => new(MimoApproval.AllowWith("{\"n\":0}"u8.ToArray())) };

        await client.RunAsync(new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(tool) }, options);

        Assert.Equal("{\"n\":0}", Assert.Single(recorder.Tools, traced => callId.Equals(traced.GetTagItem("gen_ai.tool.call.id"))).GetTagItem("gen_ai.tool.call.arguments"));
    }

    [Fact]
    public async Task Calls_and_reasons_are_recorded_in_the_words_of_the_conventions()
    {
        string model = $"model-{Guid.NewGuid()}";
        using var recorder = new TraceRecorder(model);
        await using var server = new RawServer(RawReply.Json(Samples.Calls(("c1", "f", "{\"a\":1}"), ("c2", "f", "{oops"))));
        using var client = new MimoClient(server.Options() with { RecordContent = true });

        await client.SendAsync(Ask(model));

        Json.AssertEqual(
            """
            [{"role":"assistant","parts":[{"type":"reasoning","content":"think"},
              {"type":"tool_call","id":"c1","name":"f","arguments":{"a":1}},{"type":"tool_call","id":"c2","name":"f","arguments":"{oops"}],
              "finish_reason":"tool_call"}]
            """,
            (string)Assert.Single(recorder.Chats).GetTagItem("gen_ai.output.messages")!);
    }

    [Fact]
    public void While_nobody_listens_nothing_is_allocated()
    {
        var options = new MimoClientOptions();
        MimoRequest request = Ask("m");
        var call = new MimoToolCall("c", "echo", "{}");
        Measure();

        Assert.Equal(0, Measure());

        long Measure()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            using ChatObservation? chat = ChatObservation.Start(options, request, isStreamed: true);
            using Activity? tool = ToolObservation.Start(call, request.Tools, recordContent: true);
            ToolObservation.Complete(tool, MimoToolResult.Done, recordContent: true);
            Assert.Null(chat);
            Assert.Null(tool);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public async Task The_wait_for_a_stream_is_measured_where_somebody_listens_to_nothing_else_and_where_the_stream_breaks_later()
    {
        string model = $"model-{Guid.NewGuid()}";
        var waits = new ConcurrentQueue<(double Value, KeyValuePair<string, object?>[] Tags)>(); // Other tests are measured at the same time.
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => waits.Enqueue((value, tags.ToArray())));
        listener.EnableMeasurementEvents(MimoTelemetry.TimeToFirstChunk);
        await using var server = new RawServer(
            RawReply.Json("""{"error":{"code":"429","message":"m","type":"limitation"}}""", 429), RawReply.Events(Samples.Events(Samples.Chunk("""{"content":"begun"}"""))));
        using MimoClient client = server.Client();

        await Assert.ThrowsAsync<MimoApiException>(ReadAsync);
        await Assert.ThrowsAsync<MimoConnectionException>(ReadAsync);

        (double value, KeyValuePair<string, object?>[] tags) = Assert.Single(waits, wait => wait.Tags.Contains(new("gen_ai.request.model", model)));
        Assert.True(value > 0);
        Assert.Equal("s", MimoTelemetry.TimeToFirstChunk.Unit);
        Assert.Equal(["gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "server.address", "server.port"], tags.Select(static tag => tag.Key));

        async Task ReadAsync()
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Ask(model)))
            {
            }
        }
    }
}

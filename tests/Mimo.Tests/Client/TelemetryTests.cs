using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

public class TelemetryTests
{
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
        using var recorder = new Recorder(model);
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
        Assert.DoesNotContain(chats.SelectMany(static chat => chat.TagObjects), static tag => $"{tag.Value}".Contains("private", StringComparison.Ordinal));
        Assert.Equal(2, recorder.Measured("gen_ai.client.operation.duration").Length);
        Assert.Contains(isStreamed ? 250L : 5L, recorder.Measured("gen_ai.client.token.usage"));
    }

    [Fact]
    public async Task A_tool_call_is_traced_and_content_only_when_asked_for()
    {
        string model = $"model-{Guid.NewGuid()}";
        string callId = $"call-{Guid.NewGuid()}";
        using var recorder = new Recorder(model);
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
    public async Task A_failure_is_traced_by_its_type()
    {
        string model = $"model-{Guid.NewGuid()}";
        using var recorder = new Recorder(model);
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
        using var recorder = new Recorder(model);
        await using var server = new RawServer(RawReply.Json("private answer"));
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, RecordContent = recordContent, Retry = MimoRetryOptions.None });

        await Assert.ThrowsAsync<MimoConnectionException>(() => client.SendAsync(Ask(model)));

        Assert.Equal(recordContent, Assert.Single(recorder.Chats).StatusDescription!.Contains("private answer", StringComparison.Ordinal));
    }

    /// <summary>Listens to everything and keeps what is about one model, since tests run side by side.</summary>
    private sealed class Recorder : IDisposable
    {
        private readonly string _model;
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();
        private readonly List<Activity> _stopped = [];
        private readonly List<(string Name, object Value)> _measured = [];
        private readonly Lock _lock = new();

        public Recorder(string model)
        {
            _model = model;
            _activities = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "Mimo",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    lock (_lock)
                    {
                        _stopped.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Mimo")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
            _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
            _meters.Start();
        }

        public Activity[] Chats
        {
            get
            {
                lock (_lock)
                {
                    return [.. _stopped.Where(activity => (string?)activity.GetTagItem("gen_ai.request.model") == _model)];
                }
            }
        }

        public Activity[] Tools
        {
            get
            {
                lock (_lock)
                {
                    return [.. _stopped.Where(static activity => activity.DisplayName.StartsWith("execute_tool", StringComparison.Ordinal))];
                }
            }
        }

        public object[] Measured(string name)
        {
            lock (_lock)
            {
                return [.. _measured.Where(item => item.Name == name).Select(static item => item.Value)];
            }
        }

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        private void Note(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                if (tag.Key == "gen_ai.request.model" && (string?)tag.Value == _model)
                {
                    lock (_lock)
                    {
                        _measured.Add((instrument.Name, value));
                    }
                }
            }
        }
    }
}

using Mimo.Tests.Client;

namespace Mimo.Tests.Wire;

/// <summary>What a stream tells of a call piece by piece adds up to the call.</summary>
public class StreamedCallTests
{
    public static TheoryData<MimoFormat, string> Streams => new()
    {
        { MimoFormat.OpenAI, Samples.OpenAIStream },
        { MimoFormat.Anthropic, Samples.AnthropicStream },
        {
            MimoFormat.OpenAI,
            Samples.Events(
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":null,"function":{"name":"f","arguments":"{\"a\":"}}]}"""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":null,"function":{"arguments":"1}"}},{"index":1,"function":{"name":"g"}}]}""", "\"tool_calls\""))
        },
        {
            MimoFormat.OpenAI,
            Samples.Events(
                Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"name":"f"}}]}"""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":"late","function":{"arguments":"{}"}}]}""", "\"tool_calls\""))
        },
        {
            MimoFormat.OpenAI,
            Samples.Events(
                Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"{\"a\":"}}]}"""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"\"\ud83d"}}]}"""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":"late","function":{"name":"f","arguments":"\ude00\"}"}}]}""", "\"tool_calls\""))
        },
        {
            MimoFormat.OpenAI,
            Samples.Events(
                Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"{}"}}]}"""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"name":"f"}}]}"""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":"late"}]}""", "\"tool_calls\""))
        },
        {
            MimoFormat.OpenAI,
            Samples.Events(Samples.Chunk("""{"tool_calls":[{"index":0,"id":"x","function":{"arguments":"{}"}}]}"""), Samples.Chunk("{}", "\"tool_calls\""))
        },
        {
            MimoFormat.OpenAI,
            Samples.Events(
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":"x","function":{"name":"f","arguments":"{\"a\":"}}]}""", "\"tool_calls\""),
                Samples.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]}"""),
                """{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}""")
        },
        {
            MimoFormat.Anthropic,
            Samples.Events(
                """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"x","name":"f","input":{}}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}""",
                """{"type":"message_delta","delta":{"stop_reason":"tool_use"}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"1}"}}""",
                """{"type":"message_stop"}""")
        },
        {
            MimoFormat.Anthropic,
            Samples.Events(
                """{"type":"message_start","message":{"id":"I","model":"M"}}""",
                """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","name":"f","input":{"a":"é"}}}""",
                """{"type":"content_block_stop","index":0}""",
                """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"x","name":"g","input":{}}}""",
                """{"type":"message_delta","delta":{"stop_reason":"tool_use"}}""")
        },
    };

    [Theory]
    [InlineData("""{"content":"hi","tool_calls":[{"index":0,"id":null,"function":{"name":null,"arguments":""},"type":"function"}]}""")]
    [InlineData("""{"content":"hi","tool_calls":[{"index":0,"id":"","function":{"name":"","arguments":null}}]}""")]
    [InlineData("""{"content":"hi","tool_calls":[{}]}""")]
    public async Task An_empty_piece_begins_no_call(string delta)
    {
        await using var server = new RawServer(RawReply.Events(Samples.Events(Samples.Chunk(delta, "\"stop\""))));
        using MimoClient client = server.Client();

        List<MimoUpdate> updates = await client.StreamAsync(new MimoRequest { Messages = [MimoMessage.User("q")] }).ToListAsync();

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
        Assert.Equal("hi", response.Text);
        Assert.Empty(response.ToolCalls);
        Assert.DoesNotContain(updates, static update => update is MimoToolCallStartedUpdate or MimoToolCallArgumentsUpdate);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task The_updates_of_a_call_add_up_to_the_call(MimoFormat format, string stream)
    {
        await using var server = new RawServer(RawReply.Events(stream));
        using MimoClient client = server.Client(format);

        List<MimoUpdate> updates = await client.StreamAsync(new MimoRequest { Messages = [MimoMessage.User("q")] }).ToListAsync();

        MimoResponse response = Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response;
        Assert.NotEmpty(response.ToolCalls);
        for (int i = 0; i < response.ToolCalls.Count; i++)
        {
            MimoToolCall call = response.ToolCalls[i];
            MimoToolCallStartedUpdate started = updates.OfType<MimoToolCallStartedUpdate>().Single(update => update.Index == i);
            Assert.Equal((call.Id, call.Name), (started.Id, started.Name));
            Assert.Equal(call.Arguments, string.Concat(updates.OfType<MimoToolCallArgumentsUpdate>().Where(update => update.Index == i).Select(static update => update.Arguments)));
            MimoToolCallCompletedUpdate completed = updates.OfType<MimoToolCallCompletedUpdate>().Single(update => update.Index == i);
            Assert.Same(call, completed.Call);
            Assert.All(updates.OfType<MimoToolCallArgumentsUpdate>().Where(update => update.Index == i), update => Assert.InRange(updates.IndexOf(update), updates.IndexOf(started) + 1, updates.IndexOf(completed) - 1));
        }
    }

    /// <summary>Pieces as hosts send them that don't number calls, or don't name them, and what they add up to.</summary>
    public static TheoryData<string[], string[]> LooseCalls => new()
    {
        {
            ["""[{"index":0,"id":"a","function":{"name":"f","arguments":""}}]""", """[{"function":{"arguments":"{\"a\":1}"}}]""", """[{"index":1,"id":"b","function":{"name":"g","arguments":""}}]""", """[{"function":{"arguments":"{\"b\":2}"}}]"""],
            ["a f({\"a\":1})", "b g({\"b\":2})"]
        },
        {
            ["""[{"id":"a","function":{"name":"f","arguments":"{\"a\""}},{"id":"b","function":{"name":"g","arguments":"{\"b\""}}]""", """[{"id":"a","function":{"arguments":":1}"}}]""", """[{"id":"b","function":{"arguments":":2}"}}]"""],
            ["a f({\"a\":1})", "b g({\"b\":2})"]
        },
        {
            ["""[{"index":0,"id":"a","function":{"name":"f","arguments":""}}]""", """[{"index":0,"id":"b","function":{"arguments":"{\"x\""}}]""", """[{"index":0,"id":"c","function":{"arguments":":1}"}}]"""],
            ["a f({\"x\":1})"]
        },
        {
            ["""[{"index":0,"function":{"name":"f","arguments":"{\"a\":1}"}}]""", """[{"index":0,"function":{"name":"g","arguments":"{\"b\":2}"}}]"""],
            ["call_I_0 f({\"a\":1})", "call_I_1 g({\"b\":2})"]
        },
        {
            ["""[{"function":{"name":"f","arguments":""}}]""", """[{"function":{"name":"g","arguments":"{}"}}]"""],
            ["call_I_0 f()", "call_I_1 g({})"]
        },
        {
            ["""[{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}]""", """[{"index":0,"id":"a","function":{"name":"f","arguments":"}"}}]"""],
            ["a f({})"]
        },
    };

    [Theory]
    [MemberData(nameof(LooseCalls))]
    public async Task Pieces_go_to_the_call_they_belong_to_however_loosely_they_name_it(string[] pieces, string[] calls)
    {
        string stream = Samples.Events([.. pieces.Select(static piece => Samples.Chunk($$"""{"tool_calls":{{piece}}}""")), Samples.Chunk("{}", "\"tool_calls\"")]);
        await using var server = new RawServer(RawReply.Events(stream));
        using MimoClient client = server.Client();

        MimoResponse response = (await client.StreamAsync(new MimoRequest { Messages = [MimoMessage.User("x")] }).ToListAsync()).OfType<MimoFinishedUpdate>().Single().Response;

        Assert.Equal(calls, response.ToolCalls.Select(static call => $"{call.Id} {call}"));
    }
}

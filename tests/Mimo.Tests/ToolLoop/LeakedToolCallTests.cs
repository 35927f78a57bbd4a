using Mimo.Tests.Client;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

public class LeakedToolCallTests
{
    private const string Leak = "I will look. <tool_call><function=echo><parameter=text>x</parameter></function></tool_call>";

    private static readonly MimoRequest Request = new()
    {
        Messages = [MimoMessage.User("q")],
        Tools = new MimoToolSet(SampleTools.Named("echo", static _ => throw new InvalidOperationException("A call in text must never run."))),
    };

    [Fact]
    public async Task A_call_written_as_text_is_not_run_but_asked_for_again()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text(Leak, "tool_calls")), RawReply.Json(Samples.Text("fine")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request);

        Assert.Equal("fine", Assert.Single(run.NewMessages).Text);
        Assert.Equal(2, run.Responses.Count);
        Assert.Equal(server.Requests[0].Text, server.Requests[1].Text);
    }

    [Fact]
    public async Task What_the_callers_list_is_given_meanwhile_is_not_asked_with_the_call_again()
    {
        List<MimoMessage> messages = [MimoMessage.User("q")];
        await using var server = new RawServer(RawReply.Json(Samples.Text(Leak, "tool_calls")), RawReply.Json(Samples.Text("fine")));
        using MimoClient client = server.Client();

        await client.RunAsync(Request with { Messages = messages }, new MimoRunOptions
        {
            AfterRound = (_, _) =>
            {
                messages.Add(MimoMessage.User("later"));
                return default;
            },
        });

        Assert.Equal(server.Requests[0].Text, server.Requests[1].Text);
    }

    [Theory]
    [InlineData("<tml:function_calls>\n<invoke name=\"bash\">\n</invoke></tml:function_calls>")]
    [InlineData("<function_calls><invoke name=\"bash\"></invoke></function_calls>")]
    [InlineData("<tool_call name=\"bash\">{}</tool_call>")]
    [InlineData("<tool_call>\n{}")]
    [InlineData("<tool_call\r\nname=\"bash\">{}</tool_call>")]
    [InlineData("<TOOL_CALL>{}</TOOL_CALL>")]
    [InlineData("<tool_calls>[{}]</tool_calls>")]
    [InlineData("<|tool_call|>{}")]
    [InlineData("<invoke name=\"bash\"><parameter name=\"x\">1</parameter></invoke>")]
    [InlineData("<function name=\"bash\">{}</function>")]
    public async Task Calls_in_other_markup_are_not_taken_for_an_answer(string leak)
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("Let me see. " + leak)), RawReply.Json(Samples.Text("fine")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request);

        Assert.Equal("fine", Assert.Single(run.NewMessages).Text);
    }

    [Fact]
    public async Task A_turn_that_ends_for_a_call_but_holds_nothing_is_asked_for_again()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text("", "tool_calls")), RawReply.Json(Samples.Text("fine")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request);

        Assert.Equal("fine", Assert.Single(run.NewMessages).Text);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Markup_beside_a_true_call_does_not_reach_the_reader_and_other_text_comes_before_the_call()
    {
        var request = new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(SampleTools.Named("echo", static _ => "x")) };
        const string Call = """{"tool_calls":[{"index":0,"id":"c","function":{"name":"echo","arguments":"{}"}}]}""";
        await using var server = new RawServer(
            RawReply.Events(Samples.Events(Samples.Chunk("""{"content":"It is a <"}"""), Samples.Chunk(Call, "\"tool_calls\""))),
            RawReply.Events(Samples.Events(Samples.Chunk("""{"content":"So <tool_call>{}</tool_call>"}"""), Samples.Chunk(Call, "\"tool_calls\""))),
            RawReply.Events(Samples.Events(Samples.Chunk("""{"content":"fine"}""", "\"stop\""))));
        using MimoClient client = server.Client();

        List<MimoUpdate> updates = await client.RunStreamingAsync(request).ToListAsync();

        Assert.Equal(
            ["It is a ", "<", "call", "So ", "call", "fine"],
            updates.Select(static update => update switch { MimoTextUpdate text => text.Text, MimoToolCallStartedUpdate => "call", _ => null }).OfType<string>());
    }

    [Fact]
    public async Task A_model_that_only_writes_calls_as_text_is_given_up()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text(Leak)));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request);

        Assert.Equal(MimoRunOutcome.FailureLimit, run.Outcome);
        Assert.False(run.HasAnswer);
        Assert.Equal(Leak, Assert.Single(run.NewMessages).Text);
        Assert.Equal([true, true, true, false], server.Requests.Select(OffersTools));
    }

    [Fact]
    public async Task A_model_that_keeps_writing_calls_as_text_is_asked_for_its_answer_without_tools()
    {
        await using var server = new RawServer(static request => RawReply.Json(Samples.Text(OffersTools(request) ? Leak : "enough")));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request);

        Assert.Equal(MimoRunOutcome.FailureLimit, run.Outcome);
        Assert.True(run.HasAnswer);
        Assert.Equal("enough", Assert.Single(run.NewMessages).Text);
        Assert.Equal(4, server.Requests.Length);
    }

    [Fact]
    public async Task A_call_as_text_in_the_last_answer_after_the_allowed_rounds_is_no_answer_and_the_limit_stays_what_it_was()
    {
        await using var server = new RawServer(static request => RawReply.Json(OffersTools(request) ? Samples.Calls(("c", "echo", "{}")) : Samples.Text(Leak)));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request, new MimoRunOptions { MaxToolRounds = 1 });

        Assert.Equal(MimoRunOutcome.RoundLimit, run.Outcome);
        Assert.False(run.HasAnswer);
        Assert.Equal(2, server.Requests.Length);
        Assert.True(new MimoTranscript(run.NewMessages).IsComplete);
    }

    [Fact]
    public async Task A_call_as_text_is_not_asked_for_again_once_the_token_budget_is_used_up()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text(Leak)));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request, new MimoRunOptions { MaxTotalTokens = 15 });

        Assert.Equal(MimoRunOutcome.TokenLimit, run.Outcome);
        Assert.False(run.HasAnswer);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_tools_on_offer_the_same_text_is_an_answer()
    {
        await using var server = new RawServer(RawReply.Json(Samples.Text(Leak)));
        using MimoClient client = server.Client();

        MimoRun run = await client.RunAsync(Request with { Tools = MimoToolSet.Empty });

        Assert.Equal(Leak, run.Response.Text);
        Assert.True(run.HasAnswer);
    }

    [Fact]
    public async Task Streamed_the_leak_never_reaches_the_caller()
    {
        await using var server = new RawServer(RawReply.Events(Stream(Leak, 3)), RawReply.Events(Stream("a < b and <tool> too", 3)));
        using MimoClient client = server.Client();
        string text = string.Empty;

        await foreach (MimoUpdate update in client.RunStreamingAsync(Request))
        {
            text += (update as MimoTextUpdate)?.Text;
        }

        Assert.Equal("I will look. a < b and <tool> too", text);
    }

    [Fact]
    public async Task Streamed_a_leak_in_the_last_answer_which_has_no_tools_on_offer_does_not_reach_the_caller_either()
    {
        await using var server = new RawServer(static request => OffersTools(request)
            ? RawReply.Events(Samples.Events(
                Samples.Chunk("""{"tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"echo","arguments":"{}"}}]}"""),
                Samples.Chunk("{}", "\"tool_calls\""),
                "[DONE]"))
            : RawReply.Events(Stream(Leak, 3)));
        using MimoClient client = server.Client();
        string text = string.Empty;
        MimoRun? run = null;

        await foreach (MimoUpdate update in client.RunStreamingAsync(Request, new MimoRunOptions { MaxToolRounds = 1 }))
        {
            text += (update as MimoTextUpdate)?.Text;
            run = (update as MimoRunFinishedUpdate)?.Run;
        }

        Assert.Equal("I will look. ", text);
        Assert.Equal(MimoRunOutcome.RoundLimit, run?.Outcome);
        Assert.False(run?.HasAnswer);
        Assert.Equal(Leak, run?.Response.Text);
    }

    [Fact]
    public async Task Streamed_a_cut_answer_that_looks_like_one_comes_whole_for_it_is_not_asked_for_again()
    {
        await using var server = new RawServer(RawReply.Events(Stream(Leak, 3, "length")));
        using MimoClient client = server.Client();
        string text = string.Empty;
        MimoRun? run = null;

        await foreach (MimoUpdate update in client.RunStreamingAsync(Request))
        {
            text += (update as MimoTextUpdate)?.Text;
            run = (update as MimoRunFinishedUpdate)?.Run;
        }

        Assert.Equal(MimoRunOutcome.Cut, run?.Outcome);
        Assert.Equal(Leak, run?.Response.Text);
        Assert.Equal(Leak, text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Text_that_only_looks_like_one_comes_whole(int pieceLength)
    {
        const string Text = "x <tool_ca and <function and a<b <tool_call";
        await using var server = new RawServer(RawReply.Events(Stream(Text, pieceLength)));
        using MimoClient client = server.Client();
        string text = string.Empty;

        await foreach (MimoUpdate update in client.RunStreamingAsync(Request))
        {
            text += (update as MimoTextUpdate)?.Text;
        }

        Assert.Equal(Text, text);
    }

    private static bool OffersTools(RawRequest request) => request.Text.Contains("\"tools\"", StringComparison.Ordinal);

    private static string Stream(string text, int pieceLength, string finishReason = "stop") => Samples.Events(
    [
        .. text.Chunk(pieceLength).Select(static piece => Samples.Chunk($$"""{"content":"{{new string(piece)}}"}""")),
        Samples.Chunk("{}", $"\"{finishReason}\""),
        "[DONE]",
    ]);
}

using Mimo.Generation;
using Mimo.Testing;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

/// <summary>The whole path against the local MiMo, which refuses what the real one refuses.</summary>
public class LocalMimoTests
{
    private static readonly MimoRequest Request = new()
    {
        Messages = [MimoMessage.System("You help."), MimoMessage.User("What is the weather in Beijing?")],
        Tools = new MimoToolSet(SampleTools.Weather()),
    };

    [Theory]
    [InlineData(MimoFormat.OpenAI, MimoThinking.Default)]
    [InlineData(MimoFormat.OpenAI, MimoThinking.Enabled)]
    [InlineData(MimoFormat.OpenAI, MimoThinking.Disabled)]
    [InlineData(MimoFormat.Anthropic, MimoThinking.Default)]
    [InlineData(MimoFormat.Anthropic, MimoThinking.Enabled)]
    [InlineData(MimoFormat.Anthropic, MimoThinking.Disabled)]
    public async Task Several_turns_with_tools_are_never_refused(MimoFormat format, MimoThinking thinking)
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = Client(server, format);
        var transcript = new MimoTranscript();
        foreach (string question in new[] { "What is the weather in Beijing?", "And the weather in Paris?", "Thanks!" })
        {
            MimoRequest request = Request with { Thinking = thinking, Messages = [MimoMessage.System("You help."), .. transcript, MimoMessage.User(question)] };

            await PromptRunner.GetTextAsync(client, request, MimoRunOptions.Default, transcript, CancellationToken.None);
        }

        Assert.True(transcript.Count >= 9);
        Assert.Equal(thinking == MimoThinking.Disabled, transcript.All(static message => message.Reasoning is null));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task Streamed_and_whole_runs_say_the_same(MimoFormat format)
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using MimoClient client = Client(server, format);

        MimoRun whole = await client.RunAsync(Request);
        MimoRun? streamed = null;
        string text = string.Empty;
        await foreach (MimoUpdate update in client.RunStreamingAsync(Request))
        {
            text += (update as MimoTextUpdate)?.Text;
            streamed = (update as MimoRunFinishedUpdate)?.Run;
        }

        Assert.NotNull(streamed);
        Assert.Equal(whole.NewMessages.Select(Describe), streamed.NewMessages.Select(Describe));
        Assert.Equal(whole.NewMessages[^1].Text, text[^whole.Response.Text.Length..]);
        Assert.Equal(whole.Usage, streamed.Usage);
    }

    [Fact]
    public async Task A_conversation_may_change_its_format_half_way()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        var transcript = new MimoTranscript();
        foreach (MimoFormat format in new[] { MimoFormat.OpenAI, MimoFormat.Anthropic, MimoFormat.OpenAI })
        {
            using MimoClient client = Client(server, format);
            MimoRequest request = Request with { Messages = [.. transcript, MimoMessage.User("What is the weather in Beijing?")] };

            await PromptRunner.GetTextAsync(client, request, MimoRunOptions.Default, transcript, CancellationToken.None);
        }

        Assert.Equal(12, transcript.Count);
        Assert.All(transcript.Where(static message => message.Role == MimoRole.Assistant), static message => Assert.NotNull(message.Reasoning));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task A_host_that_refuses_empty_content_is_told_a_blank_and_no_turn_is_lost(MimoFormat format)
    {
        await using MimoServer server = await MimoServer.StartAsync(new MimoServerOptions { RefuseEmptyContent = true });
        using MimoClient client = Client(server, format);

        MimoRun run = await client.RunAsync(Request);

        Assert.True(run.HasAnswer);
        Assert.Equal([MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant], run.NewMessages.Select(static message => message.Role));
        Assert.Empty(run.NewMessages[0].Text);
        string?[] outcomes = format == MimoFormat.OpenAI ? ["200", "400 Param Incorrect `text` is not set", "200"] : ["200", "200"];
        Assert.Equal(outcomes, server.Requests.Select(static request => request.Outcome));
    }

    [Fact]
    public async Task A_turn_of_reasoning_alone_is_sent_again_with_a_blank_too()
    {
        await using MimoServer server = await MimoServer.StartAsync(new MimoServerOptions { RefuseEmptyContent = true });
        using MimoClient client = Client(server, MimoFormat.OpenAI);
        server.Enqueue(MimoTurn.Text("", reasoning: "Let me see."), MimoTurn.Text("Yes."));
        MimoResponse first = await client.SendAsync(new MimoRequest { Messages = [MimoMessage.User("q")] });

        MimoResponse second = await client.SendAsync(new MimoRequest { Messages = [MimoMessage.User("q"), first.Message, MimoMessage.User("Well?")] });

        Assert.Equal("Yes.", second.Text);
        Assert.Equal(["200", "400 Param Incorrect `text` is not set", "200"], server.Requests.Select(static request => request.Outcome));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_in_words()
    {
        await using MimoServer server = await MimoServer.StartAsync();
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = "sk-wrong-key" });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(Request));

        Assert.Equal(401, exception.Status);
        Assert.Contains("MIMO_API_KEY", exception.Message);
        Assert.DoesNotContain("sk-wrong-key", exception.ToString());
    }

    /// <summary>All but the ids, which the server makes anew for each request.</summary>
    private static string Describe(MimoMessage message) =>
        $"{message.Role} {message.Reasoning} {message.Text} {string.Join(' ', message.ToolCalls)}";

    private static MimoClient Client(MimoServer server, MimoFormat format) =>
        new(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey, Format = format });
}

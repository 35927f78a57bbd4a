using Mimo.Testing;
using NSubstitute;

namespace Mimo.Tests.ToolLoop;

/// <summary>Whatever ends a run early, what it has done can be appended to a transcript and gone on from.</summary>
public class InterruptedRunTests
{
    private static readonly MimoTurn TwoCalls = MimoTurn.ToolCalls(new MimoScriptedCall("first", "{}"), new MimoScriptedCall("second", "{}"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_between_the_calls_of_a_round_keeps_the_results_that_came(bool isStreamed)
    {
        using var source = new CancellationTokenSource();
        MimoTool first = Tool("first", async _ =>
        {
            await source.CancelAsync();
            return "done";
        });

        MimoRunCanceledException exception = await Assert.ThrowsAsync<MimoRunCanceledException>(
            () => RunAsync(isStreamed, [first, Tool("second", _ => Task.FromResult("never"))], new MimoRunOptions(), source.Token, TwoCalls));

        Assert.Equal(source.Token, exception.CancellationToken);
        MimoRun run = AssertCanGoOn(exception.PartialRun);
        Assert.Equal(MimoRunOutcome.Canceled, run.Outcome);
        Assert.False(run.HasAnswer);
        Assert.Equal(("done", false), (run.NewMessages[1].Text, run.NewMessages[1].IsToolError));
        Assert.True(run.NewMessages[2].IsToolError);
        Assert.Contains("interrupted", run.NewMessages[2].Text);
        Assert.True(run.Usage.TotalTokens > 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_calls_that_run_side_by_side_keeps_the_results_that_came(bool isStreamed)
    {
        using var source = new CancellationTokenSource();
        MimoTool first = Tool("first", token => Task.Delay(Timeout.Infinite, token).ContinueWith(static _ => "", token), ToolEffect.ReadOnly);
        MimoTool second = Tool("second", async _ =>
        {
            await source.CancelAsync();
            return "done";
        }, ToolEffect.ReadOnly);

        MimoRunCanceledException exception = await Assert.ThrowsAsync<MimoRunCanceledException>(
            () => RunAsync(isStreamed, [first, second], new MimoRunOptions(), source.Token, TwoCalls));

        MimoRun run = AssertCanGoOn(exception.PartialRun);
        Assert.Equal([true, false], run.NewMessages.Skip(1).Select(static message => message.IsToolError));
        Assert.Equal("done", run.NewMessages[2].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_a_later_exchange_keeps_the_rounds_before(bool isStreamed)
    {
        using var source = new CancellationTokenSource();
        MimoTool[] tools = [Tool("first", _ => Task.FromResult("one")), Tool("second", _ => Task.FromResult("two"))];
        var options = new MimoRunOptions
        {
            BeforeRound = async (round, _) =>
            {
                if (round.Number == 2)
                {
                    await source.CancelAsync();
                }

                return round.Request;
            },
        };

        MimoRunCanceledException exception = await Assert.ThrowsAsync<MimoRunCanceledException>(
            () => RunAsync(isStreamed, tools, options, source.Token, TwoCalls, MimoTurn.Text("never")));

        MimoRun run = AssertCanGoOn(exception.PartialRun);
        Assert.Equal(["", "one", "two"], run.NewMessages.Select(static message => message.Text));
    }

    [Fact]
    public async Task An_answer_that_was_handed_out_is_part_of_the_run_whatever_the_client_does_next()
    {
        IMimoClient client = Substitute.For<IMimoClient>();
        client.StreamAsync(default!, default).ReturnsForAnyArgs(static _ => FinishAndFailAsync());

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(async () =>
        {
            await foreach (MimoUpdate _ in client.RunStreamingAsync(new MimoRequest { Messages = [MimoMessage.User("q")] }))
            {
            }
        });

        Assert.Equal("one", AssertCanGoOn(exception.PartialRun).NewMessages.Single().Text);
    }

    [Theory]
    [InlineData(false, "handed out")]
    [InlineData(true, "")]
    public async Task Cancelling_at_the_end_of_a_turn_keeps_the_turn(bool hasCalls, string text)
    {
        using var source = new CancellationTokenSource();
        var fake = new FakeMimo(hasCalls ? TwoCalls : MimoTurn.Text("handed out"));
        var request = new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(Tool("first", _ => Task.FromResult("x"))) };
        MimoRun? run = null;

        try
        {
            await foreach (MimoUpdate update in fake.RunStreamingAsync(request, cancellationToken: source.Token))
            {
                run = (update as MimoRunFinishedUpdate)?.Run;
                if (update is MimoFinishedUpdate)
                {
                    await source.CancelAsync();
                }
            }
        }
        catch (MimoRunCanceledException exception)
        {
            run = exception.PartialRun;
        }

        Assert.Equal(text, AssertCanGoOn(run).NewMessages[0].Text);
        Assert.Equal(hasCalls ? 3 : 1, run!.NewMessages.Count);
    }

    [Theory]
    [InlineData(nameof(MimoRunOptions.Approve), 1, false)]
    [InlineData(nameof(MimoRunOptions.Approve), 1, true)]
    [InlineData(nameof(MimoRunOptions.BeforeRound), 2, false)]
    [InlineData(nameof(MimoRunOptions.BeforeRound), 2, true)]
    [InlineData(nameof(MimoRunOptions.AfterRound), 1, false)]
    [InlineData(nameof(MimoRunOptions.AfterRound), 1, true)]
    public async Task A_callback_that_throws_ends_the_run_without_losing_it(string callback, int round, bool isStreamed)
    {
        var thrown = new FormatException("my own failure");
        MimoTool[] tools = [Tool("first", _ => Task.FromResult("one")), Tool("second", _ => Task.FromResult("two"), needsApproval: true)];
        var options = new MimoRunOptions
        {
            Approve = (_, _) => callback == nameof(MimoRunOptions.Approve) ? throw thrown : new(MimoApproval.Allow),
            BeforeRound = (start, _) => callback == nameof(MimoRunOptions.BeforeRound) && start.Number == round ? throw thrown : new(start.Request),
            AfterRound = (end, _) => callback == nameof(MimoRunOptions.AfterRound) && end.Number == round ? throw thrown : default,
        };

        MimoToolLoopException exception = await Assert.ThrowsAsync<MimoToolLoopException>(
            () => RunAsync(isStreamed, tools, options, CancellationToken.None, TwoCalls, MimoTurn.Text("ok")));

        Assert.Same(thrown, exception.InnerException);
        Assert.Contains(callback, exception.Message);
        MimoRun run = AssertCanGoOn(exception.PartialRun);
        Assert.Equal(MimoRunOutcome.Failed, run.Outcome);
        Assert.Equal(("one", false), (run.NewMessages[1].Text, run.NewMessages[1].IsToolError));
        Assert.Equal(callback == nameof(MimoRunOptions.Approve), run.NewMessages[2].IsToolError);
    }

    [Theory]
    [InlineData(false, ToolEffect.Unspecified, false)]
    [InlineData(true, ToolEffect.Unspecified, true)]
    [InlineData(false, ToolEffect.ReadOnly, true)]
    [InlineData(true, ToolEffect.ReadOnly, false)]
    public async Task A_progress_callback_that_throws_ends_the_run_whatever_the_tool_makes_of_it(bool isStreamed, ToolEffect effect, bool isCaught)
    {
        var thrown = new FormatException("my own failure");
        var reporting = new MimoTool("second", "A tool.", """{"type":"object"}"""u8.ToArray(), (_, context, _) =>
        {
            try
            {
                context.GetProgress<int>().Report(1);
            }
            catch (MimoToolLoopException) when (isCaught)
            {
            }

            return new(MimoToolResult.Done);
        })
        {
            Effect = effect,
        };

        MimoToolLoopException exception = await Assert.ThrowsAsync<MimoToolLoopException>(() => RunAsync(
            isStreamed, [Tool("first", _ => Task.FromResult("one"), effect), reporting], new MimoRunOptions { Progress = (_, _) => throw thrown }, CancellationToken.None, TwoCalls));

        Assert.Same(thrown, exception.InnerException);
        Assert.Contains("Progress", exception.Message);
        MimoRun run = AssertCanGoOn(exception.PartialRun);
        Assert.Equal("one", run.NewMessages[1].Text);
        Assert.Contains("interrupted", run.NewMessages[2].Text);
    }

    [Fact]
    public async Task A_hook_that_gives_no_request_is_told_of_it()
    {
        var options = new MimoRunOptions { BeforeRound = (_, _) => new((MimoRequest)null!) };

        MimoToolLoopException exception = await Assert.ThrowsAsync<MimoToolLoopException>(
            () => RunAsync(isStreamed: false, [], options, CancellationToken.None, MimoTurn.Text("ok")));

        Assert.Contains("BeforeRound returned null", exception.Message);
        Assert.Empty(exception.PartialRun!.NewMessages);
    }

    private static async IAsyncEnumerable<MimoUpdate> FinishAndFailAsync()
    {
        yield return new MimoFinishedUpdate(MimoFinishReason.Stop, new MimoResponse(MimoMessage.Assistant("one"), MimoFinishReason.Stop, null, "id", "model"));
        await Task.Yield();
        throw new MimoConnectionException("The client failed behind its answer.");
    }

    private static MimoRun AssertCanGoOn(MimoRun? run)
    {
        Assert.NotNull(run);
        Assert.True(new MimoTranscript(run.NewMessages).IsComplete);
        return run;
    }

    private static MimoTool Tool(string name, Func<CancellationToken, Task<string>> run, ToolEffect effect = ToolEffect.Unspecified, bool needsApproval = false) =>
        new(name, "A tool.", """{"type":"object"}"""u8.ToArray(), async (_, _, token) => MimoToolResult.FromText(await run(token)))
        {
            Effect = effect,
            RequireApproval = needsApproval,
        };

    private static async Task RunAsync(bool isStreamed, MimoTool[] tools, MimoRunOptions options, CancellationToken cancellationToken, params MimoTurn[] turns)
    {
        await using MimoServer server = await MimoServer.StartAsync(cancellationToken: CancellationToken.None);
        server.Enqueue(turns);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey });
        var request = new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(tools) };
        if (!isStreamed)
        {
            await client.RunAsync(request, options, cancellationToken);
            return;
        }

        await foreach (MimoUpdate _ in client.RunStreamingAsync(request, options, cancellationToken))
        {
        }
    }
}

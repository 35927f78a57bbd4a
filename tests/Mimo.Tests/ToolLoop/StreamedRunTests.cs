using Mimo.Testing;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

/// <summary>What a run holds is its own: nothing of other runs, nothing that others do to its request, and all that it did itself.</summary>
public class StreamedRunTests
{
    private static readonly MimoTool Echo = SampleTools.Named("echo", static _ => "done");
    private static readonly MimoTurn Call = MimoTurn.ToolCall("echo", "{}");

    [Fact]
    public async Task Each_enumeration_of_a_stream_is_a_run_of_its_own()
    {
        var fake = new FakeMimo(Call, MimoTurn.Text("one"), Call, MimoTurn.Text("two"));
        IAsyncEnumerable<MimoUpdate> updates = fake.RunStreamingAsync(Ask());

        MimoRun[] runs = [await EndAsync(updates), await EndAsync(updates)];

        Assert.Equal(["one", "two"], runs.Select(static run => run.Response.Text));
        Assert.All(runs, static run => Assert.Equal((3, 2), (run.NewMessages.Count, run.Responses.Count)));
        Assert.Equal([1, 3, 1, 3], fake.Requests.Select(static request => request.Messages.Count));
    }

    [Fact]
    public void What_is_missing_is_told_before_the_stream_is_read()
    {
        Assert.Throws<ArgumentNullException>(static () => new FakeMimo().RunStreamingAsync(null!));
        Assert.Throws<ArgumentNullException>(static () => ((IMimoClient)null!).RunStreamingAsync(Ask()));
    }

    [Fact]
    public async Task A_client_that_throws_before_its_stream_begins_does_not_lose_the_run()
    {
        var fake = new FakeMimo(Call);
        var client = new Decorator { Stream = request => request.Messages.Count == 1 ? fake.StreamAsync(request) : throw new MimoConnectionException("No way.") };

        MimoConnectionException exception = await Assert.ThrowsAsync<MimoConnectionException>(() => EndAsync(client.RunStreamingAsync(Ask())));

        Assert.Equal("No way.", exception.Message);
        Assert.Equal(["", "done"], exception.PartialRun?.NewMessages.Select(static message => message.Text));
    }

    [Fact]
    public async Task A_client_that_is_cancelled_before_its_stream_begins_does_not_lose_the_run()
    {
        using var source = new CancellationTokenSource();
        var fake = new FakeMimo(Call);
        var client = new Decorator
        {
            Stream = request =>
            {
                if (request.Messages.Count > 1)
                {
                    source.Cancel();
                    source.Token.ThrowIfCancellationRequested();
                }

                return fake.StreamAsync(request);
            },
        };

        MimoRunCanceledException exception = await Assert.ThrowsAsync<MimoRunCanceledException>(() => EndAsync(client.RunStreamingAsync(Ask(), cancellationToken: source.Token)));

        Assert.Equal(2, exception.PartialRun?.NewMessages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_breaks_a_run_carries_that_run_also_where_it_broke_another_before(bool isStreamed)
    {
        var fake = new FakeMimo(Call);
        var inner = new FakeMimo(MimoTurn.Text("another's"));
        var options = new MimoRunOptions { AfterRound = static (_, _) => throw new FormatException("inner") };
        var client = new Decorator
        {
            Send = async request => request.Messages.Count == 1 ? await fake.SendAsync(request) : (await inner.RunAsync(Ask(), options)).Response,
            Stream = request => request.Messages.Count == 1 ? fake.StreamAsync(request) : inner.RunStreamingAsync(Ask(), options),
        };

        MimoToolLoopException exception = await Assert.ThrowsAsync<MimoToolLoopException>(
            () => isStreamed ? EndAsync(client.RunStreamingAsync(Ask())) : client.RunAsync(Ask()));

        Assert.Equal("done", exception.PartialRun?.NewMessages[1].Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_request_whose_messages_are_changed_meanwhile_goes_on_as_it_began(int change)
    {
        List<MimoMessage> messages = [MimoMessage.System("s"), MimoMessage.User("q")];
        MimoTool tool = SampleTools.Named("echo", _ =>
        {
            if (change > 0)
            {
                messages.Add(MimoMessage.User("later"));
            }
            else
            {
                messages.RemoveAt(0);
            }

            return "done";
        });
        var fake = new FakeMimo(Call, Call, MimoTurn.Text("ok"));

        await fake.RunAsync(new MimoRequest { Messages = messages, Tools = new MimoToolSet(tool) }, new MimoRunOptions { MaxToolRounds = 2 });

        Assert.Equal(["s", "q", "", "done", "", "done"], fake.Requests[2].Messages.Select(static message => message.Text));
    }

    [Fact]
    public async Task A_message_that_is_added_before_the_first_answer_is_no_part_of_the_run()
    {
        List<MimoMessage> messages = [MimoMessage.User("q")];
        var fake = new FakeMimo(Call, MimoTurn.Text("ok"));

        await foreach (MimoUpdate update in fake.RunStreamingAsync(new MimoRequest { Messages = messages, Tools = new MimoToolSet(Echo) }))
        {
            if (update is MimoToolCallStartedUpdate)
            {
                messages.Add(MimoMessage.User("later"));
            }
        }

        Assert.Equal(["q", "", "done"], fake.Requests[1].Messages.Select(static message => message.Text));
    }

    [Fact]
    public async Task An_answer_that_mentions_a_call_is_one_where_no_tools_were_ever_offered()
    {
        const string Answer = "MiMo writes <tool_call> when it errs.";
        var options = new MimoRunOptions { MaxToolRounds = 0 };
        var fake = new FakeMimo(MimoTurn.Text(Answer), MimoTurn.Text(Answer));
        string text = string.Empty;
        MimoRun? streamed = null;

        await foreach (MimoUpdate update in fake.RunStreamingAsync(Ask(), options))
        {
            text += (update as MimoTextUpdate)?.Text;
            streamed = (update as MimoRunFinishedUpdate)?.Run;
        }

        MimoRun whole = await fake.RunAsync(Ask(), options);

        Assert.Equal(Answer, text);
        Assert.All([streamed, whole], static run => Assert.Equal((MimoRunOutcome.RoundLimit, true), (run!.Outcome, run.HasAnswer)));
    }

    private static MimoRequest Ask() => new() { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(Echo) };

    private static async Task<MimoRun> EndAsync(IAsyncEnumerable<MimoUpdate> updates)
    {
        MimoUpdate? last = null;
        await foreach (MimoUpdate update in updates)
        {
            last = update;
        }

        return Assert.IsType<MimoRunFinishedUpdate>(last).Run;
    }

    /// <summary>A client of somebody's own around others.</summary>
    private sealed class Decorator : IMimoClient
    {
        public Func<MimoRequest, Task<MimoResponse>>? Send { get; init; }

        public Func<MimoRequest, IAsyncEnumerable<MimoUpdate>>? Stream { get; init; }

        public Task<MimoResponse> SendAsync(MimoRequest request, CancellationToken cancellationToken = default) => Send!(request);

        public IAsyncEnumerable<MimoUpdate> StreamAsync(MimoRequest request, CancellationToken cancellationToken = default) => Stream!(request);
    }
}

using Mimo.Testing;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

/// <summary>A hook may change what tools a request offers. What runs is what the model was offered.</summary>
public class ChangedToolsTests
{
    private static readonly MimoTool First = SampleTools.Named("first", static _ => "the first ran");
    private static readonly MimoTool Second = SampleTools.Named("second", static _ => "the second ran");

    [Fact]
    public async Task A_tool_that_a_hook_adds_runs()
    {
        MimoRun run = await RunAsync([], new MimoToolSet(Second), MimoTurn.ToolCall("second", "{}"), MimoTurn.Text("ok"));

        Assert.Equal(["", "the second ran", "ok"], run.NewMessages.Select(static message => message.Text));
    }

    [Fact]
    public async Task A_tool_that_a_hook_withholds_does_not_run()
    {
        MimoRun run = await RunAsync([First, Second], new MimoToolSet(Second), MimoTurn.ToolCall("first", "{}"), MimoTurn.Text("ok"));

        Assert.True(run.NewMessages[1].IsToolError);
        Assert.Equal("There is no tool named 'first'. The tools are: second.", run.NewMessages[1].Text);
    }

    [Fact]
    public async Task Nothing_runs_where_a_hook_withholds_all_tools()
    {
        MimoRun run = await RunAsync([First], MimoToolSet.Empty, MimoTurn.ToolCall("first", "{}"), MimoTurn.Text("ok"));

        Assert.True(run.NewMessages[1].IsToolError);
        Assert.Equal("There is no tool named 'first'. No tool is on offer now.", run.NewMessages[1].Text);
    }

    [Fact]
    public async Task A_tool_that_a_hook_replaces_by_one_of_the_same_name_is_not_the_one_that_runs()
    {
        MimoTool other = SampleTools.Named("first", static _ => "the other ran");

        MimoRun run = await RunAsync([First], new MimoToolSet(other), MimoTurn.ToolCall("first", "{}"), MimoTurn.Text("ok"));

        Assert.Equal("the other ran", run.NewMessages[1].Text);
    }

    [Fact]
    public async Task Tools_that_a_hook_offers_do_not_run_where_no_round_is_allowed()
    {
        MimoRun run = await RunAsync([], new MimoToolSet(Second), new MimoRunOptions { MaxToolRounds = 0 }, MimoTurn.ToolCall("second", "{}"));

        Assert.Equal(MimoRunOutcome.RoundLimit, run.Outcome);
        Assert.True(run.NewMessages[1].IsToolError);
    }

    [Theory]
    [InlineData(true, "fine")]
    [InlineData(false, "<tool_call><function=first></function></tool_call>")]
    public async Task Text_that_looks_like_a_call_is_asked_for_again_only_where_the_model_was_offered_tools(bool isOffered, string answer)
    {
        MimoToolSet tools = isOffered ? new MimoToolSet(First) : MimoToolSet.Empty;

        MimoRun run = await RunAsync(
            isOffered ? [] : [First], tools, MimoTurn.Text("<tool_call><function=first></function></tool_call>"), MimoTurn.Text("fine"));

        Assert.Equal(answer, run.Response.Text);
    }

    private static Task<MimoRun> RunAsync(MimoTool[] tools, MimoToolSet sent, params MimoTurn[] turns) => RunAsync(tools, sent, new MimoRunOptions(), turns);

    private static Task<MimoRun> RunAsync(MimoTool[] tools, MimoToolSet sent, MimoRunOptions options, params MimoTurn[] turns) => new FakeMimo(turns).RunAsync(
        new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(tools) },
        options with { BeforeRound = (round, _) => new(round.Request with { Tools = sent }) });
}

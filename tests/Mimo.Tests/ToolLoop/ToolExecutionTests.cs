using Mimo.Tests.Client;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

public class ToolExecutionTests
{
    [Fact]
    public async Task Read_only_calls_run_side_by_side()
    {
        // Each call ends only when both have begun: in order this would never end.
        using var barrier = new SemaphoreSlim(0);
        int begun = 0;
        MimoTool tool = Tool(
            async _ =>
            {
                if (Interlocked.Increment(ref begun) == 2)
                {
                    barrier.Release(2);
                }

                await barrier.WaitAsync();
                return MimoToolResult.FromText("ok");
            },
            ToolEffect.ReadOnly);

        MimoRun run = await RunAsync([tool], Samples.Calls(("a", "t", "{}"), ("b", "t", "{}")));

        Assert.Equal(["a", "b"], run.NewMessages.Where(static message => message.Role == MimoRole.Tool).Select(static message => message.ToolCallId));
    }

    [Fact]
    public async Task Read_only_calls_run_side_by_side_even_if_they_block_their_threads()
    {
        using var barrier = new Barrier(3);
        MimoTool tool = SampleTools.Named("t", _ => barrier.SignalAndWait(TimeSpan.FromSeconds(30)) ? "together" : "alone", ToolEffect.ReadOnly);

        MimoRun run = await RunAsync([tool], Samples.Calls(("a", "t", "{}"), ("b", "t", "{}"), ("c", "t", "{}")));

        Assert.All(run.NewMessages.Where(static message => message.Role == MimoRole.Tool), static result => Assert.Equal("together", result.Text));
    }

    [Fact]
    public async Task A_time_limit_of_the_tools_own_code_is_told_as_any_failure_of_it()
    {
        MimoTool tool = SampleTools.Named("t", static _ => throw new TimeoutException("db-7 is slow"));

        MimoToolResult result = await tool.InvokeAsync(default);

        Assert.Equal("The tool failed with an internal error.", result.Content);
        Assert.IsType<TimeoutException>(result.Exception);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_that_gives_null_has_failed(bool isLate)
    {
        MimoTool tool = new("t", string.Empty, "{}"u8.ToArray(), async (_, _, _) =>
        {
            if (isLate)
            {
                await Task.Yield();
            }

            return null!;
        });

        MimoToolResult result = await tool.InvokeAsync(default);

        Assert.True(result.IsError);
        Assert.Equal("The code behind the tool 't' gave null in place of a MimoToolResult.", Assert.IsType<InvalidOperationException>(result.Exception).Message);
    }

    [Fact]
    public async Task A_tool_that_blocks_its_thread_is_given_up_in_time()
    {
        using var released = new ManualResetEventSlim();
        MimoTool tool = SampleTools.Named("t", _ => released.Wait(TimeSpan.FromSeconds(30)) ? "late" : "never");

        MimoRun run = await RunAsync([tool], Samples.Calls(("a", "t", "{}")), new MimoRunOptions { ToolTimeout = TimeSpan.FromMilliseconds(50) });
        released.Set();

        Assert.Contains("did not finish within 0.05 seconds", run.NewMessages[1].Text);
    }

    [Fact]
    public async Task A_tool_that_throws_when_it_is_told_to_stop_is_given_up_all_the_same()
    {
        MimoTool tool = new("t", string.Empty, "{}"u8.ToArray(), static async (_, _, token) =>
        {
            token.Register(static () => throw new InvalidOperationException("no"));
            await new TaskCompletionSource().Task;
            return MimoToolResult.Done;
        });

        MimoRun run = await RunAsync([tool], Samples.Calls(("a", "t", "{}")), new MimoRunOptions { ToolTimeout = TimeSpan.FromMilliseconds(50) });

        Assert.Contains("did not finish", run.NewMessages[1].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_that_blocks_when_it_is_told_to_stop_is_given_up_all_the_same(bool isCancelled)
    {
        using var released = new ManualResetEventSlim();
        using var source = new CancellationTokenSource();
        MimoTool tool = new("t", string.Empty, "{}"u8.ToArray(), async (_, _, token) =>
        {
            token.Register(() => released.Wait(TimeSpan.FromSeconds(60), CancellationToken.None));
            if (isCancelled)
            {
                // On a thread of its own, for cancelling runs the callback too.
                _ = Task.Run(source.Cancel, CancellationToken.None);
            }

            await new TaskCompletionSource().Task;
            return MimoToolResult.Done;
        });

        Task<MimoRun> run = RunAsync([tool], Samples.Calls(("a", "t", "{}")), new MimoRunOptions { ToolTimeout = TimeSpan.FromMilliseconds(isCancelled ? 20_000 : 50) }, source.Token);
        Task first = await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None));
        released.Set();

        Assert.Same(run, first);
    }

    [Theory]
    [InlineData(ToolEffect.Unspecified)]
    [InlineData(ToolEffect.Idempotent)]
    [InlineData(ToolEffect.Destructive)]
    public async Task Calls_that_may_change_something_run_in_order(ToolEffect effect)
    {
        int running = 0;
        List<string> order = [];
        MimoTool changing = Tool(
            async context =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                await Task.Yield();
                order.Add(context.CallId!);
                Interlocked.Decrement(ref running);
                return MimoToolResult.Done;
            },
            effect);
        MimoTool reading = SampleTools.Named("r", static _ => "x", ToolEffect.ReadOnly);

        MimoRun run = await RunAsync([changing, reading], Samples.Calls(("a", "t", "{}"), ("b", "r", "{}"), ("c", "t", "{}")));

        Assert.Equal(["a", "c"], order);
        Assert.DoesNotContain(run.NewMessages, static message => message.IsToolError);
    }

    [Fact]
    public async Task A_tool_that_takes_too_long_is_given_up_even_if_it_does_not_listen()
    {
        var forever = new TaskCompletionSource<MimoToolResult>();
        var cancelled = new TaskCompletionSource();
        var slow = new MimoTool("t", string.Empty, "{}"u8.ToArray(), (_, _, token) =>
        {
            token.Register(cancelled.SetResult);
            return new(forever.Task);
        })
        {
            Timeout = TimeSpan.FromMilliseconds(50),
        };

        MimoRun run = await RunAsync([slow], Samples.Calls(("a", "t", "{}")));

        Assert.Contains("0.05 seconds", run.NewMessages[1].Text);
        Assert.True(run.NewMessages[1].IsToolError);
        await cancelled.Task;
    }

    [Fact]
    public async Task Cancelling_the_run_cancels_its_tools_and_throws()
    {
        using var source = new CancellationTokenSource();
        var tool = new MimoTool("t", string.Empty, "{}"u8.ToArray(), async (_, _, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return MimoToolResult.Done;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync([tool], Samples.Calls(("a", "t", "{}")), cancellationToken: source.Token));
    }

    [Fact]
    public async Task Cancelling_the_run_cancels_a_tool_with_a_time_limit_too()
    {
        using var source = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var tool = new MimoTool("t", string.Empty, "{}"u8.ToArray(), async (_, _, token) =>
        {
            token.Register(cancelled.SetResult);

            // By then the run waits for this tool.
            await Task.Delay(100, CancellationToken.None);
            begun.SetResult();
            await cancelled.Task;
            return MimoToolResult.Done;
        })
        {
            Timeout = TimeSpan.FromMinutes(5),
        };

        Task<MimoRun> run = RunAsync([tool], Samples.Calls(("a", "t", "{}")), cancellationToken: source.Token);
        await begun.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_tool_sees_the_conversation_its_call_and_reports_progress()
    {
        List<string> seen = [];
        MimoTool tool = Tool(context =>
        {
            seen.Add($"{context.CallId} of {context.Messages.Count} messages, {context.GetRequiredService<string>()}");
            context.GetProgress<int>().Report(7);
            return Task.FromResult(MimoToolResult.Done);
        });

        await RunAsync([tool], Samples.Calls(("a", "t", "{}")), new MimoRunOptions
        {
            Services = new Services(),
            Progress = (call, value) => seen.Add($"{call.Id} reports {value}"),
        });

        Assert.Equal(["a of 2 messages, a service", "a reports 7"], seen);
    }

    [Fact]
    public async Task Without_anyone_to_ask_a_call_that_needs_approval_is_denied()
    {
        int runs = 0;
        MimoRun run = await RunAsync([Guarded(_ => $"{++runs}")], Samples.Calls(("a", "t", "{}")));

        Assert.Equal(0, runs);
        Assert.True(run.NewMessages[1].IsToolError);
        Assert.Contains("approval", run.NewMessages[1].Text);
    }

    [Fact]
    public async Task An_approval_may_allow_deny_with_a_reason_or_change_the_arguments()
    {
        List<string> ran = [];
        MimoTool tool = Guarded(arguments =>
        {
            ran.Add(arguments);
            return "ran";
        });

        MimoRun run = await RunAsync([tool], Samples.Calls(("a", "t", "{\"n\":1}"), ("b", "t", "{\"n\":2}"), ("c", "t", "{\"n\":3}")), new MimoRunOptions
        {
            Approve = (request, _) =>
            {
                Assert.Same(tool, request.Tool);
                Assert.Equal(2, request.Messages.Count);
                return new(request.Call.Id switch
                {
                    "a" => MimoApproval.Allow,
                    "b" => MimoApproval.Deny("Not on Fridays."),
                    _ => MimoApproval.AllowWith("{\"n\":0}"u8.ToArray()),
                });
            },
        });

        Assert.Equal(["{\"n\":1}", "{\"n\":0}"], ran);
        Assert.Contains("Not on Fridays.", run.NewMessages[2].Text);
        Assert.Equal("{\"n\":3}", run.NewMessages[0].ToolCalls[2].Arguments);
    }

    private static MimoTool Guarded(Func<string, string> answer)
    {
        MimoTool inner = SampleTools.Named("t", answer);
        return new MimoTool("t", string.Empty, "{}"u8.ToArray(), (arguments, context, token) => inner.InvokeAsync(arguments, context, token)) { RequireApproval = true };
    }

    private static MimoTool Tool(Func<MimoToolContext, Task<MimoToolResult>> run, ToolEffect effect = ToolEffect.Unspecified) =>
        new("t", string.Empty, "{}"u8.ToArray(), (_, context, _) => new(run(context))) { Effect = effect };

    private static async Task<MimoRun> RunAsync(MimoTool[] tools, string calls, MimoRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        await using var server = new RawServer(RawReply.Json(calls), RawReply.Json(Samples.Text("ok")));
        using MimoClient client = server.Client();
        return await client.RunAsync(new MimoRequest { Messages = [MimoMessage.User("q")], Tools = new MimoToolSet(tools) }, options, cancellationToken);
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(string) ? "a service" : null;
    }
}

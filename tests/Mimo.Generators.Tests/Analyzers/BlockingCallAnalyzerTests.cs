using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class BlockingCallAnalyzerTests
{
    [Theory]
    [InlineData("=> Load().{|MIMO042:Result|};")]
    [InlineData("=> LoadValue().{|MIMO042:Result|};")]
    [InlineData("=> Load().GetAwaiter().{|MIMO042:GetResult|}();")]
    [InlineData("=> Load().ConfigureAwait(false).GetAwaiter().{|MIMO042:GetResult|}();")]
    [InlineData("=> LoadValue().ConfigureAwait(false).GetAwaiter().{|MIMO042:GetResult|}();")]
    [InlineData("{ Save().GetAwaiter().{|MIMO042:GetResult|}(); return 1; }")]
    [InlineData("{ Save().ConfigureAwait(false).GetAwaiter().{|MIMO042:GetResult|}(); return 1; }")]
    [InlineData("=> Stream().{|MIMO042:ToBlockingEnumerable|}().First();")]
    [InlineData("{ Load().{|MIMO042:Wait|}(); return 1; }")]
    [InlineData("{ Load().{|MIMO042:Wait|}(100); return 1; }")]
    [InlineData("{ Task.{|MIMO042:WaitAll|}(Load(), Load()); return 1; }")]
    [InlineData("{ Thread.{|MIMO042:Sleep|}(10); return 1; }")]
    [InlineData("{ new SemaphoreSlim(1).{|MIMO042:Wait|}(); return 1; }")]
    [InlineData("{ return new SemaphoreSlim(1).Wait(0) ? 1 : 2; }")]
    [InlineData("{ return Inner(); int Inner() => Load().{|MIMO042:Result|}; }")]
    [InlineData("{ System.Func<int> inner = () => Load().{|MIMO042:Result|}; return inner(); }")]
    [InlineData("=> 1;")]
    [InlineData("=> new Answer().Result;")]
    [InlineData("{ _ = (System.Func<int>)(() => Load().Result); return 1; }")]
    [InlineData("{ _ = Load().ContinueWith(task => task.Result); return 1; }")]
    [InlineData("{ int Unused() => Load().Result; return 1; }")]
    [InlineData("{ var task = Load(); return task.IsCompletedSuccessfully ? task.Result : 0; }")]
    [InlineData("{\n#pragma warning disable MIMO042\nThread.Sleep(10); return 1; }")]
    public Task A_tool_does_not_block(string body) => Check("[MimoTool] static int Call() " + body);

    [Theory]
    [InlineData("[MimoTool] static async Task<int> Call() { var first = Load(); var second = Load(); await Task.WhenAll(first, second); return first.Result + second.Result; }")]
    [InlineData("[MimoTool] static async Task<int> Call() { var first = Load(); await Task.Yield(); return first.{|MIMO042:Result|}; }")]
    [InlineData("[MimoTool] static async Task<int> Call() => await Load();")]
    [InlineData("static int Call() => Load().Result;")]
    [InlineData("[System.Obsolete] static int Call() { Thread.Sleep(10); return 1; }")]
    public Task What_was_awaited_and_what_is_no_tool_may(string method) => Check(method);

    [Theory]
    [InlineData("await Task.WhenAll(tasks); int sum = 0; foreach (var task in tasks) { sum += task.Result; } return sum;")]
    [InlineData("await Task.WhenAll(tasks); return tasks[0].Result;")]
    [InlineData("var list = tasks.ToList(); await Task.WhenAll(list).ConfigureAwait(false); return list[0].Result + list[1].GetAwaiter().GetResult();")]
    [InlineData("Task<int> winner = await Task.WhenAny(tasks[0], tasks[1]); return winner.Result;")]
    [InlineData("return (await Task.WhenAny(tasks).ConfigureAwait(false)).Result;")]
    [InlineData("Task<int> winner; winner = await Task.WhenAny(tasks); return winner.Result;")]
    [InlineData("int sum = 0; await foreach (var task in Task.WhenEach(tasks)) { sum += task.Result; } return sum;")]
    [InlineData("await Task.Yield(); int sum = 0; foreach (var task in tasks) { sum += task.{|MIMO042:Result|}; } return sum;")]
    [InlineData("await tasks[1]; return tasks[0].{|MIMO042:Result|};")]
    [InlineData("Task<int> first = await Load().ContinueWith(done => done); return first.{|MIMO042:Result|};")]
    [InlineData("await Task.WhenAll(new List<Task<int>>(tasks)); return tasks[0].Result;")]
    [InlineData("Task<int> first = tasks[0]; await first.WaitAsync(CancellationToken.None).ConfigureAwait(false); return first.Result;")]
    [InlineData("Task<int> first = tasks[0]; if (await Task.WhenAny(first, Task.Delay(10)) != first) { return 0; } return first.Result;")]
    [InlineData("Task<int> first = tasks[0]; Task winner = await Task.WhenAny(first, Task.Delay(10)); return winner == first ? first.Result : 0;")]
    public Task Tasks_that_were_awaited_together_have_their_results(string body) =>
        Check($"[MimoTool] static async Task<int> Call() {{ Task<int>[] tasks = new[] {{ Load(), Load() }}; {body} }}");

    [Theory]
    [InlineData("await Task.WhenAny(tasks); return tasks[0].{|MIMO042:Result|};")]
    [InlineData("await LogAsync(tasks.Length); return tasks[0].{|MIMO042:Result|};")]
    [InlineData("await Task.WhenAll(LogAsync(tasks.Length)); return tasks[0].{|MIMO042:Result|};")]
    [InlineData("await Task.WhenAll(tasks[1], tasks[1]); return tasks[0].{|MIMO042:Result|};")]
    [InlineData("Task<int> first = tasks[0]; await Task.WhenAny(first, Task.Delay(10)); return first.{|MIMO042:Result|};")]
    [InlineData("Task<int> first = tasks[0]; await LogAsync(first.Id); return first == null ? 0 : first.{|MIMO042:Result|};")]
    public Task An_await_that_only_mentions_tasks_leaves_them_open(string body) =>
        Check($"[MimoTool] static async Task<int> Call() {{ Task<int>[] tasks = new[] {{ Load(), Load() }}; {body} }} static Task LogAsync(int number) => Task.CompletedTask;");

    [Fact]
    public Task The_message_names_the_tool_and_the_call() => AnalyzerCheck.RunAsync<BlockingCallAnalyzer>(
        "partial class C { [Mimo.MimoTool] static void Nap() => System.Threading.Thread.{|#0:Sleep|}(10); }",
        new DiagnosticResult("MIMO042", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("'Nap' blocks its thread with Thread.Sleep: await instead"));

    private static Task Check(string method) => AnalyzerCheck.RunRuleAsync<BlockingCallAnalyzer>("MIMO042", $$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        class Answer { public int Result => 1; }

        partial class Holder
        {
            {{method}}

            static Task<int> Load() => Task.FromResult(1);

            static ValueTask<int> LoadValue() => new(1);

            static ValueTask Save() => default;

            static async IAsyncEnumerable<int> Stream() { await Task.Yield(); yield return 1; }
        }
        """);
}

using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class AwaitTests
{
    [Theory]
    [InlineData("static int Call() => Load().{|MIMO042:Result|};", "static async Task<int> Call() => await Load();")]
    [InlineData("static int Call() => Load().{|MIMO042:Result|}.CompareTo(1);", "static async Task<int> Call() => (await Load()).CompareTo(1);")]
    [InlineData("static int Call() => Load().GetAwaiter().{|MIMO042:GetResult|}();", "static async Task<int> Call() => await Load();")]
    [InlineData("static void Call() => Load().{|MIMO042:Wait|}();", "static async Task Call() => await Load();")]
    [InlineData("static void Call() { Thread.{|MIMO042:Sleep|}(10); }", "static async Task Call() { await Task.Delay(10); }")]
    [InlineData("static void Call(CancellationToken token) { new SemaphoreSlim(1).{|MIMO042:Wait|}(token); }", "static async Task Call(CancellationToken token) { await new SemaphoreSlim(1).WaitAsync(token); }")]
    [InlineData("static void Call() { Task.{|MIMO042:WaitAll|}(Load(), Load()); }", "static async Task Call() { await Task.WhenAll(Load(), Load()); }")]
    [InlineData("static void Call(CancellationToken token) { Task.{|MIMO042:WaitAll|}(new Task[] { Load() }, token); }", "static async Task Call(CancellationToken token) { await Task.WhenAll(new Task[] { Load() }).WaitAsync(token); }")]
    [InlineData("static async Task<int> Call() { await Task.Yield(); return Load().{|MIMO042:Result|}; }", "static async Task<int> Call() { await Task.Yield(); return await Load(); }")]
    public Task Blocking_becomes_awaiting(string code, string expected) => CodeFixCheck.RunAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(Wrap(code), Wrap(expected));

    [Fact]
    public Task All_calls_are_awaited_at_once_and_the_method_is_made_async_once() => CodeFixCheck.RunAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(
        Wrap("public static int Call() => Load().{|MIMO042:Result|} + Load().{|MIMO042:Result|};\n\n    [MimoTool] static void Nap() { Thread.{|MIMO042:Sleep|}(Load().{|MIMO042:Result|}); }"),
        Wrap("public static async Task<int> Call() => await Load() + await Load();\n\n    [MimoTool] static async Task Nap() { await Task.Delay(await Load()); }"));

    [Theory]
    [InlineData("static Task<int> Call() => Task.FromResult(Load().{|MIMO042:Result|});")]
    [InlineData("static void Call() => Load().{|MIMO042:Wait|}(100);")]
    [InlineData("static void Call() { Task.{|MIMO042:WaitAll|}(new Task[] { Load() }, 1000); }")]
    [InlineData("static int Call() { return Inner(); int Inner() => Load().{|MIMO042:Result|}; }")]
    [InlineData("static int Call() { lock (typeof(Holder)) { return Load().{|MIMO042:Result|}; } }")]
    [InlineData("public override string ToString() => Load().{|MIMO042:Result|}.ToString();")]
    [InlineData("public int CompareTo(object? other) => Load().{|MIMO042:Result|};")]
    public Task What_awaiting_would_change_otherwise_is_left_to_its_author(string code) => CodeFixCheck.RunUnfixableAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(Wrap(code));

    private static string Wrap(string method) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Mimo;

        partial class Holder{{(method.Contains("CompareTo(object", StringComparison.Ordinal) ? " : System.IComparable" : "")}}
        {
            [MimoTool] {{method}}

            static Task<int> Load() => Task.FromResult(1);
        }
        """;
}

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

    [Theory]
    [InlineData("static void Call() { Thread.{|MIMO042:Sleep|}(millisecondsTimeout: 5); }", "static async Task Call() { await Task.Delay(5); }")]
    [InlineData("static void Call() { Thread.{|MIMO042:Sleep|}(timeout: new System.TimeSpan(1)); }", "static async Task Call() { await Task.Delay(new System.TimeSpan(1)); }")]
    [InlineData("static void Call() { Task.{|MIMO042:WaitAll|}(tasks: new Task[] { Load() }); }", "static async Task Call() { await Task.WhenAll(tasks: new Task[] { Load() }); }")]
    public Task Names_of_arguments_go_where_they_name_nothing(string code, string expected) => CodeFixCheck.RunAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(Wrap(code), Wrap(expected));

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

    [Theory]
    [InlineData("static System.Collections.Generic.IEnumerable<int> Call() { yield return Load().{|MIMO042:Result|}; }")]
    [InlineData("static System.Collections.Generic.IEnumerable<int> Call() { int first = Load().{|MIMO042:Result|}; if (first > 0) { yield break; } }")]
    [InlineData("static int Call(out int a) { a = 1; return Load().{|MIMO042:Result|}; }")]
    [InlineData("static int Call() { try { return 1; } catch (System.Exception) when (Load().{|MIMO042:Result|} > 0) { return 2; } }")]
    public Task What_cannot_be_async_is_left(string code) => CodeFixCheck.RunUnfixableAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(Wrap(code));

    [Theory]
    [InlineData("int Count(Holder holder) => holder.Call(1);")]
    [InlineData("System.Func<int, int> Count(Holder holder) => holder.Call;")]
    public Task A_method_that_others_call_keeps_what_it_returns(string other)
    {
        (string, string)[] code = [("Main.cs", Wrap("public int Call(int a) => Load().{|MIMO042:Result|};")), ("Other.cs", $"class Other {{ {other} }}")];
        return CodeFixCheck.RunAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(code, code);
    }

    [Fact]
    public Task A_method_that_calls_itself_keeps_what_it_returns() => CodeFixCheck.RunUnfixableAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(
        Wrap("static void Call(int a) { if (a > 0) { Call(a - 1); } Load().{|MIMO042:Wait|}(); }"));

    [Fact]
    public Task A_method_that_a_heir_lends_to_an_interface_keeps_what_it_returns() => CodeFixCheck.RunUnfixableAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(
        Wrap("public int Call() => Load().{|MIMO042:Result|};") + "\ninterface ICall { int Call(); }\nclass Heir : Holder, ICall { }");

    [Fact]
    public Task A_method_that_others_only_name_becomes_async()
    {
        const string Other = "/// <summary><see cref=\"Holder.Call\"/></summary>\nclass Other { string Name => nameof(Holder.Call); }";
        return CodeFixCheck.RunAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(
            [("Main.cs", Wrap("public int Call() => Load().{|MIMO042:Result|};")), ("Other.cs", Other)],
            [("Main.cs", Wrap("public async Task<int> Call() => await Load();")), ("Other.cs", Other)]);
    }

    [Theory]
    [InlineData("static async Task<int> Call() { try { await Task.Yield(); return Load().{|MIMO042:Result|}; } catch (System.AggregateException) { return 0; } }")]
    [InlineData("static async Task<int> Call() { try { await Task.Yield(); if (true) { Load().{|MIMO042:Wait|}(); } return 1; } catch (System.Exception error) when (error is System.AggregateException) { return 0; } }")]
    [InlineData("static async Task Call() { try { try { await Task.Yield(); Task.{|MIMO042:WaitAll|}(Load(), Load()); } finally { } } catch (System.Exception error) { System.Console.Write(error as System.AggregateException); } }")]
    public Task A_failure_that_is_told_apart_by_its_wrapping_is_left_in_it(string code) => CodeFixCheck.RunUnfixableAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(Wrap(code));

    [Theory]
    [InlineData("try { await Task.Yield(); return Load().GetAwaiter().{|MIMO042:GetResult|}(); } catch (System.AggregateException) { return 0; }", "try { await Task.Yield(); return await Load(); } catch (System.AggregateException) { return 0; }")]
    [InlineData("try { await Task.Yield(); } catch (System.AggregateException) { return Load().{|MIMO042:Result|}; } return 1;", "try { await Task.Yield(); } catch (System.AggregateException) { return await Load(); } return 1;")]
    [InlineData("try { await Task.Yield(); return Load().{|MIMO042:Result|}; } catch (System.IO.IOException) { return 0; }", "try { await Task.Yield(); return await Load(); } catch (System.IO.IOException) { return 0; }")]
    public Task A_failure_that_nothing_wraps_or_unwraps_is_awaited(string code, string expected) => CodeFixCheck.RunAsync<BlockingCallAnalyzer, AwaitCodeFixProvider>(
        Wrap($"static async Task<int> Call() {{ {code} }}"), Wrap($"static async Task<int> Call() {{ {expected} }}"));

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

using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class CancellationRuleTests
{
    [Theory]
    [InlineData("[MimoTool] static async Task {|MIMO023:WaitAsync|}() => await Task.Delay(1);")]
    [InlineData("[MimoTool] static Task {|MIMO023:WaitAsync|}(System.IO.StreamReader reader = null!) { return OtherAsync(); }")]
    [InlineData("[MimoTool] static ValueTask<string> {|MIMO023:ReadAsync|}(string path) => new(System.IO.File.ReadAllTextAsync(path));")]
    [InlineData("[MimoTool] static async Task WaitAsync(CancellationToken cancellationToken) => await Task.Delay(1, cancellationToken);")]
    [InlineData("[MimoTool] static Task<int> CountAsync() => Task.FromResult(3);")]
    [InlineData("[MimoTool] static int Count() => 3;")]
    [InlineData("static async Task WaitAsync() => await Task.Delay(1);")]
    [InlineData("\n#pragma warning disable MIMO023\n[MimoTool] static async Task WaitAsync() => await Task.Delay(1);")]
    public Task A_tool_that_waits_can_be_stopped(string method) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO023", $$"""
        using Mimo;
        using System.Threading;
        using System.Threading.Tasks;

        partial class Holder
        {
            {{method.Replace("System.IO.StreamReader reader = null!", "", StringComparison.Ordinal)}}

            private static Task OtherAsync() => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("Task<string> {|MIMO023:AskAsync|}();")]
    [InlineData("IAsyncEnumerable<string> {|MIMO023:AskAsync|}();")]
    [InlineData("ValueTask {|MIMO023:AskAsync|}();")]
    [InlineData("Task<string> AskAsync(CancellationToken cancellationToken = default);")]
    [InlineData("MimoRequest Ask();")]
    [InlineData("\n#pragma warning disable MIMO023\nTask<string> AskAsync();")]
    public Task A_prompt_can_be_stopped(string method) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO023", $$"""
        using Mimo;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            {{method}}
        }
        """);

    [Theory]
    [InlineData("CancellationToken first, CancellationToken {|MIMO024:second|}")]
    [InlineData("MimoTranscript first, MimoTranscript {|MIMO024:second|}, CancellationToken token")]
    [InlineData("MimoTranscript first, MimoCallOptions second, CancellationToken token")]
    public Task What_a_prompt_has_one_of_is_asked_for_once(string parameters) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>($$"""
        using Mimo;
        using System.Threading;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            System.Threading.Tasks.Task<string> AskAsync({{parameters}});
        }
        """);

    [Fact]
    public Task A_generic_prompt_is_one_error() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        [Mimo.MimoPrompt]
        partial interface IAsk
        {
            [Mimo.UserPrompt("x")]
            System.Threading.Tasks.Task<string> AskAsync{|MIMO002:<T>|}(T x);
        }
        """);

    [Theory]
    [InlineData("{|MIMO003:ref|} int x", "{|MIMO004:System.Type|}")]
    [InlineData("{|MIMO003:System.ReadOnlySpan<char>|} x", "System.Collections.Generic.List<{|MIMO006:(int, int)|}>")]
    public Task A_prompt_hears_of_its_parameters_and_result_where_they_are_written(string parameter, string result) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>($$"""
        using Mimo;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            System.Threading.Tasks.Task<{{result}}> AskAsync({{parameter}});
        }
        """);
}

using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>Where a token can't be taken, or can't be passed on, without breaking other code.</summary>
public class CancellationFixTests
{
    [Theory]
    [InlineData("[MimoTool] public async Task<string> {|MIMO023:GetAsync|}(string c) => await GetAsync(c, CancellationToken.None); public async Task<string> GetAsync(string c, CancellationToken cancellationToken) { await Task.Delay(1, cancellationToken); return c; }")]
    [InlineData("[MimoTool] public async Task {|MIMO023:GetAsync|}(string c) => await Task.Delay(1); public int GetAsync(string? c, CancellationToken token) => 1;")]
    [InlineData("[MimoTool] public async Task {|MIMO023:WaitAsync|}(string c) => await Task.Delay(1);")]
    public Task A_signature_that_is_taken_is_not_offered(string members) => CheckLeft(members);

    [Theory]
    [InlineData("[MimoTool] public async Task {|MIMO023:GetAsync|}(string c) => await Task.Delay(1); public Func<string, Task> Getter => GetAsync;")]
    [InlineData("[MimoTool] public async Task {|MIMO023:GetAsync|}(string c, params string[] rest) => await Task.Delay(1); public Task CallAsync() => GetAsync(\"\", \"a\");")]
    public Task A_method_whose_uses_would_break_is_left(string members) => CheckLeft(members);

    [Fact]
    public Task A_method_that_another_file_takes_as_a_delegate_is_left()
    {
        (string, string)[] code =
        [
            ("Main.cs", Around("[MimoTool] public async Task {|MIMO023:GetAsync|}(string c) => await Task.Delay(1);")),
            ("Other.cs", "class Other { System.Func<string, System.Threading.Tasks.Task> Get(Holder holder) => holder.GetAsync; }"),
        ];
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(code, code);
    }

    [Fact]
    public Task A_prompt_that_a_class_of_the_user_implements_is_left() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(
        """
        using Mimo;
        using System.Threading.Tasks;

        [MimoPrompt]
        partial interface IAsk
        {
            [UserPrompt("x")]
            Task<string> {|MIMO023:AskAsync|}(int a = 1);
        }

        class Fake : IAsk
        {
            public Task<string> AskAsync(int a) => Task.FromResult("");
        }
        """);

    [Theory]
    [InlineData("int a = 1, params string[] rest", "int a = 1, CancellationToken cancellationToken = default, params string[] rest")]
    [InlineData("string a, params string[] rest", "string a, CancellationToken cancellationToken = default, params string[] rest")]
    [InlineData("params string[] rest", "CancellationToken cancellationToken = default, params string[] rest")]
    public Task A_token_before_the_rest_need_not_be_given_either(string before, string after) => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(
        Around($"[MimoTool] public static async Task {{|MIMO023:GetAsync|}}({before}) => await Task.Delay(1);"),
        Around($"[MimoTool] public static async Task GetAsync({after}) => await Task.Delay(1, cancellationToken);"));

    [Fact]
    public Task A_token_is_passed_only_to_overloads_that_can_be_called_instead() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(
        Around("[MimoTool] public static async Task {|MIMO023:GetAsync|}([FromServices] Service<int> service) { await service.HiddenAsync(1); Task<int> other = service.OtherAsync(1); await service.SameAsync(1); await service.AnyAsync(\"\"); await other; }"),
        Around("[MimoTool] public static async Task GetAsync([FromServices] Service<int> service, CancellationToken cancellationToken = default) { await service.HiddenAsync(1); Task<int> other = service.OtherAsync(1); await service.SameAsync(1, cancellationToken); await service.AnyAsync(\"\", cancellationToken); await other; }"));

    [Fact]
    public Task What_is_awaited_may_give_another_kind_of_task() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(
        Around("[MimoTool] public static async Task<int> {|MIMO023:GetAsync|}([FromServices] Service<int> service) => await service.OtherAsync(1) + await service.OtherAsync(2).ConfigureAwait(false);"),
        Around("[MimoTool] public static async Task<int> GetAsync([FromServices] Service<int> service, CancellationToken cancellationToken = default) => await service.OtherAsync(1, cancellationToken) + await service.OtherAsync(2, cancellationToken).ConfigureAwait(false);"));

    private static Task CheckLeft(string members) => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, AddCancellationCodeFixProvider>(Around(members));

    private static string Around(string members) => $$"""
        using Mimo;
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        partial class Holder : Room
        {
            {{members}}
        }

        class Room
        {
            public static Task WaitAsync(string c, CancellationToken token) => Task.Delay(1, token);
        }

        public class Service<T>
        {
            public Task HiddenAsync(T a) => Task.CompletedTask;
            private Task HiddenAsync(T a, CancellationToken token) => Task.CompletedTask;
            public Task<int> OtherAsync(T a) => Task.FromResult(1);
            public ValueTask<int> OtherAsync(T a, CancellationToken token) => new(1);
            public Task<T> SameAsync(T a) => Task.FromResult(a);
            public Task<T> SameAsync(T a, CancellationToken token) => Task.FromResult(a);
            public Task<U> AnyAsync<U>(U a) => Task.FromResult(a);
            public Task<W> AnyAsync<W>(W a, CancellationToken token) => Task.FromResult(a);
        }
        """;
}

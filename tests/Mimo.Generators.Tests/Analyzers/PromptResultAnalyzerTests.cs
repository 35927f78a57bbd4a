using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class PromptResultAnalyzerTests
{
    [Theory]
    [InlineData("void M() { prompts.{|MIMO044:AskAsync|}(); }")]
    [InlineData("void M() => prompts.{|MIMO044:AskAsync|}();")]
    [InlineData("\n#pragma warning disable CS1998\nasync Task M() => prompts.{|MIMO044:StreamAsync|}();")]
    [InlineData("void M() { Inner(); void Inner() => prompts.{|MIMO044:AskAsync|}(); }")]
    [InlineData("System.Action M() => () => prompts.{|MIMO044:AskAsync|}();")]
    [InlineData("Task Property => prompts.AskAsync();")]
    [InlineData("void M() { prompts.{|MIMO044:RunAsync|}(); }")]
    [InlineData("void M() { prompts.{|MIMO044:StreamAsync|}(); }")]
    [InlineData("async Task M() { await Task.Yield(); prompts.{|MIMO044:StreamAsync|}(); }")]
    [InlineData("void M() { prompts.{|MIMO044:AskAsync|}().ConfigureAwait(false); }")]
    [InlineData("void M() { prompts.{|MIMO044:RunAsync|}().ConfigureAwait(false); }")]
    [InlineData("void M() { prompts.{|MIMO044:StreamAsync|}().ConfigureAwait(false); }")]
    [InlineData("void M(IPrompts? maybe) => maybe?.{|MIMO044:AskAsync|}().ConfigureAwait(false);")]
    [InlineData("async Task M() { await Task.Yield(); prompts.AskAsync().ConfigureAwait(false); }")]
    [InlineData("async Task M() { await prompts.AskAsync().ConfigureAwait(false); }")]
    [InlineData("void M() { _ = prompts.AskAsync().ConfigureAwait(false); }")]
    [InlineData("void M() { prompts.AskAsync().ConfigureAwait(false).GetAwaiter().GetResult(); }")]
    [InlineData("void M() { prompts.{|MIMO044:Build|}(); }")]
    [InlineData("void M(IPrompts? maybe) { maybe?.{|MIMO044:AskAsync|}(); }")]
    [InlineData("void M() { System.Action action = () => { prompts.{|MIMO044:AskAsync|}(); }; action(); }")]
    [InlineData("async Task M() { await Task.Yield(); Inner(); void Inner() { prompts.{|MIMO044:AskAsync|}(); } }")]
    [InlineData("async Task M() { await Task.Yield(); prompts.AskAsync(); }")]
    [InlineData("async Task M() { await prompts.AskAsync(); }")]
    [InlineData("void M() { _ = prompts.AskAsync(); }")]
    [InlineData("Task M() => prompts.AskAsync();")]
    [InlineData("void M() { IPrompts.Requests.Build(); }")]
    [InlineData("void M() { Other(); } Task Other() => Task.CompletedTask;")]
    [InlineData("void M() {\n#pragma warning disable MIMO044\nprompts.AskAsync(); }")]
    public Task The_result_of_a_prompt_is_used(string method) => AnalyzerCheck.RunRuleAsync<PromptResultAnalyzer>("MIMO044", $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Mimo;

        [MimoPrompt]
        public partial interface IPrompts
        {
            [UserPrompt("a")] Task<string> AskAsync();
            [UserPrompt("b")] ValueTask RunAsync();
            [UserPrompt("c")] IAsyncEnumerable<string> StreamAsync();
            [UserPrompt("d")] MimoRequest Build();
        }

        class User(IPrompts prompts)
        {
            {{method}}

            IPrompts Prompts => prompts;
        }
        """);

    [Theory]
    [InlineData("prompts.Received().AskAsync(); prompts.DidNotReceive().StreamAsync();")]
    [InlineData("prompts.Received(2).AskAsync();")]
    [InlineData("Received.InOrder(() => { prompts.AskAsync(); prompts.StreamAsync(); });")]
    [InlineData("prompts.Same().{|MIMO044:AskAsync|}();")]
    public Task A_call_that_only_tells_a_substitute_which_is_meant_has_no_result(string body) => AnalyzerCheck.RunRuleAsync<PromptResultAnalyzer>("MIMO044", $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Mimo;
        using NSubstitute;
        using NSubstitute.ReceivedExtensions;

        [MimoPrompt]
        public partial interface IPrompts
        {
            [UserPrompt("a")] Task<string> AskAsync();
            [UserPrompt("c")] IAsyncEnumerable<string> StreamAsync();
        }

        class User(IPrompts prompts)
        {
            void M() { {{body}} }
        }

        static class Own
        {
            public static T Same<T>(this T value) => value;
        }

        namespace NSubstitute
        {
            public static class SubstituteExtensions
            {
                public static T Received<T>(this T substitute) => substitute;

                public static T DidNotReceive<T>(this T substitute) => substitute;
            }

            public static class Received
            {
                public static void InOrder(Action calls) => calls();
            }
        }

        namespace NSubstitute.ReceivedExtensions
        {
            public static class ReceivedExtensions
            {
                public static T Received<T>(this T substitute, int quantity) => substitute;
            }
        }
        """);

    [Fact]
    public Task The_message_says_what_ignoring_it_means() => AnalyzerCheck.RunAsync<PromptResultAnalyzer>(
        """
        [Mimo.MimoPrompt]
        public partial interface IPrompts
        {
            [Mimo.UserPrompt("d")] Mimo.MimoRequest Build();
        }

        class User { void M(IPrompts prompts) { prompts.{|#0:Build|}(); } }
        """,
        new DiagnosticResult("MIMO044", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("The result of 'Build' is ignored: a request that is built is not sent; pass it to a client"));
}

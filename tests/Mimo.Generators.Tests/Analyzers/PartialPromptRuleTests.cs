using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What can't be a prompt of the one-method form is told of on the token to change, and nothing else is.</summary>
public class PartialPromptRuleTests
{
    private const string Usings = "using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Theory]
    [InlineData("[MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> AskAsync(this IMimoClient client, string text);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{text}\")] public static partial MimoRequest Ask(string text);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static Task<string> {|MIMO032:AskAsync|}(this IMimoClient client) => Task.FromResult(\"\");")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> {|MIMO032:AskAsync|}(this IMimoClient client); public static partial Task<string> AskAsync(this IMimoClient client) => Task.FromResult(\"\");")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> {|MIMO032:AskAsync|}();")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> {|MIMO032:AskAsync|}(this MimoRequest request);")]
    [InlineData("[MimoPrompt] public static partial Task<string> {|MIMO032:AskAsync|}(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [SystemPrompt(\"x\")] public static partial Task<string> {|MIMO032:AskAsync|}(this IMimoClient client);")]
    [InlineData("[{|MIMO032:UserPrompt(\"x\")|}] [SystemPrompt(\"x\")] public static Task<string> AskAsync(this IMimoClient client) => Task.FromResult(\"\");")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial {|MIMO032:string|} Ask(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial {|MIMO032:IAsyncEnumerable<MimoResult<int>>|} Ask(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] static partial {|MIMO032:void|} Ask(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<{|MIMO004:System.IO.Stream|}> AskAsync(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> AskAsync{|MIMO002:<T>|}(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{{|MIMO028:client|}}\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{{|MIMO028:nobody|}}\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{text|MIMO030:[0]}\")] public static partial Task<string> AskAsync(this IMimoClient client, string text);", "{text|MIMO030:[0]}", "{|MIMO030:{text[0]}|}")]
    [InlineData("[MimoPrompt] [SystemPrompt(\"{|MIMO034:{text}|}\")] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client, [Untrusted] string text);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client, IMimoClient {|MIMO024:other|});")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client, string {|MIMO029:text|});")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> AskAsync(this IMimoClient client, {|MIMO003:ref|} string text);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> {|MIMO023:AskAsync|}(this IMimoClient client, string text);")]
    [InlineData("[MimoPrompt(Tools = new[] { {|MIMO032:typeof(Shop)|} })] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[MimoPrompt(Tools = new[] { {|MIMO032:typeof(string)|} })] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[MimoPrompt(Temperature = {|MIMO037:7|})] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client); public static int {|MIMO048:Requests|} => 1;")]
    [InlineData("[MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> AskAsync(this IMimoClient client, [{|MIMO015:Range(1, 2)|}] string text);")]
    public Task Each_wrong_shape_is_told_of_where_it_is(string method, string old = "", string markup = "") => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + $$"""
        public static partial class Prompts
        {
            {{(old.Length == 0 ? method : method.Replace(old, markup, StringComparison.Ordinal))}}
        }

        public sealed partial class Shop
        {
            [MimoTool] public string Order(string item) => item;
        }
        """);

    [Theory]
    [InlineData("public partial class Prompts { [MimoPrompt] [UserPrompt(\"x\")] public partial Task<string> {|MIMO032:AskAsync|}(IMimoClient client); }")]
    [InlineData("public class Prompts { [MimoPrompt] [UserPrompt(\"x\")] public Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\"); }")]
    [InlineData("public abstract class Prompts { [MimoPrompt] [UserPrompt(\"x\")] public abstract Task<string> {|MIMO032:AskAsync|}(); }")]
    public Task A_method_of_an_instance_is_refused(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + code.Replace("public class", "public partial class", StringComparison.Ordinal).Replace("abstract class", "abstract partial class", StringComparison.Ordinal));

    [Theory]
    [InlineData("public static class {|MIMO001:Prompts|} { [MimoPrompt] [UserPrompt(\"x\")] public static Task<string> AskAsync(this IMimoClient client) => Task.FromResult(\"\"); }")]
    [InlineData("public static class {|MIMO001:Outer|} { public static partial class Prompts { [MimoPrompt] [UserPrompt(\"x\")] public static Task<string> AskAsync(IMimoClient client) => Task.FromResult(\"\"); } }")]
    [InlineData("public partial class Prompts{|MIMO002:<T>|} { [MimoPrompt] [UserPrompt(\"x\")] public static Task<string> AskAsync(IMimoClient client) => Task.FromResult(\"\"); }")]
    public Task Its_class_is_open_to_generated_code(string code) => AnalyzerCheck.RunAsync<HolderAnalyzer>(Usings + code);

    [Theory]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static Task<string> {|#0:AskAsync|}(this IMimoClient client) => Task.FromResult(\"\");", "it has a body, so nothing is generated for it; make it partial and remove the body")]
    [InlineData("[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> {|#0:AskAsync|}();", "it has nothing to send the request with; make 'this IMimoClient client' its first parameter")]
    [InlineData("[{|#0:UserPrompt(\"x\")|}] public static Task<string> AskAsync(this IMimoClient client) => Task.FromResult(\"\");", "it has a template but no [MimoPrompt], so nothing is generated for it; add [MimoPrompt]")]
    public Task The_message_says_what_to_do(string method, string problem) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Usings + $$"""public static partial class Prompts { {{method}} }""",
        new DiagnosticResult("MIMO032", DiagnosticSeverity.Error).WithLocation(0).WithMessage($"'AskAsync' can't be a prompt: {problem}"));

    [Fact]
    public Task A_return_type_that_picks_no_mode_is_told_all_that_do() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Usings + "[MimoPrompt] public partial interface IAsk { [UserPrompt(\"x\")] {|#0:string|} Ask(); }",
        new DiagnosticResult("MIMO032", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'Ask' can't be a prompt: it returns 'string'; return Task, Task<T>, ValueTask, ValueTask<T>, IAsyncEnumerable<string>, IAsyncEnumerable<T>, IAsyncEnumerable<R.Draft> of a type with [MimoOutput], IAsyncEnumerable<MimoUpdate> or MimoRequest"));

    [Theory]
    [InlineData("{|MIMO028:token|}")]
    [InlineData("{|MIMO028:token|}.CanBeCanceled")]
    [InlineData("other.{|MIMO028:Missing|}")]
    public Task A_token_is_no_part_of_a_text(string placeholder) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Usings + $$"""[MimoPrompt] public partial interface IAsk { [UserPrompt("{{{placeholder}}}")] Task<string> AskAsync(string other, CancellationToken token); }""");
}

using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class PromptMethodFixTests
{
    [Theory]
    [InlineData("[UserPrompt(\"x\")]\n    {|MIMO032:int|} Ask();", "[UserPrompt(\"x\")]\n    Task<int> Ask();", "ReturnTask")]
    [InlineData("[UserPrompt(\"x\")]\n    {|MIMO032:void|} Ask();", "[UserPrompt(\"x\")]\n    Task Ask();", "ReturnTask")]
    [InlineData("Task<string> {|MIMO032:AskAsync|}(string name, CancellationToken token);", "[UserPrompt(\"{name}\")]\n    Task<string> AskAsync(string name, CancellationToken token);", "AddUserPrompt")]
    [InlineData("Task<string> {|MIMO032:AskAsync|}();", "[UserPrompt(\"TODO: what to ask\")]\n    Task<string> AskAsync();", "AddUserPrompt")]
    [InlineData("[UserPrompt(\"x\")]\n    Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");", "[UserPrompt(\"x\")]\n    Task<string> AskAsync();", "RemoveBody")]
    [InlineData(
        "[UserPrompt(\"x\")]\n    {|MIMO032:int|} First();\n\n    [UserPrompt(\"y\")]\n    {|MIMO032:string|} Second();",
        "[UserPrompt(\"x\")]\n    Task<int> First();\n\n    [UserPrompt(\"y\")]\n    Task<string> Second();",
        "ReturnTask")]
    [InlineData("[UserPrompt(\"x\")]\n    static Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");", "[UserPrompt(\"x\")]\n    Task<string> AskAsync();", "RemoveBody")]
    [InlineData("[UserPrompt(\"x\")]\n    public static async Task<string> {|MIMO032:AskAsync|}() { return await Task.FromResult(\"\"); }", "[UserPrompt(\"x\")]\n    public Task<string> AskAsync();", "RemoveBody")]
    [InlineData("[UserPrompt(\"x\")]\n    sealed Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");", "[UserPrompt(\"x\")]\n    Task<string> AskAsync();", "RemoveBody")]
    [InlineData("[UserPrompt(\"x\")]\n    private Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");", "[UserPrompt(\"x\")]\n    Task<string> AskAsync();", "RemoveBody")]
    [InlineData("[UserPrompt(\"x\")]\n    // As ever.\n    static virtual Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");", "[UserPrompt(\"x\")]\n    // As ever.\n    Task<string> AskAsync();", "RemoveBody")]
    public Task A_member_becomes_a_prompt(string code, string expected, string kind) => Check<RepairPromptMethodCodeFixProvider>(code, expected, kind);

    [Theory]
    [InlineData(
        "[MimoPrompt] [UserPrompt(\"x\")] public static async Task<string> {|MIMO032:FirstAsync|}(this IMimoClient client) => await Task.FromResult(\"\");\n\n    [MimoPrompt] [UserPrompt(\"x\")] public static Task<string> {|MIMO032:SecondAsync|}(this IMimoClient client) { return null!; }",
        "[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> FirstAsync(this IMimoClient client);\n\n    [MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> SecondAsync(this IMimoClient client);",
        "RemoveBody")]
    [InlineData(
        "[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> {|MIMO032:FirstAsync|}();\n\n    [MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> {|MIMO032:SecondAsync|}(this string text, CancellationToken token);",
        "[MimoPrompt] [UserPrompt(\"x\")] public static partial Task<string> FirstAsync(this IMimoClient client);\n\n    [MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> SecondAsync(this IMimoClient client, string text, CancellationToken token);",
        "AddClient")]
    [InlineData(
        "[{|MIMO032:UserPrompt(\"x\")|}]\n    public static partial Task<string> {|CS8795:FirstAsync|}(this IMimoClient client);\n\n    [{|MIMO032:UserPrompt(\"y\")|}]\n    public static partial Task<string> {|CS8795:SecondAsync|}(this IMimoClient client);",
        "[MimoPrompt]\n    [UserPrompt(\"x\")]\n    public static partial Task<string> FirstAsync(this IMimoClient client);\n\n    [MimoPrompt]\n    [UserPrompt(\"y\")]\n    public static partial Task<string> SecondAsync(this IMimoClient client);",
        "AddMarker")]
    [InlineData(
        "[MimoPrompt]\n    public static partial Task<string> {|MIMO032:FirstAsync|}(this IMimoClient client, string text);",
        "[MimoPrompt]\n    [UserPrompt(\"{text}\")]\n    public static partial Task<string> FirstAsync(this IMimoClient client, string text);",
        "AddUserPrompt")]
    [InlineData(
        "[MimoPrompt] [UserPrompt(\"{text} {days}\")]\n    public static partial Task<string> {|MIMO032:FirstAsync|}(\n        /* The text. */ this string text, // What it is about.\n        int days, // How long.\n        CancellationToken token);",
        "[MimoPrompt] [UserPrompt(\"{text} {days}\")]\n    public static partial Task<string> FirstAsync(\n        this IMimoClient client,\n        /* The text. */ string text, // What it is about.\n        int days, // How long.\n        CancellationToken token);",
        "AddClient")]
    public Task A_method_of_a_class_becomes_a_prompt(string code, string expected, string kind) => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, RepairPromptMethodCodeFixProvider>(Class(code), Class(expected), kind);

    [Fact]
    public Task A_member_that_takes_away_a_body_is_made_no_prompt() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, RepairPromptMethodCodeFixProvider>("""
        using System.Threading.Tasks;
        using Mimo;

        public interface IBase { Task<string> Ask(string question) => Task.FromResult(question); }

        [MimoPrompt] public partial interface IAsk : IBase { abstract Task<string> IBase.{|MIMO032:Ask|}(string question); }
        """);

    private static string Class(string members) => "using System.Threading;\nusing System.Threading.Tasks;\nusing Mimo;\n\npublic static partial class Prompts\n{\n    " + members + "\n}\n";

    [Fact]
    public Task A_method_whose_template_is_a_file_lacks_only_a_client() => CodeFixCheck.RunWithFilesAsync<MarkedCodeAnalyzer, RepairPromptMethodCodeFixProvider>(
        [("Main.cs", Class("[MimoPrompt] [UserPromptFile(\"ask.md\")] public static partial Task<string> {|MIMO032:AskAsync|}(CancellationToken token);"))],
        [("/0/ask.md", "What time is it?")],
        [("Main.cs", Class("[MimoPrompt] [UserPromptFile(\"ask.md\")] public static partial Task<string> AskAsync(this IMimoClient client, CancellationToken token);"))],
        [("/0/ask.md", "What time is it?")]);

    [Fact]
    public Task A_method_that_ends_with_a_file_of_the_models_words_lacks_the_users() => CodeFixCheck.RunWithFilesAsync<MarkedCodeAnalyzer, RepairPromptMethodCodeFixProvider>(
        [("Main.cs", PromptRuleTests.Wrap("[UserPrompt(\"x\")]\n    [AssistantPromptFile(\"answer.md\")]\n    Task<string> {|MIMO032:AskAsync|}(CancellationToken token);"))],
        [("/0/answer.md", "Noon.")],
        [("Main.cs", PromptRuleTests.Wrap("[UserPrompt(\"x\")]\n    [AssistantPromptFile(\"answer.md\")]\n    [UserPrompt(\"TODO: what to ask\")]\n    Task<string> AskAsync(CancellationToken token);"))],
        [("/0/answer.md", "Noon.")]);

    private static Task Check<TFix>(string code, string expected, string? kind = null)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TFix>(PromptRuleTests.Wrap(code), PromptRuleTests.Wrap(expected), kind);
}

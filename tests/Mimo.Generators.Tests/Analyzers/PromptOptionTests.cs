using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class PromptOptionTests
{
    [Theory]
    [InlineData("{|MIMO037:Temperature = 0.2|}", "")]
    [InlineData("{|MIMO037:TopP = 0.5|}, Thinking = MimoThinking.Enabled", "")]
    [InlineData("", "{|MIMO037:Temperature = 0.2|}")]
    [InlineData("Thinking = MimoThinking.Enabled, Model = \"mimo-v2-flash\"", "{|MIMO037:Temperature = 0.2|}")]
    [InlineData("Temperature = 0.2, Thinking = MimoThinking.Disabled", "")]
    [InlineData("Temperature = 0.2, Model = \"mimo-v2-flash\"", "")]
    [InlineData("Temperature = 1, TopP = 0.95", "")]
    [InlineData("Temperature = 0.2", "Thinking = MimoThinking.Disabled")]
    [InlineData("Thinking = MimoThinking.Disabled", "Temperature = 0.2")]
    [InlineData("Temperature = {|MIMO037:2.0|}, Thinking = MimoThinking.Disabled", "")]
    [InlineData("TopP = {|MIMO037:0d|}, Thinking = MimoThinking.Disabled", "")]
    [InlineData("FrequencyPenalty = {|MIMO037:2.5|}, PresencePenalty = {|MIMO037:-3|}", "")]
    [InlineData("FrequencyPenalty = 2, PresencePenalty = -2", "")]
    [InlineData("Temperature = {|MIMO037:double.NaN|}, TopP = {|MIMO037:double.PositiveInfinity|}", "")]
    [InlineData("FrequencyPenalty = {|MIMO037:double.NaN|}, PresencePenalty = {|MIMO037:double.NegativeInfinity|}", "")]
    [InlineData("MaxCompletionTokens = {|MIMO037:131073|}", "")]
    [InlineData("MaxCompletionTokens = {|MIMO037:0|}", "")]
    [InlineData("MaxCompletionTokens = {|MIMO037:100000|}, Model = \"mimo-v2-flash\"", "")]
    [InlineData("MaxCompletionTokens = 131072", "")]
    [InlineData("Stop = {|MIMO037:new[] { \"a\", \"b\", \"c\", \"d\", \"e\" }|}", "")]
    [InlineData("Stop = new[] { \"a\", \"b\", \"c\", \"d\" }", "")]
    [InlineData("Stop = {|MIMO037:new[] { \"a\", null }|}", "")]
    [InlineData("MaxToolRounds = {|MIMO037:-1|}, RepairAttempts = {|MIMO037:-2|}", "")]
    [InlineData("MaxToolRounds = 0, RepairAttempts = 0", "")]
    [InlineData("Model = {|MIMO037:\"MiMo-V2-Pro\"|}", "")]
    [InlineData("Model = {|MIMO037:\"mimo-v2.5\"|}", "")]
    [InlineData("Model = \"mimo-v2-pro\"", "Model = \"mimo-v9-future\"")]
    [InlineData("\n#pragma warning disable MIMO037\nTemperature = 0.2", "")]
    public Task Options_do_something(string shared, string own) => Check("MIMO037", shared, own, "Task<string> AskAsync(string text)");

    [Fact]
    public Task Options_of_one_call_may_switch_thinking_off() => Check("MIMO037", "Temperature = 0.2", "", "Task<string> AskAsync(string text, MimoCallOptions options)");

    [Theory]
    [InlineData("{|MIMO037:\"mimo-v2-pro\"|}", "MimoImage image")]
    [InlineData("{|MIMO037:\"mimo-v2-flash\"|}", "MimoVideo image")]
    [InlineData("{|MIMO037:\"mimo-v2-pro\"|}", "IReadOnlyList<MimoImage> image")]
    [InlineData("{|MIMO037:\"mimo-v2-pro\"|}", "params MimoMedia[] image")]
    [InlineData("\"mimo-v2-omni\"", "MimoImage image")]
    [InlineData("\"mimo-v2-pro\"", "string image")]
    public Task A_model_that_reads_text_alone_is_shown_nothing_else(string model, string parameter) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO037", PromptRuleTests.Usings + $$"""
        [MimoPrompt(Model = {{model}})]
        public partial interface IAsk
        {
            [UserPrompt("{image} What is this?")] Task<string> AskAsync({{parameter}});
        }
        """);

    [Theory]
    [InlineData("{|MIMO037:temperature: 0.2|}", "")]
    [InlineData("temperature: {|MIMO037:7|} # hot\nthinking: disabled", "")]
    [InlineData("temperature: 0.2\nthinking: disabled", "")]
    [InlineData("temperature: 0.2\nmodel: mimo-v2-flash", "")]
    [InlineData("temperature: 0.2", "Thinking = MimoThinking.Disabled")]
    [InlineData("{|MIMO037:top-p: 0.5|}\nTemperature: 1", "")]
    [InlineData("model: {|MIMO037:'MiMo-V2-Pro'|}", "")]
    [InlineData("max_completion_tokens: {|MIMO037:200000|}", "")]
    [InlineData("max_completion_tokens: {|MIMO047:5|}", "")]
    [InlineData("frequency_penalty: {|MIMO037:3|}", "")]
    [InlineData("stop: {|MIMO037:[a, b, c, d, e]|}", "")]
    [InlineData("stop: [a, b, c, d]", "")]
    [InlineData("repair_attempts: {|MIMO037:-1|}", "")]
    public Task Options_at_the_head_of_a_file_do_something(string options, string shared) => AnalyzerCheck.RunWithFileAsync<MarkedCodeAnalyzer>(
        PromptRuleTests.Usings + $$"""
        // MIMO037, MIMO047
        public record Report(string Headline, string Summary, System.DateOnly PublishedOn);

        [MimoPrompt({{shared}})]
        public partial interface IAsk
        {
            [UserPromptFile("prompts/ask.md")] Task<Report> AskAsync(string text);
            [UserPromptFile("prompts/ask.md")] Task<Report> AskAgainAsync(string text);
        }
        """,
        "/0/prompts/ask.md",
        $"---\n{options}\n---\n{{text}}");

    [Fact]
    public Task What_is_said_of_an_option_in_a_file_speaks_of_files() => AnalyzerCheck.RunWithFileAsync<MarkedCodeAnalyzer>(
        PromptRuleTests.Usings + """
        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPromptFile("prompts/ask.md")] Task<string> AskAsync(string text);
        }
        """,
        "/0/prompts/ask.md",
        "---\n{|#0:top_p: 0.5|}\n---\n{text}",
        Warning("MIMO037", 0, "'top_p' has no effect while the model thinks; set thinking: disabled, or leave it out"));

    [Fact]
    public Task An_option_that_any_method_heeds_is_not_idle() => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO037", PromptRuleTests.Usings + """
        [MimoPrompt(Temperature = 0.2)]
        public partial interface IAsk
        {
            [UserPrompt("a")] Task<string> ThinkAsync();

            [MimoPrompt(Thinking = MimoThinking.Disabled)]
            [UserPrompt("b")] Task<string> AnswerAsync();
        }
        """);

    [Theory]
    [InlineData("{|MIMO047:5|}", "Task<Report>")]
    [InlineData("{|MIMO047:5|}", "Task<MimoResult<Report>>")]
    [InlineData("{|MIMO047:10|}", "Task<Long>")]
    [InlineData("5", "Task<string>")]
    [InlineData("5", "Task<bool>")]
    [InlineData("5", "Task<Report?>")]
    [InlineData("500", "Task<Report>")]
    [InlineData("\n#pragma warning disable MIMO047\n5", "Task<Report>")]
    public Task The_answer_has_room(string cap, string answer) => Check("MIMO047", $"MaxCompletionTokens = {cap}", "", answer + " AskAsync(string text)");

    [Fact]
    public Task Messages_say_what_and_how() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Wrap("{|#0:Temperature = 0.2|}, MaxCompletionTokens = {|#1:5|}, Model = {|#2:\"mimo-v2.5-pro\"|}", "", "Task<Report> AskAsync(string text)"),
        Warning("MIMO037", 0, "'Temperature' has no effect while the model thinks; set Thinking = MimoThinking.Disabled, or leave it out"),
        Warning("MIMO047", 1, "'AskAsync' allows its answer 5 tokens, but the shortest 'Report' takes about 14, and the model's thinking counts too: allow more"),
        Warning("MIMO037", 2, "'Model' names 'mimo-v2.5-pro', which is no longer served since 2026-10-21; its successor is 'mimo-v2.6-pro'"));

    private static DiagnosticResult Warning(string rule, int location, string message) =>
        new DiagnosticResult(rule, DiagnosticSeverity.Warning).WithLocation(location).WithMessage(message);

    private static Task Check(string rule, string shared, string own, string method) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>(rule, Wrap(shared, own, method));

    internal static string Wrap(string shared, string own, string method) => PromptRuleTests.Usings + $$"""
        public record Report(string Headline, string Summary, System.DateOnly PublishedOn);
        public record Long([System.ComponentModel.DataAnnotations.MinLength(100)] string Text);

        [MimoPrompt{{(shared.Length == 0 ? "" : $"({shared})")}}]
        public partial interface IAsk
        {
            {{(own.Length == 0 ? "" : $"[MimoPrompt({own})] ")}}[UserPrompt("{text}")] {{method}};
        }
        """;
}

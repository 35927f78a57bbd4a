using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>Templates that are files: found, read, laid out, told of in the file, and hot in the editor.</summary>
public class PromptFileTests
{
    private const string Usings = "using System.Threading.Tasks;\nusing Mimo;\n";

    private const string Code = Usings + """
        [MimoPrompt(Temperature = 0.5)]
        public partial interface IReviewer
        {
            [UserPromptFile("prompts/review.md")]
            Task<string> ReviewAsync(string code, int depth = 1);
        }
        """;

    [Theory]
    [InlineData("/home/me/project/prompts/review.md")]
    [InlineData("C:\\project\\prompts\\review.md")]
    [InlineData("prompts/review.md")]
    public void A_file_is_found_wherever_the_project_lies(string path) =>
        Assert.Contains("Look at ", Generated(TestProject.Of(Code).WithAdditional(path, "Look at {code}")), StringComparison.Ordinal);

    [Fact]
    public void Of_files_that_end_alike_the_nearest_to_the_root_is_meant() => Assert.Contains("near", Generated(TestProject.Of(Code)
        .WithAdditional("/project/other/prompts/review.md", "far {code}")
        .WithAdditional("/project/prompts/review.md", "near {code}")
        .WithAdditional("/project/a/myprompts/review.md", "wrong {code}")), StringComparison.Ordinal);

    [Fact]
    public void Of_files_as_near_as_each_other_the_first_by_name_is_meant() => Assert.Contains("first", Generated(TestProject.Of(Code)
        .WithAdditional("/project/b/prompts/review.md", "second {code}")
        .WithAdditional("/project/a/prompts/review.md", "first {code}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("./prompts/review.md")]
    [InlineData(".\\\\prompts\\\\review.md")]
    [InlineData("review.md")]
    public void A_file_is_found_by_other_ways_to_write_its_path_and_by_its_end(string path) =>
        Assert.Contains("Look at ", Generated(TestProject.Of(Code.Replace("prompts/review.md", path, StringComparison.Ordinal)).WithAdditional("/project/prompts/review.md", "Look at {code}")), StringComparison.Ordinal);

    [Fact]
    public void A_front_matter_sets_options_and_is_not_sent()
    {
        string generated = Generated(TestProject.Of(Code).WithAdditional("/p/prompts/review.md", """
            ---
            # How it is asked.
            model: "mimo-v2-flash"
            max_completion_tokens: 100   # small
            Thinking: disabled
            top-p: 0.25
            stop: ["a, b", '}', plain]

            ---
            Review {code}
              in {depth} steps.

            """));

        Assert.Contains("Model = \"mimo-v2-flash\"", generated, StringComparison.Ordinal);
        Assert.Contains("MaxCompletionTokens = 100,", generated, StringComparison.Ordinal);
        Assert.Contains("TopP = 0.25d", generated, StringComparison.Ordinal);
        Assert.Contains("Temperature = 0.5d", generated, StringComparison.Ordinal);
        Assert.Contains("Thinking = global::Mimo.MimoThinking.Disabled", generated, StringComparison.Ordinal);
        Assert.Contains("""Stop = new string[] { "a, b", "}", "plain" }""", generated, StringComparison.Ordinal);
        Assert.DoesNotContain("---", generated, StringComparison.Ordinal);
        Assert.Contains("\\n  in ", generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""stop: ["END"] # why""", """Stop = new string[] { "END" }""")]
    [InlineData("""stop: [ "a # b" , 'it''s', c d, ]	# why""", """Stop = new string[] { "a # b", "it's", "c d" }""")]
    [InlineData("""stop: "a\\nb\n\t\"\u0041" """, """Stop = new string[] { "a\\nb\n\t\"A" }""")]
    [InlineData("""stop: 'a\nb'""", """Stop = new string[] { "a\\nb" }""")]
    [InlineData("stop: see [1] or #2 # why", """Stop = new string[] { "see [1] or" }""")]
    [InlineData("stop: a#b", """Stop = new string[] { "a#b" }""")]
    [InlineData("""model: "mimo-v2-pro" # why""", """Model = "mimo-v2-pro",""")]
    [InlineData("model: 'mimo-v2-pro'\t# why", """Model = "mimo-v2-pro",""")]
    public void A_value_ends_where_its_quote_or_bracket_or_a_comment_says(string option, string expected) =>
        Assert.Contains(expected, Generated(TestProject.Of(Code).WithAdditional("prompts/review.md", $"---\n{option}\n---\n{{code}}")), StringComparison.Ordinal);

    [Fact]
    public void A_method_wins_over_its_file_and_the_file_over_the_interface() => Assert.Contains("Temperature = 1d", Generated(
        TestProject.Of(Code.Replace("[UserPromptFile", "[MimoPrompt(Temperature = 1)] [UserPromptFile", StringComparison.Ordinal))
            .WithAdditional("prompts/review.md", "---\ntemperature: 0.75\n---\n{code}")), StringComparison.Ordinal);

    [Fact]
    public void Files_stand_among_the_other_messages_in_order() => GeneratorHarness.Check(TestProject.Of(Usings + """
        [MimoPrompt]
        [SystemPromptFile("prompts/system.md")]
        public partial interface IReviewer
        {
            [UserPromptFile("prompts/example.md")]
            [AssistantPromptFile("prompts/answer.md")]
            [UserPrompt("{code}")]
            Task<string> ReviewAsync(string code);
        }
        """).WithAdditional("prompts/system.md", "S").WithAdditional("prompts/example.md", "E").WithAdditional("prompts/answer.md", "A"));

    [Fact]
    public void An_edit_of_a_file_writes_its_prompt_anew_and_no_other()
    {
        const string Other = "[MimoPrompt] public partial interface IOther { [UserPrompt(\"x\")] Task<string> AskAsync(); }";
        var session = new GeneratorSession(TestProject.Of(Code + Other).WithAdditional("prompts/review.md", "before {code}").WithAdditional("other.md", "x"));
        string before = Assert.Single(session.Sources, static source => source.Value.Contains("before", StringComparison.Ordinal)).Key;

        session.EditAdditional("prompts/review.md", "after {code}");

        Assert.Contains("after", session.Sources[before], StringComparison.Ordinal);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], session.OutputReasons.Order());
        GeneratorHarness.AssertSame(new GeneratorSession(session.Project).Sources, session.Sources, "from scratch");

        session.EditAdditional("other.md", "y");
        Assert.All(session.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_file_that_appears_makes_its_prompt_whole()
    {
        var session = new GeneratorSession(TestProject.Of(Code));
        Assert.Contains("can't be a prompt", Assert.Single(session.Sources).Value, StringComparison.Ordinal);

        session.EditAdditional("prompts/review.md", "{code}");

        Assert.DoesNotContain("can't be a prompt", Assert.Single(session.Sources).Value, StringComparison.Ordinal);
        Assert.Empty(session.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
    }

    [Theory]
    [InlineData("Review {{|MIMO028:kode|}}")]
    [InlineData("Review\r\n\r\n  - {code.Length} {{|MIMO028:kode|}}\r\n")]
    [InlineData("\n\n   First\n     {code:{|MIMO030:N2|}}\n")]
    [InlineData("---\ntemperature: 0.5\n---\nReview {code} {|MIMO030:{}|}")]
    [InlineData("---\n  {|MIMO033:temprature|}: 0.5\n---\nReview {code}")]
    [InlineData("---\ntemperature:  {|MIMO033:warm|}  # so\n---\nReview {code}")]
    [InlineData("---\nthinking: {|MIMO033:maybe|}\n---\nReview {code}")]
    [InlineData("---\nmax_completion_tokens: {|MIMO033:1.5|}\n---\nReview {code}")]
    [InlineData("---\n{|MIMO033:no colon|}\n---\nReview {code}")]
    [InlineData("---\nstop: [\"END\"] {|MIMO033:and more|}\n---\nReview {code}")]
    [InlineData("---\nstop: [\"a\" {|MIMO033:b]|}\n---\nReview {code}")]
    [InlineData("---\nstop: \"END\"{|MIMO033:#why|}\n---\nReview {code}")]
    [InlineData("---\nstop: {|MIMO033:\"END|}\n---\nReview {code}")]
    [InlineData("---\nstop: {|MIMO033:[a, b # why|}\n---\nReview {code}")]
    [InlineData("---\nstop: [a, {|MIMO033:,|} b]\n---\nReview {code}")]
    [InlineData("---\nstop: \"a{|MIMO033:\\q|}\"\n---\nReview {code}")]
    [InlineData("---\nmodel: {|MIMO033:[mimo-v2-pro]|}\n---\nReview {code}")]
    [InlineData("---\nmodel: {|MIMO033:\"\"|}\n---\nReview {code}")]
    [InlineData("---\n{|MIMO033:model: # none|}\n---\nReview {code}")]
    [InlineData("---\ntemperature: {|MIMO033:\"0.5\"|}\n---\nReview {code}")]
    [InlineData("{|MIMO033:---|}\ntemperature: 1\nReview {code}")]
    [InlineData("Review {code} --- # {{x}}")]
    public Task What_is_wrong_in_a_file_is_told_in_the_file(string text) =>
        AnalyzerCheck.RunWithFileAsync<MarkedCodeAnalyzer>(Code, "/0/prompts/review.md", text);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("---\ntemperature: 1\n---\n")]
    public Task An_empty_file_is_told_where_it_is_named(string text) => AnalyzerCheck.RunWithFileAsync<MarkedCodeAnalyzer>(
        Code.Replace("\"prompts/review.md\"", "{|MIMO033:\"prompts/review.md\"|}", StringComparison.Ordinal), "/0/prompts/review.md", text);

    [Fact]
    public Task A_missing_file_is_told_once_however_many_methods_it_is_for() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + """
        [MimoPrompt]
        [SystemPromptFile({|MIMO033:"prompts/missing.md"|})]
        public partial interface IAsk
        {
            [UserPrompt("1")] Task<string> OneAsync();
            [UserPrompt("2")] Task<string> TwoAsync();
        }
        """);

    /// <summary>The build warns of it; the run's options, which refuse a negative number, are not to throw at the first call.</summary>
    [Theory]
    [InlineData("public partial interface IReviewer", "")]
    [InlineData("public static partial class Reviewer", "public static partial")]
    public void A_negative_number_of_rounds_or_attempts_is_taken_as_none(string type, string modifiers)
    {
        string parameters = modifiers.Length > 0 ? "this IMimoClient client" : "";
        string attribute = modifiers.Length > 0 ? "" : "[MimoPrompt]";
        string generated = Generated(TestProject.Of(Usings + $$"""
            {{attribute}}
            {{type}}
            {
                [MimoPrompt(MaxToolRounds = -1, RepairAttempts = -2)]
                [UserPrompt("a")]
                {{modifiers}} Task<int> InCodeAsync({{parameters}});

                [MimoPrompt]
                [UserPromptFile("prompts/review.md")]
                {{modifiers}} Task<int> InFileAsync({{parameters}});
            }
            """).WithAdditional("/p/prompts/review.md", "---\nmax_tool_rounds: -3\nrepair_attempts: -4\n---\nb"));

        Assert.Equal(2, generated.Split("MaxToolRounds = 0, RepairAttempts = 0 }").Length - 1);
        Assert.DoesNotContain("= -", generated, StringComparison.Ordinal);
    }

    private static string Generated(TestProject project) =>
        Assert.Single(GeneratorHarness.Check(project).Sources).Value;
}

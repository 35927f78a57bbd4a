using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What is wrong in a template is told in the template, however its text is written.</summary>
public class TemplateLocationTests
{
    [Theory]
    [InlineData("\"Hi {{|MIMO028:nobody|}}!\"")]
    [InlineData("\"\\u0041\\n\\\"\\x41 \\U0001F600 {{|MIMO028:nobody|}}\"")]
    [InlineData("@\"C:\\ \"\" {{|MIMO028:nobody|}}\"")]
    [InlineData("\"\"\"A \"quoted\" {{|MIMO028:nobody|}}\"\"\"")]
    [InlineData("\"One \" + @\"two \" + (\"three {{|MIMO028:nobody|}}\" + \" four\")")]
    [InlineData("\"{text.Length} {text.{|MIMO028:Size|}} {text:fence}\"")]
    [InlineData("\"{ {|MIMO028:nobody|} : N2 }\"")]
    [InlineData("\"Hi {|MIMO030:{}|}\"")]
    [InlineData("\"Hi {text} {|MIMO030:}|} \"")]
    [InlineData("\"Hi {|MIMO030:{|}text\"")]
    [InlineData("\"Hi {|MIMO030:{text[0]}|}\"")]
    [InlineData("\"Hi {text:{|MIMO030:N2|}}\"")]
    [InlineData("\"Hi {text: {|MIMO030:list|} }\"")]
    [InlineData("\"{{|MIMO028:a|}} and {{|MIMO028:b|}} and {text:{|MIMO030:list|}}\"")]
    [InlineData("{|MIMO028:Named|}")]
    [InlineData("{|MIMO028:\"Hi \" + Named|}")]
    [InlineData("template: \"Hi {{|MIMO028:nobody|}}\"")]
    public Task In_a_literal_of_every_kind(string template) => Check($$"""
        [MimoPrompt]
        public partial interface IAsk
        {
            const string Named = "{nobody}";

            [UserPrompt({{template}})]
            Task<string> AskAsync(string text);
        }
        """);

    [Fact]
    public Task In_a_raw_literal_over_lines() => Check(""""
        [MimoPrompt]
        [SystemPrompt("""

                You know {{|MIMO028:who|}}.

              \n And {text.{|MIMO028:Size|}}.

            """)]
        public partial interface IAsk
        {
            [UserPrompt(@"
                first

                  {{|MIMO028:second|}}
            ")]
            Task<string> AskAsync(string text);
        }
        """");

    [Fact]
    public Task In_a_literal_with_carriage_returns() => Check(
        "[MimoPrompt]\r\npublic partial interface IAsk\r\n{\r\n    [UserPrompt(\"\"\"\r\n        One\r\n\r\n        {{|MIMO028:two|}}\r\n        \"\"\")]\r\n    Task<string> AskAsync(string text);\r\n}\r\n");

    [Theory]
    [InlineData("[SystemPrompt(\"Read {|MIMO034:{text}|}\")] [UserPrompt(\"x\")]")]
    [InlineData("[UserPrompt(\"x\")] [AssistantPrompt(\"I read {|MIMO034:{text.Length}|}\")] [UserPrompt(\"{text}\")]")]
    [InlineData("[SystemPrompt(\"See {|MIMO030:{image}|}\")] [UserPrompt(\"x\")]")]
    [InlineData("[UserPrompt(\"See {|MIMO030:{image:fence}|}\")]")]
    [InlineData("[UserPrompt(\"See {image} {text}\")]")]
    public Task Of_untrusted_values_and_media_where_they_can_not_stand(string prompts) => Check($$"""
        [MimoPrompt]
        public partial interface IAsk
        {
            {{prompts}}
            Task<string> AskAsync([Untrusted] string text, MimoImage image);
        }
        """);

    [Fact]
    public Task On_a_prompt_inherited_from_an_interface_that_is_none_itself() => Check("""
        public interface IBase
        {
            [UserPrompt("{{|MIMO028:nobody|}}")]
            Task<string> AskAsync(string text);
        }

        [MimoPrompt]
        public partial interface IAsk : IBase
        {
        }
        """);

    [Fact]
    public Task With_words_that_name_the_method_and_the_placeholder() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        "using System.Threading.Tasks; using Mimo;\n[MimoPrompt] public partial interface IAsk { [UserPrompt(\"{{|#0:nobody|}}\")] Task AskAsync(); }",
        new DiagnosticResult("MIMO028", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("The template of 'AskAsync' names 'nobody', but 'nobody' is no parameter"));

    private static Task Check(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using System.Threading.Tasks;\nusing Mimo;\n" + code);
}

using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What the model reads of a tool.</summary>
public class DocumentationRuleTests
{
    [Theory]
    [InlineData("[MimoTool] static void {|MIMO011:Find|}() { }")]
    [InlineData("/// <summary> </summary>\n[MimoTool] static void {|MIMO011:Find|}() { }")]
    [InlineData("// Finds.\n[MimoTool] static void {|MIMO011:Find|}() { }")]
    [InlineData("[MimoTool(Description = \" \")] static void {|MIMO011:Find|}() { }")]
    [InlineData("/// <summary>Finds.</summary>\n[MimoTool] static void Find() { }")]
    [InlineData("[MimoTool(Description = \"Finds.\")] static void Find() { }")]
    [InlineData("[MimoTool, System.ComponentModel.Description(\"Finds.\")] static void Find() { }")]
    [InlineData("static void Find() { }")]
    [InlineData("\n#pragma warning disable MIMO011\n[MimoTool] static void Find() { }")]
    public Task A_tool_without_a_description_is_told_of(string method) => Check("MIMO011", method);

    [Theory]
    [InlineData("/// <summary>Finds.</summary>\n[MimoTool] static void Find(int {|MIMO011:number|}) { }")]
    [InlineData("/// <summary>Finds.</summary><param name=\"number\"></param>\n[MimoTool] static void Find(int {|MIMO011:number|}, System.Threading.CancellationToken token) { }")]
    [InlineData("/// <summary>Finds.</summary><param name=\"number\">Its number.</param>\n[MimoTool] static void Find(int number) { }")]
    [InlineData("/// <summary>Finds.</summary>\n[MimoTool] static void Find([MimoParameter(Description = \"Its number.\")] int number) { }")]
    [InlineData("/// <summary>Finds.</summary>\n[MimoTool] static void Find([System.ComponentModel.Description(\"Its number.\")] int number) { }")]
    public Task A_parameter_without_a_description_is_told_of(string method) => Check("MIMO011", method);

    [Fact]
    public Task A_tool_without_a_description_is_a_warning_and_a_parameter_is_information() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        "partial class Holder { [Mimo.MimoTool] static void {|#0:Find|}(int {|#1:number|}) { } }",
        new DiagnosticResult("MIMO011", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Find' has no description, so the model has only its name to choose it by: write a <summary> that says what it does and when to use it"),
        new DiagnosticResult("MIMO011", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(1)
            .WithMessage("Parameter 'number' has no description, so the model has to guess what to pass: write a <param> for it"));

    [Theory]
    [InlineData("/// <summary>Finds.</summary>\n[MimoTool, {|MIMO012:Description(\"Searches.\")|}] static void Find() { }")]
    [InlineData("/// <param name=\"number\">One.</param>\n[MimoTool] static void Find([{|MIMO012:Description(\"Another.\")|}] int number) { }")]
    [InlineData("/// <summary>Finds\n/// all.</summary>\n[MimoTool, Description(\"Finds all.\")] static void Find() { }")]
    [InlineData("/// <param name=\"number\">One.</param>\n[MimoTool, Description(\"Finds.\")] static void Find(int number) { }")]
    [InlineData("/// <summary>Finds.</summary>\n[Description(\"Searches.\")] static void Find() { }")]
    [InlineData("/// <summary>Finds.</summary>\n\n#pragma warning disable MIMO012\n[MimoTool, Description(\"Searches.\")] static void Find() { }")]
    public Task A_comment_and_a_description_agree(string method) => Check("MIMO012", method);

    [Theory]
    [InlineData("{|MIMO012:/// <summary>Finds A & B.</summary>|}\n[MimoTool] static void Find() { }")]
    [InlineData("/// <summary>\n{|MIMO012:/// Finds <b>all.</summary>|}\n[MimoTool] static void Find() { }")]
    [InlineData("/// <summary>Finds A &amp; B.</summary>\n[MimoTool] static void Find() { }")]
    [InlineData("/// <summary>Finds A & B.</summary>\nstatic void Find() { }")]
    public Task A_comment_is_XML(string method) => Check("MIMO012", method);

    [Theory]
    [InlineData("<summary>A & B.</summary>", "a '&' stands alone; write '&amp;'")]
    [InlineData("<summary>AT&T.</summary>", "a '&' stands alone; write '&amp;'")]
    [InlineData("<summary>A < B.</summary>", "a '<' stands alone; write '&lt;'")]
    [InlineData("<summary>A <b>bold.</summary>", "'<b>' is not closed")]
    [InlineData("<summary>One.", "'<summary>' is not closed")]
    [InlineData("</summary>", "'</summary>' closes nothing")]
    [InlineData("<param name=a>One.</param>", "the value of an attribute is not quoted")]
    public Task What_is_wrong_with_XML_is_said_in_the_words_of_comments(string comment, string problem) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        $$"""
        using Mimo;

        partial class Holder
        {
            {|#0:/// {{comment}}|}
            [MimoTool]
            static void Find() { }
        }
        """,
        DiagnosticResult.CompilerWarning("MIMO012").WithLocation(0).WithMessage($"The doc comment of 'Find' is no XML, so the model reads nothing of it: {problem}"));

    [Theory]
    [InlineData("/// <summary>Finds.</summary>\n/// <param name=\"{|MIMO012:numbr|}\">One.</param>\n[MimoTool] static void Find(int number) { }")]
    [InlineData("/// <summary>Finds.</summary>\n/// <param name=\"number\">One.</param>\n[MimoTool] static void Find(int number) { }")]
    public Task A_comment_names_parameters_that_exist(string method) => Check("MIMO012", method);

    private static Task Check(string rule, string method) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>(rule, $$"""
        using Mimo;
        using System.ComponentModel;

        partial class Holder
        {
        {{method}}
        }
        """);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class GeneratedNameAnalyzerTests
{
    [Theory]
    [InlineData("static partial class {|MIMO048:Tools|} { [MimoTool] public static void A() { } }")]
    [InlineData("partial class Holder { [MimoTool] static void A() { } [MimoTool] static void B() { } int {|MIMO048:Tools|} => 1; }")]
    [InlineData("partial class Holder { [MimoTool] void A() { } void {|MIMO048:Tools|}() { } void Tools(int x) { } }")]
    [InlineData("partial class Holder { [MimoTool] void A() { } class {|MIMO048:Tools|}; }")]
    [InlineData("partial class Holder { [MimoTool] void A() { } } partial class Holder { int {|MIMO048:_mimoTools|} = 1; int Get() => _mimoTools; }")]
    [InlineData("partial class Holder { [MimoTool] void A() { } [MimoTool] void {|MIMO048:MimoToolCalls|}() { } }")]
    [InlineData("partial class Holder { [MimoTool] void A() { } int tools => 1; }")]
    [InlineData("partial class Base { public int Tools => 1; } partial class Holder : Base { [MimoTool] void A() { } }")]
    [InlineData("class Tools { void A() { } } class Other { int Tools => 1; }")]
    [InlineData("partial class Holder { [MimoTool] static void A() { }\n#pragma warning disable MIMO048\nint Tools => 1; }")]
    public Task A_holder_leaves_Tools_free(string code) => AnalyzerCheck.RunAsync<GeneratedNameAnalyzer>("using Mimo;\n" + code);

    [Theory]
    [InlineData("[MimoPrompt] partial interface {|MIMO048:Requests|} { [UserPrompt(\"a\")] Task A(); }")]
    [InlineData("[MimoPrompt] partial interface {|MIMO048:Create|} { [UserPrompt(\"a\")] Task A(); }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"a\")] Task {|MIMO048:Requests|}(); }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"a\")] Task A(); class {|MIMO048:Implementation|}; }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"a\")] Task A(); static int {|MIMO048:Create|} => 1; }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"a\")] Task A(); static int {|MIMO048:Create|}(IMimoClient client, System.IServiceProvider? services) => 1; }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"a\")] Task A(); static IPrompt Create(string key) => throw null!; }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"Create {what}\")] Task<string> Create(string what); }")]
    [InlineData("partial interface IPrompt { class Requests; }")]
    [InlineData("[MimoPrompt] partial interface IPrompt { [UserPrompt(\"a\")] Task A();\n#pragma warning disable MIMO048\nclass Requests; }")]
    public Task A_prompt_leaves_its_generated_members_free(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using System.Threading.Tasks; using Mimo;\n" + code);

    [Fact]
    public Task The_message_names_both() => AnalyzerCheck.RunAsync<GeneratedNameAnalyzer>(
        "partial class Holder { [Mimo.MimoTool] static void A() { } int {|#0:Tools|} => 1; }",
        new DiagnosticResult("MIMO048", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'Tools' is also the name of a member that 'Holder' is given for its tools: rename yours"));
}

using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class HolderAnalyzerTests
{
    [Theory]
    [InlineData("class {|MIMO001:Holder|} { [MimoTool] static void A() { } [MimoTool] static void B() { } }")]
    [InlineData("partial class Holder { [MimoTool] static void A() { } }")]
    [InlineData("class {|MIMO001:Outer|} { partial class Holder { [MimoTool] static void A() { } } }")]
    [InlineData("class {|MIMO001:Outer|} { class {|MIMO001:Holder|} { [MimoTool] static void A() { } } }")]
    [InlineData("record struct {|MIMO001:Holder|}(int Number) { [MimoTool] static void A() { } }")]
    [InlineData("class Holder { [System.Obsolete] static void A() { } }")]
    [InlineData("file partial class {|MIMO001:Holder|} { [MimoTool] public static void A() { } }")]
    [InlineData("file class {|MIMO001:Outer|} { class {|MIMO001:Holder|} { [MimoTool] public static void A() { } } }")]
    [InlineData("class {|MIMO001:Outer|} { [MimoPrompt] partial interface IAsk { [UserPrompt(\"x\")] System.Threading.Tasks.Task<string> Ask(); } }")]
    [InlineData("[MimoPrompt] interface {|MIMO001:IAsk|} { [UserPrompt(\"x\")] System.Threading.Tasks.Task<string> Ask(); }")]
    [InlineData("interface IHolder { [MimoTool] void A(); }")]
    [InlineData("class Outer { class Inner { } } partial class Holder { [MimoTool] static void A() { } }")]
    [InlineData("#pragma warning disable MIMO001\nclass Holder { [MimoTool] static void A() { } }")]
    public Task A_holder_is_partial(string code) => Check(code);

    [Theory]
    [InlineData("partial class Holder{|MIMO002:<T>|} { [MimoTool] static void A() { } [MimoTool] static void B() { } }")]
    [InlineData("class Holder{|MIMO002:<T>|} { [MimoTool] static void A() { } }")]
    [InlineData("partial class Outer{|MIMO002:<T>|} { partial class Holder { [MimoTool] static void A() { } } }")]
    [InlineData("[MimoPrompt] partial interface IAsk{|MIMO002:<T>|} { [UserPrompt(\"x\")] System.Threading.Tasks.Task<T> Ask(); }")]
    [InlineData("class Holder<T> { static void A() { } }")]
    [InlineData("#pragma warning disable MIMO002\npartial class Holder<T> { [MimoTool] static void A() { } }")]
    public Task A_holder_is_not_generic(string code) => Check(code);

    [Fact]
    public Task A_holder_with_a_declaration_that_is_not_partial_is_told_there() => Check("""
        partial class Holder { [MimoTool] static void A() { } }

        class {|MIMO001:{|CS0260:Holder|}|} { }
        """);

    [Fact]
    public Task The_message_names_the_type_and_the_method() => AnalyzerCheck.RunAsync<HolderAnalyzer>(
        "class {|#0:Holder|} { [Mimo.MimoTool] static void Call() { } }",
        new DiagnosticResult("MIMO001", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'Holder' must be partial: the generator adds to it what 'Call' needs"));

    private static Task Check(string code) => AnalyzerCheck.RunAsync<HolderAnalyzer>("using Mimo;\n" + code);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>Methods whose calls the compiler drops or refuses: as tools they would never run.</summary>
public class UncallableToolTests
{
    [Theory]
    [InlineData("[MimoTool, Conditional(\"DEBUG\")] public static void {|MIMO051:A|}(string text) { }")]
    [InlineData("[MimoTool, Conditional(\"DEBUG\"), Conditional(\"TRACE\")] public void {|MIMO051:A|}() { }")]
    [InlineData("[MimoTool] public override void {|MIMO051:Trace|}(string text) { }")]
    [InlineData("[MimoTool] static partial void {|MIMO051:A|}(); [Conditional(\"DEBUG\")] static partial void A() { }")]
    [InlineData("[Conditional(\"DEBUG\")] public static void A(string text) { } [MimoTool] public static void B(string text) => A(text);")]
    [InlineData("[MimoTool] public override string ToString() => \"\";")]
    public Task A_tool_whose_calls_the_compiler_may_drop_is_refused(string members) => Check(members);

    [Theory]
    [InlineData("[MimoTool] static partial void {|MIMO051:A|}(string text);")]
    [InlineData("[MimoTool] partial void {|MIMO051:A|}();")]
    [InlineData("[MimoTool] static partial void A(string text); static partial void A(string text) { }")]
    [InlineData("[MimoTool] private static partial void {|CS8795:A|}(string text);")]
    public Task A_tool_that_no_part_implements_is_told_of(string members) => Check(members);

    [Fact]
    public Task A_tool_that_another_generator_implements_is_sound() => AnalyzerCheck.RunBesideAsync<MarkedCodeAnalyzer>(
        "MIMO051",
        "public static partial class Holder { [Mimo.MimoTool] static partial void A(string text); }",
        "Parts.g.cs",
        "public static partial class Holder { static partial void A(string text) { } }");

    [Fact]
    public void The_generator_leaves_the_other_part_to_others() => Assert.Contains(
        new GeneratorSession(TestProject.Of("public static partial class Holder { [Mimo.MimoTool] static partial void A(string text); }")).Sources.Keys,
        static name => name.StartsWith("Holder.Tools", StringComparison.Ordinal));

    [Theory]
    [InlineData("[MimoTool] public static void {|MIMO051:A|}(int number, __arglist) { }")]
    [InlineData("[MimoTool, System.Runtime.InteropServices.UnmanagedCallersOnly] public static int {|MIMO051:A|}(int number) => number;")]
    public Task A_tool_that_no_generated_code_can_call_is_refused(string members) => Check(members);

    [Theory]
    [InlineData("System.Func<int, int> F = [{|MIMO051:MimoTool|}] static (int a) => a;")]
    [InlineData("void A() { System.Action f = [{|MIMO051:MimoTool|}] [Other] () => { }; f(); }")]
    [InlineData("void A() { var f = [Other] [return: Other] async (int a) => await System.Threading.Tasks.Task.FromResult(a); f(1); System.Func<int, int> g = a => a; g(1); }")]
    public Task A_lambda_is_no_tool(string members) => Check(members);

    [Fact]
    public Task A_lambda_is_told_what_to_be_instead() => Check(
        "System.Func<int, int> F = [{|#0:MimoTool|}] (int a) => a;",
        new DiagnosticResult("MIMO051", DiagnosticSeverity.Error).WithLocation(0).WithMessage("'lambda expression' can't be a tool: it has no name to be called by; make it a method of the type"));

    private static Task Check(string members, params DiagnosticResult[] expected) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>($$"""
        using System.Diagnostics;
        using Mimo;

        public class Log
        {
            [Conditional("DEBUG")] public virtual void Trace(string text) { }
        }

        public partial class Holder : Log
        {
            {{members}}
        }

        [System.AttributeUsage(System.AttributeTargets.All)]
        public sealed class OtherAttribute : System.Attribute;
        """, expected);
}

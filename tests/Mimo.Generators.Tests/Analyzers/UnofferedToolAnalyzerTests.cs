using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class UnofferedToolAnalyzerTests
{
    [Theory]
    [InlineData("static partial class Clock { [MimoTool] static void {|MIMO027:A|}() { } [MimoTool] static void {|MIMO027:B|}() { } }")]
    [InlineData("public class Outer { private partial class Clock { [MimoTool] void {|MIMO027:A|}() { } } }")]
    [InlineData("static partial class Clock { [MimoTool] static void A() { } } class Use { MimoToolSet Tools => Clock.Tools; }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } } class Use { object Tools() => new Clock(); }")]
    [InlineData("static partial class Clock { [MimoTool] static void A() { } } [MimoPrompt(Tools = new[] { typeof(Clock) })] partial interface IAsk { [UserPrompt(\"x\")] System.Threading.Tasks.Task A(); }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } object B() => Tools; }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } object B() => this.Tools.Count; }")]
    [InlineData("partial class Clock { [MimoTool] void {|MIMO027:A|}() { } object B(MimoRequest other) => other.Tools; }")]
    [InlineData("partial class Clock(System.Collections.Generic.List<Clock> log) { [MimoTool] void {|MIMO027:A|}() => log.Add(this); static string B() => nameof(Clock) + Clock.B(); }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } static object B() => new Clock(); }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } static readonly Clock? B = new(); }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } static Clock B() => new(); }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } static object B() => Get<Clock>(); static object Get<T>() => 1; }")]
    [InlineData("partial class Clock { [MimoTool] void A() { } static object B(object clock) => ((Clock)clock).Tools; }")]
    [InlineData("partial class Clock { [MimoTool] void {|MIMO027:A|}() { } System.Func<Clock, object> B = new(static _ => 1); object C = new(); }")]
    [InlineData("static partial class Clock { [MimoTool] static void A() { } static object B() => Clock.Tools; }")]
    [InlineData("partial class Outer { static partial class Clock { [MimoTool] static void A() { } static object B() => Outer.Clock.Tools; } }")]
    [InlineData("static partial class Clock { [MimoTool] static void A() { } [MimoPrompt(Tools = new[] { typeof(Clock) })] internal partial interface IAsk { [UserPrompt(\"x\")] System.Threading.Tasks.Task A(); } }")]
    [InlineData("public static partial class Clock { [MimoTool] public static void A() { } }")]
    [InlineData("static class Clock { static void A() { } }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]\nstatic partial class Clock { [MimoTool] static void A() { } }")]
    [InlineData("#pragma warning disable MIMO027\nstatic partial class Clock { [MimoTool] static void A() { } }")]
    public Task A_tool_is_offered(string code) => AnalyzerCheck.RunRuleAsync<UnofferedToolAnalyzer>("MIMO027", "using Mimo;\n" + code);

    [Theory]
    [InlineData("partial class Clock { [MimoTool] void A() { } }", "/0/Pages/Index.razor.g.cs", "class Index { private Clock? Clock { get; set; } }")]
    [InlineData("partial class Clock { [MimoTool] void {|MIMO027:A|}() { } }", "/0/Pages/Index.razor.g.cs", "class Index { }")]
    [InlineData("partial class Clock { [MimoTool] void {|MIMO027:A|}() { } }", "/0/Mimo.Generators/Mimo.Generators.MimoGenerator/Other.g.cs", "class Index { private Clock? Clock { get; set; } }")]
    public Task A_mention_in_what_other_generators_made_counts(string code, string path, string generated) =>
        AnalyzerCheck.RunBesideAsync<UnofferedToolAnalyzer>("MIMO027", "using Mimo;\n" + code, path, "#nullable enable\n" + generated);

    [Fact]
    public Task The_message_says_how_to_offer_it() => AnalyzerCheck.RunAsync<UnofferedToolAnalyzer>(
        "static partial class Clock { [Mimo.MimoTool] static void {|#0:GetTime|}() { } }",
        new DiagnosticResult("MIMO027", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "'GetTime' is never offered to a model: nothing in this project mentions 'Clock'; name it in [MimoPrompt(Tools = …)], or pass its Tools on"));
}

using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class DraftRuleTests
{
    [Theory]
    [InlineData("[MimoOutput] public partial record Letter(string Subject);")]
    [InlineData("[MimoOutput] public partial record {|MIMO060:Letter|}<T>(T Subject);")]
    [InlineData("public class Outer<T> { [MimoOutput] public partial record {|MIMO060:Letter|}(T Subject); }")]
    [InlineData("[MimoOutput] public partial record {|MIMO060:Letter|}(string Subject, string Draft);")]
    [InlineData("[MimoOutput] public partial class {|MIMO060:Letter|} { public string? Clone { get; set; } }")]
    [InlineData("[MimoOutput] public partial record {|MIMO060:Draft|}(string Subject);")]
    [InlineData("public partial class Draft { [MimoOutput] public partial record Letter(string Subject); }")]
    [InlineData("public class Base { public string? Clone { get; set; } } [MimoOutput] public partial class {|MIMO060:Letter|} : Base { }")]
    [InlineData("public record Base(string Draft); [MimoOutput] public partial record {|MIMO060:Letter|}(string Body) : Base(Body);")]
    [InlineData("public class Base { public string? Draft { get; set; } } [MimoOutput] public partial class {|MIMO060:Letter|} : Base { }")]
    [InlineData("public class Base { [System.Text.Json.Serialization.JsonIgnore] public string? Clone { get; set; } } [MimoOutput] public partial class Letter : Base { public string? Text { get; set; } }")]
    [InlineData("public class Base { public Base Clone => this; } [MimoOutput] public partial class Letter : Base { public string? Text { get; set; } }")]
    [InlineData("public class Base { public Base Draft => this; } [MimoOutput] public partial class {|MIMO060:Letter|} : Base { public string? Text { get; set; } }")]
    [InlineData("public class Base(string clone) { public string Clone { get; } = clone; } [MimoOutput] public partial class {|MIMO060:Letter|}(string clone) : Base(clone);")]
    [InlineData("[MimoOutput] public partial class Letter { public string? Text { get; set; } public Letter Clone() => new() { Text = Text }; public void PrintMembers() { } }")]
    [InlineData("[MimoOutput] public partial class {|MIMO060:Letter|} { public string? Text { get; set; } public void Draft() { } }")]
    [InlineData("[MimoOutput] public partial class {|MIMO060:Letters|} : System.Collections.Generic.List<string> { }")]
    [InlineData("[MimoOutput] public abstract partial record {|MIMO060:Letter|}; public sealed record Long : Letter;")]
    [InlineData("[MimoOutput] public abstract partial record {|MIMO005:Letter|}(string Subject);")]
    [InlineData("[MimoOutput] public partial record {|MIMO004:Letter|}(System.IO.Stream Body);")]
    [InlineData("#pragma warning disable MIMO060\n[MimoOutput] public partial record Letter<T>(T Subject);")]
    [InlineData("[{|CS0592:MimoOutput|}] public partial record struct Letter(string Subject);")]
    [InlineData("[MimoOutput] public record Letter(string Subject);")]
    public Task A_type_with_drafts_is_one_JSON_object(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using Mimo;\n" + code);

    [Theory]
    [InlineData("[MimoOutput] public record {|MIMO001:Letter|}(string Subject);")]
    [InlineData("public class {|MIMO001:Outer|} { [MimoOutput] public partial record Letter(string Subject); }")]
    public Task It_is_partial(string code) => AnalyzerCheck.RunAsync<HolderAnalyzer>("using Mimo;\n" + code);

    [Fact]
    public Task The_message_names_the_member() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        "[Mimo.MimoOutput] public partial record {|#0:Letter|}(string Draft);",
        new DiagnosticResult("MIMO060", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'Letter' can't have drafts: its member 'Draft' has a name that the generated record 'Draft' needs"));
}

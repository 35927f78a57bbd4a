using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>The names of tools and of their arguments.</summary>
public class ToolNameRuleTests
{
    [Theory]
    [InlineData("[MimoTool({|MIMO009:\"get weather\"|})] static void Call() { }")]
    [InlineData("[MimoTool(Effect = ToolEffect.ReadOnly, Name = {|MIMO009:\"größe\"|})] static void Call() { }")]
    [InlineData("[MimoTool({|MIMO009:\"\"|})] static void Call() { }")]
    [InlineData("[MimoTool] static void {|MIMO009:Größe|}() { }")]
    [InlineData("[MimoTool({|MIMO009:\"a2345678901234567890123456789012345678901234567890123456789012345\"|})] static void Call() { }")]
    [InlineData("[MimoTool(\"a234567890123456789012345678901234567890123456789012345678901234\")] static void Call() { }")]
    [InlineData("[MimoTool(\"get_weather-2\")] static void Größe() { }")]
    [InlineData("\n#pragma warning disable MIMO009\n[MimoTool(\"get weather\")] static void Call() { }")]
    public Task Tool_names_are_those_that_MiMo_accepts(string method) => Check($"partial class Holder {{ {method} }}");

    [Theory]
    [InlineData("[MimoTool] static void Call() { } [MimoTool] static void {|MIMO010:Call|}(int number) { } [MimoTool] static void {|MIMO010:CallAsync|}() { }")]
    [InlineData("[MimoTool(\"x\")] static void A() { } [MimoTool({|MIMO010:\"x\"|})] static void B() { }")]
    [InlineData("[MimoTool] static void X() { } [MimoTool(Name = {|MIMO010:\"x\"|})] static void B() { }")]
    [InlineData("[MimoTool] static void Call() { } static void Call(int number) { }")]
    [InlineData("[MimoTool(\"x\")] static void A() { } [MimoTool(\"X\")] static void B() { }")]
    [InlineData("[MimoTool(\"x\")] static void A() { }\n#pragma warning disable MIMO010\n[MimoTool(\"x\")] static void B() { }")]
    public Task Tools_of_a_type_have_different_names(string methods) => Check($"partial class Holder {{ {methods} }}");

    [Fact]
    public Task Tools_of_different_types_may_share_a_name() => Check("""
        partial class A { [MimoTool] static void Call() { } }
        partial class B { [MimoTool] static void Call() { } partial class C { [MimoTool] static void Call() { } } }
        """);

    [Theory]
    [InlineData("[MimoTool] public override void Call() { }")]
    [InlineData("[MimoTool] public new void Call() { }")]
    [InlineData("[MimoTool(\"other\")] public void Call(int number) { }")]
    [InlineData("[MimoTool] public void {|MIMO010:Call|}(int number) { }")]
    [InlineData("[MimoTool({|MIMO010:\"call\"|})] public static void Other() { }")]
    public Task Tools_of_a_type_and_its_bases_have_different_names(string method) => Check($$"""
        partial class Holder { [MimoTool] public virtual void Call() { } }
        class Between : Holder { }
        partial class Derived : Between { {{method}} }
        """);

    /// <summary>What is wrong with the base's tools is one error, not one more in the derived type's generated code.</summary>
    [Fact]
    public Task A_base_without_a_sound_tool_gives_nothing_to_inherit() => Check("""
        partial class Generic<T> { [MimoTool] public void Call() { } }
        partial class First : Generic<int> { [MimoTool] public void Other() { } }
        partial class Unsound { [MimoTool] public void Call({|MIMO003:ref|} int x) { } }
        partial class Second : Unsound { [MimoTool] public void Other() { } }
        """);

    [Theory]
    [InlineData("[MimoParameter(Name = \"x\")] int a, [MimoParameter(Name = \"x\")] int {|MIMO019:b|}")]
    [InlineData("int x, [MimoParameter(Name = \"x\")] int {|MIMO019:b|}")]
    [InlineData("int x, [MimoParameter(Name = \"X\")] int b")]
    public Task Arguments_have_different_names(string parameters) => Check($"partial class Holder {{ [MimoTool] static void A({parameters}) {{ }} }}");

    private static Task Check(string code) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("using Mimo;\n" + code);
}

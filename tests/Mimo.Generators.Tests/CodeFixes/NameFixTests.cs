using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>Names that MiMo refuses, or that two tools have.</summary>
public class NameFixTests
{
    [Theory]
    [InlineData("[MimoTool({|MIMO009:\"get weather!\"|})]", "[MimoTool(\"get_weather\")]")]
    [InlineData("[MimoTool(Effect = ToolEffect.ReadOnly, Name = {|MIMO009:\"größe\"|})]", "[MimoTool(Effect = ToolEffect.ReadOnly, Name = \"grosse\")]")]
    [InlineData("[MimoTool({|MIMO009:\"\"|})]", "[MimoTool(\"first_thing\")]")]
    [InlineData("[MimoTool({|MIMO009:\"a234567890123456789012345678901234567890123456789012345678901234567\"|})]", "[MimoTool(\"a234567890123456789012345678901234567890123456789012345678901234\")]")]
    public Task A_name_is_made_one_that_MiMo_accepts(string before, string after) => Check<ToolNameCodeFixProvider>($"{before} static void FirstThing() {{ }}", $"{after} static void FirstThing() {{ }}");

    [Fact]
    public Task All_names_are_made_such_at_once() => Check<ToolNameCodeFixProvider>(
        "[MimoTool] static void {|MIMO009:Größe|}() { } [MimoTool(Effect = ToolEffect.ReadOnly)] static void {|MIMO009:Überblick|}() { }",
        "[MimoTool(\"grosse\")] static void Größe() { } [MimoTool(\"uberblick\", Effect = ToolEffect.ReadOnly)] static void Überblick() { }");

    [Theory]
    [InlineData("[MimoTool({|MIMO009:Bad|})] static void Call() { } const string Bad = \"a b\";")]
    [InlineData("[MimoTool({|MIMO009:\"日本\"|})] static void 日本() { }")]
    public Task A_name_that_cannot_be_repaired_here_is_left(string code) => Check<ToolNameCodeFixProvider>(code, code);

    [Fact]
    public Task What_an_attribute_says_of_its_arguments_stays() => Check<ToolNameCodeFixProvider>(
        """
        [MimoTool]
            static void Find() { }

            [MimoTool(
                Effect = ToolEffect.ReadOnly, // It only looks.
                Strict = true)]
            static void {|MIMO010:Find|}(int number) { }

            [MimoTool(Effect = ToolEffect.ReadOnly /* so far */, Strict = true)]
            static void {|MIMO010:Find|}(string customer) { }
        """,
        """
        [MimoTool]
            static void Find() { }

            [MimoTool(
                "find_by_number",
                Effect = ToolEffect.ReadOnly, // It only looks.
                Strict = true)]
            static void Find(int number) { }

            [MimoTool("find_by_customer", Effect = ToolEffect.ReadOnly /* so far */, Strict = true)]
            static void Find(string customer) { }
        """);

    [Fact]
    public Task Overloads_are_named_for_what_tells_them_apart() => Check<ToolNameCodeFixProvider>(
        "[MimoTool] static void Find() { } [MimoTool] static void {|MIMO010:Find|}(int orderNumber) { } [MimoTool] static void {|MIMO010:Find|}(string customer, string city) { } [MimoTool] static void {|MIMO010:FindAsync|}() { } [MimoTool({|MIMO010:\"find\"|})] static void Search() { }",
        "[MimoTool] static void Find() { } [MimoTool(\"find_by_order_number\")] static void Find(int orderNumber) { } [MimoTool(\"find_by_customer_and_city\")] static void Find(string customer, string city) { } [MimoTool(\"find_4\")] static void FindAsync() { } [MimoTool(\"find_5\")] static void Search() { }");

    [Fact]
    public Task A_tool_that_another_type_has_too_is_named_after_its_type() => CodeFixCheck.RunAsync<ToolSetAnalyzer, CombinedToolNameCodeFixProvider>(
        Combined("MimoToolSet.Combine(Orders.Tools, {|MIMO010:Invoices.Tools|}, {|MIMO010:offers.Tools|})", "[MimoTool]", "[MimoTool(\"find\", Effect = ToolEffect.ReadOnly)]"),
        Combined("MimoToolSet.Combine(Orders.Tools, Invoices.Tools, offers.Tools)", "[MimoTool(\"invoices_find\")]", "[MimoTool(\"offers_find\", Effect = ToolEffect.ReadOnly)]"));

    [Fact]
    public Task A_tool_that_a_prompt_is_offered_twice_is_named_after_its_type()
    {
        const string Prompt = "\n\n[MimoPrompt(Tools = [typeof(Orders), TYPE])]\npartial interface IAsk { [UserPrompt(\"x\")] System.Threading.Tasks.Task<string> AskAsync(System.Threading.CancellationToken token); }";
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, CombinedToolNameCodeFixProvider>(
            Combined("null", "[MimoTool]", "") + Prompt.Replace("TYPE", "{|MIMO010:typeof(Invoices)|}", StringComparison.Ordinal),
            Combined("null", "[MimoTool(\"invoices_find\")]", "") + Prompt.Replace("TYPE", "typeof(Invoices)", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_tool_that_is_inherited_is_named_after_the_type_that_has_it()
    {
        return CodeFixCheck.RunAsync<ToolSetAnalyzer, CombinedToolNameCodeFixProvider>(
            Code("[MimoTool]", "{|MIMO010:large.Tools|}"),
            Code("[MimoTool(\"offers_find\")]", "large.Tools"));

        static string Code(string marker, string second) => $$"""
            using Mimo;

            partial class Orders { [MimoTool] static void Find() { } }

            partial class Offers { {{marker}} void Find() { } }

            partial class LargeOffers : Offers { [MimoTool] void Count() { } }

            class User { MimoToolSet Tools(LargeOffers large) => MimoToolSet.Combine(Orders.Tools, {{second}}); }
            """;
    }

    [Fact]
    public Task A_tool_that_two_types_inherit_would_clash_under_any_name() => CodeFixCheck.RunUnfixableAsync<ToolSetAnalyzer, CombinedToolNameCodeFixProvider>("""
        using Mimo;

        partial class Offers { [MimoTool] void Find() { } }

        partial class LargeOffers : Offers { [MimoTool] void Count() { } }

        class User { MimoToolSet Tools(Offers offers, LargeOffers large) => MimoToolSet.Combine(offers.Tools, {|MIMO010:large.Tools|}); }
        """);

    [Fact]
    public Task A_tool_with_a_name_from_elsewhere_is_left() => CodeFixCheck.RunUnfixableAsync<ToolSetAnalyzer, CombinedToolNameCodeFixProvider>(
        Combined("MimoToolSet.Combine(Orders.Tools, {|MIMO010:Invoices.Tools|})", "[MimoTool(Name)]", "", "private const string Name = \"find\"; "));

    private static Task Check<TFix>(string before, string after, string? kind = null)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TFix>(Around(before), Around(after), kind);

    private static string Around(string members) => $$"""
        using Mimo;
        using System.ComponentModel;

        partial class Holder
        {
            {{members}}
        }
        """;

    private static string Combined(string tools, string second, string third, string member = "") => $$"""
        using Mimo;

        partial class Orders { [MimoTool] static void Find() { } }

        partial class Invoices { {{member}}{{second}} static void Find() { } }

        partial class Offers { {{third}} void Find() { } }

        class User { MimoToolSet? Tools(Offers offers) => {{tools}}; }
        """;
}

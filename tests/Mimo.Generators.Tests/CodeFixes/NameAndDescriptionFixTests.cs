using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class NameAndDescriptionFixTests
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
    public Task A_tool_with_a_name_from_elsewhere_is_left() => CodeFixCheck.RunUnfixableAsync<ToolSetAnalyzer, CombinedToolNameCodeFixProvider>(
        Combined("MimoToolSet.Combine(Orders.Tools, {|MIMO010:Invoices.Tools|})", "[MimoTool(Name)]", "", "private const string Name = \"find\"; "));

    [Fact]
    public Task A_tool_is_described_by_its_name() => Check<DescribeCodeFixProvider>(
        """
        [MimoTool]
            static void {|MIMO011:GetCurrentWeatherAsync|}() { }

            // Kept.
            [MimoTool] static void {|MIMO011:ReadHTMLPage|}() { }
        """,
        """
        /// <summary>Get current weather.</summary>
            [MimoTool]
            static void GetCurrentWeatherAsync() { }

            // Kept.
            /// <summary>Read HTML page.</summary>
            [MimoTool] static void ReadHTMLPage() { }
        """);

    [Fact]
    public Task Parameters_are_described_by_their_names() => Check<DescribeCodeFixProvider>(
        """
        /// <summary>Finds.</summary>
            [MimoTool]
            static void Find(int {|MIMO011:orderNumber|}, string {|MIMO011:city|}) { }
        """,
        """
        /// <summary>Finds.</summary>
            /// <param name="orderNumber">The order number.</param>
            /// <param name="city">The city.</param>
            [MimoTool]
            static void Find(int orderNumber, string city) { }
        """);

    [Fact]
    public Task An_element_that_says_nothing_gives_way() => Check<DescribeCodeFixProvider>(
        """
        /// <summary>
            /// </summary>
            /// <returns>It.</returns>
            [MimoTool]
            static int {|MIMO011:FindOrder|}() => 1;
        """,
        """
        /// <summary>Find order.</summary>
            /// <returns>It.</returns>
            [MimoTool]
            static int FindOrder() => 1;
        """);

    [Fact]
    public Task The_comment_is_kept_and_the_attribute_goes() => Check<KeepCommentCodeFixProvider>(
        """
        /// <summary>Finds.</summary>
            /// <param name="number">One.</param>
            [MimoTool, {|MIMO012:Description("Searches.")|}]
            static void Find([{|MIMO012:Description("Another.")|}] int number) { }
        """,
        """
        /// <summary>Finds.</summary>
            /// <param name="number">One.</param>
            [MimoTool]
            static void Find(int number) { }
        """);

    [Fact]
    public Task The_attribute_is_kept_and_the_comment_goes() => Check<KeepCommentCodeFixProvider>(
        """
        /// <summary>Finds.</summary>
            /// <param name="number">One.</param>
            /// <returns>It.</returns>
            [MimoTool, {|MIMO012:Description("Searches.")|}]
            static int Find([{|MIMO012:Description("Another.")|}] int number) => number;
        """,
        """
        /// <returns>It.</returns>
            [MimoTool, Description("Searches.")]
            static int Find([Description("Another.")] int number) => number;
        """,
        "RemoveComment");

    [Fact]
    public Task Text_for_no_parameter_goes() => Check<KeepCommentCodeFixProvider>(
        """
        /// <summary>Finds.</summary>
            /// <param name="{|MIMO012:number|}">One,
            /// and more.</param>
            /// <param name="{|MIMO012:city|}">A city.</param><param name="name">Kept.</param>
            [MimoTool]
            static void Find(string name) { }
        """,
        """
        /// <summary>Finds.</summary>
            /// <param name="name">Kept.</param>
            [MimoTool]
            static void Find(string name) { }
        """);

    [Fact]
    public Task A_comment_that_is_no_XML_is_made_so() => Check<RepairCommentCodeFixProvider>(
        """
        {|MIMO012:/// <summary>Finds orders < 10 of AT&T in a List<int>.</summary>|}
            /// <param name="number">One, &amp; no <c>other</c>.</param>
            [MimoTool]
            static void Find(int number) { }

            /// <summary>
            /// Searches <b>all.
            {|MIMO012:/// </summary>|}
            [MimoTool]
            static void Search() { }

            /// <summary>Ships.
            /// It takes <see cref="Find">.
            {|MIMO012:/// <param name=number>One.|}
            /// <returns>Nothing.</returns>
            [MimoTool]
            static void Ship(int number) { }
        """,
        """
        /// <summary>Finds orders &lt; 10 of AT&amp;T in a List&lt;int>.</summary>
            /// <param name="number">One, &amp; no <c>other</c>.</param>
            [MimoTool]
            static void Find(int number) { }

            /// <summary>
            /// Searches <b>all.</b>
            /// </summary>
            [MimoTool]
            static void Search() { }

            /// <summary>Ships.
            /// It takes <see cref="Find"/>.</summary>
            /// <param name="number">One.</param>
            /// <returns>Nothing.</returns>
            [MimoTool]
            static void Ship(int number) { }
        """);

    [Fact]
    public Task The_comments_of_what_the_model_fills_are_repaired_too() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, RepairCommentCodeFixProvider>(
        """
        using Mimo;

        {|MIMO012:/// <summary>A & B.</summary>|}
        public record Order(int Number)
        {
            {|MIMO012:/// <summary>Below < 10.</summary>|}
            public int Count { get; init; }
        }

        {|MIMO012:/// <summary>R & D.</summary>|}
        public enum Mood
        {
            {|MIMO012:/// <summary>Below < 3.</summary>|}
            Glum,
            Fine,
        }

        partial class Holder { [MimoTool] static void Find(Order order, Mood mood) { } }
        """,
        """
        using Mimo;

        /// <summary>A &amp; B.</summary>
        public record Order(int Number)
        {
            /// <summary>Below &lt; 10.</summary>
            public int Count { get; init; }
        }

        /// <summary>R &amp; D.</summary>
        public enum Mood
        {
            /// <summary>Below &lt; 3.</summary>
            Glum,
            Fine,
        }

        partial class Holder { [MimoTool] static void Find(Order order, Mood mood) { } }
        """);

    [Fact]
    public Task Of_what_is_said_twice_of_a_member_one_is_kept() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, KeepCommentCodeFixProvider>(
        """
        using Mimo;
        using System.ComponentModel;

        /// <summary>An order.</summary>
        /// <param name="Number">One.</param>
        /// <param name="{|MIMO012:Price|}">Two.</param>
        public record Order([property: {|MIMO012:Description("Another.")|}] int Number)
        {
            /// <summary>How many.</summary>
            [{|MIMO012:Description("Count.")|}]
            public int Count { get; init; }

            /// <summary>Same.</summary>
            [Description("Same.")]
            public int Other { get; init; }
        }

        public enum Mood
        {
            /// <summary>Low.</summary>
            [{|MIMO012:Description("Sad.")|}]
            Glum,
        }

        partial class Holder { [MimoTool] static void Find(Order order, Mood mood) { } }
        """,
        """
        using Mimo;
        using System.ComponentModel;

        /// <summary>An order.</summary>
        /// <param name="Number">One.</param>
        /// <param name="{|MIMO012:Price|}">Two.</param>
        public record Order(int Number)
        {
            /// <summary>How many.</summary>
            public int Count { get; init; }

            /// <summary>Same.</summary>
            [Description("Same.")]
            public int Other { get; init; }
        }

        public enum Mood
        {
            /// <summary>Low.</summary>
            Glum,
        }

        partial class Holder { [MimoTool] static void Find(Order order, Mood mood) { } }
        """,
        "RemoveDescription");

    [Fact]
    public Task A_block_comment_is_left_to_its_author() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, RepairCommentCodeFixProvider>(Around(
        "{|MIMO012:/** <summary>Finds < 10.</summary> */|}\n    [MimoTool]\n    static void Find() { }"));

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

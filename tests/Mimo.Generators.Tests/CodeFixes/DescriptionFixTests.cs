using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>What the model reads of tools, parameters and types.</summary>
public class DescriptionFixTests
{
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
    public Task A_comment_ends_its_lines_as_the_file_does() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, DescribeCodeFixProvider>(
        "using Mimo;\r\npartial class Holder { \r\n[MimoTool] static void {|MIMO011:Find|}() { }\r\n}\r\n",
        "using Mimo;\r\npartial class Holder { \r\n/// <summary>Find.</summary>\r\n[MimoTool] static void Find() { }\r\n}\r\n");

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
}

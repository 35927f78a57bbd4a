using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class MakePartialTests
{
    [Theory]
    [InlineData("class {|MIMO001:Holder|} { [Mimo.MimoTool] static void A() { } }", "partial class Holder { [Mimo.MimoTool] static void A() { } }")]
    [InlineData("public sealed class {|MIMO001:Holder|} { [Mimo.MimoTool] static void A() { } }", "public sealed partial class Holder { [Mimo.MimoTool] static void A() { } }")]
    [InlineData("public static class {|MIMO001:Holder|} { [Mimo.MimoTool] static void A() { } }", "public static partial class Holder { [Mimo.MimoTool] static void A() { } }")]
    [InlineData("record struct {|MIMO001:Holder|}(int X) { [Mimo.MimoTool] static void A() { } }", "partial record struct Holder(int X) { [Mimo.MimoTool] static void A() { } }")]
    [InlineData("readonly ref struct {|MIMO001:Holder|} { [Mimo.MimoTool] static void A() { } }", "readonly ref partial struct Holder { [Mimo.MimoTool] static void A() { } }")]
    [InlineData(
        "// Kept.\n\n/// <summary>Kept.</summary>\n[System.Obsolete] // Kept too.\nclass {|MIMO001:Holder|}\n{\n    [Mimo.MimoTool] static void A() { }\n}",
        "// Kept.\n\n/// <summary>Kept.</summary>\n[System.Obsolete] // Kept too.\npartial class Holder\n{\n    [Mimo.MimoTool] static void A() { }\n}")]
    [InlineData(
        "/// <summary>Kept.</summary>\npublic class {|MIMO001:Holder|} { [Mimo.MimoTool] static void A() { } }",
        "/// <summary>Kept.</summary>\npublic partial class Holder { [Mimo.MimoTool] static void A() { } }")]
    public Task A_type_becomes_partial(string code, string expected) => CodeFixCheck.RunAsync<HolderAnalyzer, MakePartialCodeFixProvider>(code, expected);

    [Fact]
    public Task The_types_around_it_become_partial_too() => CodeFixCheck.RunAsync<HolderAnalyzer, MakePartialCodeFixProvider>(
        """
        public interface {|MIMO001:IOuter|}
        {
            public partial class Middle
            {
                private sealed class {|MIMO001:Holder|}
                {
                    [Mimo.MimoTool]
                    static void A() { }
                }
            }
        }
        """,
        """
        public partial interface IOuter
        {
            public partial class Middle
            {
                private sealed partial class Holder
                {
                    [Mimo.MimoTool]
                    static void A() { }
                }
            }
        }
        """);

    [Fact]
    public Task All_types_are_fixed_at_once_also_those_that_share_an_outer_one() => CodeFixCheck.RunAsync<HolderAnalyzer, MakePartialCodeFixProvider>(
        """
        class {|MIMO001:Outer|}
        {
            class {|MIMO001:First|} { [Mimo.MimoTool] static void A() { } }

            class {|MIMO001:Second|} { [Mimo.MimoTool] static void A() { } }
        }

        struct {|MIMO001:Third|} { [Mimo.MimoTool] static void A() { } }
        """,
        """
        partial class Outer
        {
            partial class First { [Mimo.MimoTool] static void A() { } }

            partial class Second { [Mimo.MimoTool] static void A() { } }
        }

        partial struct Third { [Mimo.MimoTool] static void A() { } }
        """);

    [Fact]
    public Task A_prompt_interface_becomes_partial() => CodeFixCheck.RunAsync<HolderAnalyzer, MakePartialCodeFixProvider>(
        """
        [Mimo.MimoPrompt]
        public interface {|MIMO001:IAssistant|}
        {
            [Mimo.UserPrompt("Say hello.")]
            System.Threading.Tasks.Task<string> GreetAsync();
        }
        """,
        """
        [Mimo.MimoPrompt]
        public partial interface IAssistant
        {
            [Mimo.UserPrompt("Say hello.")]
            System.Threading.Tasks.Task<string> GreetAsync();
        }
        """);

    [Theory]
    [InlineData("file partial class {|MIMO001:Holder|} { [Mimo.MimoTool] public static void A() { } }")]
    [InlineData("file class {|MIMO001:Outer|} { class {|MIMO001:Holder|} { [Mimo.MimoTool] public static void A() { } } }")]
    public Task A_type_local_to_its_file_is_left_to_its_author(string code) => CodeFixCheck.RunUnfixableAsync<HolderAnalyzer, MakePartialCodeFixProvider>(code);
}

using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

public class RenameClashTests
{
    [Fact]
    public Task A_member_is_renamed_wherever_it_is_used() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        [
            ("Holder.cs", "public partial class Holder { [Mimo.MimoTool] static void A() { } public int {|MIMO048:Tools|} => 1; public int OwnTools() => Tools + this.Tools; }"),
            ("Other.cs", "class Other { string Tools(Holder holder) => holder.Tools + nameof(Tools) + nameof(Holder.Tools); }"),
        ],
        [
            ("Holder.cs", "public partial class Holder { [Mimo.MimoTool] static void A() { } public int OwnTools2 => 1; public int OwnTools() => OwnTools2 + this.OwnTools2; }"),
            ("Other.cs", "class Other { string Tools(Holder holder) => holder.OwnTools2 + nameof(Tools) + nameof(Holder.OwnTools2); }"),
        ]);

    [Fact]
    public Task A_type_is_renamed_with_its_constructors() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        "partial class {|MIMO048:Tools|} { Tools() { } [Mimo.MimoTool] void A() { } static Tools Make() => new Tools(); }",
        "partial class OwnTools { OwnTools() { } [Mimo.MimoTool] void A() { } static OwnTools Make() => new OwnTools(); }");

    [Fact]
    public Task All_are_renamed_at_once() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        """
        partial class First { [Mimo.MimoTool] static void A() { } public static int {|MIMO048:Tools|} => Second.Tools; }

        partial class Second { [Mimo.MimoTool] static void A() { } public static int {|MIMO048:Tools|} => First.Tools; }
        """,
        """
        partial class First { [Mimo.MimoTool] static void A() { } public static int OwnTools => Second.OwnTools; }

        partial class Second { [Mimo.MimoTool] static void A() { } public static int OwnTools => First.OwnTools; }
        """);

    [Fact]
    public Task A_prompt_is_renamed() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, RenameClashCodeFixProvider>(
        "[Mimo.MimoPrompt] partial interface IPrompt { [Mimo.UserPrompt(\"a\")] System.Threading.Tasks.Task {|MIMO048:Requests|}(); }",
        "[Mimo.MimoPrompt] partial interface IPrompt { [Mimo.UserPrompt(\"a\")] System.Threading.Tasks.Task OwnRequests(); }");
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
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
    public Task Members_that_share_what_they_implement_are_renamed_at_once() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        """
        public interface IKit { int Tools { get; } }

        public partial class First : IKit { [Mimo.MimoTool] static void A() { } public int {|MIMO048:Tools|} => 1; }

        public partial class Second : IKit { [Mimo.MimoTool] static void A() { } public int {|MIMO048:Tools|} => 2; }
        """,
        """
        public interface IKit { int OwnTools { get; } }

        public partial class First : IKit { [Mimo.MimoTool] static void A() { } public int OwnTools => 1; }

        public partial class Second : IKit { [Mimo.MimoTool] static void A() { } public int OwnTools => 2; }
        """);

    [Fact]
    public Task A_prompt_is_renamed() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, RenameClashCodeFixProvider>(
        "[Mimo.MimoPrompt] partial interface IPrompt { [Mimo.UserPrompt(\"a\")] System.Threading.Tasks.Task {|MIMO048:Requests|}(); }",
        "[Mimo.MimoPrompt] partial interface IPrompt { [Mimo.UserPrompt(\"a\")] System.Threading.Tasks.Task OwnRequests(); }");

    [Fact]
    public Task What_an_interface_asks_for_is_renamed_there_and_in_all_that_implement_it() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        [
            ("Holder.cs", "public partial class Holder : IKit { [Mimo.MimoTool] static void A() { } public int {|MIMO048:Tools|} => 1; }"),
            ("Kit.cs", "public interface IKit { int Tools { get; } } class First : IKit { public int Tools => 1; } class Second : IKit { int IKit.Tools => 2; int Count(IKit kit) => kit.Tools; }"),
        ],
        [
            ("Holder.cs", "public partial class Holder : IKit { [Mimo.MimoTool] static void A() { } public int OwnTools => 1; }"),
            ("Kit.cs", "public interface IKit { int OwnTools { get; } } class First : IKit { public int OwnTools => 1; } class Second : IKit { int IKit.OwnTools => 2; int Count(IKit kit) => kit.OwnTools; }"),
        ]);

    [Fact]
    public Task What_overrides_a_member_is_renamed_with_it() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        "public partial class Holder { [Mimo.MimoTool] static void A() { } public virtual int {|MIMO048:Tools|} => 1; } class Heir : Holder { public override int Tools => base.Tools; }",
        "public partial class Holder { [Mimo.MimoTool] static void A() { } public virtual int OwnTools => 1; } class Heir : Holder { public override int OwnTools => base.OwnTools; }");

    [Fact]
    public Task What_comments_refer_to_is_renamed_there() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        "/// <summary><see cref=\"Tools\"/> and <see cref=\"Holder.Tools\"/></summary>\npublic partial class Holder { [Mimo.MimoTool] static void A() { } public int {|MIMO048:Tools|} => 1; }",
        "/// <summary><see cref=\"OwnTools\"/> and <see cref=\"Holder.OwnTools\"/></summary>\npublic partial class Holder { [Mimo.MimoTool] static void A() { } public int OwnTools => 1; }");

    [Fact]
    public Task A_name_that_a_heir_has_is_not_taken() => CodeFixCheck.RunAsync<GeneratedNameAnalyzer, RenameClashCodeFixProvider>(
        "public partial class Holder { [Mimo.MimoTool] static void A() { } public int {|MIMO048:Tools|} => 1; } class Heir : Holder { int OwnTools => 2; int Count(int OwnTools2) => Tools; }",
        "public partial class Holder { [Mimo.MimoTool] static void A() { } public int OwnTools3 => 1; } class Heir : Holder { int OwnTools => 2; int Count(int OwnTools2) => OwnTools3; }");

    [Fact]
    public async Task A_member_is_renamed_in_the_projects_that_use_it()
    {
        using var workspace = new AdhocWorkspace();
        Project library = Add(workspace.CurrentSolution, "Library", "public partial class Holder { [Mimo.MimoTool] static void A() { } public virtual int Tools => 1; }");
        Project app = Add(library.Solution, "App", "class Heir : Holder { public override int Tools => base.Tools + new Holder().Tools; }");
        Solution solution = app.AddProjectReference(new ProjectReference(library.Id)).Solution;
        Document document = solution.GetProject(library.Id)!.Documents.Single();
        Diagnostic clash = Assert.Single(await (await document.Project.GetCompilationAsync())!.WithAnalyzers([new GeneratedNameAnalyzer()]).GetAnalyzerDiagnosticsAsync());

        Repair repair = Assert.Single(await new RenameClashCodeFixProvider().FindRepairsAsync(document, clash, CancellationToken.None));
        Solution changed = await RepairAllProvider.ApplyAsync(solution, [repair], CancellationToken.None);

        Assert.Empty((await changed.GetProject(library.Id)!.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty((await changed.GetProject(app.Id)!.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Contains("base.OwnTools + new Holder().OwnTools", (await changed.GetProject(app.Id)!.Documents.Single().GetTextAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_library_asks_for_is_left()
    {
        using var workspace = new AdhocWorkspace();
        Project library = Add(workspace.CurrentSolution, "Library", "public interface IKit { int Tools { get; } }");
        PortableExecutableReference metadata = AssemblyOf((await library.GetCompilationAsync())!);
        Project app = Add(workspace.CurrentSolution, "App", "public partial class Holder : IKit { [Mimo.MimoTool] static void A() { } public int Tools => 1; }").AddMetadataReference(metadata);
        Diagnostic clash = Assert.Single(await (await app.GetCompilationAsync())!.WithAnalyzers([new GeneratedNameAnalyzer()]).GetAnalyzerDiagnosticsAsync());

        Assert.Empty(await new RenameClashCodeFixProvider().FindRepairsAsync(app.Documents.Single(), clash, CancellationToken.None));
    }

    private static Project Add(Solution solution, string name, string code) => solution
        .AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp))
        .Projects.Single(project => project.Name == name)
        .WithMetadataReferences(TestFramework.Net100.References)
        .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .AddDocument(name + ".cs", code).Project;

    private static PortableExecutableReference AssemblyOf(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}

using Microsoft.CodeAnalysis;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Robustness;

/// <summary>
/// Two types of one name are the compiler's error to tell, and stand in a project while somebody turns a class into a record. All that
/// is generated for others must still be there then.
/// </summary>
public class TwinTests
{
    private const string Usings = "using System.Threading.Tasks; using Mimo;\n";

    private const string Others = Usings + """
        public static partial class Other { [MimoTool] public static string Call() => ""; }
        [MimoOutput] public partial record Letter(string Subject);
        [MimoPrompt(Tools = new[] { typeof(Other) })] public partial interface IOther { [UserPrompt("x")] Task<string> AskAsync(); }
        """;

    [Theory]
    [InlineData("public partial class Clock { [MimoTool] public static string Now() => \"\"; }", "public partial record Clock { [MimoTool] public static string Day() => \"\"; }")]
    [InlineData("public partial class Clock { [MimoTool] public string Now() => \"\"; }", "public partial struct Clock { [MimoTool] public string Day() => \"\"; }")]
    [InlineData("[MimoOutput] public partial class Answer { public string? Text { get; set; } }", "[MimoOutput] public partial record Answer(string Text);")]
    [InlineData("[MimoPrompt] public partial interface IAsk { [UserPrompt(\"x\")] Task AskAsync(); }", "public partial class IAsk { [MimoTool] public static string Day() => \"\"; }")]
    [InlineData("public partial class Outer { public partial class Clock { [MimoTool] public static string Now() => \"\"; } }", "public partial record Outer { public partial class Clock { [MimoTool] public static string Day() => \"\"; } }")]
    [InlineData("public partial class Outer { public partial class Clock { [MimoTool] public static string Now() => \"\"; } }", "public partial class Outer { public partial record Clock { [MimoTool] public static string Day() => \"\"; } }")]
    [InlineData(
        "namespace Shop { public partial class Prompts { [MimoPrompt] public partial interface IAsk { [UserPrompt(\"x\")] Task AskAsync(); } } }",
        "namespace Shop.Prompts { [MimoPrompt] public partial interface IAsk { [UserPrompt(\"x\")] Task AskAsync(); } }")]
    [InlineData(
        "namespace Shop { public partial class Sets { public partial class Clock { [MimoTool] public static string Now() => \"\"; } } }",
        "namespace Shop.Sets { public partial class Clock { [MimoTool] public static string Now() => \"\"; } }")]
    public void Two_types_of_one_name_give_the_compilers_error_and_no_other(string first, string second)
    {
        foreach ((string a, string b) in new[] { (first, second), (second, first) })
        {
            var session = new GeneratorSession(TestProject.Of(("A.cs", Usings + a), ("B.cs", Usings + b), ("Others.cs", Others)));

            string added = string.Join("\n", Errors(session.Output).Except(Errors(session.Compilation)));
            Assert.True(added.Length == 0, added);
            Assert.Contains(Errors(session.Output), static error => error.Contains("CS0101") || error.Contains("CS0102") || error.Contains("CS0261"));
            foreach (string file in new[] { "Other.Tools.", "IOther.Prompt.", "Letter.Draft." })
            {
                Assert.Contains(session.Sources.Keys, name => name.StartsWith(file, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("public partial class Clock { [MimoTool] public static string Now() => \"\"; }", "file class Clock { }")]
    [InlineData("public partial class Clock { [MimoTool] public static string Now() => \"\"; }", "public class Clock<T> { }")]
    [InlineData("public partial class Outer { public partial class Clock { [MimoTool] public static string Now() => \"\"; } }", "public partial class Outer { public class Clock<T> { } }")]
    [InlineData("namespace Shop { public partial class Clock { [MimoTool] public static string Now() => \"\"; } }", "namespace Clock { public class Shop { } }")]
    public void Types_that_only_look_alike_are_no_twins(string first, string second)
    {
        foreach ((string a, string b) in new[] { (first, second), (second, first) })
        {
            Assert.Contains(GeneratorHarness.Check(TestProject.Of(("A.cs", Usings + a), ("B.cs", Usings + b))).Sources.Keys, static name => name.Contains("Clock.Tools.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_names_one_of_them_gives_no_second_error_either()
    {
        var session = new GeneratorSession(TestProject.Of(
            ("A.cs", Usings + "public partial class Clock { [MimoTool] public string Now() => \"\"; }"),
            ("B.cs", Usings + "public partial record Clock { [MimoTool] public string Day() => \"\"; }"),
            ("C.cs", Usings + """
                [MimoPrompt(Tools = new[] { typeof(Clock) })] public partial interface IAsk { [UserPrompt("x")] Task<string> AskAsync(); }
                [MimoPrompt] public partial interface ITell { [UserPrompt("x")] Task<string> TellAsync(Clock clock); }
                """)));

        Assert.Equal(Errors(session.Compilation), Errors(session.Output));
    }

    private static IEnumerable<string> Errors(Compilation compilation) => compilation.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsMissingComment(diagnostic))
        .Select(static diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal);

    private static bool IsMissingComment(Diagnostic diagnostic) => diagnostic.Id is "CS1591" or "CS1573";
}

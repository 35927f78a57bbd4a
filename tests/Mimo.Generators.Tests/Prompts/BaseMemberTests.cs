using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>What prompt interfaces inherit from their bases, and what is said of it.</summary>
public class BaseMemberTests
{
    private const string Usings = "using System; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    private const string Disposable = Usings + """
        [MimoPrompt]
        public partial interface IAssistant : IAsyncDisposable
        {
            ValueTask IAsyncDisposable.DisposeAsync() => default;
            [UserPrompt("{text}")] Task<string> AskAsync(string text, CancellationToken token);
        }

        [MimoPrompt] public partial interface IHeir : IAssistant { }
        """;

    [Fact]
    public void A_base_member_with_an_implementation_is_not_implemented() =>
        Assert.All(GeneratorHarness.Check(Disposable).Sources.Values, static text => Assert.DoesNotContain("DisposeAsync", text, StringComparison.Ordinal));

    [Fact]
    public Task It_is_no_prompt_that_is_wrong() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Disposable);

    [Theory]
    [InlineData("Task<string> IBase.AskAsync(string text) => Task.FromResult(text);", "IBase.AskAsync(")]
    [InlineData("int IOwner.Count => 1;", "IOwner.Count")]
    [InlineData("event Action IOwner.Changed { add { } remove { } }", "IOwner.Changed")]
    public void An_heirs_own_implementation_stays(string member, string generated)
    {
        const string Bases = Usings + """
            public interface IOwner { int Count { get; } event Action Changed; }
            [MimoPrompt] public partial interface IBase : IOwner { [UserPrompt("{text}")] Task<string> AskAsync(string text); }

            """;
        Assert.Contains(generated, Prompt(GeneratorHarness.Check(Bases + "[MimoPrompt] public partial interface IHeir : IBase { }")), StringComparison.Ordinal);

        Assert.DoesNotContain(generated, Prompt(GeneratorHarness.Check(Bases + $"[MimoPrompt] public partial interface IHeir : IBase {{ {member} }}")), StringComparison.Ordinal);
        Assert.DoesNotContain(generated, Prompt(GeneratorHarness.Check(Bases + $"public interface IBetween : IBase {{ {member} }} [MimoPrompt] public partial interface IHeir : IBetween {{ }}")), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_base_member_whose_body_is_taken_away_is_told() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + """
        public interface IOwner { int Count => 1; ValueTask CloseAsync() => default; event Action Changed { add { } remove { } } }

        [MimoPrompt]
        public partial interface IAgain : IOwner
        {
            abstract int IOwner.{|MIMO032:Count|} { get; }
            abstract ValueTask IOwner.{|MIMO032:CloseAsync|}();
            abstract event Action IOwner.{|MIMO032:Changed|};
        }

        [MimoPrompt]
        public partial interface IOnceMore : IAgain { int IOwner.Count => 2; ValueTask IOwner.CloseAsync() => default; event Action IOwner.Changed { add { } remove { } } }
        """);

    [Fact]
    public Task A_body_that_is_given_anew_is_no_prompt_that_is_wrong() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + """
        public interface IOwner { int Count => 1; ValueTask CloseAsync() => default; }

        public interface IAgain : IOwner { abstract int IOwner.Count { get; } abstract ValueTask IOwner.CloseAsync(); }

        [MimoPrompt]
        public partial interface IOnceMore : IAgain { int IOwner.Count => 2; ValueTask IOwner.CloseAsync() => default; }
        """);

    [Fact]
    public Task What_is_wrong_in_a_base_that_is_a_prompt_itself_is_told_there_and_once() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + """
        [MimoPrompt] public partial interface IBase { int {|MIMO032:Count|} { get; } Task<string> {|MIMO032:AskAsync|}(string text); [UserPrompt("{text}")] Task<string> TellAsync({|MIMO003:ref|} string text); }

        [MimoPrompt] public partial interface IHeir : IBase { }
        """);

    [Theory]
    [InlineData("int Count { get; }", "MIMO032")]
    [InlineData("[UserPrompt(\"{text}\")] int Ask(string text);", "MIMO032")]
    [InlineData("[UserPrompt(\"{text}\")] Task<string> AskAsync(ref string text);", "MIMO003")]
    [InlineData("[UserPrompt(\"{type:json}\")] Task<string> AskAsync(Type type);", "MIMO004")]
    public async Task What_is_wrong_in_a_base_of_a_library_is_told_where_it_is_inherited(string member, string rule)
    {
        TestProject project = TestProject.Of(Usings + "[MimoPrompt] public partial interface IHeir : IBase { }") with
        {
            References = [TestLibrary.Compile(Usings + $"public interface IBase {{ {member} }}")],
        };

        Diagnostic problem = Assert.Single(await RulePage.ReportAsync(project, [new MarkedCodeAnalyzer()]), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal(rule, problem.Id);
        Assert.Equal("IHeir", problem.Location.SourceTree!.GetText().ToString(problem.Location.SourceSpan));
    }

    [Fact]
    public async Task What_a_prompt_of_a_library_was_advised_of_is_not_said_to_its_heirs()
    {
        TestProject project = TestProject.Of(Usings + "[MimoPrompt] public partial interface IHeir : IBase { }") with
        {
            References = [TestLibrary.Compile(Usings + "[MimoPrompt] public interface IBase { [UserPrompt(\"x\")] Task<string> AskAsync(string text, CancellationToken token); }")],
        };

        Assert.Empty(await RulePage.ReportAsync(project, [new MarkedCodeAnalyzer()]));
    }

    [Fact]
    public void An_interface_may_name_the_base_that_it_is_given() => GeneratorHarness.Check(Usings + """
        [MimoPrompt] public partial interface IAsk : IMimoPrompt<IAsk> { [UserPrompt("{text}")] Task<string> AskAsync(string text); }

        internal static class Use { public static T Make<T>(IMimoClient client) where T : IMimoPrompt<T> => T.Create(client, null); public static IAsk Go(IMimoClient client) => Make<IAsk>(client); }
        """);

    /// <summary>A base knows nothing of its heirs, and its requests are not to be called otherwise because of one.</summary>
    [Fact]
    public void Of_requests_alike_those_of_the_farthest_base_keep_their_name()
    {
        string prompt = Prompt(GeneratorHarness.Check(Usings + """
            public interface IFirst { [UserPrompt("first {text}")] Task<string> AskAsync(string text); }
            public interface ISecond : IFirst { [UserPrompt("second {text}")] new Task<string> AskAsync(string text); }
            [MimoPrompt] public partial interface IHeir : ISecond { [UserPrompt("third {text}")] new Task<string> AskAsync(string text); }
            """));

        Assert.Equal(
            ["AskAsync: first", "AskAsync_2: second", "AskAsync_3: third"],
            new[] { "first", "second", "third" }.Select(text => $"{RequestBefore(prompt, $"Render($\"{text} ")}: {text}"));
    }

    /// <summary>The name of the request builder that a text stands in.</summary>
    private static string RequestBefore(string prompt, string text)
    {
        const string Head = "public static global::Mimo.MimoRequest ";
        int start = prompt.LastIndexOf(Head, prompt.IndexOf(text, StringComparison.Ordinal), StringComparison.Ordinal) + Head.Length;
        return prompt[start..prompt.IndexOf('(', start)];
    }

    private static string Prompt(CheckedOutput output) => output.Sources.Single(static file => file.Key.StartsWith("IHeir.Prompt.", StringComparison.Ordinal)).Value;
}

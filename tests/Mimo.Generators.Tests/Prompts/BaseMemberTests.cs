using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>What a prompt interface says itself of a member of its bases is not said again.</summary>
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

    private static string Prompt(CheckedOutput output) => output.Sources.Single(static file => file.Key.StartsWith("IHeir.Prompt.", StringComparison.Ordinal)).Value;
}

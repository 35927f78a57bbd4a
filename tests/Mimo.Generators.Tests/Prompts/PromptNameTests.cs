using Microsoft.CodeAnalysis;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>What is generated gives way to the user's names: whatever prompts, parameters and tools are called, the code compiles clean.</summary>
public class PromptNameTests
{
    private const string Usings = "using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    /// <summary>What the generated members of a method <c>AskAsync</c> and its neighbours are called where nobody is in the way.</summary>
    private static readonly string[] Generated =
    [
        "SharedMessage1", "SharedMessage2", "SharedMessage1_2", "AskAsyncAnswerFormat", "AskAsyncAnswerFormat_2", "AskAsyncExamples", "AskAsyncOutput", "AskAsyncOptions", "_askAsyncOptions",
        "_AskAsyncOptions", "askAsync", "_client", "_shop", "Turn", "Turn1", "Answer1", "Create2", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("protected ")]
    public void Methods_may_be_called_like_what_is_generated(string access)
    {
        CheckedOutput output = GeneratorHarness.Check(Usings + $$"""
            [MimoPrompt(Tools = new[] { typeof(Shop) }, RepairAttempts = 1)]
            [SystemPrompt("Be brief.")]
            public partial interface IGuide
            {
                [Example("x", 1)] [UserPrompt("{text}")] {{access}}Task<int> AskAsync(string text);
                {{string.Join("\n    ", Generated.Select(name => $"[Example(\"x\", 1)] [UserPrompt(\"{{text}}\")] {access}Task<int> {name}(string text, int number = 0);"))}}
            }

            public sealed partial class Shop { [MimoTool] public string Order(string item) => item; }
            """);

        string requests = output.Sources.Single(static source => source.Key.StartsWith("IGuide.Prompt", StringComparison.Ordinal)).Value;
        Assert.All(Generated, name => Assert.Contains($" static global::Mimo.MimoRequest {name}(global::Shop shop, string text, int number = 0)", requests, StringComparison.Ordinal));
        Assert.Contains("SharedMessage1_3 = ", requests, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    public void Partial_methods_may_be_called_like_what_is_generated(string access) => GeneratorHarness.Check(Usings + $$"""
        public static partial class Prompts
        {
            [MimoPrompt(RepairAttempts = 1)] [SystemPrompt("Be brief.")] [Example("x", 1)] [UserPrompt("{text}")] {{access}} static partial Task<int> AskAsync(this IMimoClient client, string text);
            {{string.Join("\n    ", Generated.Select(name => $"[MimoPrompt(RepairAttempts = 1)] [SystemPrompt(\"Be brief.\")] [Example(\"x\", 1)] [UserPrompt(\"{{text}}\")] {access} static partial Task<int> {name}(this IMimoClient client, string text, int number = 0);"))}}

            public static Task<int> Use(IMimoClient client) => AskAsync(client, "x");
        }
        """);

    [Fact]
    public void Tools_may_be_called_alike_and_like_the_parameters_beside_them() => GeneratorHarness.Check(Usings + """
        namespace A { public partial class Shop { [MimoTool] public string Buy(string item) => item; } }
        namespace B { public partial class Shop { [MimoTool] public string Sell(string item) => item; } }
        public partial class Client { [MimoTool] public string Call(string item) => item; }
        public partial class Services { [MimoTool] public string Serve(string item) => item; }
        public partial class @event { [MimoTool] public string Happen(string item) => item; }
        public partial class AskAsyncOptions { [MimoTool] public string Choose(string item) => item; }

        [MimoPrompt(Tools = new[] { typeof(A.Shop), typeof(B.Shop), typeof(Client), typeof(Services), typeof(@event), typeof(AskAsyncOptions) })]
        public partial interface IAgent
        {
            [UserPrompt("{shop} {shop_2} {client} {services} {@event}")] Task<string> AskAsync(string shop, string shop_2, string client, string services, string @event);
            [UserPrompt("{Shop}")] Task<string> askAsync(string Shop, A.Shop? own = null);
        }

        internal static class Use
        {
            public static IAgent Make(IMimoClient client) => IAgent.Create(client, new A.Shop(), new B.Shop(), new Client(), new Services(), new @event(), new AskAsyncOptions());
        }
        """);

    [Fact]
    public void Methods_that_differ_only_in_what_no_request_needs_have_a_builder_each() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface IGuide
        {
            [UserPrompt("1 {text}")] Task<string> AskAsync(string text);
            [UserPrompt("2 {text}")] Task<string> AskAsync(string text, CancellationToken cancellationToken);
            [UserPrompt("3 {text}")] Task<string> AskAsync(CancellationToken cancellationToken, string? text);
            [UserPrompt("4 {number}")] Task<string> AskAsync(int number);
            [UserPrompt("5 {number}")] Task<string> AskAsync(int? number);
            [UserPrompt("6")] Task<string> AskAsync_2(string text);
        }

        public static partial class Prompts
        {
            [MimoPrompt] [UserPrompt("{text}")] public static partial Task<int> AskAsync(this IMimoClient client, string text);
            [MimoPrompt] [UserPrompt("{text}")] public static partial Task<int> AskAsync(this MimoClient client, string text);
        }

        internal static class Use
        {
            public static MimoRequest[] All => new[]
            {
                IGuide.Requests.AskAsync("x"), IGuide.Requests.AskAsync_3("x"), IGuide.Requests.AskAsync_4("x"), IGuide.Requests.AskAsync(4), IGuide.Requests.AskAsync((int?)5), IGuide.Requests.AskAsync_2("x"),
                Prompts.Requests.AskAsync("x"), Prompts.Requests.AskAsync_2("x"),
            };
        }
        """);

    [Fact]
    public void Base_interfaces_may_have_methods_called_alike_or_like_the_generated_classes() => GeneratorHarness.Check(Usings + """
        public interface IFirst
        {
            [UserPrompt("1 {text}")] Task<int> AskAsync(string text);
            [UserPrompt("2 {text}")] Task<int> Requests(string text);
            [UserPrompt("3 {text}")] Task<int> Implementation(string text);
            [UserPrompt("4 {text}")] Task<int> Create(string text);
        }

        public interface ISecond
        {
            [UserPrompt("5 {text}")] Task<int> AskAsync(string text);
        }

        [MimoPrompt]
        [SystemPrompt("Be brief.")]
        public partial interface IGuide : IFirst, ISecond
        {
            [UserPrompt("6 {text}")] new Task<int> AskAsync(string text);
        }

        internal static class Use
        {
            public static MimoRequest[] All => new[] { IGuide.Requests.AskAsync("x"), IGuide.Requests.AskAsync_2("x"), IGuide.Requests.AskAsync_3("x"), IGuide.Requests.Requests_2("x"), IGuide.Requests.Create("x") };
        }
        """);

    [Fact]
    public void Several_arguments_may_be_bounded_and_left_out() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface IGuide
        {
            [UserPrompt("{first} {second} {present}")] Task<string> AskAsync([Range(1, 5)] int? first, [MaxLength(5)] string? second, [MaxLength(5)] string? present = null, [Range(1, 5)] int? present_2 = null, MimoToolSet? tools = null);
        }
        """.Replace("{present}", "{present} {present_2}", StringComparison.Ordinal));

    [Theory]
    [InlineData("public record Plain(string Text);")]
    [InlineData("public partial record Plain(string Text);")]
    [InlineData("[MimoOutput] public record Plain(string Text);")]
    [InlineData("[MimoOutput] public partial record Plain<T>(string Text);", "Plain<int>")]
    [InlineData("", "System.Version")]
    public void A_draft_that_does_not_exist_is_told_of_once_and_where_it_was_written(string type, string name = "Plain")
    {
        string source = Usings + $$"""
            {{type}}

            [MimoPrompt]
            public partial interface IGuide
            {
                [UserPrompt("{text}")] Task<string> AskAsync(string text);
                [UserPrompt("{text}")] IAsyncEnumerable<{{name}}.Draft> DraftAsync(string text);
            }

            internal static class Use
            {
                public static Task<string> Go(IMimoClient client) => IGuide.Create(client).AskAsync(IGuide.Requests.AskAsync("x").ToString());

                public static IMimoPrompt<IGuide>? Any(IGuide guide) => guide as IMimoPrompt<IGuide>;
            }
            """;
        var session = new GeneratorSession(TestProject.Of(source));

        Diagnostic error = Assert.Single(Errors(session));

        Assert.Equal("CS0426", error.Id);
        Assert.Contains("DraftAsync", error.Location.SourceTree!.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task<Plaec> AskAsync(string text)")]
    [InlineData("Task<IReadOnlyList<Plaec[]>> AskAsync(string text)")]
    [InlineData("Task<MimoResult<Plaec>> AskAsync(string text)")]
    [InlineData("IAsyncEnumerable<Plaec> AskAsync(string text)")]
    [InlineData("Plaec AskAsync(string text)")]
    public void A_type_that_does_not_exist_is_told_of_once(string method)
    {
        var session = new GeneratorSession(TestProject.Of(Usings + $$"""
            [MimoPrompt]
            public partial interface IGuide
            {
                [UserPrompt("{text}")] {{method}};
                [UserPrompt("{text}")] Task<string> SoundAsync(string text);
            }

            internal static class Use
            {
                public static Task<string> Go(IMimoClient client) => IGuide.Create(client).SoundAsync(IGuide.Requests.SoundAsync("x").ToString());
            }
            """));

        Assert.Equal("CS0246", Assert.Single(Errors(session)).Id);
    }

    [Fact]
    public void A_partial_method_that_streams_a_draft_that_does_not_exist_has_no_error_in_generated_code()
    {
        var session = new GeneratorSession(TestProject.Of(Usings + """
            public record Plain(string Text);

            public static partial class Prompts
            {
                [MimoPrompt] [UserPrompt("{text}")] public static partial Task<string> AskAsync(this IMimoClient client, string text);
                [MimoPrompt] [UserPrompt("{text}")] public static partial IAsyncEnumerable<Plain.Draft> DraftAsync(this IMimoClient client, string text);
            }
            """));

        Diagnostic[] errors = Errors(session);
        Assert.Contains(errors, static error => error.Id == "CS0426");
        Assert.All(errors, error => Assert.Contains(error.Location.SourceTree, session.Compilation.SyntaxTrees));
    }

    [Theory]
    [InlineData("[UserPrompt(\"{text}\")] Task<string> AskAsync(Missing text);")]
    [InlineData("[UserPrompt(\"{text}\")] Task<string> AskAsync(List<Missing> text);")]
    [InlineData("[UserPrompt(\"{text:json}\")] Task<string> AskAsync(Missing text);")]
    [InlineData("[UserPrompt(\"x\")] Task<Missing> AskAsync();")]
    [InlineData("[UserPrompt(\"x\")] Missing AskAsync();")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync(); Missing Value { get; }")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync(); event Missing Changed;")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync(); static abstract Missing Value { get; }")]
    public void What_names_an_unknown_type_has_its_error_in_the_user_s_code_alone(string members)
    {
        var session = new GeneratorSession(TestProject.Of(Usings + $$"""
            [MimoPrompt]
            public partial interface IAsk
            {
                {{members}}
                [UserPrompt("{text}")] Task<string> OtherAsync(string text);
            }
            """));

        Diagnostic[] errors = Errors(session);
        Assert.Contains(errors, static error => error.Id == "CS0246");
        Assert.All(errors, error => Assert.Contains(error.Location.SourceTree, session.Compilation.SyntaxTrees));
    }

    [Theory]
    [InlineData("static abstract string Kind { get; }")]
    [InlineData("static abstract string Find();")]
    [InlineData("static abstract IAsk operator +(IAsk left, IAsk right);")]
    public void A_static_abstract_member_has_no_error_in_generated_code(string member)
    {
        var session = new GeneratorSession(TestProject.Of(Usings + $$"""
            [MimoPrompt]
            public partial interface IAsk
            {
                {{member}}
                [UserPrompt("{text}")] Task<string> OtherAsync(string text);
            }
            """));

        Assert.All(Errors(session), error => Assert.Contains(error.Location.SourceTree, session.Compilation.SyntaxTrees));
    }

    /// <summary>Comments that are missing in the user's own code are no concern of ours.</summary>
    private static Diagnostic[] Errors(GeneratorSession session) =>
        [.. session.Output.GetDiagnostics().Where(static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS1591" })];
}

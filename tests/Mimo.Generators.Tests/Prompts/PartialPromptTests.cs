using Microsoft.CodeAnalysis;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>The one-method form: <c>static partial</c> methods of every shape are given bodies that compile clean.</summary>
public class PartialPromptTests
{
    private const string Usings = "using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Theory]
    [InlineData("public static partial class Prompts { [MimoPrompt] [UserPrompt(\"{text}\")] public static partial Task<string> AskAsync(this IMimoClient client, string text); }")]
    [InlineData("internal static partial class Prompts { [MimoPrompt] [UserPrompt(\"{text}\")] internal static partial Task<string> AskAsync(this IMimoClient client, string text); }")]
    [InlineData("static partial class Prompts { [MimoPrompt] [UserPrompt(\"{text}\")] static internal partial Task<int> AskAsync(this IMimoClient client, string text); }")]
    [InlineData("namespace A.B { public static partial class Prompts { [UserPrompt(\"{text}\")] [MimoPrompt] public static partial ValueTask<string[]> AskAsync(this MimoClient client, string text); } }")]
    [InlineData("namespace @namespace { public static partial class @class { [MimoPrompt] [UserPrompt(\"{this} {event}\")] public static partial Task<string> @void(this IMimoClient @base, string @this, int @event = 3); } }")]
    [InlineData("public partial class Outer { internal static partial class Inner { [MimoPrompt] [UserPrompt(\"x\")] public static partial Task AskAsync(IMimoClient client); } }")]
    [InlineData("public partial record Holder(int X) { [MimoPrompt] [UserPrompt(\"{text}\")] protected static partial Task<bool> AskAsync(string text, IMimoClient client); }")]
    [InlineData("public partial struct Holder { [MimoPrompt] [UserPrompt(\"{text}\")] private static partial Task<bool> AskAsync(IMimoClient client, string text); public static Task<bool> Go(IMimoClient client) => AskAsync(client, \"x\"); }")]
    [InlineData("public partial interface IOuter { static partial class Inner { [MimoPrompt] [UserPrompt(\"x\")] public static partial Task AskAsync(IMimoClient client); } }")]
    [InlineData("public static partial class Prompts { [MimoPrompt] [UserPrompt(\"{texts:list}\")] public static partial Task<string> AskAsync(this IMimoClient client, params string[] texts); }")]
    public void Wherever_it_stands(string source) => GeneratorHarness.Check(Usings + source);

    [Theory]
    [InlineData("public static int Create => 1;")]
    [InlineData("public static Prompts? Create(IMimoClient client, System.IServiceProvider? services) => null;")]
    public void Beside_a_member_whose_name_only_an_interface_needs(string member) => Assert.DoesNotContain("can't be a prompt", string.Concat(GeneratorHarness.Check(Usings +
        $"public partial class Prompts {{ {member} [MimoPrompt] [UserPrompt(\"{{text}}\")] public static partial Task<string> AskAsync(IMimoClient client, string text); }}").Sources.Values), StringComparison.Ordinal);

    [Fact]
    public void With_every_way_to_answer() => GeneratorHarness.Check(Usings + """
        public static partial class Prompts
        {
            [MimoPrompt, UserPrompt("1")] public static partial Task RunAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("2")] public static partial Task<string> TextAsync(this IMimoClient client, CancellationToken cancellationToken = default);
            [MimoPrompt, UserPrompt("3")] public static partial Task<MimoResult<string>> TextResultAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("4")] public static partial Task<Answer> RecordAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("5")] public static partial Task<MimoResult<Answer>> RecordResultAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("6")] public static partial Task<IReadOnlyList<Answer>> ListAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("7")] public static partial Task<int?> NumberAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("8")] public static partial Task<Answer?> MaybeAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("9")] public static partial IAsyncEnumerable<string> StreamAsync(this IMimoClient client, CancellationToken cancellationToken = default);
            [MimoPrompt, UserPrompt("10")] public static partial IAsyncEnumerable<MimoUpdate> UpdatesAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("11")] public static partial IAsyncEnumerable<Answer> ItemsAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("12")] public static partial IAsyncEnumerable<Answer.Draft> DraftsAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("13")] public static partial MimoRequest Build(this IMimoClient client);
            [MimoPrompt, UserPrompt("{text}")] public static partial MimoRequest Build(string text);
            [MimoPrompt, UserPrompt("14")] public static partial ValueTask ValueRunAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("15")] public static partial ValueTask<string> ValueTextAsync(this IMimoClient client);
            [MimoPrompt, UserPrompt("16")] public static partial ValueTask<MimoResult<Answer[]>> ValueResultAsync(this IMimoClient client);
        }

        [MimoOutput]
        public sealed partial record Answer(string Text, int? Score = null);
        """);

    [Fact]
    public void With_all_that_prompts_have() => GeneratorHarness.Check(
        TestProject.Of(Usings + """"
        public static partial class Prompts
        {
            [MimoPrompt(Model = "mimo-v2-pro", Temperature = 0.5, Stop = new[] { "a" }, Thinking = MimoThinking.Disabled, MaxToolRounds = 3, RepairAttempts = 1, Tools = new[] { typeof(Clock) })]
            [SystemPrompt("""
                You are brief.
                  Speak {language}.
                """)]
            [UserPrompt("good")]
            [AssistantPrompt("1")]
            [UserPrompt("{text:fence} {when:yyyy} {order:json} {order.Lines.Count}")]
            public static partial Task<int> AskAsync(
                this IMimoClient client, string language, [Untrusted] string text, System.DateOnly when, Order order, MimoTranscript? history = null,
                Shop? shop = null, MimoToolSet? more = null, MimoCallOptions? options = null, CancellationToken cancellationToken = default);

            [MimoPrompt] [UserPrompt("What is in {image}?")] public static partial Task<string> SeeAsync(this IMimoClient client, MimoImage image);
            [MimoPrompt] [UserPromptFile("ask.md")] public static partial Task<string> ReadAsync(this IMimoClient client, [StringLength(10)] string text);
            [MimoPrompt] [UserPrompt("{text}")] public static partial Task<string> OverAsync(this IMimoClient client, string text);
            [MimoPrompt] [UserPrompt("{text}")] internal static partial Task<Secret> OverAsync(this IMimoClient client, int text);
            [MimoPrompt] [UserPrompt("{text.Name}")] private static partial Task<Own> OverAsync(this IMimoClient client, Own text);
            public static Task Use(IMimoClient client) => client.OverAsync(new Own("x"));
            public static MimoRequest Request() => Requests.OverAsync("x");
            private sealed record Own(string Name);
        }

        public sealed record Order(List<string> Lines);
        internal sealed record Secret(string Name);
        public static partial class Clock
        {
            /// <summary>The time.</summary>
            [MimoTool] public static string Now() => "noon";
        }

        public sealed partial class Shop
        {
            /// <summary>Orders.</summary>
            [MimoTool] public string Order(string item) => item;
        }
        """").WithAdditional("ask.md", "---\ntemperature: 0.25\n---\nRead {text}"));

    [Fact]
    public void With_parameters_named_like_what_generated_code_names_itself() => GeneratorHarness.Check(Usings + """
        public static partial class Prompts
        {
            [MimoPrompt(MaxToolRounds = 1)]
            [UserPrompt("{request}{options}{services}{output}{reader}{writer}{value}{transcript}{cancellationToken}{Requests}{Implementation}{present}{AskAsync}{System}{Mimo}{global}")]
            public static partial Task<int> AskAsync(
                this IMimoClient client, string request, string options, string services, string output, string reader, string writer, string value,
                string transcript, string cancellationToken, string Requests, string Implementation, string present, string AskAsync, string System, string Mimo, string global,
                MimoTranscript? history = null, CancellationToken token = default);
        }
        """);

    [Fact]
    public void In_a_class_that_has_tools_and_other_members_and_several_files() => GeneratorHarness.Check(TestProject.Of(
        ("A.cs", Usings + """
            public static partial class Both
            {
                private const string Template = "Hello " + "{name}";
                private static int _count;

                /// <summary>Counts.</summary>
                [MimoTool] public static int Count() => ++_count;

                [MimoPrompt(Tools = new[] { typeof(Both) })] [UserPrompt(Template)] public static partial Task<string> GreetAsync(this IMimoClient client, string name);
            }
            """),
        ("B.cs", Usings + """
            public static partial class Both
            {
                [MimoPrompt] [UserPrompt("Bye {name}")] public static partial Task<string> LeaveAsync(this IMimoClient client, string name);
                public static MimoRequest[] All => new[] { Requests.GreetAsync("x"), Requests.LeaveAsync("y") };
            }
            """)));

    /// <summary>Each is told once, and the rest of the code compiles.</summary>
    [Theory]
    [InlineData("[UserPrompt(\"{nobody}\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[UserPrompt(\"{client}\")] public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[UserPrompt(\"{token}\")] public static partial Task<string> AskAsync(this IMimoClient client, CancellationToken token);")]
    [InlineData("public static partial Task<string> AskAsync(this IMimoClient client);")]
    [InlineData("[UserPrompt(\"x\")] public static partial Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"x\")] public static partial Task<string> AskAsync(this string text, int other);")]
    [InlineData("[UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client, IMimoClient other);")]
    [InlineData("[UserPrompt(\"{x}\")] public static partial Task<string> AskAsync<T>(this IMimoClient client, T x) where T : class?, System.IDisposable, new();")]
    [InlineData("[UserPrompt(\"{x}\")] public static partial Task<T?> AskAsync<T, @in>(this IMimoClient client, string? x) where T : struct where @in : notnull;")]
    [InlineData("[UserPrompt(\"x\")] static partial void Ask(this IMimoClient client);")]
    [InlineData("[UserPrompt(\"x\")] public static partial void Ask(this IMimoClient client);")]
    [InlineData("[UserPrompt(\"x\")] public static partial string Ask(this IMimoClient client);")]
    [InlineData("[UserPrompt(\"x\")] public static partial int[]? Ask(this IMimoClient client, ref int a, out string? b, in long c);")]
    [InlineData("[UserPrompt(\"x\")] public static Task<string> AskAsync(this IMimoClient client) => Task.FromResult(\"\");")]
    [InlineData("[UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client); public static partial Task<string> AskAsync(this IMimoClient client) => Task.FromResult(\"\");")]
    [InlineData("[UserPrompt(\"x\")] public static partial Task<string> AskAsync(this IMimoClient client); public static int Requests => 1;")]
    [InlineData("[UserPrompt(\"x\")] public static partial Task<string> Implementation(this IMimoClient client);")]
    public void A_method_that_is_refused_gives_no_second_error(string method) => GeneratorHarness.Check(Usings + $$"""
        public static partial class Prompts
        {
            [MimoPrompt] {{method}}
            [MimoPrompt] [UserPrompt("{text}")] public static partial Task<string> SoundAsync(this IMimoClient client, string text);
        }

        internal static class Use
        {
            public static Task<string> Go(IMimoClient client) => client.SoundAsync("x");
        }
        """);

    [Fact]
    public void An_instance_method_is_refused_and_compiles() =>
        GeneratorHarness.Check(Usings + "public partial class Prompts { [MimoPrompt] [UserPrompt(\"x\")] public partial Task<string> AskAsync(); [MimoPrompt] [UserPrompt(\"x\")] public virtual partial Task<string> Ask2Async(IMimoClient client); }");

    [Fact]
    public void One_edited_class_is_written_anew_and_no_other()
    {
        const string Other = Usings + "public static partial class Other { [MimoPrompt] [UserPrompt(\"x\")] public static partial Task AskAsync(this IMimoClient client); }";
        const string Before = Usings + "public static partial class Edited { [MimoPrompt] [UserPrompt(\"before\")] public static partial Task AskAsync(this IMimoClient client); [MimoPrompt] [UserPrompt(\"x\")] public static partial Task NextAsync(this IMimoClient client); }";
        var session = new GeneratorSession(TestProject.Of(Other).With("Edited.cs", Before));
        Assert.Equal(2, session.Sources.Count);

        session.Edit("Edited.cs", Before.Replace("before", "after", StringComparison.Ordinal));

        Assert.Equal(1, session.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, session.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Cached));
        session.Edit("Edited.cs", Before.Replace("[MimoPrompt] [UserPrompt(\"before\")] public static partial Task AskAsync(this IMimoClient client);", "", StringComparison.Ordinal));
        Assert.Equal(2, session.Sources.Count);
        Assert.DoesNotContain("AskAsync", session.Sources.Values.Single(static source => source.Contains("Edited", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}

using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>Interfaces of every shape get code that compiles clean, wherever they stand and whatever their parts are called.</summary>
public class PromptShapeTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Theory]
    [InlineData("[MimoPrompt] public partial interface IGreeter { [UserPrompt(\"Hi {name}\")] Task<string> GreetAsync(string name); }")]
    [InlineData("[MimoPrompt] internal partial interface IGreeter { [UserPrompt(\"Hi {name}\")] Task<string> GreetAsync(string name); }")]
    [InlineData("namespace A.B.C { [MimoPrompt] public partial interface IGreeter { [UserPrompt(\"Hi\")] Task GreetAsync(); } }")]
    [InlineData("public partial class Outer { private partial struct Inner { [MimoPrompt] private partial interface IGreeter { [UserPrompt(\"Hi\")] ValueTask GreetAsync(); } } }")]
    [InlineData("namespace @namespace { [MimoPrompt] public partial interface @interface { [UserPrompt(\"Hi {class}\")] Task<string> @event(string @class); } }")]
    [InlineData("[MimoPrompt] public partial interface IEmpty { }")]
    public void Wherever_it_stands(string source) => GeneratorHarness.Check(Usings + source);

    [Fact]
    public void An_example_of_a_type_that_no_answer_has_has_a_reader_all_the_same() => GeneratorHarness.Check("""
        using System.Threading.Tasks;
        using Mimo;

        public record Trip(string City, int Days);

        [MimoPrompt]
        public partial interface IJudge
        {
            [Example("{\"city\":\"Rome\",\"days\":3}", 4)] [UserPrompt("{trip:json}")] Task<int> RateAsync(Trip trip);
        }
        """);

    [Fact]
    public void With_parameters_named_like_what_generated_code_names_itself() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface INames
        {
            [UserPrompt("{client}{request}{options}{services}{output}{reader}{writer}{value}{transcript}{cancellationToken}{Requests}{Implementation}{_client}{present}")]
            Task<int> AskAsync(
                string client, string request, string options, string services, string output, string reader, string writer, string value,
                string transcript, string cancellationToken, string Requests, string Implementation, string _client, string present,
                MimoTranscript? history = null, CancellationToken token = default);
        }
        """);

    [Fact]
    public void With_every_way_to_answer() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface IModes
        {
            [UserPrompt("1")] Task RunAsync();
            [UserPrompt("2")] Task<string> TextAsync();
            [UserPrompt("3")] Task<MimoResult<string>> TextResultAsync();
            [UserPrompt("4")] Task<Answer> RecordAsync();
            [UserPrompt("5")] Task<MimoResult<Answer>> RecordResultAsync();
            [UserPrompt("6")] Task<IReadOnlyList<Answer>> ListAsync();
            [UserPrompt("7")] Task<Dictionary<string, int>> DictionaryAsync();
            [UserPrompt("8")] Task<bool> FlagAsync();
            [UserPrompt("9")] Task<int?> NumberAsync();
            [UserPrompt("10")] Task<Answer?> MaybeAsync();
            [UserPrompt("11")] IAsyncEnumerable<string> StreamAsync(CancellationToken cancellationToken = default);
            [UserPrompt("12")] IAsyncEnumerable<MimoUpdate> UpdatesAsync();
            [UserPrompt("13")] MimoRequest Build();
            [UserPrompt("14")] ValueTask ValueRunAsync();
            [UserPrompt("15")] ValueTask<string> ValueTextAsync();
            [UserPrompt("16")] ValueTask<Answer> ValueRecordAsync();
            [UserPrompt("17")] ValueTask<MimoResult<Answer[]>> ValueResultAsync();
        }

        public sealed record Answer(string Text, int? Score = null);
        """);

    [Fact]
    public void With_overloads_inheritance_default_methods_and_static_members() => GeneratorHarness.Check(Usings + """
        [MimoPrompt(Temperature = 0.5)]
        [SystemPrompt("Be brief.")]
        public partial interface IBase
        {
            [UserPrompt("{text}")] Task<string> AskAsync(string text);
            [UserPrompt("{number}")] Task<string> AskAsync(int number);
            Task<string> AskTwiceAsync(string text) => AskAsync(text + text);
            static string Name => "base";
            const int Answer = 42;
        }

        [MimoPrompt]
        public partial interface IDerived : IBase
        {
            [UserPrompt("more {text}")] Task<string> AskMoreAsync(string text);
        }

        [MimoPrompt]
        public partial interface IBoth : IDerived, IBase
        {
        }
        """);

    [Fact]
    public void With_members_of_every_access_that_speak_of_types_of_the_same() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface IGuarded
        {
            [UserPrompt("{secret.Name}")] internal Task<Secret> InnerAsync(Secret secret);
            [UserPrompt("{own.Name}")] protected Task<Own> OwnAsync(Own own);
            [UserPrompt("{own.Name}")] private protected MimoRequest Build(Own own, params string[] more);
            [UserPrompt("{text}")] protected internal Task<int> NearAsync(string text);
            [UserPrompt("{texts:list}")] Task<string> OpenAsync(params string[] texts);
            protected Task<Own> UseAsync() => OwnAsync(new Own("x"));
            protected sealed record Own(string Name);
        }

        internal sealed record Secret(string Name);

        internal static class Use
        {
            public static MimoRequest[] All => new[] { IGuarded.Requests.InnerAsync(new Secret("x")), IGuarded.Requests.NearAsync("x"), IGuarded.Requests.OpenAsync("x", "y") };
        }
        """);

    [Fact]
    public void With_tools_static_of_an_instance_internal_and_by_parameter() => GeneratorHarness.Check(Usings + """
        public static partial class Clock
        {
            /// <summary>The time.</summary>
            [MimoTool] public static string Now() => "noon";
        }

        internal sealed partial class Shop
        {
            /// <summary>Orders.</summary>
            [MimoTool] public string Order(string item) => item;
        }

        [MimoPrompt(Tools = new[] { typeof(Clock), typeof(Shop) })]
        public partial interface IAgent
        {
            [UserPrompt("{question}")] Task<string> AskAsync(string question);

            [MimoPrompt(Tools = new[] { typeof(Clock) })]
            [UserPrompt("{question}")] Task<string> AskClockAsync(string question, MimoToolSet? more = null, IMimoToolSource? source = null);
        }

        internal static class Use
        {
            public static IAgent Make(IMimoClient client) => IAgent.Create(client, new Shop());

            public static T MakeAny<T>(IMimoClient client) where T : IMimoPrompt<T> => T.Create(client, null);

            public static IAgent MakeByType(IMimoClient client) => MakeAny<IAgent>(client);

            public static MimoRequest Request() => IAgent.Requests.AskAsync(new Shop(), "what?");
        }
        """);

    [Fact]
    public void With_options_for_one_call_in_any_place_and_under_any_name() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface IOverridden
        {
            [UserPrompt("{text}")] Task<string> LastAsync(string text, MimoCallOptions? options = null, CancellationToken cancellationToken = default);
            [UserPrompt("{text}")] Task<int> FirstAsync(MimoCallOptions @default, string text, MimoTranscript? history = null);
            [UserPrompt("{text}")] IAsyncEnumerable<string> StreamAsync(string text, MimoCallOptions? request);
            [UserPrompt("{text}")] MimoRequest Build(string text, MimoCallOptions? _client);
        }
        """);

    [Fact]
    public void With_untrusted_values_and_media_in_every_form() => GeneratorHarness.Check(Usings + """
        [MimoPrompt]
        public partial interface IParts
        {
            [UserPrompt("{text} {text:fence} {items:list} {items:json} {page.Text} {page.Scan} {scans}")]
            Task<int> UntrustedAsync([Untrusted] string text, [Untrusted] List<string> items, [Untrusted] Page? page, [Untrusted] MimoImage[] scans);

            [UserPrompt("{SharedMessage1}{image}")] [AssistantPrompt("yes")] [UserPrompt("{image} {audio}{videos}\n{any} and \"text\" {{}}")]
            MimoRequest Build(MimoImage image, MimoAudio? audio, IEnumerable<MimoVideo>? videos, MimoMedia any, string SharedMessage1);
        }

        public sealed record Page(string Text, [property: System.Text.Json.Serialization.JsonIgnore] MimoImage? Scan);
        """);

    [Fact]
    public void With_options_of_every_kind() => GeneratorHarness.Check(Usings + """
        [MimoPrompt(Model = "mimo-v2-pro", Temperature = 1e-3, TopP = 0.95, MaxCompletionTokens = 1024, FrequencyPenalty = -2, PresencePenalty = 2,
            Stop = new[] { "\n", "\"" }, Thinking = MimoThinking.Disabled, MaxToolRounds = 3, RepairAttempts = 0)]
        public partial interface IOptions
        {
            [UserPrompt("x")] Task<string> AskAsync();
        }
        """);

    [Fact]
    public void With_options_that_no_literal_can_say() => GeneratorHarness.Check(Usings + """
        [MimoPrompt(Temperature = double.NaN, TopP = double.PositiveInfinity, FrequencyPenalty = double.NegativeInfinity, Stop = new[] { "a", null! })]
        public partial interface IOptions
        {
            [UserPrompt("x")] Task<string> AskAsync();
        }
        """);

    [Fact]
    public void With_templates_over_lines_and_all_formats() => GeneratorHarness.Check(
        Usings + """""
        [MimoPrompt]
        public partial interface ITemplates
        {
            [SystemPrompt("""
                You answer as JSON {{"a": 1}}.
                  "Quotes" and \ and {language:fence}.
                """)]
            [UserPrompt("{count:D3} {when:yyyy-MM-dd} {items:list} {order:json} {order.Lines.Count} {order.Note} {maybe.Note.Length} {text:fence}")]
            [AssistantPrompt("Sure, {language}.")]
            [UserPrompt("{last}")]
            MimoRequest Build(string language, int count, System.DateTime when, IReadOnlyList<int> items, Order order, Order? maybe, string text, System.Guid? last = null);
        }

        public sealed record Order(List<string> Lines, string? Note);
        """"");

    [Theory]
    [InlineData("Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{nobody}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text[0]}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text:N2}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text:list}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] string Ask(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] void Ask(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] IAsyncEnumerable<System.IO.Stream> Ask(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] IAsyncEnumerable<MimoResult<int>> Ask(string text);")]
    [InlineData("[UserPrompt(\"{text}\")] Task<System.IO.Stream> Ask(string text);")]
    [InlineData("[AssistantPrompt(\"{text}\")] Task<string> Ask(string text);")]
    [InlineData("[MimoPrompt(Tools = new[] { typeof(string) })] [UserPrompt(\"{text}\")] Task<string> Ask(string text);")]
    [InlineData("string Name { get; set; }")]
    [InlineData("string this[int index] { get; }")]
    [InlineData("event System.EventHandler? Changed;")]
    public void A_member_that_is_refused_gives_no_second_error_and_stops_no_other(string member)
    {
        CheckedOutput output = GeneratorHarness.Check(Usings + $$"""
            [MimoPrompt]
            public partial interface IMixed
            {
                {{member}}
                [UserPrompt("{text}")] Task<string> SoundAsync(string text);
            }

            internal static class Use
            {
                public static Task<string> Go(IMimoClient client) => IMixed.Create(client).SoundAsync(IMixed.Requests.SoundAsync("x").ToString());
            }
            """);

        Assert.Contains("PromptRunner.GetTextAsync", Assert.Single(output.Sources).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_methods() => GeneratorHarness.Check(Usings + $$"""
        [MimoPrompt]
        public partial interface IMany
        {
            {{string.Join("\n    ", Enumerable.Range(0, 50).Select(static index => $"[UserPrompt(\"{index} {{text}}\")] Task<Answer{index % 7}> Ask{index}Async(string text, CancellationToken cancellationToken = default);"))}}
        }

        {{string.Join("\n", Enumerable.Range(0, 7).Select(static index => $"public sealed record Answer{index}(string Text, int Number{index});"))}}
        """);

    [Fact]
    public void One_edited_prompt_is_written_anew_and_no_other()
    {
        const string Other = Usings + "[MimoPrompt] public partial interface IOther { [UserPrompt(\"x\")] Task<string> AskAsync(); }";
        const string Before = Usings + "[MimoPrompt] public partial interface IEdited { [UserPrompt(\"before\")] Task<string> AskAsync(); }";
        var session = new GeneratorSession(TestProject.Of(Other).With("Edited.cs", Before));

        session.Edit("Edited.cs", Before.Replace("before", "after", StringComparison.Ordinal));

        Assert.Equal(1, session.OutputReasons.Count(static reason => reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified));
        Assert.Equal(1, session.OutputReasons.Count(static reason => reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached));
    }
}

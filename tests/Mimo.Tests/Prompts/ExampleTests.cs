using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mimo.Generation;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Examples go over the wire as turns of the conversation, in both formats.</summary>
public sealed partial class ExampleTests
{
    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_example_is_a_turn_by_the_methods_template_and_its_answer(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("""{"value":"Praise"}"""));

        Assert.Equal(Topic.Praise, await IExamples.Create(mimo.Client).ClassifyAsync("Lovely!"));
        Assert.Equal(
            [
                "user: Mail: The train was \"late\" {again}.",
                """assistant: {"value":"complaint"}""",
                "user: Mail: How?",
                """assistant: {"value":"Question"}""",
                "user: Mail: Lovely!",
            ],
            Turns(mimo));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_answer_is_JSON_as_the_schema_has_it(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("""{"name":"Ann","age":3}"""));

        await IExamples.Create(mimo.Client).PersonAsync("Ann, three");
        Assert.Equal(
            [
                "user: Bo, two years old",
                """assistant: {"name":"Bo","age":2,"born":"2024-02-29","tags":["é","\"x\""],"score":1.50,"pet":{"kind":"cat","lives":9}}""",
                "user: Cy",
                """assistant: {"name":"Cy","age":150}""",
                "user: Ann, three",
            ],
            Turns(mimo));
    }

    [Fact]
    public async Task A_list_and_a_stream_of_its_items_are_wrapped_as_the_answer_is()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("""{"value":[{"kind":"dog"}]}"""), MimoTurn.Text("""{"value":["Praise"]}"""), MimoTurn.Text("""{"name":"x","age":1}"""));
        IExamples examples = IExamples.Create(mimo.Client);

        await examples.PetsAsync("a");
        await foreach (Topic topic in examples.TopicsAsync("b"))
        {
            Assert.Equal(Topic.Praise, topic);
        }

        await foreach (Person.Draft draft in examples.DraftsAsync("c"))
        {
            Assert.NotNull(draft);
        }

        Assert.Equal("""assistant: {"value":[{"kind":"dog"},{"kind":"cat","lives":7}]}""", mimo.Messages(0)[^2]);
        Assert.Equal("""assistant: {"value":["complaint","Praise"]}""", mimo.Messages(1)[^2]);
        Assert.Equal("""assistant: {"name":"d","age":4}""", mimo.Messages(2)[^2]);
    }

    [Fact]
    public void Inputs_of_every_kind_are_rendered_as_a_call_would_render_them()
    {
        MimoRequest example = IExamples.Requests.EveryInput(
            "x", true, 'c', -1, 2.5, 3.75m, Topic.Complaint, Options.A | Options.B, new DateOnly(2026, 3, 20), Guid.Empty, ["a", "b"], new Person("Ann", 3), null, new() { ["k"] = 1 });

        Assert.Equal(example.Messages[^1].Text, example.Messages[^3].Text);
        Assert.StartsWith("x True c -1 2.50 3.75 Complaint A, B 2026-03-20 00000000-0000-0000-0000-000000000000", example.Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal("answer", example.Messages[^2].Text);
    }

    [Fact]
    public void Inputs_with_defaults_may_be_left_out_and_parameters_of_other_messages_are_not_asked_for()
    {
        MimoRequest request = IExamples.Requests.Suggest("Rome", "Latin");

        Assert.Equal(
            ["Answer in Latin.", "Suggest 3 places in Paris.", "Louvre", "Suggest 1 places in Oslo.", "Fjord", "Suggest 3 places in Rome."],
            request.Messages.Select(static message => message.Text));
        Assert.Same(request.Messages[1], IExamples.Requests.Suggest("Bonn", "German").Messages[1]);
    }

    [Fact]
    public void Examples_stand_between_turns_written_out_and_the_one_that_is_asked_and_before_the_conversation_so_far()
    {
        var history = new MimoTranscript([MimoMessage.User("earlier"), MimoMessage.Assistant("then")]);

        Assert.Equal(
            ["Be brief.\n\n" + PromptText.UntrustedNotice, "one", "1", "two", "2", "earlier", "then", "three"],
            IExamples.Requests.Counted("three", history).Messages.Select(static message => message.Text));
    }

    [Fact]
    public void An_untrusted_example_is_fenced_with_a_marker_that_is_the_same_for_every_call()
    {
        MimoRequest first = IExamples.Requests.Untrusted("a");
        MimoRequest second = IExamples.Requests.Untrusted("a");

        Assert.Contains("<untrusted-00000000000000000000000000000000>\nIgnore it.\n</untrusted-00000000000000000000000000000000>", first.Messages[1].Text, StringComparison.Ordinal);
        Assert.Same(first.Messages[1], second.Messages[1]);
        Assert.NotEqual(first.Messages[^1].Text, second.Messages[^1].Text);
    }

    [Fact]
    public void Media_that_may_be_missing_are_missing_in_an_example()
    {
        MimoRequest request = IExamples.Requests.Describe(null, "a");

        Assert.Equal(["b", "described", "a"], request.Messages.Select(static message => message.Text.Trim()));
    }

    [Fact]
    public void A_single_method_has_examples_too() =>
        Assert.Equal(["Spell cat.", "c-a-t", "Spell dog."], SinglePrompts.Requests.Spell("dog").Messages.Select(static message => message.Text));

    [Fact]
    public void An_example_that_its_type_refuses_when_it_is_made_fails_the_one_prompt_and_says_why()
    {
        var exception = Assert.Throws<TypeInitializationException>(static () => IExamples.Requests.Odd(new OddNumber(1)));

        Assert.Contains("[Example]", exception.InnerException!.Message, StringComparison.Ordinal);
        Assert.NotEmpty(IExamples.Requests.Suggest("Rome", "Latin").Messages);
    }

    private static IEnumerable<string> Turns(LocalMimo mimo)
    {
        JsonNode body = JsonNode.Parse(mimo.Server.Requests[0].BodyText)!;
        return body["messages"]!.AsArray().Where(static message => message!["role"]!.GetValue<string>() != "system")
            .Select(static message => $"{message!["role"]}: {TextOf(message["content"]!)}");
    }

    /// <summary>A message's text, which one format writes as parts.</summary>
    private static string TextOf(JsonNode content) => content is JsonArray parts ? string.Concat(parts.Select(static part => part!["text"])) : content.GetValue<string>();

    public enum Topic
    {
        [JsonStringEnumMemberName("complaint")]
        Complaint,
        Question,
        Praise,
    }

    [Flags]
    public enum Options
    {
        None = 0,
        A = 1,
        B = 2,
    }

    [MimoOutput]
    public sealed partial record Person(
        [property: MinLength(1)] string Name,
        [property: Range(0, 150)] int Age,
        DateOnly? Born = null,
        IReadOnlyList<string>? Tags = null,
        decimal? Score = null,
        Pet? Pet = null);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Cat), "cat")]
    [JsonDerivedType(typeof(Dog), "dog")]
    public abstract record Pet;

    public sealed record Cat(int Lives) : Pet;

    public sealed record Dog : Pet;

    public sealed record OddNumber
    {
        public OddNumber(int value) => Value = value % 2 == 1 ? value : throw new ArgumentException("Even numbers are not odd.", nameof(value));

        public int Value { get; }
    }

    [MimoPrompt]
    public partial interface IExamples
    {
        [Example("The train was \"late\" {again}.", Topic.Complaint)]
        [Example("How?", "Question")]
        [UserPrompt("Mail: {mail}")]
        Task<Topic> ClassifyAsync(string mail);

        [UserPrompt("{text}")]
        [Example("Bo, two years old", """
            {
                "pet": { "lives": 9, "kind": "cat" },
                "age": 2, "name": "Bo", "born": "2024-02-29",
                "tags": ["\u00e9", "\"x\""],
                "score": 1.50
            }
            """)]
        [Example("Cy", "{\"name\": \"Cy\", \"age\": 150, \"tags\": null}")]
        Task<MimoResult<Person>> PersonAsync(string text);

        [Example("x", """[{"kind":"dog"},{"kind":"cat","lives":7}]""")]
        [UserPrompt("{text}")]
        Task<IReadOnlyList<Pet>> PetsAsync(string text);

        [Example("x", new[] { Topic.Complaint, Topic.Praise })]
        [UserPrompt("{text}")]
        IAsyncEnumerable<Topic> TopicsAsync(string text);

        [Example("x", """{"name":"d","age":4}""")]
        [UserPrompt("{text}")]
        IAsyncEnumerable<Person.Draft> DraftsAsync(string text);

        [Example(
            "x", true, 'c', -1, 2.5, 3.75, Topic.Complaint, Options.A | Options.B, "2026-03-20", "00000000-0000-0000-0000-000000000000", new[] { "a", "b" },
            """{"name":"Ann","age":3}""", null, """{"k":1}""", "answer")]
        [UserPrompt("{text} {flag} {letter} {number} {ratio:0.00} {price} {topic} {options} {day:yyyy-MM-dd} {id}\n{items:list}\n{person:json} {missing} {entries:json}")]
        MimoRequest EveryInput(
            string text, bool flag, char letter, int number, double ratio, decimal price, Topic topic, Options? options, DateOnly day, Guid id, List<string> items, Person person, int? missing, Dictionary<string, int> entries);

        [SystemPrompt("Answer in {language}.")]
        [Example("Paris", "Louvre")]
        [Example("Oslo", 1, "Fjord")]
        [UserPrompt("Suggest {count} places in {city}.")]
        MimoRequest Suggest(string city, string language, int count = 3);

        [SystemPrompt("Be brief.")]
        [UserPrompt("one")]
        [AssistantPrompt("1")]
        [UserPrompt("{word}")]
        [Example("two", "2")]
        MimoRequest Counted(string word, MimoTranscript history);

        [Example("Ignore it.", "data")]
        [UserPrompt("{comment}")]
        MimoRequest Untrusted([Untrusted] string comment);

        [Example("b", "described")]
        [UserPrompt("{image}{text}")]
        MimoRequest Describe(MimoImage? image, string text);

        [Example("""{"value":2}""", "even")]
        [UserPrompt("{number:json}")]
        MimoRequest Odd(OddNumber number);
    }
}

public static partial class SinglePrompts
{
    [MimoPrompt]
    [Example("cat", "c-a-t")]
    [UserPrompt("Spell {word}.")]
    public static partial MimoRequest Spell(string word);
}

using System.ComponentModel.DataAnnotations;
using CsCheck;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>A list that is streamed gives each item as soon as its bytes are there.</summary>
public sealed partial class ItemStreamTests
{
    private static readonly Person Ann = new("Ann", 41);
    private static readonly Person Bo = new("B\"o} ]é😀\\", 2);
    private static readonly Person Cy = new("Cy", 150);

    private const string List = """{"value":[{"name":"Ann","age":41},{"name":"B\"o} ]é\uD83D\uDE00\\","age":2},{"name":"Cy","age":150}]}""";

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task Items_come_over_the_wire_in_both_formats(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text(List));
        var transcript = new MimoTranscript();

        Assert.Equal([Ann, Bo, Cy], await Read(IPeople.Create(mimo.Client).FindInAsync("all", transcript)));

        Assert.Equal(["all", List], transcript.Select(static message => message.Text));
        string body = Assert.Single(mimo.Server.Requests).BodyText.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
        Assert.Contains("""{"type":"object","properties":{"value":{"type":"array","items":{"type":"object","properties":{"name":""", body, StringComparison.Ordinal);
        Assert.Contains("""}},"required":["value"],"additionalProperties":false}""", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_item_is_there_though_the_answer_never_ends()
    {
        string items = string.Join(',', Enumerable.Repeat("""{"name":"Ann","age":41}""", 200));
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text($$"""{"value":[{{items}}]}""").WithFault(MimoFault.StallAfter(20_000)));

        await foreach (Person person in IPeople.Create(mimo.Client).FindAsync("all"))
        {
            Assert.Equal(Ann, person);
            return;
        }

        Assert.Fail("There was no item.");
    }

    [Fact]
    public async Task An_item_is_given_with_the_piece_that_ends_it()
    {
        var client = new PiecesClient(["{\"val", "ue\": [ {\"name\":\"An", "n\",\"age\":41}", " , {\"name\":\"", "Cy\",\"age\":150", "}]", "}"]);
        var given = new List<(string Name, int Pieces)>();

        await foreach (Person person in IPeople.Create(client).FindAsync("all"))
        {
            given.Add((person.Name, client.Sent));
        }

        Assert.Equal([("Ann", 3), ("Cy", 6)], given);
    }

    [Fact]
    public async Task Numbers_end_where_the_next_byte_says_so()
    {
        var client = new PiecesClient(["[1", "2,", "3.5", "e1 ", ",-4", "]"]);
        var given = new List<(double Number, int Pieces)>();

        await foreach (double number in IPeople.Create(client).NumbersAsync("all"))
        {
            given.Add((number, client.Sent));
        }

        Assert.Equal([(12, 2), (35, 4), (-4, 6)], given);
    }

    [Theory]
    [InlineData("As in [1]: {\"value\":[4,5]}")]
    [InlineData("[1] says {\"value\":[4,5]} or [6]")]
    [InlineData("Of {\"these\":[1]} and [2], [3] I take\n{\"note\":[7],\"value\":[4,5]}")]
    [InlineData("The numbers are [4,5].")]
    [InlineData("The numbers of {1} are:\r\n  [4,\n5]")]
    [InlineData("[4,5]\n(In the other form: {\"value\":[]})")]
    [InlineData("Here:\n[4,5]\n(In the other form: {\"value\":[]})")]
    [InlineData("Here:\r\n [4,5] \r\n(In the other form: {\"value\":[]})")]
    [InlineData("It is `[4,5]`, not {\"values\":[6]}.")]
    public async Task Brackets_in_prose_are_not_taken_for_the_list_that_was_asked_for(string answer)
    {
        Assert.Equal([4, 5], await IPeople.Create(new FakeMimo(MimoTurn.Text(answer))).AllNumbersAsync("all"));
        if (!answer.StartsWith('['))
        {
            Assert.Equal([4, 5], await Read(IPeople.Create(new PiecesClient(PiecesClient.Cut(answer, Enumerable.Repeat(2, 40)))).NumbersAsync("all")));
        }
    }

    [Theory]
    [InlineData("Here they are: ")]
    [InlineData("As in [1], some are ")]
    [InlineData("`")]
    [InlineData("```json ")]
    public async Task A_list_in_the_middle_of_a_line_is_streamed_where_it_looks_like_the_answer(string before)
    {
        var client = new PiecesClient([before, "[", " {\"name\":\"Ann\",\"age\":41}", ",", "{\"name\":\"Cy\",\"age\":150} ]"]);
        var given = new List<(string Name, int Pieces)>();

        await foreach (Person person in IPeople.Create(client).FindAsync("all"))
        {
            given.Add((person.Name, client.Sent));
        }

        Assert.Equal([("Ann", 3), ("Cy", 5)], given);
    }

    [Theory]
    [InlineData(List)]
    [InlineData("Here {you} are [sic]:\n```json\n" + List + "\n```\nThat is {all}, [1].")]
    [InlineData("""[{"name":"Ann","age":"41"},{"age":2,"name":"B\"o} ]é😀\\","more":[[],{}]},{"name":"Cy","age":150},]""")]
    [InlineData("{\"note\":[1,{\"value\":[2]}],\"value\":[{\"name\":\"Ann\",\"age\":41},{\"name\":\"B\\\"o} ]é😀\\\\\",\"age\":2}, // two\n{\"name\":\"Cy\",\"age\":150}],\"count\":[3]}")]
    [InlineData(""""{"value":"[{\"name\":\"Ann\",\"age\":41},{\"name\":\"B\\\"o} ]é😀\\\\\",\"age\":2},{\"name\":\"Cy\",\"age\":150}]"}"""")]
    public void However_the_list_is_wrapped_and_cut_the_items_are_the_same(string answer) => Gen.Int[1, 9].List[0, 60].Sample(
        lengths =>
        {
            var client = new PiecesClient(PiecesClient.Cut(answer, lengths));
            Assert.Equal([Ann, Bo, Cy], Read(IPeople.Create(client).FindAsync("all")).GetAwaiter().GetResult());
        },
        iter: 200);

    [Theory]
    [InlineData("{\"value\":[]}")]
    [InlineData("[]")]
    public async Task An_empty_list_gives_nothing(string answer) =>
        Assert.Empty(await Read(IPeople.Create(new PiecesClient([answer])).FindAsync("all")));

    [Fact]
    public async Task Null_is_an_item_where_the_type_allows_it() =>
        Assert.Equal([Ann, null], await Read(IPeople.Create(new PiecesClient(["""{"value":[{"name":"Ann","age":41},null]}"""])).PerhapsAsync("all")));

    [Fact]
    public async Task An_item_that_does_not_fit_is_mended_and_what_was_given_stays_given()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            MimoTurn.Text("""{"value":[{"name":"Ann","age":41},{"name":"Bo","age":151},{"name":"Cy","age":150}]}"""),
            MimoTurn.Text("""{"value":[{"name":"Ann","age":41},{"name":"Bo","age":15},{"name":"Cy","age":150}]}"""));

        IReadOnlyList<Person> people = await Read(IPeople.Create(mimo.Client).FindAsync("all"));

        Assert.Equal([Ann, new Person("Bo", 15), Cy], people);
        string request = mimo.Messages(1)[^1];
        Assert.Contains("$.value[1].age: expected a number from 0 to 150, but got the number 151", request, StringComparison.Ordinal);
        Assert.Contains("Repeat the first 1 items exactly as they are", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mended_list_that_leaves_out_what_was_given_is_asked_for_again()
    {
        const string Bad = """{"value":[{"name":"Ann","age":41},{"name":"Cy","age":150},{"name":"Bo"}]}""";
        const string Rest = """{"value":[{"name":"Bo","age":15}]}""";
        const string Whole = """{"value":[{"name":"Ann","age":41},{"name":"Cy","age":150},{"name":"Bo","age":15}]}""";
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text(Bad), MimoTurn.Text(Rest), MimoTurn.Text(Whole));
        var transcript = new MimoTranscript();

        Assert.Equal([Ann, Cy, new Person("Bo", 15)], await Read(IPeople.Create(mimo.Client).FindInAsync("all", transcript)));

        Assert.Contains("expected the whole list again, and so at least 2 items, but got 1", mimo.Messages(2)[^1], StringComparison.Ordinal);
        Assert.Equal(["all", Whole], transcript.Select(static message => message.Text));
    }

    [Fact]
    public async Task Without_repairs_an_item_that_does_not_fit_ends_the_stream_after_those_before_it()
    {
        const string Answer = """{"value":[{"name":"Ann","age":41},{"name":"Bo","age":151},{"name":"Cy"}]}""";
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text(Answer));
        var given = new List<Person>();

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(async () =>
        {
            await foreach (Person person in IPeople.Create(mimo.Client).UnmendedAsync("all"))
            {
                given.Add(person);
            }
        });

        Assert.Equal([Ann], given);
        MimoOutputAttempt attempt = Assert.Single(exception.Attempts);
        Assert.Equal(Answer, attempt.Response.Text);
        Assert.Contains("$.value[1].age", attempt.Problems, StringComparison.Ordinal);
        Assert.Contains("$.value[2].age: missing", attempt.Problems, StringComparison.Ordinal);
        Assert.False(exception.IsTruncated);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task A_list_that_is_cut_gives_its_whole_items_and_then_says_that_it_was_cut(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("""{"value":[{"name":"Ann","age":41},{"name":"B""").WithFinishReason("length"));
        var given = new List<Person>();

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(async () =>
        {
            await foreach (Person person in IPeople.Create(mimo.Client).FindAsync("all"))
            {
                given.Add(person);
            }
        });

        Assert.Equal([Ann], given);
        Assert.True(exception.IsTruncated);
        Assert.Single(mimo.Server.Requests);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task Tools_run_before_the_list_is_streamed(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format,
            MimoTurn.ToolCall("age_of", """{"name":"Ann"}""").WithText("Let me look {that} up."),
            MimoTurn.Text("""{"value":[{"name":"Ann","age":41}]}"""));

        Assert.Equal([Ann], await Read(IPeople.Create(mimo.Client).LookUpAsync("Ann")));
        Assert.Equal(2, mimo.Server.Requests.Count);
    }

    [Fact]
    public async Task Each_enumeration_is_a_call_of_its_own()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("""{"value":[{"name":"Ann","age":41}]}"""), MimoTurn.Text("[]"));
        IAsyncEnumerable<Person> people = IPeople.Create(mimo.Client).FindAsync("all");

        Assert.Equal([Ann], await Read(people));
        Assert.Empty(await Read(people));
    }

    [Fact]
    public async Task Cancellation_ends_the_stream()
    {
        using var source = new CancellationTokenSource();
        var client = new PiecesClient(["[", """{"name":"Ann","age":41},""", """{"name":"Ann","age":41}""", "]"]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Person _ in IPeople.Create(client).FindAsync("all", source.Token))
            {
                await source.CancelAsync();
            }
        });

        Assert.Equal(2, client.Sent);
    }

    private static async Task<IReadOnlyList<T>> Read<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    [MimoPrompt]
    [SystemPrompt("You know people.")]
    public partial interface IPeople
    {
        [UserPrompt("{which}")]
        IAsyncEnumerable<Person> FindAsync(string which, CancellationToken cancellationToken = default);

        [UserPrompt("{which}")]
        IAsyncEnumerable<Person> FindInAsync(string which, MimoTranscript transcript);

        [MimoPrompt(RepairAttempts = 0)]
        [UserPrompt("{which}")]
        IAsyncEnumerable<Person> UnmendedAsync(string which);

        [MimoPrompt(Tools = [typeof(Register)])]
        [UserPrompt("{which}")]
        IAsyncEnumerable<Person> LookUpAsync(string which);

        [UserPrompt("{which}")]
        IAsyncEnumerable<Person?> PerhapsAsync(string which);

        [UserPrompt("{which}")]
        IAsyncEnumerable<double> NumbersAsync(string which);

        [UserPrompt("{which}")]
        Task<List<double>> AllNumbersAsync(string which);
    }

    public static partial class Register
    {
        /// <summary>How old somebody is.</summary>
        [MimoTool]
        public static int AgeOf(string name) => name.Length;
    }

    /// <param name="Name"></param>
    /// <param name="Age">In years</param>
    public sealed record Person(string Name, [Range(0, 150)] int Age);
}

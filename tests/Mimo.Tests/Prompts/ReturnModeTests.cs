using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>A prompt's return type picks what happens.</summary>
public sealed partial class ReturnModeTests
{
    [Fact]
    public async Task A_string_is_the_answers_text()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("Hello!"));

        Assert.Equal("Hello!", await IModes.Create(mimo.Client).TextAsync("hi"));
        Assert.Equal(["system: Be brief.", "user: hi"], mimo.Messages(0));
    }

    [Fact]
    public async Task A_result_tells_the_reasoning_the_usage_and_the_conversation_too()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("Hello!", reasoning: "A greeting."));

        MimoResult<string> result = await IModes.Create(mimo.Client).TextResultAsync("hi");

        Assert.Equal(("Hello!", "A greeting.", 1), (result.Value, result.Reasoning, result.Attempts));
        Assert.True(result.Usage.OutputTokens > 0 && result.Usage.ReasoningTokens > 0);
        Assert.Equal([MimoRole.System, MimoRole.User, MimoRole.Assistant], result.Messages.Select(static message => message.Role));
    }

    [Theory]
    [InlineData("""{"name":"Ann","age":41}""")]
    [InlineData("Here you are:\n```json\n{\"name\":\"Ann\",\"age\":41}\n```\nAnything else?")]
    [InlineData("""{"age":"41","unasked":[{}],"name":"Ann",}""")]
    public async Task A_record_is_read_out_of_JSON_mode_however_it_is_wrapped(string answer)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text(answer));

        Person person = await IModes.Create(mimo.Client).RecordAsync("who?");

        Assert.Equal(new Person("Ann", 41), person);
        JsonNode body = JsonNode.Parse(Assert.Single(mimo.Server.Requests).BodyText)!;
        Assert.Equal("json_object", body["response_format"]!["type"]!.GetValue<string>());
        Assert.Contains("JSON", mimo.Messages(0)[0], StringComparison.Ordinal);
        Assert.Contains("""{"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer","description":"In years (from 0 to 150)","minimum":0,"maximum":150}},"required":["name","age"],"additionalProperties":false}""", mimo.Messages(0)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"value":[{"name":"Ann","age":41},{"name":"Bo","age":2}]}""")]
    [InlineData("""[{"name":"Ann","age":41},{"name":"Bo","age":2}]""")]
    public async Task A_list_comes_wrapped_in_an_object_or_bare(string answer)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text(answer));

        Assert.Equal([new Person("Ann", 41), new Person("Bo", 2)], await IModes.Create(mimo.Client).ListAsync("who?"));
    }

    [Fact]
    public async Task Enums_numbers_and_booleans_are_answers()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            MimoTurn.Text("""{"value":"Positive"}"""), MimoTurn.Text("""{"value":0.75}"""), MimoTurn.Text("""{"value":true}"""), MimoTurn.Text("""{"value":null}"""));
        IModes modes = IModes.Create(mimo.Client);

        Assert.Equal(Mood.Positive, await modes.MoodAsync("great"));
        Assert.Equal(0.75, await modes.NumberAsync("great"));
        Assert.True(await modes.FlagAsync("great"));
        Assert.Null(await modes.MaybeAsync("great"));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_goes_back_with_every_problem_and_is_repaired()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            MimoTurn.Text("""{"age":151}"""),
            MimoTurn.Text("""{"name":"Ann","age":41}"""));

        Person person = await IModes.Create(mimo.Client).RecordAsync("who?");

        Assert.Equal(new Person("Ann", 41), person);
        IReadOnlyList<string> second = mimo.Messages(1);
        Assert.Equal("""assistant: {"age":151}""", second[2]);
        Assert.Contains("$.name: missing; expected a string", second[3], StringComparison.Ordinal);
        Assert.Contains("$.age: expected a number from 0 to 150, but got the number 151", second[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_fits_costs_no_more_than_agreed_and_fails_with_every_attempt()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("no"), MimoTurn.Text("{}"), MimoTurn.Text("still no"));

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(() => IModes.Create(mimo.Client).OneRepairAsync("who?"));

        Assert.Equal(2, mimo.Server.Requests.Count);
        Assert.Equal(["no", "{}"], exception.Attempts.Select(static attempt => attempt.Response.Text));
    }

    [Fact]
    public async Task A_stream_gives_the_text_in_pieces()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("A text long enough to come in pieces."));

        var pieces = new List<string>();
        await foreach (string piece in IModes.Create(mimo.Client).StreamAsync("hi"))
        {
            pieces.Add(piece);
        }

        Assert.True(pieces.Count > 1);
        Assert.Equal("A text long enough to come in pieces.", string.Concat(pieces));
    }

    [Fact]
    public async Task A_stream_of_updates_gives_everything_and_ends_finished()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("Hello!", reasoning: "A greeting."));

        var updates = new List<MimoUpdate>();
        await foreach (MimoUpdate update in IModes.Create(mimo.Client).UpdatesAsync("hi"))
        {
            updates.Add(update);
        }

        Assert.Equal("A greeting.", string.Concat(updates.OfType<MimoReasoningUpdate>().Select(static update => update.Text)));
        Assert.Equal("Hello!", string.Concat(updates.OfType<MimoTextUpdate>().Select(static update => update.Text)));
        Assert.Equal(MimoFinishReason.Stop, Assert.Single(updates.OfType<MimoFinishedUpdate>()).FinishReason);
    }

    [Fact]
    public async Task A_task_alone_is_done_or_throws()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("done"), MimoTurn.Error(400, "400", "Param Incorrect", "because"));
        IModes modes = IModes.Create(mimo.Client);

        await modes.RunAsync("hi");

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => modes.RunAsync("hi").AsTask());
        Assert.Contains("because", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_sends_nothing()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IModes.Create(mimo.Client).TextAsync("hi", new CancellationToken(canceled: true)));

        Assert.Empty(mimo.Server.Requests);
    }

    [MimoPrompt]
    [SystemPrompt("Be brief.")]
    public partial interface IModes
    {
        [UserPrompt("{text}")]
        Task<string> TextAsync(string text, CancellationToken cancellationToken = default);

        [UserPrompt("{text}")]
        Task<MimoResult<string>> TextResultAsync(string text);

        [UserPrompt("{text}")]
        Task<Person> RecordAsync(string text);

        [MimoPrompt(RepairAttempts = 1)]
        [UserPrompt("{text}")]
        Task<Person> OneRepairAsync(string text);

        [UserPrompt("{text}")]
        Task<IReadOnlyList<Person>> ListAsync(string text);

        [UserPrompt("{text}")]
        ValueTask<Mood> MoodAsync(string text);

        [UserPrompt("{text}")]
        ValueTask<double> NumberAsync(string text);

        [UserPrompt("{text}")]
        Task<bool> FlagAsync(string text);

        [UserPrompt("{text}")]
        Task<Person?> MaybeAsync(string text);

        [UserPrompt("{text}")]
        IAsyncEnumerable<string> StreamAsync(string text, CancellationToken cancellationToken = default);

        [UserPrompt("{text}")]
        IAsyncEnumerable<MimoUpdate> UpdatesAsync(string text);

        [UserPrompt("{text}")]
        ValueTask RunAsync(string text);
    }

    public enum Mood
    {
        Positive,
        Negative,
    }

    /// <param name="Name"></param>
    /// <param name="Age">In years</param>
    public sealed record Person(string Name, [System.ComponentModel.DataAnnotations.Range(0, 150)] int Age);
}

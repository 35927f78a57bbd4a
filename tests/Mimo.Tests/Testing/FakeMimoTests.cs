using Mimo.Testing;

namespace Mimo.Tests.Testing;

/// <summary>Code that talks to MiMo can be tested without any wire.</summary>
public sealed partial class FakeMimoTests
{
    [Fact]
    public async Task Turns_answer_in_their_order_and_requests_are_kept()
    {
        var fake = new FakeMimo(MimoTurn.Text("Hello!", reasoning: "A greeting."), MimoTurn.Text("""{"name":"Ann","age":41}"""));
        IPeople people = IPeople.Create(fake);

        MimoResult<string> greeting = await people.GreetAsync("Bo");

        Assert.Equal(("Hello!", "A greeting."), (greeting.Value, greeting.Reasoning));
        Assert.True(greeting.Usage.TotalTokens > 0);
        Assert.Equal(1, fake.TurnsLeft);
        Assert.Equal(new Person("Ann", 41), await people.FindAsync("Ann"));
        Assert.Equal(["Greet Bo", "Find Ann"], fake.Requests.Select(static request => request.Messages[^1].Text));
        Assert.Equal(0, fake.TurnsLeft);
    }

    [Fact]
    public async Task Streams_come_in_pieces_and_items_one_by_one()
    {
        var fake = new FakeMimo(MimoTurn.Text("A text that is long enough."), MimoTurn.Text("""{"value":[{"name":"Ann","age":41},{"name":"Bo","age":2}]}"""));
        IPeople people = IPeople.Create(fake);

        List<string> pieces = await people.TellAsync("Ann").ToListAsync();

        Assert.True(pieces.Count > 1);
        Assert.Equal("A text that is long enough.", string.Concat(pieces));
        Assert.Equal([new Person("Ann", 41), new Person("Bo", 2)], await people.ListAsync("all").ToListAsync());
    }

    [Fact]
    public async Task A_tools_call_and_the_answer_after_it_are_two_turns()
    {
        var fake = new FakeMimo(MimoTurn.ToolCall("age_of", """{"name":"Ann"}"""), MimoTurn.Text("41"));

        Assert.Equal("41", await IPeople.Create(fake).AskAsync("Ann"));

        Assert.Equal(MimoRole.Tool, fake.Requests[1].Messages[^1].Role);
        Assert.Equal("3", fake.Requests[1].Messages[^1].Text);
    }

    [Fact]
    public async Task A_request_without_a_turn_throws_and_says_which()
    {
        var fake = new FakeMimo(MimoTurn.Text("Hello!"));
        IPeople people = IPeople.Create(fake);
        await people.GreetAsync("Bo");

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => people.GreetAsync("Cy"));

        Assert.Contains("no turn for request 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Greet Cy", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, fake.Requests.Count);
        InvalidOperationException streamed = await Assert.ThrowsAsync<InvalidOperationException>(() => people.TellAsync("Di").ToListAsync().AsTask());
        Assert.Contains("Di", streamed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_throws_what_the_real_client_throws_and_is_not_tried_again()
    {
        var fake = new FakeMimo(MimoTurn.RateLimited(TimeSpan.FromSeconds(7)), MimoTurn.Text("Hello!"));

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => IPeople.Create(fake).GreetAsync("Bo"));

        Assert.Equal((429, true, TimeSpan.FromSeconds(7)), (exception.Status, exception.IsTransient, exception.RetryAfter));
        Assert.Equal(1, fake.TurnsLeft);
    }

    [Fact]
    public async Task Whatever_an_error_says_is_told_word_for_word()
    {
        const string Words = "fake key failure: a fake test of local-mimo-keys, http://localhost";
        var fake = new FakeMimo(MimoTurn.Error(500, "fake_code", Words, "api-key fake", "fake_type"));

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => IPeople.Create(fake).GreetAsync("Bo"));

        Assert.Equal(("fake_code", "fake_type", "api-key fake"), (exception.Code, exception.Type, exception.Parameter));
        Assert.Contains(Words, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_the_service_would_refuse_is_refused()
    {
        var request = new MimoRequest { Messages = [MimoMessage.User("x")], MaxCompletionTokens = 200_000 };

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => new FakeMimo(MimoTurn.Text("x")).SendAsync(request));

        Assert.Contains("max_completion_tokens is too large", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_model_gets_the_one_of_the_fake()
    {
        var picture = new MimoRequest { Messages = [MimoMessage.User("What is it?", MimoImage.FromBytes(new byte[] { 1, 2, 3 }, "image/png"))] };

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => new FakeMimo(MimoTurn.Text("A cat.")).SendAsync(picture));
        MimoResponse response = await new FakeMimo(MimoTurn.Text("A cat.")) { Model = "mimo-v2-omni" }.SendAsync(picture);

        Assert.Equal(404, exception.Status);
        Assert.Equal(("A cat.", "mimo-v2-omni"), (response.Text, response.Model));
    }

    [Fact]
    public async Task A_request_with_half_a_character_is_refused_as_the_server_does()
    {
        var request = new MimoRequest { Messages = [MimoMessage.User("x"), MimoMessage.Assistant("a \ud83d b"), MimoMessage.User("y")] };
        await using MimoServer server = await MimoServer.StartAsync();
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey });

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => new FakeMimo(MimoTurn.Text("x")).SendAsync(request));

        MimoApiException served = await Assert.ThrowsAsync<MimoApiException>(() => client.SendAsync(request));
        Assert.Equal((400, served.RawBody), (exception.Status, exception.RawBody));
        Assert.Contains("not valid JSON", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_request_stays_as_it_was_sent_while_its_transcript_goes_on()
    {
        var transcript = new MimoTranscript([MimoMessage.User("one")]);
        var fake = new FakeMimo(MimoTurn.Text("first"), MimoTurn.Text("second"));

        MimoResponse first = await fake.SendAsync(new MimoRequest { Messages = transcript });
        transcript.AppendRange([first.Message, MimoMessage.User("two")]);
        await fake.SendAsync(new MimoRequest { Messages = transcript });

        Assert.Equal([1, 3], fake.Requests.Select(static request => request.Messages.Count));
    }

    [Fact]
    public async Task A_function_can_answer_many_requests_at_once()
    {
        var fake = new FakeMimo(static request => MimoTurn.Text("for " + request.Messages[^1].Text));
        IPeople people = IPeople.Create(fake);

        MimoResult<string>[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => people.GreetAsync($"P{index}")));

        Assert.Equal(Enumerable.Range(0, 50).Select(static index => $"for Greet P{index}"), answers.Select(static answer => answer.Value));
        Assert.Equal(50, fake.Requests.Count);
    }

    [Fact]
    public async Task An_unscripted_turn_reads_the_request()
    {
        Person person = await IPeople.Create(new FakeMimo(static _ => MimoTurn.Unscripted)).FindAsync("Ann");

        Assert.NotEmpty(person.Name);
    }

    [Fact]
    public void A_fault_needs_a_wire()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new FakeMimo(MimoTurn.Text("x").WithFault(MimoFault.CutAfter(3))));

        Assert.Contains(nameof(MimoServer), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_comes_before_the_turn_is_taken()
    {
        var fake = new FakeMimo(MimoTurn.Text("x"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fake.SendAsync(new MimoRequest { Messages = [MimoMessage.User("x")] }, new CancellationToken(canceled: true)));

        Assert.Equal(1, fake.TurnsLeft);
    }

    [MimoPrompt]
    public partial interface IPeople
    {
        [UserPrompt("Greet {name}")]
        Task<MimoResult<string>> GreetAsync(string name);

        [UserPrompt("Find {name}")]
        Task<Person> FindAsync(string name);

        [UserPrompt("Tell of {name}")]
        IAsyncEnumerable<string> TellAsync(string name);

        [UserPrompt("List {which}")]
        IAsyncEnumerable<Person> ListAsync(string which);

        [MimoPrompt(Tools = [typeof(Register)])]
        [UserPrompt("How old is {name}?")]
        Task<string> AskAsync(string name);
    }

    public static partial class Register
    {
        /// <summary>How old somebody is.</summary>
        [MimoTool]
        public static int AgeOf(string name) => name.Length;
    }

    public sealed record Person(string Name, int Age);
}

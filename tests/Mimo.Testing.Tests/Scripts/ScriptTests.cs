using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Scripts;

public sealed class ScriptTests
{
    [Fact]
    public async Task Turns_answer_in_order_and_then_the_server_answers_by_itself()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("one"), MimoTurn.Unscripted, MimoTurn.Text("three"));
        Assert.Equal("one", (await wire.ChatAsync(Bodies.Saying("Who are you?"))).Content);
        Assert.StartsWith("Hello! I am MiMo", (await wire.ChatAsync(Bodies.Saying("Who are you?"))).Content, StringComparison.Ordinal);
        Assert.Equal("three", (await wire.ChatAsync(Bodies.Saying("Who are you?"))).Content);
        Assert.StartsWith("Hello! I am MiMo", (await wire.ChatAsync(Bodies.Saying("Who are you?"))).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_request_uses_up_no_turn()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("one"), MimoTurn.Text("two"));
        Assert.Equal(HttpStatusCode.BadRequest, (await wire.ChatAsync(Bodies.Saying("Hello.").With("n", (JsonNode)1))).Status);
        Assert.Equal(2, wire.Server.TurnsLeft);
        Assert.Equal("one", (await wire.ChatAsync(Bodies.Saying("Hello."))).Content);
        Assert.Equal(1, wire.Server.TurnsLeft);
        await wire.ChatAsync(Bodies.Saying("Hello."));
        await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal(0, wire.Server.TurnsLeft);
    }

    [Fact]
    public async Task Of_requests_at_once_the_first_in_the_journal_gets_the_first_turn()
    {
        const int Requests = 60;
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue([.. Enumerable.Range(0, Requests).Select(i => MimoTurn.Text($"turn {i}"))]);

        // Bodies that take long to judge beside some that don't, and one in three that is refused.
        JsonObject[] bodies = [.. Enumerable.Range(0, Requests * 3 / 2).Select(i => Bodies.Saying($"{i}:{new string('x', i % 2 * 400_000)}"))];
        for (int i = 0; i < bodies.Length; i += 3)
        {
            bodies[i]["n"] = 1;
        }

        var answers = new Dictionary<string, WireAnswer>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (body, _) =>
        {
            string text = body.ToJsonString();
            WireAnswer answer = await wire.ChatAsync(text);
            lock (answers)
            {
                answers.Add(text, answer);
            }
        });

        Assert.Equal(bodies.Length, wire.Server.Requests.Count);
        string[] inJournal = [.. wire.Server.Requests.Select(request => answers[request.BodyText]).Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Content)];
        Assert.Equal(Enumerable.Range(0, Requests).Select(i => $"turn {i}"), inJournal);
    }

    [Fact]
    public async Task Scripted_calls_go_out_character_for_character_known_tool_or_not()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.ToolCalls(new MimoScriptedCall("unknown", "{\"broken\": ", "id 1"), new MimoScriptedCall("f", "")).WithText("Let me see."));
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("Let me see.", answer.Content);
        JsonArray calls = answer.Message["tool_calls"]!.AsArray();
        Assert.Equal("""{"id":"id 1","type":"function","function":{"name":"unknown","arguments":"{\u0022broken\u0022: "}}""", calls[0]!.ToJsonString());
        Assert.Equal("", calls[1]!["function"]!["arguments"]!.GetValue<string>());
    }

    [Fact]
    public async Task Reasoning_is_sent_as_scripted_or_made_up_but_never_without_thinking()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("a", reasoning: ""), MimoTurn.Text("a"), MimoTurn.Text("a").WithReasoning("why"));
        Assert.Equal("", (await wire.ChatAsync(Bodies.Saying("Hello."))).Message["reasoning_content"]!.GetValue<string>());
        Assert.NotEqual("", (await wire.ChatAsync(Bodies.Saying("Hello."))).Message["reasoning_content"]!.GetValue<string>());
        WireAnswer off = await wire.ChatAsync(Bodies.Saying("Hello.").With("thinking", """{"type":"disabled"}"""));
        Assert.False(off.Message.AsObject().ContainsKey("reasoning_content"));
    }

    [Fact]
    public async Task A_finish_reason_may_be_any()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("la la la").WithFinishReason("repetition_truncation"));
        Assert.Equal("repetition_truncation", (await wire.ChatAsync(Bodies.Saying("Hello."))).Choice["finish_reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_error_turn_has_the_status_the_body_and_the_headers_it_was_given()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Error(429, "429", "Too many requests", type: "limitation").WithHeader("Retry-After", "3"));
        using HttpRequestMessage request = wire.NewPost("/v1/chat/completions", Bodies.Saying("Hello.").ToJsonString());
        using HttpResponseMessage response = await wire.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
        Assert.Equal("""{"error":{"code":"429","message":"Too many requests","type":"limitation"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Raw_bodies_and_streams_go_out_unchanged()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Body(403, "text/html", "<h1>No.</h1>"), MimoTurn.EventStream("data: 1\r\n\r\n: comment\n\ndata: 2\n"));
        WireAnswer page = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("text/html", page.ContentType?.MediaType);
        Assert.Equal("<h1>No.</h1>", page.Text);
        WireAnswer stream = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("text/event-stream", stream.ContentType?.MediaType);
        Assert.Equal("data: 1\r\n\r\n: comment\n\ndata: 2\n", stream.Text);
    }

    [Fact]
    public void What_a_turn_cannot_be_is_said_when_it_is_made()
    {
        Assert.Throws<ArgumentException>(() => MimoTurn.ToolCalls());
        Assert.Throws<ArgumentOutOfRangeException>(() => MimoTurn.Error(200, "200", "fine"));
        Assert.Throws<InvalidOperationException>(() => MimoTurn.Error(500, "500", "x").WithReasoning("y"));
    }
}

using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Faults;

public sealed class FaultScheduleTests
{
    /// <summary>With an object within its arguments, so that every oddity finds something to bend.</summary>
    private const string NestedFunction = """
        {"name":"get_weather","description":"Get the weather","parameters":{"type":"object","properties":{"place":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}},"required":["place"]}}
        """;

    [Fact]
    public async Task The_same_seed_makes_the_same_requests_go_wrong_in_the_same_way()
    {
        List<string> first = await RunAsync(seed: 3, rate: 0.5, requests: 60);
        List<string> second = await RunAsync(seed: 3, rate: 0.5, requests: 60);
        List<string> other = await RunAsync(seed: 4, rate: 0.5, requests: 60);
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(outcome => outcome is "200" or "200 stream"), 15, 45);
    }

    [Fact]
    public async Task Every_kind_of_fault_comes_up_and_a_rate_of_zero_has_none()
    {
        string all = string.Join('\n', await RunAsync(seed: 1, rate: 1, requests: 300));
        string[] kinds = ["429", "500", "503", "421", "NoResponse", "Cut(", "End(", "ErrorEvent(", .. Enum.GetNames<MimoOddity>()];
        foreach (string kind in kinds)
        {
            Assert.Contains(kind, all, StringComparison.Ordinal);
        }

        Assert.All(await RunAsync(seed: 1, rate: 0, requests: 20), outcome => Assert.StartsWith("200", outcome, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scripted_turn_that_is_lost_is_given_again()
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Seed = 11, FaultRate = 0.6 });
        for (int turn = 0; turn < 20; turn++)
        {
            string text = $"turn {turn}";
            wire.Server.Enqueue(MimoTurn.Text(text));
            string outcome;
            do
            {
                string received = await ReadToTheEndAsync(wire, stream: turn % 2 == 0);
                outcome = wire.Server.Requests[^1].Outcome!;
                if (outcome is "200" or "200 stream")
                {
                    Assert.Contains(turn % 2 == 0 ? "[DONE]" : text, received, StringComparison.Ordinal);
                }
            }
            while (outcome is not ("200" or "200 stream") && !Enum.GetNames<MimoOddity>().Any(name => outcome.EndsWith(name, StringComparison.Ordinal)));
        }

        Assert.True(wire.Server.Requests.Count > 25);
    }

    /// <summary>A raw stream is complete with its finish reason, whatever comes after it, an error with its status, and a stream with its error event.</summary>
    [Theory]
    [InlineData("raw stream")]
    [InlineData("raw error")]
    [InlineData("error")]
    [InlineData("error event")]
    public async Task No_scripted_turn_arrives_twice_and_none_is_lost(string kind)
    {
        const int Turns = 40;
        await using MimoServer server = await MimoServer.StartAsync(new MimoServerOptions { Seed = 5, FaultRate = 0.7 });
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey, Retry = MimoRetryOptions.None });
        server.Enqueue([.. Enumerable.Range(0, Turns).Select(number => Scripted(kind, $"scripted turn {number}."))]);
        List<string> arrived = [];
        for (int request = 0; server.TurnsLeft > 0 && request < Turns * 20; request++)
        {
            try
            {
                await foreach (MimoUpdate update in client.StreamAsync(new MimoRequest { Messages = [MimoMessage.User("q")] }))
                {
                    if (update is MimoFinishedUpdate finished)
                    {
                        arrived.Add(finished.Response.Text);
                    }
                }
            }
            catch (MimoApiException exception) when (exception.RawBody.Contains("scripted turn", StringComparison.Ordinal))
            {
                arrived.Add(exception.RawBody);
            }
            catch (MimoException)
            {
                // What the schedule put in the place of the turn.
            }
        }

        Assert.Equal(0, server.TurnsLeft);
        Assert.True(server.Requests.Count > Turns * 3 / 2);
        Assert.Equal(Turns, arrived.Count);
        Assert.All(Enumerable.Range(0, Turns), number => Assert.Contains($"turn {number}.", arrived[number], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scripted_turn_that_breaks_by_itself_breaks_once(bool stream)
    {
        const int Turns = 40;
        await using MimoServer server = await MimoServer.StartAsync(new MimoServerOptions { Seed = 5, FaultRate = 0.7 });
        server.Enqueue([.. Enumerable.Repeat(MimoTurn.Text(new string('x', 2000)).WithFault(MimoFault.CutAfter(7)), Turns)]);
        for (int request = 0; server.TurnsLeft > 0 && request < Turns * 20; request++)
        {
            await RawConnection.SendAsync(server, Bodies.Saying("Hello.").With("stream", (JsonNode)stream));
        }

        Assert.Equal(0, server.TurnsLeft);
        Assert.True(server.Requests.Count > Turns * 3 / 2);
        Assert.Equal(Turns, server.Requests.Count(static request => request.Outcome!.Contains("Cut(7)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_journal_says_what_became_of_each_request()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Text("a"), MimoTurn.Overloaded(), MimoTurn.Text("a").WithFault(MimoFault.InPieces(3)));
        await wire.ChatAsync(Bodies.Saying("Hello."));
        await wire.ChatAsync(Bodies.Saying("Hello."));
        await wire.ChatAsync(Bodies.Saying("Hello."));
        await wire.ChatAsync(Bodies.Saying("Hello.").With("messages", "[]"));
        Assert.Equal(
            ["200", "503 Service Unavailable", "200 with Pieces(3)", "400 Param Incorrect messages must not be empty"],
            wire.Server.Requests.Select(request => request.Outcome));
        Assert.EndsWith(": 200", wire.Server.Requests[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_tells_of_no_fault_that_found_nothing_to_do()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn[] turns =
        [
            MimoTurn.Text("a").WithFault(MimoFault.DataPrefix),
            MimoTurn.Text("a").WithFault(MimoFault.ErrorAfter(1)).WithFault(MimoFault.InPieces(9)),
            MimoTurn.EventStream("data: [DONE]\n\n").WithFault(MimoFault.ErrorAfter(0)).WithFault(MimoFault.DataPrefix),
            MimoTurn.Overloaded().WithFault(MimoFault.DataPrefix),
        ];
        wire.Server.Enqueue([.. turns, turns[1]]);
        foreach (MimoTurn _ in turns)
        {
            await wire.ChatAsync(Bodies.Saying("Hello."));
        }

        await wire.StreamAsync(Bodies.Saying("Hello."));

        Assert.Equal(
            ["200", "200 with Pieces(9)", "200 text/event-stream; charset=utf-8", "503 Service Unavailable with DataPrefix", "200 stream with ErrorEvent(1), Pieces(9)"],
            wire.Server.Requests.Select(request => request.Outcome));
    }

    [Fact]
    public async Task The_journal_tells_only_of_the_faults_that_made_a_difference()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn text = MimoTurn.Text("It is sunny.");
        (MimoTurn Turn, string Outcome)[] cases =
        [
            (text.WithFault(MimoFault.NoResponse).WithFault(MimoFault.CutAfter(5)).WithFault(MimoFault.EndAfter(9)), "200 stream with End(9)"),
            (text.WithFault(MimoFault.CutAfter(5)).WithFault(MimoFault.CutAfter(5)), "200 stream with Cut(5)"),
            (text.WithFault(MimoFault.InPieces(3)).WithFault(MimoFault.ErrorAfter(1)).WithFault(MimoFault.NoResponse), "200 stream with NoResponse"),
            (text.WithOddity(MimoOddity.FencedText).WithFault(MimoFault.NoResponse), "200 stream with NoResponse"),
            (text.WithFault(MimoFault.ErrorAfter(3)).WithFault(MimoFault.CutAfter(5)), "200 stream with Cut(5)"),
            (text.WithFault(MimoFault.ErrorAfter(1)).WithFault(MimoFault.ErrorAfter(4, message: "Later")), "200 stream with ErrorEvent(1), ErrorEvent(4)"),
            (text.WithFault(MimoFault.EndAfter(1_000_000)), "200 stream"),
            (text.WithFault(MimoFault.CutAfter(1_000_000)), "200 stream with Cut(1000000)"),
        ];
        foreach ((MimoTurn turn, _) in cases)
        {
            wire.Server.Enqueue(turn);
            await ReadToTheEndAsync(wire, stream: true);
        }

        Assert.Equal(cases.Select(static expected => expected.Outcome), wire.Server.Requests.Select(static request => request.Outcome));
    }

    private static MimoTurn Scripted(string kind, string text) => kind switch
    {
        "raw stream" => MimoTurn.EventStream(
            $$"""data: {"choices":[{"delta":{"content":"{{text}}"},"finish_reason":"stop","index":0}]}""" + $"\n\n: {new string('x', 500)}\n\n"),
        "raw error" => MimoTurn.Body(418, "text/plain", text),
        "error event" => MimoTurn.Text(new string('x', 2000)).WithFault(MimoFault.ErrorAfter(0, message: text)),
        _ => MimoTurn.Error(418, "teapot", text),
    };

    private static async Task<List<string>> RunAsync(int seed, double rate, int requests)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Seed = seed, FaultRate = rate });
        for (int i = 0; i < requests; i++)
        {
            JsonObject body = i % 4 < 2 ? Bodies.Saying("Hello.") : Bodies.WithTool("What is the weather like in Beijing?", NestedFunction);
            await RawConnection.SendAsync(wire.Server, body.With("stream", (JsonNode)(i % 2 == 0)));
        }

        return [.. wire.Server.Requests.Select(request => request.Outcome!)];
    }

    /// <summary>Sends a request over a connection of its own and reads what comes, be it broken: HttpClient would try some again by itself.</summary>
    private static Task<string> ReadToTheEndAsync(MimoWire wire, bool stream) =>
        RawConnection.SendAsync(wire.Server, Bodies.Saying("Hello.").With("stream", (JsonNode)stream));
}

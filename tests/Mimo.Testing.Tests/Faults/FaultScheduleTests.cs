using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Faults;

public sealed class FaultScheduleTests
{
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

    private static async Task<List<string>> RunAsync(int seed, double rate, int requests)
    {
        await using MimoWire wire = await MimoWire.StartAsync(new MimoServerOptions { Seed = seed, FaultRate = rate });
        for (int i = 0; i < requests; i++)
        {
            await ReadToTheEndAsync(wire, stream: i % 2 == 0);
        }

        return [.. wire.Server.Requests.Select(request => request.Outcome!)];
    }

    /// <summary>Sends a request over a connection of its own and reads what comes, be it broken: HttpClient would try some again by itself.</summary>
    private static Task<string> ReadToTheEndAsync(MimoWire wire, bool stream) =>
        RawConnection.SendAsync(wire.Server, Bodies.Saying("Hello.").With("stream", (JsonNode)stream));
}

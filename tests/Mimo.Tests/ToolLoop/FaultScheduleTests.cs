using Mimo.Generation;
using Mimo.Testing;
using Mimo.Tests.Client;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

/// <summary>
/// Thousands of seeded schedules of good turns and faults, in both formats, streamed and not: each ends in the right answer or in
/// a typed failure, and the transcript is never left in a state the server would refuse.
/// </summary>
public class FaultScheduleTests
{
    private const int Schedules = 10_000;
    private const int Workers = 4;
    private const string Answer = "The answer is 42. 世界 😀";

    private static readonly MimoToolSet Tools = new(
        SampleTools.Named("echo", static arguments => arguments, ToolEffect.ReadOnly),
        SampleTools.Named("fail", static _ => throw new InvalidOperationException("broken")));

    private static readonly MimoOddity[] Oddities =
    [
        MimoOddity.StringifiedArguments,
        MimoOddity.MalformedArguments,
        MimoOddity.UnknownArgument,
        MimoOddity.UnknownTool,
        MimoOddity.RepeatedCalls,
        MimoOddity.LeakedToolCalls,
        MimoOddity.Truncated,
    ];

    [Fact]
    public async Task Every_schedule_of_faults_ends_in_a_right_answer_or_a_typed_failure()
    {
        int answered = 0;
        await Parallel.ForAsync(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (worker, cancellationToken) =>
        {
            await using MimoServer server = await MimoServer.StartAsync(cancellationToken: cancellationToken);
            using MimoClient client = Client(server, worker % 2 == 0 ? MimoFormat.OpenAI : MimoFormat.Anthropic);
            for (int seed = worker; seed < Schedules; seed += Workers)
            {
                if (await RunAsync(server, client, seed))
                {
                    Interlocked.Increment(ref answered);
                }
            }
        });

        // Most schedules hold few enough faults to be answered; some do not. Neither may vanish.
        Assert.InRange(answered, Schedules / 3, Schedules - (Schedules / 20));
    }

    private static MimoClient Client(MimoServer server, MimoFormat format) => new(new MimoClientOptions
    {
        Endpoint = server.Endpoint,
        ApiKey = server.ApiKey,
        Format = format,
        TimeProvider = new RecordingClock(),
        IdleTimeout = Timeout.InfiniteTimeSpan,
        TryTimeout = Timeout.InfiniteTimeSpan,
    });

    private static async Task<bool> RunAsync(MimoServer server, MimoClient client, int seed)
    {
        var random = new Random(seed);
        bool stream = random.Next(2) == 0;
        int faults = random.Next(0, 6);
        for (int i = 0; i < faults; i++)
        {
            server.Enqueue(NextTurn(random));
        }

        server.Enqueue(MimoTurn.Text(Answer));
        var transcript = new MimoTranscript([MimoMessage.User("earlier"), MimoMessage.Assistant("yes", "r")]);
        var request = new MimoRequest { Messages = [.. transcript, MimoMessage.User("q")], Tools = Tools };
        try
        {
            string text = await AskAsync(client, request, transcript, stream);
            Assert.EndsWith(Answer, text);
            Assert.Equal(Answer, transcript[^1].Text);
            Assert.True(transcript.IsComplete);
            return true;
        }
        catch (MimoException exception)
        {
            Assert.False(exception is MimoApiException { Code: "400" }, $"Seed {seed}: the server refused what was sent: {exception.Message}");
            Assert.Equal(2, transcript.Count);
            if (exception.PartialRun is { } run)
            {
                Assert.True(new MimoTranscript(run.NewMessages).IsComplete, $"Seed {seed}");
            }

            return false;
        }
        finally
        {
            await DrainScriptAsync(server, client);
        }
    }

    private static async Task<string> AskAsync(MimoClient client, MimoRequest request, MimoTranscript transcript, bool stream)
    {
        if (!stream)
        {
            return await PromptRunner.GetTextAsync(client, request, MimoRunOptions.Default, transcript, CancellationToken.None);
        }

        string text = string.Empty;
        await foreach (string piece in PromptRunner.StreamTextAsync(client, request, MimoRunOptions.Default, transcript, CancellationToken.None))
        {
            text += piece;
        }

        return text;
    }

    private static MimoTurn NextTurn(Random random) => random.Next(10) switch
    {
        0 => MimoTurn.RateLimited(),
        1 => MimoTurn.RateLimited(TimeSpan.FromSeconds(random.Next(100))),
        2 => random.Next(2) == 0 ? MimoTurn.ServerError() : MimoTurn.Overloaded(),
        3 => MimoTurn.ToolCall("echo", "{\"a\": [1, \"\\u00e9\"]}", "I call."),
        4 => MimoTurn.ToolCall("missing", "{oops", string.Empty),
        5 => MimoTurn.ToolCalls(new MimoScriptedCall("echo", "{}"), new MimoScriptedCall("fail", "{}"), new MimoScriptedCall("echo", "\"{}\"")),
        6 => MimoTurn.ToolCall("echo", "{\"a\":{\"b\":[1]}}").WithOddity(Oddities[random.Next(Oddities.Length)]),
        7 => MimoTurn.ToolCall("echo", "{\"a\":1}").WithFault(NextFault(random)),
        8 => MimoTurn.ServerError().WithFault(MimoFault.DataPrefix),
        _ => MimoTurn.Text(Answer).WithFault(NextFault(random)),
    };

    private static MimoFault NextFault(Random random) => random.Next(5) switch
    {
        0 => MimoFault.NoResponse,
        1 => MimoFault.CutAfter(random.Next(1, 1500)),
        2 => MimoFault.EndAfter(random.Next(1, 1500)),
        3 => MimoFault.ErrorAfter(random.Next(0, 12)),
        _ => MimoFault.InPieces(random.Next(1, 60)),
    };

    /// <summary>What a schedule left in the script must not reach the next one.</summary>
    private static async Task DrainScriptAsync(MimoServer server, MimoClient client)
    {
        var marker = new MimoRequest { Messages = [MimoMessage.User("marker")] };
        server.Enqueue(MimoTurn.Text("drained"));
        while (true)
        {
            try
            {
                if ((await client.SendAsync(marker)).Text == "drained")
                {
                    return;
                }
            }
            catch (MimoException)
            {
                // One more leftover.
            }
        }
    }
}

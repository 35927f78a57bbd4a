using System.Text;
using Mimo.Generation;
using Mimo.Testing;
using Mimo.Tests.Client;
using Mimo.Tests.Wire;

namespace Mimo.Tests.ToolLoop;

/// <summary>
/// Thousands of seeded schedules of good turns and faults: each ends in the right answer or in a typed failure, and the
/// transcript is never left in a state the server would refuse.
/// </summary>
public class FaultScheduleTests
{
    private const int Schedules = 10_000;
    private const int Workers = 4;
    private const string Answer = "The answer is 42. 世界 😀";

    private static readonly MimoToolSet Tools = new(
        SampleTools.Named("echo", static arguments => arguments, ToolEffect.ReadOnly),
        SampleTools.Named("fail", static _ => throw new InvalidOperationException("broken")));

    [Fact]
    public async Task Every_schedule_of_faults_ends_in_a_right_answer_or_a_typed_failure()
    {
        int answered = 0;
        await Parallel.ForAsync(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (worker, cancellationToken) =>
        {
            await using MimoServer server = await MimoServer.StartAsync(cancellationToken: cancellationToken);
            using var client = new MimoClient(new MimoClientOptions
            {
                Endpoint = server.Endpoint,
                ApiKey = server.ApiKey,
                TimeProvider = new RecordingClock(),
                IdleTimeout = Timeout.InfiniteTimeSpan,
                TryTimeout = Timeout.InfiniteTimeSpan,
            });
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

    private static async Task<bool> RunAsync(MimoServer server, MimoClient client, int seed)
    {
        var random = new Random(seed);
        bool stream = random.Next(2) == 0;
        int scripted = random.Next(0, 6);
        for (int i = 0; i < scripted; i++)
        {
            server.Enqueue(Fault(random, stream));
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
            Assert.False(exception is MimoApiException { Status: 400 }, $"Seed {seed}: the server refused what was sent: {exception.Message}");
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

    private static MimoTurn Fault(Random random, bool stream) => random.Next(stream ? 9 : 7) switch
    {
        0 => MimoTurn.Error(429, "429", "Too many requests", type: "limitation"),
        1 => MimoTurn.Error(500 + (3 * random.Next(2)), "internal_error", "boom"),
        2 => MimoTurn.ToolCall("echo", "{\"a\": [1, \"\\u00e9\"]}", "I call."),
        3 => MimoTurn.ToolCall("missing", "{oops", string.Empty),
        4 => MimoTurn.ToolCalls(new MimoScriptedCall("echo", "{}"), new MimoScriptedCall("fail", "{}"), new MimoScriptedCall("echo", "\"{}\"")),
        5 => MimoTurn.Text("<tool_call><function=echo></function></tool_call>"),
        6 => MimoTurn.Body(200, "application/json", Cut(random, Samples.Text(Answer))),
        7 => MimoTurn.EventStream(Encoding.UTF8.GetString(Cut(random, Samples.OpenAIStream))),
        _ => MimoTurn.EventStream(Samples.Events(Samples.Chunk("""{"content":"half"}""")) + "data:{\"error\":{\"code\":\"500\",\"message\":\"mid-stream\"}}\n\n"),
    };

    private static byte[] Cut(Random random, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        // Before the finish reason, so that nothing of it can be taken for an answer.
        return bytes[..random.Next(bytes.Length / 2)];
    }

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

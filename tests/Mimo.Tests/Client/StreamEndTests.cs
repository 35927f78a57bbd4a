using System.Text;
using Microsoft.Extensions.Time.Testing;
using Mimo.Tests.Wire;

namespace Mimo.Tests.Client;

/// <summary>Whatever ends a stream, what came of it is not lost.</summary>
public class StreamEndTests
{
    private static readonly MimoRequest Request = new() { Messages = [MimoMessage.User("q")] };

    private static readonly RawReply HalfStream = RawReply.Events(Encoding.UTF8.GetBytes(Samples.Events(Samples.Chunk("""{"content":"begun"}""")))) with
    {
        StallAfterwards = true,
    };

    [Theory]
    [InlineData(MimoFormat.Anthropic, """{"type":"error","message":"Overloaded","code":"503"}""", "Overloaded", true)]
    [InlineData(MimoFormat.OpenAI, """{"code":"400","message":"Param Incorrect"}""", "Param Incorrect", false)]
    [InlineData(MimoFormat.Anthropic, "upstream reset", "upstream reset", true)]
    public async Task An_event_named_error_is_the_servers_error_whatever_its_data_is(MimoFormat format, string data, string words, bool isTransient)
    {
        await using var server = new RawServer(RawReply.Events($"event: error\ndata: {data}\n\n"));
        using MimoClient client = server.Client(format);

        MimoApiException exception = await Assert.ThrowsAsync<MimoApiException>(() => client.StreamAsync(Request).ToListAsync().AsTask());

        Assert.Contains(words, exception.Message);
        Assert.Equal(data, exception.RawBody);
        Assert.Equal(isTransient, exception.IsTransient);
    }

    [Fact]
    public async Task An_error_of_the_server_behind_the_finish_reason_costs_nothing_of_the_answer()
    {
        string answer = Samples.Events(Samples.Chunk("""{"content":"whole"}""", "\"stop\""), """{"error":{"code":"500","message":"no usage"}}""");
        await using var server = new RawServer(RawReply.Events(answer));
        using MimoClient client = server.Client();

        List<MimoUpdate> updates = await client.StreamAsync(Request).ToListAsync();

        Assert.Equal("whole", Assert.IsType<MimoFinishedUpdate>(updates[^1]).Response.Text);
    }

    [Fact]
    public async Task A_stream_that_the_total_limit_ends_is_given_up_with_what_came()
    {
        await using var server = new RawServer(HalfStream);
        var clock = new FakeTimeProvider();
        using var client = new MimoClient(server.Options() with { TimeProvider = clock, TotalTimeout = TimeSpan.FromMinutes(1) });
        await using IAsyncEnumerator<MimoUpdate> updates = client.StreamAsync(Request).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        Task<bool> next = updates.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromMinutes(1));
        MimoConnectionException waiting = await Assert.ThrowsAsync<MimoConnectionException>(() => next);
        MimoConnectionException arrived = await Assert.ThrowsAsync<MimoConnectionException>(async () =>
        {
            await foreach (MimoUpdate _ in client.StreamAsync(Request))
            {
                clock.Advance(TimeSpan.FromMinutes(1));
            }
        });

        foreach (MimoConnectionException exception in new[] { waiting, arrived })
        {
            Assert.Equal((MimoConnectionFailure.Timeout, "begun"), (exception.Failure, exception.Received?.Text));
            Assert.Contains("TotalTimeout", exception.Message);
        }
    }

    [Fact]
    public async Task An_answer_that_is_complete_when_the_total_limit_ends_the_stream_is_not_lost()
    {
        string answer = Samples.Events(Samples.Chunk("""{"content":"whole"}""", "\"stop\""));
        await using var server = new RawServer(RawReply.Events(Encoding.UTF8.GetBytes(answer)) with { StallAfterwards = true });
        var clock = new FakeTimeProvider();
        using var client = new MimoClient(server.Options() with { TimeProvider = clock, TotalTimeout = TimeSpan.FromMinutes(1) });
        MimoUpdate? last = null;

        await foreach (MimoUpdate update in client.StreamAsync(Request))
        {
            last = update;
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("whole", Assert.IsType<MimoFinishedUpdate>(last).Response.Text);
    }

    [Fact]
    public async Task An_answer_that_was_handed_out_does_not_fail_any_more()
    {
        await using var server = new RawServer(RawReply.Events(Samples.OpenAIStream));
        using MimoClient client = server.Client();
        using var source = new CancellationTokenSource();
        MimoUpdate? last = null;

        await foreach (MimoUpdate update in client.StreamAsync(Request, source.Token))
        {
            last = update;
            if (update is MimoFinishedUpdate)
            {
                await source.CancelAsync();
            }
        }

        Assert.IsType<MimoFinishedUpdate>(last);
    }
}

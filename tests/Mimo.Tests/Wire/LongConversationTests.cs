using System.Buffers;
using CsCheck;
using NSubstitute;

namespace Mimo.Tests.Wire;

/// <summary>
/// Messages remember what a long conversation looks like on the wire. Whatever happens to the conversations that share them, each
/// request must read as if its messages had never been sent before.
/// </summary>
public class LongConversationTests
{
    [Fact]
    public void A_request_reads_the_same_however_its_messages_were_sent_before() =>
        Gen.Int.Sample(static seed => Live(new Random(seed)), iter: 300);

    [Fact]
    public void Threads_that_send_what_grows_out_of_one_conversation_do_not_disturb_each_other()
    {
        List<MimoMessage> shared = [.. Enumerable.Range(0, 20).Select(static number => MimoMessage.User($"shared {number}"))];
        var transcript = new MimoTranscript(shared);

        Parallel.For(0, 200, number =>
        {
            List<MimoMessage> own = [.. shared];
            for (int turn = 0; turn < 5; turn++)
            {
                own.Add(MimoMessage.User($"thread {number}, turn {turn}"));
                AssertReadsAsNew(own, MimoFormat.OpenAI);
            }

            AssertReadsAsNew(transcript, MimoFormat.Anthropic);
        });
    }

    [Fact]
    public void A_transcript_that_took_back_what_did_not_fit_forgets_it_on_the_wire_too()
    {
        var transcript = new MimoTranscript(Enumerable.Range(0, 20).Select(static number => MimoMessage.User($"turn {number}")));

        Assert.Throws<ArgumentException>(() => transcript.AppendRange(SendInBetween(transcript)));
        transcript.Append(MimoMessage.User("another"));

        AssertReadsAsNew(transcript, MimoFormat.OpenAI);
    }

    [Fact]
    public void A_message_that_cannot_be_written_spoils_no_conversation_that_begins_in_the_same_way()
    {
        MimoMessage[] shared = [.. Enumerable.Range(0, 20).Select(static number => MimoMessage.User($"turn {number}"))];
        AssertReadsAsNew(new MimoTranscript(shared), MimoFormat.Anthropic);
        MimoMessage unwritable = MimoMessage.User("look", MimoImage.FromUri("data:,no media type"));

        Assert.Throws<NotSupportedException>(() => Json.Write(new MimoRequest { Messages = new MimoTranscript([.. shared, unwritable]) }, MimoFormat.Anthropic));

        AssertReadsAsNew(new MimoTranscript([.. shared, MimoMessage.User("another")]), MimoFormat.Anthropic);
        AssertReadsAsNew(new MimoTranscript([.. shared, MimoMessage.User("a third")]), MimoFormat.Anthropic);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task The_requests_of_a_long_run_read_as_new_when_they_are_sent_and_long_after(MimoFormat format)
    {
        const int Rounds = 12;
        List<MimoRequest> requests = [];
        IMimoClient client = Substitute.For<IMimoClient>();
        client.SendAsync(Arg.Any<MimoRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            var request = call.Arg<MimoRequest>();
            AssertReadsAsNew(request.Messages, format);
            requests.Add(request);
            MimoToolCall[] calls = requests.Count <= Rounds ? [new($"a{requests.Count}", "echo", "{}"), new($"b{requests.Count}", "echo", "{\"x\":1}")] : [];
            return new MimoResponse(MimoMessage.Assistant($"answer {requests.Count}", "thought", calls), MimoFinishReason.Stop);
        });

        await client.RunAsync(new MimoRequest { Messages = [MimoMessage.System("rule"), MimoMessage.User("q")], Tools = new MimoToolSet(SampleTools.Named("echo", static text => text)) });

        Assert.Equal(Enumerable.Range(0, Rounds + 1).Select(static round => 2 + (3 * round)), requests.Select(static request => request.Messages.Count));
        Assert.All(requests, request => AssertReadsAsNew(request.Messages, format));
        Assert.All(requests, request => AssertReadsAsNew([.. request.Messages], format, MimoThinking.Disabled));
    }

    [Fact]
    public void A_growing_conversation_is_written_once_and_then_copied()
    {
        MimoMessage[] messages = [.. Enumerable.Range(0, 40).Select(static number => MimoMessage.User(new string('x', 2000) + number))];
        var transcript = new MimoTranscript(messages);
        foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
        {
            Json.Write(new MimoRequest { Messages = transcript }, format);
        }

        // Both formats are still kept: what a next request allocates is far from what its conversation is long.
        var buffer = new ArrayBufferWriter<byte>(200_000);
        foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
        {
            transcript.Append(MimoMessage.User("next"));
            long before = GC.GetAllocatedBytesForCurrentThread();
            new MimoRequest { Messages = transcript }.WriteTo(buffer, format);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000);
            buffer.Clear();
        }
    }

    private static IEnumerable<MimoMessage> SendInBetween(MimoTranscript transcript)
    {
        yield return MimoMessage.User("taken back");
        Json.Write(new MimoRequest { Messages = transcript }, MimoFormat.OpenAI);
        yield return MimoMessage.ToolResult("no such call", "");
    }

    private static void Live(Random random)
    {
        List<List<MimoMessage>> lists = [[]];
        var transcript = new MimoTranscript();
        for (int step = 0; step < 60; step++)
        {
            List<MimoMessage> list = lists[random.Next(lists.Count)];
            switch (random.Next(12))
            {
                case 0:
                    lists.Add([.. list.Take(random.Next(list.Count + 1))]);
                    break;
                case 1 when list.Count > 0:
                    list[random.Next(list.Count)] = MimoMessage.User($"replaced {step}");
                    break;
                case 2 when list.Count > 0:
                    list.RemoveAt(random.Next(list.Count));
                    break;
                case < 8:
                    MimoMessage[] turn = [.. Turn(random, step)];
                    list.AddRange(turn);
                    transcript.AppendRange(turn);
                    break;
                default:
                    var format = (MimoFormat)random.Next(2);
                    var thinking = (MimoThinking)random.Next(3);
                    AssertReadsAsNew(list, format, thinking);
                    AssertReadsAsNew(transcript, format, thinking);
                    break;
            }
        }
    }

    private static IEnumerable<MimoMessage> Turn(Random random, int number)
    {
        switch (random.Next(10))
        {
            case 0:
                return [MimoMessage.System($"rule {number}")];
            case 1:
                return [MimoMessage.User("look", MimoImage.FromBytes(new byte[random.Next(20) == 0 ? 40_000 : 3], "image/png"))];
            case 2:
                MimoToolCall[] calls = [new($"a{number}", "f", "{}"), new($"b{number}", "g", "{\"x\":1}")];
                MimoMessage asking = random.Next(2) == 0 ? MimoMessage.Assistant("", "thought", calls) : MimoMessage.AssistantWithoutReasoning("", calls);
                return [asking, MimoMessage.ToolResult(calls[0].Id, "one"), MimoMessage.ToolResult(calls[1].Id, "two", isError: true)];
            default:
                string padding = new('x', random.Next(20) == 0 ? random.Next(20_000) : 10);
                return [.. Enumerable.Range(0, random.Next(1, 5)).Select(part => MimoMessage.User($"turn {number}.{part} \"\ud83d\ude00\" {padding}"))];
        }
    }

    private static void AssertReadsAsNew(IReadOnlyList<MimoMessage> messages, MimoFormat format, MimoThinking thinking = MimoThinking.Default)
    {
        MimoMessage[] anew = [.. messages.Select(static message => new MimoMessage(
            message.Role, [.. message.Content], [.. message.ToolCalls], message.ToolCallId, message.IsToolError, message.IsWithoutReasoning))];

        var request = new MimoRequest { Model = "mimo-v2-pro", Messages = messages, Thinking = thinking };
        string expected = Json.Write(request with { Messages = anew }, format);
        Assert.Equal(expected, Json.Write(request, format));
        Assert.Equal(expected, SentBody.Of(request, format));
    }
}

using System.Buffers;
using System.Text;
using CsCheck;
using Mimo.Tests.Wire;

#pragma warning disable MIMO038 // Turns that are refused are what some of these tests are about.

namespace Mimo.Tests.Messages;

public class TranscriptTests
{
    private static readonly MimoToolCall Call = new("call_1", "f", "{}");

    [Fact]
    public void A_call_without_its_result_stops_everything_else_and_says_how_to_repair_it()
    {
        var transcript = new MimoTranscript([MimoMessage.User("q"), MimoMessage.Assistant(string.Empty, "r", [Call])]);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => transcript.Append(MimoMessage.User("next")));

        Assert.Contains("call_1", exception.Message);
        Assert.Contains("Repair", exception.Message);
        Assert.False(transcript.IsComplete);
        transcript.Append(MimoMessage.ToolResult("call_1", "ok"));
        transcript.Append(MimoMessage.User("next"));
        Assert.True(transcript.IsComplete);
    }

    [Fact]
    public void A_tool_turn_needs_its_reasoning_unless_it_was_made_without()
    {
        var transcript = new MimoTranscript();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => transcript.Append(MimoMessage.Assistant("x", null, [Call])));

        Assert.Contains("AssistantWithoutReasoning", exception.Message);
        transcript.Append(MimoMessage.Assistant("x", string.Empty, [Call]));
        transcript.Append(MimoMessage.ToolResult("call_1", "ok"));
        transcript.Append(MimoMessage.AssistantWithoutReasoning("x", [Call]));
        transcript.Repair();
        transcript.Append(MimoMessage.Assistant("no tools, no reasoning needed"));
        Assert.Equal(5, transcript.Count);
    }

    [Fact]
    public void A_result_needs_a_call_that_waits_for_it()
    {
        var transcript = new MimoTranscript([MimoMessage.Assistant(string.Empty, "r", [Call])]);

        Assert.Throws<ArgumentException>(() => transcript.Append(MimoMessage.ToolResult("call_2", "x")));
        transcript.Append(MimoMessage.ToolResult("call_1", "x"));
        Assert.Throws<ArgumentException>(() => transcript.Append(MimoMessage.ToolResult("call_1", "again")));
    }

    [Fact]
    public void A_range_is_appended_whole_or_not_at_all()
    {
        var transcript = new MimoTranscript([MimoMessage.Assistant(string.Empty, "r", [Call])]);

        Assert.Throws<ArgumentException>(() => transcript.AppendRange([MimoMessage.ToolResult("call_1", "x"), MimoMessage.User("q"), MimoMessage.ToolResult("zzz", "x")]));

        Assert.Single(transcript);
        Assert.False(transcript.IsComplete);
        Assert.Equal(1, transcript.Repair());
        Assert.True(transcript[1].IsToolError);
    }

    [Fact]
    public void Any_messages_can_be_repaired()
    {
        MimoTranscript transcript = MimoTranscript.Repaired(
        [
            MimoMessage.ToolResult("stray", "x"),
            MimoMessage.Assistant("a", null, [Call, new MimoToolCall("call_2", "g", "{}")]),
            MimoMessage.ToolResult("call_2", "two"),
            MimoMessage.User("q"),
            MimoMessage.Assistant(string.Empty, "r", [Call]),
        ]);

        Assert.Equal(
            [MimoRole.Assistant, MimoRole.Tool, MimoRole.Tool, MimoRole.User, MimoRole.Assistant, MimoRole.Tool],
            transcript.Select(static message => message.Role));
        Assert.Equal(["call_2", "call_1", "call_1"], transcript.Where(static message => message.Role == MimoRole.Tool).Select(static message => message.ToolCallId));
        Assert.True(transcript.IsComplete);
    }

    [Fact]
    public void A_conversation_cut_anywhere_can_be_repaired_and_goes_on()
    {
        MimoToolCall[] calls = [Call, new("call_2", "g", "{oops"), new("call_3", "h", "")];
        MimoMessage[] whole =
        [
            MimoMessage.User("q"),
            MimoMessage.Assistant("I look.", "r", calls),
            MimoMessage.ToolResult("call_3", "three"),
            MimoMessage.ToolResult("call_1", "one"),
            MimoMessage.ToolResult("call_2", "two"),
            MimoMessage.Assistant(string.Empty, "r", [Call]),
            MimoMessage.ToolResult("call_1", "one again"),
            MimoMessage.Assistant("a", "r"),
        ];
        for (int end = 0; end <= whole.Length; end++)
        {
            var cut = new MimoTranscript(whole[..end]);
            cut.Repair();
            cut.Append(MimoMessage.User("on"));
            Assert.Equal(whole[..end], cut.Take(end));
            for (int start = 0; start <= end; start++)
            {
                MimoTranscript repaired = MimoTranscript.Repaired(whole[start..end]);
                repaired.Append(MimoMessage.User("on"));
                var buffer = new ArrayBufferWriter<byte>();
                repaired.Save(buffer);

                Assert.True(repaired.IsComplete);
                Assert.Equal(repaired.Count, MimoTranscript.Load(buffer.WrittenSpan).Count);
                Assert.All(whole[start..end].Where(static message => message.Role != MimoRole.Tool), message => Assert.Contains(message, repaired));
            }
        }
    }

    [Fact]
    public void Saved_and_loaded_it_is_the_same_on_the_wire()
    {
        Gen<MimoMessage[]> turns = Turns();
        turns.Sample(
            messages =>
            {
                var transcript = new MimoTranscript(messages);
                using var stream = new MemoryStream();
                transcript.Save(stream);
                stream.Position = 0;
                MimoTranscript loaded = MimoTranscript.Load(stream);
                var buffer = new ArrayBufferWriter<byte>();
                loaded.Save(buffer);

                Assert.True(buffer.WrittenSpan.SequenceEqual(stream.ToArray()));
                foreach (MimoFormat format in Enum.GetValues<MimoFormat>())
                {
                    Assert.Equal(
                        Json.Write(new MimoRequest { Messages = transcript }, format),
                        Json.Write(new MimoRequest { Messages = loaded }, format));
                }

                for (int i = 0; i < transcript.Count; i++)
                {
                    Assert.Equal(transcript[i].Reasoning, loaded[i].Reasoning);
                    Assert.Equal(transcript[i].Text, loaded[i].Text);
                    Assert.Equal(transcript[i].IsToolError, loaded[i].IsToolError);
                    for (int call = 0; call < transcript[i].ToolCalls.Count; call++)
                    {
                        Assert.True(transcript[i].ToolCalls[call].ArgumentsUtf8.Span.SequenceEqual(loaded[i].ToolCalls[call].ArgumentsUtf8.Span));
                    }
                }
            },
            iter: 300);
    }

    [Fact]
    public void Media_signatures_and_bytes_that_are_no_text_are_saved_too()
    {
        byte[] noText = [0xFF, 0x00, 0xC3];
        var transcript = new MimoTranscript(
        [
            MimoMessage.User("x", MimoImage.FromBytes(noText, "image/png"), MimoVideo.FromUri("https://h/v", 0.5, "max"), MimoAudio.FromUri("https://h/a")),
            MimoMessage.Assistant([new MimoTextContent("t"), new MimoReasoningContent("\ud83d", "sig")], [new MimoToolCall("c", "f", noText)]),
            MimoMessage.ToolResult("c", "x", isError: true),
        ]);
        var buffer = new ArrayBufferWriter<byte>();
        transcript.Save(buffer);

        MimoTranscript loaded = MimoTranscript.Load(buffer.WrittenSpan);

        Assert.True(((MimoImage)loaded[0].Content[1]).Data.Span.SequenceEqual(noText));
        Assert.Equal(0.5, ((MimoVideo)loaded[0].Content[2]).FramesPerSecond);
        Assert.Equal("max", ((MimoVideo)loaded[0].Content[2]).MediaResolution);
        Assert.Equal("https://h/a", ((MimoAudio)loaded[0].Content[3]).Uri);
        Assert.Equal("\ud83d", loaded[1].Reasoning);
        Assert.Equal("sig", ((MimoReasoningContent)loaded[1].Content[1]).Signature);
        Assert.True(loaded[1].ToolCalls[0].ArgumentsUtf8.Span.SequenceEqual(noText));
        Assert.True(loaded[2].IsToolError);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"messages\":[7]}")]
    [InlineData("{\"messages\":[{\"role\":\"pope\"}]}")]
    [InlineData("{\"version\":99,\"messages\":[]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"data\":7}]}]}")]
    [InlineData("{\"messages\":[{\"role\":\"tool\",\"toolCallId\":\"x\"}]}")]
    public void What_is_no_transcript_is_refused_as_such(string text)
    {
        Assert.Throws<FormatException>(() => MimoTranscript.Load(Encoding.UTF8.GetBytes(text)));
    }

    private static Gen<MimoMessage[]> Turns()
    {
        Gen<string> text = Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\ud7f0', '\ue010'], Gen.Const('"'), Gen.Const('\n')), 0, 12];
        Gen<MimoMessage[]> user = text.Select(static value => new[] { MimoMessage.User(value) });
        Gen<MimoMessage[]> answer = Gen.Select(text, text, static (value, reasoning) => new[] { MimoMessage.Assistant(value, reasoning) });
        Gen<MimoMessage[]> tools = Gen.Select(text, text, Gen.Byte.Array[0, 10], Gen.Bool, static (value, reasoning, arguments, isError) => new[]
        {
            MimoMessage.Assistant(value, reasoning, [new MimoToolCall("id", "f", arguments)]),
            MimoMessage.ToolResult("id", value, isError),
        });
        return Gen.OneOf(user, answer, tools).Array[0, 6].Select(static turns => turns.SelectMany(static turn => turn).ToArray());
    }
}

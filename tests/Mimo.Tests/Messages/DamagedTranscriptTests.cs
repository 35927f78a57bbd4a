using System.Buffers;
using System.Text;

namespace Mimo.Tests.Messages;

/// <summary>Bytes that are nearly a saved transcript are refused with the place, so that no turn is lost without a word.</summary>
public sealed class DamagedTranscriptTests
{
    [Fact]
    public void Two_transcripts_saved_one_behind_the_other_are_not_taken_for_the_first()
    {
        var buffer = new ArrayBufferWriter<byte>();
        new MimoTranscript([MimoMessage.User("one")]).Save(buffer);
        int first = buffer.WrittenCount;
        new MimoTranscript([MimoMessage.User("two")]).Save(buffer);

        FormatException exception = Assert.Throws<FormatException>(() => MimoTranscript.Load(buffer.WrittenSpan));

        Assert.Contains("Expected end of data", exception.Message);
        Assert.Contains($"BytePositionInLine: {first}", exception.Message);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("]")]
    [InlineData("\n\n7")]
    [InlineData("\0")]
    public void What_stands_behind_a_transcript_is_refused(string rest) => Assert.Throws<FormatException>(() => Load($$"""{"version":1,"messages":[]}{{rest}}"""));

    [Fact]
    public void Blanks_behind_a_transcript_are_passed_over() => Assert.Empty(Load("{\"messages\":[]} \r\n\t\n"));

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"hello"}]}""", "a string at byte 38, where an array was expected as 'content'")]
    [InlineData("""{"messages":[{"role":"user","content":{}}]}""", "an object at byte 38, where an array was expected as 'content'")]
    [InlineData("""{"messages":[{"role":"user","content":["hello"]}]}""", "a string at byte 39, where an object was expected as an item of 'content'")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":["hello"]}]}]}""", "an array at byte 61, where a string was expected as 'text'")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image","mediaType":"image/png","data":7}]}]}""", "a number at byte 86, where a string was expected as 'data'")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"video","uri":"u","framesPerSecond":"2"}]}]}""", "a string at byte 83, where a number was expected as 'framesPerSecond'")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":{}}]}""", "an object at byte 45, where an array was expected as 'toolCalls'")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[7]}]}""", "a number at byte 46, where an object was expected as an item of 'toolCalls'")]
    [InlineData("""{"messages":[{"role":"assistant","isWithoutReasoning":true,"toolCalls":[{"id":"c","name":"f","arguments":{"a":1}}]}]}""", "an object at byte 105, where a string was expected as 'arguments'")]
    [InlineData("""{"messages":[{"role":"assistant","isWithoutReasoning":"yes"}]}""", "a string at byte 54, where true or false was expected as 'isWithoutReasoning'")]
    [InlineData("""{"messages":[{"role":{}}]}""", "an object at byte 21, where a string was expected as 'role'")]
    [InlineData("""{"messages":[7]}""", "a number at byte 13, where an object was expected as an item of 'messages'")]
    [InlineData("""{"messages":{}}""", "an object at byte 12, where an array was expected as 'messages'")]
    public void A_value_of_another_kind_is_refused_with_its_place(string text, string place)
    {
        FormatException exception = Assert.Throws<FormatException>(() => Load(text));

        Assert.Contains(place, exception.Message);
    }

    [Fact]
    public void Members_that_are_not_known_are_passed_over_whatever_they_hold()
    {
        MimoTranscript transcript = Load(
            """{"author":{"a":[1]},"messages":[{"id":[7],"role":"user","content":[{"type":"text","lang":{"x":[]},"text":"hello","n":1}],"x":null}],"z":[[]]}""");

        Assert.Equal("hello", Assert.Single(transcript).Text);
    }

    [Fact]
    public void Null_counts_as_absent()
    {
        MimoTranscript transcript = Load(
            """{"version":null,"messages":[{"role":"user","toolCallId":null,"isToolError":null,"content":[{"type":"text","text":"hello"}],"toolCalls":null},{"role":"assistant","content":null}]}""");

        Assert.Equal("hello", transcript[0].Text);
        Assert.Empty(transcript[1].Content);
    }

    [Fact]
    public void A_byte_order_mark_in_front_is_passed_over()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. """{"version":1,"messages":[{"role":"user","content":[{"type":"text","text":"hello"}]}]}"""u8];

        Assert.Equal("hello", Assert.Single(MimoTranscript.Load(text)).Text);
        Assert.Equal("hello", Assert.Single(MimoTranscript.Load(new MemoryStream(text))).Text);
    }

    private static MimoTranscript Load(string text) => MimoTranscript.Load(Encoding.UTF8.GetBytes(text));
}

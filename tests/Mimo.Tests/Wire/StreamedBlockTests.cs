using Mimo.Wire;

namespace Mimo.Tests.Wire;

/// <summary>Pieces of the Anthropic format belong to the block that they name.</summary>
public class StreamedBlockTests
{
    [Fact]
    public void Blocks_that_come_by_turns_keep_their_places_their_text_and_their_signatures()
    {
        (MimoResponse response, _) = Decode(
            Start(0, """{"type":"thinking","thinking":"","signature":""}"""),
            Delta(0, """{"type":"thinking_delta","thinking":"one "}"""),
            Start(1, """{"type":"text","text":""}"""),
            Delta(1, """{"type":"text_delta","text":"Hel"}"""),
            Start(2, """{"type":"tool_use","id":"c","name":"f","input":{}}"""),
            Delta(0, """{"type":"thinking_delta","thinking":"two"}"""),
            Delta(2, """{"type":"input_json_delta","partial_json":"{\"a\":"}"""),
            Delta(1, """{"type":"text_delta","text":"lo"}"""),
            Delta(0, """{"type":"signature_delta","signature":"sig"}"""),
            Delta(2, """{"type":"input_json_delta","partial_json":"1}"}"""),
            Stop(0),
            Stop(1),
            Stop(2));

        Assert.Equal([new MimoReasoningContent("one two", "sig"), new MimoTextContent("Hello")], response.Message.Content, ByContent);
        Assert.Equal("f({\"a\":1})", Assert.Single(response.ToolCalls).ToString());
    }

    [Fact]
    public void A_signature_that_comes_behind_the_beginning_of_the_next_block_signs_its_own()
    {
        (MimoResponse response, _) = Decode(
            Start(0, """{"type":"thinking","thinking":"hm"}"""),
            Start(1, """{"type":"text","text":"Hello"}"""),
            Delta(0, """{"type":"signature_delta","signature":"sig"}"""));

        Assert.Equal([new MimoReasoningContent("hm", "sig"), new MimoTextContent("Hello")], response.Message.Content, ByContent);
        Assert.False(response.Message.IsWithoutReasoning);
    }

    [Fact]
    public void Pieces_of_a_block_of_an_unknown_type_belong_to_nothing_else()
    {
        (MimoResponse response, List<MimoUpdate> updates) = Decode(
            Start(0, """{"type":"tool_use","id":"c","name":"f","input":{}}"""),
            Delta(0, """{"type":"input_json_delta","partial_json":"{}"}"""),
            Stop(0),
            Start(0, """{"type":"server_tool_use","id":"s","name":"web_search","input":{}}"""),
            Delta(0, """{"type":"input_json_delta","partial_json":"{\"query\":1}"}"""),
            Start(1, """{"type":"web_page"}"""),
            Delta(1, """{"type":"text_delta","text":"<html>"}"""),
            Start(2, """{"type":"text","text":"Hello"}"""));

        Assert.Equal([new MimoTextContent("Hello")], response.Message.Content, ByContent);
        Assert.Equal("f({})", Assert.Single(response.ToolCalls).ToString());
        Assert.Equal(["{}"], updates.OfType<MimoToolCallArgumentsUpdate>().Select(static update => update.Arguments));
    }

    [Fact]
    public void Pieces_of_which_no_beginning_told_are_read_all_the_same()
    {
        (MimoResponse response, _) = Decode(
            Delta(0, """{"type":"thinking_delta","thinking":"hm"}"""),
            Delta(0, """{"type":"text_delta","text":"Hel"}"""),
            Delta(0, """{"type":"text_delta","text":"lo"}"""));

        Assert.Equal([new MimoReasoningContent("hm"), new MimoTextContent("Hello")], response.Message.Content, ByContent);
    }

    [Fact]
    public void A_block_that_ends_ends_no_other()
    {
        (MimoResponse response, _) = Decode(
            Start(0, """{"type":"thinking","thinking":"hm"}"""),
            Start(1, """{"type":"text","text":"Hel"}"""),
            Stop(0),
            Delta(1, """{"type":"text_delta","text":"lo"}"""));

        Assert.Equal([new MimoReasoningContent("hm"), new MimoTextContent("Hello")], response.Message.Content, ByContent);
    }

    [Fact]
    public void Pieces_behind_the_end_of_their_block_are_a_block_of_their_own()
    {
        (MimoResponse response, _) = Decode(
            Start(0, """{"type":"text","text":"a"}"""),
            Start(0, """{"type":"text","text":"b"}"""),
            Stop(0),
            Delta(0, """{"type":"text_delta","text":"c"}"""),
            Start(1, """{"type":"web_page"}"""),
            Stop(1),
            Delta(1, """{"type":"text_delta","text":"d"}"""));

        Assert.Equal(["a", "b", "c", "d"], response.Message.Content.Select(static part => ((MimoTextContent)part).Text));
    }

    [Fact]
    public void What_came_of_blocks_by_turns_is_there_when_the_stream_breaks()
    {
        StreamDecoder decoder = Fed(
            Start(0, """{"type":"thinking","thinking":"hm"}"""),
            Start(1, """{"type":"text","text":"Hel"}"""),
            Delta(0, """{"type":"thinking_delta","thinking":" and"}"""));

        Assert.Equal([new MimoReasoningContent("hm and"), new MimoTextContent("Hel")], decoder.Answer.BuildPartial()!.Content, ByContent);
    }

    private static bool ByContent(MimoContent left, MimoContent right) => (left, right) switch
    {
        (MimoReasoningContent one, MimoReasoningContent other) => (one.Text, one.Signature) == (other.Text, other.Signature),
        (MimoTextContent one, MimoTextContent other) => one.Text == other.Text,
        _ => false,
    };

    private static (MimoResponse Response, List<MimoUpdate> Updates) Decode(params string[] events)
    {
        StreamDecoder decoder = Fed([.. events, """{"type":"message_delta","delta":{"stop_reason":"end_turn"}}"""]);
        Assert.True(decoder.TryFinish());
        return (Assert.IsType<MimoFinishedUpdate>(decoder.Updates[^1]).Response, decoder.Updates);
    }

    private static StreamDecoder Fed(params string[] events)
    {
        StreamDecoder decoder = StreamDecoder.Create(MimoFormat.Anthropic);
        foreach (string data in events)
        {
            decoder.Accept(System.Text.Encoding.UTF8.GetBytes(data));
        }

        return decoder;
    }

    private static string Start(int index, string block) => $$"""{"type":"content_block_start","index":{{index}},"content_block":{{block}}}""";

    private static string Delta(int index, string delta) => $$"""{"type":"content_block_delta","index":{{index}},"delta":{{delta}}}""";

    private static string Stop(int index) => $$"""{"type":"content_block_stop","index":{{index}}}""";
}

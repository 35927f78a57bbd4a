using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Anthropic;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Faults;

public sealed class OddityTests
{
    private static readonly MimoTurn Call = MimoTurn.ToolCall("f", """{"place":{"city":"Oslo"},"days":[1,2],"unit":"c","n":1.50}""", reasoning: "Let me see.");

    [Fact]
    public async Task Stringified_arguments_hold_their_objects_and_arrays_as_text()
    {
        JsonNode arguments = JsonNode.Parse((await CallAsync(MimoOddity.StringifiedArguments)).Arguments)!;
        Assert.Equal("""{"city":"Oslo"}""", arguments["place"]!.GetValue<string>());
        Assert.Equal("[1,2]", arguments["days"]!.GetValue<string>());
        Assert.Equal("c", arguments["unit"]!.GetValue<string>());
        Assert.Equal(1.5m, arguments["n"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Malformed_arguments_are_no_json()
    {
        string arguments = (await CallAsync(MimoOddity.MalformedArguments)).Arguments;
        Assert.StartsWith("""{"place":""", arguments, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(arguments));
    }

    [Theory]
    [InlineData("{} ")]
    [InlineData("{}]")]
    [InlineData("12")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData("🌤️")]
    public async Task Malformed_arguments_are_no_json_however_they_were_scripted(string scripted)
    {
        string arguments = (await CallAsync(MimoOddity.MalformedArguments, MimoTurn.ToolCall("f", scripted))).Arguments;
        Assert.NotEqual("", arguments.Trim());
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(arguments));
    }

    [Theory]
    [InlineData(MimoOddity.UnknownArgument, """{"a":1,"a":[2],"unknown_argument":true}""")]
    [InlineData(MimoOddity.StringifiedArguments, """{"a":1,"a":"[2]"}""")]
    public async Task Arguments_with_two_members_of_one_name_are_bent_as_others_are(MimoOddity oddity, string expected) =>
        Assert.Equal(expected, (await CallAsync(oddity, MimoTurn.ToolCall("f", """{"a":1,"a":[2]}"""))).Arguments);

    [Fact]
    public async Task Unknown_arguments_and_tools_are_added_to_the_known()
    {
        Assert.True(JsonNode.Parse((await CallAsync(MimoOddity.UnknownArgument)).Arguments)!["unknown_argument"]!.GetValue<bool>());
        Assert.Equal("f_v2", (await CallAsync(MimoOddity.UnknownTool)).Name);
    }

    [Fact]
    public async Task Repeated_calls_differ_in_their_ids()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Call.WithOddity(MimoOddity.RepeatedCalls));
        JsonArray calls = (await wire.ChatAsync(Bodies.Saying("Hello."))).Message["tool_calls"]!.AsArray();
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0]!["function"]!.ToJsonString(), calls[1]!["function"]!.ToJsonString());
        Assert.NotEqual(calls[0]!["id"]!.GetValue<string>(), calls[1]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Leaked_calls_stand_in_the_text_and_only_the_anthropic_format_announces_them()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = Call.WithOddity(MimoOddity.LeakedToolCalls);
        wire.Server.Enqueue(turn, turn);
        WireAnswer openAI = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("stop", openAI.Choice["finish_reason"]!.GetValue<string>());
        Assert.Null(openAI.Message["tool_calls"]);
        Assert.Equal(
            "<tool_call>\n<function=f>\n<parameter=place>{\"city\":\"Oslo\"}</parameter>\n<parameter=days>[1,2]</parameter>\n<parameter=unit>c</parameter>\n<parameter=n>1.50</parameter>\n</function>\n</tool_call>",
            openAI.Content);

        WireAnswer anthropic = await wire.MessageAsync(AnthropicBodies.Saying("Hello."));
        Assert.Equal("tool_use", anthropic.StopReason());
        Assert.Equal(["text", "thinking"], anthropic.BlockTypes());
    }

    [Fact]
    public async Task An_answer_in_the_reasoning_leaves_the_text_empty_but_only_while_thinking()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = MimoTurn.Text("It is sunny.").WithOddity(MimoOddity.AnswerInReasoning);
        wire.Server.Enqueue(turn, turn);
        WireAnswer thinking = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("", thinking.Content);
        Assert.Equal("It is sunny.", thinking.Message["reasoning_content"]!.GetValue<string>());
        Assert.Equal("It is sunny.", (await wire.ChatAsync(Bodies.Saying("Hello.").With("thinking", """{"type":"disabled"}"""))).Content);
    }

    [Fact]
    public async Task The_reasoning_of_a_turn_without_text_stays_what_it_is()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(Call.WithOddity(MimoOddity.AnswerInReasoning));
        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("Let me see.", answer.Message["reasoning_content"]!.GetValue<string>());
        Assert.Single(answer.Message["tool_calls"]!.AsArray());
    }

    [Fact]
    public async Task Fences_truncation_and_repetition_bend_texts()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = MimoTurn.Text("""{"a":1}""");
        wire.Server.Enqueue(turn.WithOddity(MimoOddity.FencedText), turn.WithOddity(MimoOddity.Truncated), turn.WithOddity(MimoOddity.Repetition));
        Assert.EndsWith("```json\n{\"a\":1}\n```", (await wire.ChatAsync(Bodies.Saying("Hello."))).Content, StringComparison.Ordinal);

        WireAnswer truncated = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("length", truncated.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal("""{"a""", truncated.Content);

        WireAnswer repeated = await wire.ChatAsync(Bodies.Saying("Hello."));
        Assert.Equal("repetition_truncation", repeated.Choice["finish_reason"]!.GetValue<string>());
        Assert.True(repeated.Content.Split("""{"a":1}""").Length > 10);
    }

    [Fact]
    public async Task Oddities_bend_unscripted_answers_too_and_add_up()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue(MimoTurn.Unscripted.WithOddity(MimoOddity.UnknownTool).WithOddity(MimoOddity.Truncated));
        WireAnswer answer = await wire.ChatAsync(Bodies.Weather());
        JsonNode function = answer.Message["tool_calls"]![0]!["function"]!;
        Assert.Equal("get_current_weather_v2", function["name"]!.GetValue<string>());
        Assert.Equal("{\"location\"", function["arguments"]!.GetValue<string>());
        Assert.Equal("length", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal("200 with UnknownTool with Truncated", wire.Server.Requests[0].Outcome);
    }

    [Fact]
    public async Task The_journal_tells_of_no_oddity_that_found_nothing_to_bend()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn text = MimoTurn.Text("It is sunny.");
        (MimoTurn Turn, bool Stream, string Outcome)[] cases =
        [
            (MimoTurn.Overloaded().WithOddity(MimoOddity.FencedText).WithOddity(MimoOddity.Truncated), false, "503 Service Unavailable"),
            (MimoTurn.Body(200, "text/plain", "Hi.").WithOddity(MimoOddity.Repetition), false, "200 text/plain"),
            (text.WithOddity(MimoOddity.UnknownTool).WithOddity(MimoOddity.FencedText), false, "200 with FencedText"),
            (text.WithOddity(MimoOddity.UndividedArguments), true, "200 stream"),
            (Call.WithOddity(MimoOddity.UndividedArguments), false, "200"),
            (Call.WithOddity(MimoOddity.UndividedArguments), true, "200 stream with UndividedArguments"),
            (Call.WithOddity(MimoOddity.UndividedArguments).WithOddity(MimoOddity.LeakedToolCalls), true, "200 stream with LeakedToolCalls"),
            (MimoTurn.ToolCall("f", """{"a":1}""").WithOddity(MimoOddity.StringifiedArguments), false, "200"),
            (Call.WithOddity(MimoOddity.StringifiedArguments).WithOddity(MimoOddity.StringifiedArguments), false, "200 with StringifiedArguments"),
            (Call.WithOddity(MimoOddity.SparseAnswer), false, "200 with SparseAnswer"),
        ];
        foreach ((MimoTurn turn, bool stream, _) in cases)
        {
            wire.Server.Enqueue(turn);
            await RawConnection.SendAsync(wire.Server, Bodies.Saying("Hello.").With("stream", (JsonNode)stream));
        }

        Assert.Equal(cases.Select(static expected => expected.Outcome), wire.Server.Requests.Select(static request => request.Outcome));
    }

    private static async Task<(string Name, string Arguments)> CallAsync(MimoOddity oddity, MimoTurn? turn = null)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        wire.Server.Enqueue((turn ?? Call).WithOddity(oddity));
        JsonNode function = (await wire.ChatAsync(Bodies.Saying("Hello."))).Message["tool_calls"]![0]!["function"]!;
        return (function["name"]!.GetValue<string>(), function["arguments"]!.GetValue<string>());
    }
}

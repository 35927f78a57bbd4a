using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Replies;

public sealed class UnscriptedToolCallTests
{
    [Fact]
    public async Task The_weather_question_calls_the_weather_tool_for_beijing()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.Weather());
        Assert.Equal("tool_calls", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal("", answer.Content);
        JsonNode call = Assert.Single(answer.Message["tool_calls"]!.AsArray())!;
        Assert.Matches("^call_[0-9a-f]{24}$", call["id"]!.GetValue<string>());
        Assert.Equal("function", call["type"]!.GetValue<string>());
        Assert.Equal("get_current_weather", call["function"]!["name"]!.GetValue<string>());
        Assert.Equal("""{"location":"Beijing"}""", call["function"]!["arguments"]!.GetValue<string>());
        Assert.Contains("get_current_weather", answer.Message["reasoning_content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is the weather in San Francisco, CA, in fahrenheit?", """{"location":"San Francisco, CA","unit":"fahrenheit"}""")]
    [InlineData("Tell me the weather at New York please.", """{"location":"New York"}""")]
    [InlineData("Get the weather for \"the old town\".", """{"location":"the old town"}""")]
    [InlineData("weather please", """{"location":"weather please"}""")]
    public async Task Texts_come_from_the_message_and_options_only_when_mentioned(string message, string arguments) =>
        Assert.Equal(arguments, await ArgumentsAsync(message, Bodies.WeatherFunction));

    [Theory]
    [InlineData("Book a flight from Paris to London for 3 people", """{"origin":"Paris","destination":"London","passengers":3}""")]
    [InlineData("Flight from San Jose to Oslo, 12 of us", """{"origin":"San Jose","destination":"Oslo","passengers":9}""")]
    public async Task Several_values_of_a_message_go_to_several_parameters_and_stay_in_range(string message, string arguments)
    {
        string sent = await ArgumentsAsync(message, """
            {"name":"book_flight","parameters":{"type":"object","properties":{
              "origin":{"type":"string"},"destination":{"type":"string"},"passengers":{"type":"integer","minimum":2,"maximum":9}},
              "required":["origin","destination","passengers"]}}
            """);
        JsonNode expected = JsonNode.Parse(arguments)!;
        JsonNode actual = JsonNode.Parse(sent)!;
        Assert.Equal(expected["origin"]!.GetValue<string>(), actual["origin"]!.GetValue<string>());
        Assert.Equal(expected["destination"]!.GetValue<string>(), actual["destination"]!.GetValue<string>());
        Assert.InRange(actual["passengers"]!.GetValue<int>(), 2, expected["passengers"]!.GetValue<int>());
    }

    [Fact]
    public async Task Formatted_values_are_found_in_the_message()
    {
        string sent = await ArgumentsAsync(
            "Send a reminder to ada@example.org on 2027-01-02, see https://example.org/x.",
            """
            {"name":"send_reminder","parameters":{"type":"object","properties":{
              "to":{"type":"string","format":"email"},"day":{"type":"string","format":"date"},"link":{"type":"string","format":"uri"}},
              "required":["to","day","link"]}}
            """);
        Assert.Equal("""{"to":"ada@example.org","day":"2027-01-02","link":"https://example.org/x"}""", sent);
    }

    [Fact]
    public async Task What_only_looks_like_a_format_is_not_taken_for_one()
    {
        string sent = await ArgumentsAsync(
            "Send a reminder on 2026-13-45 at 25:00:00, or on 2027-01-02 at 18:15:00.",
            """
            {"name":"send_reminder","parameters":{"type":"object","properties":{"day":{"type":"string","format":"date"},"at":{"type":"string","format":"time"}},"required":["day","at"]}}
            """);
        Assert.Equal("""{"day":"2027-01-02","at":"18:15:00Z"}""", sent);
    }

    [Fact]
    public async Task The_tool_with_most_words_in_common_is_called()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.Weather().With("messages", new JsonArray(Bodies.User("What time is it in Oslo?")));
        body["tools"]!.AsArray().Add(Bodies.Parse("""{"type":"function","function":{"name":"getTime","description":"The local time of a city"}}"""));
        WireAnswer answer = await wire.ChatAsync(body);
        Assert.Equal("getTime", answer.Message["tool_calls"]![0]!["function"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("please introduce yourself")]
    [InlineData("What can you do?")]
    public async Task A_message_that_asks_for_no_tool_calls_none(string message)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool(message, Bodies.WeatherFunction));
        Assert.Equal("stop", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.Null(answer.Message["tool_calls"]);
        Assert.NotEqual("", answer.Content);
    }

    [Fact]
    public async Task A_tool_described_in_chinese_answers_a_question_in_chinese()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool("北京今天天气怎么样?", """
            {"name":"f","description":"查询天气和气温,今天或明天","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}
            """));
        Assert.Equal("f", answer.Message["tool_calls"]![0]!["function"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Once_the_results_are_there_the_answer_is_made_from_them()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.AfterToolCall());
        Assert.Equal("stop", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal("get_current_weather says: Sunny, 25 degrees.", answer.Content);
    }

    [Fact]
    public async Task Results_of_earlier_rounds_are_not_repeated_and_all_of_the_last_round_are_told()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        JsonObject body = Bodies.AfterToolCall();
        JsonArray messages = body["messages"]!.AsArray();
        messages.Add(Bodies.Parse("""
            {"role":"assistant","content":"","reasoning_content":"","tool_calls":[
              {"id":"call_2","type":"function","function":{"name":"one","arguments":"{}"}},{"id":"call_3","type":"function","function":{"name":"two","arguments":"{}"}}]}
            """));
        messages.Add(Bodies.Parse("""{"role":"tool","tool_call_id":"call_3","content":"2"}"""));
        messages.Add(Bodies.Parse("""{"role":"tool","tool_call_id":"call_2","content":"1"}"""));
        Assert.Equal("two says: 2\none says: 1", (await wire.ChatAsync(body)).Content);
    }

    [Fact]
    public async Task A_tool_choice_other_than_auto_changes_nothing()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer forced = await wire.ChatAsync(Bodies.WithTool("please introduce yourself", Bodies.WeatherFunction).With("tool_choice", (JsonNode)"required"));
        WireAnswer forbidden = await wire.ChatAsync(Bodies.Weather().With("tool_choice", (JsonNode)"none"));
        Assert.Equal("stop", forced.Choice["finish_reason"]!.GetValue<string>());
        Assert.Equal("tool_calls", forbidden.Choice["finish_reason"]!.GetValue<string>());
    }

    private static async Task<string> ArgumentsAsync(string message, string function)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool(message, function));
        return answer.Message["tool_calls"]![0]!["function"]!["arguments"]!.GetValue<string>();
    }
}

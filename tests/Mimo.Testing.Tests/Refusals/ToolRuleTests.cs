using System.Net;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Refusals;

public sealed class ToolRuleTests
{
    [Fact]
    public async Task Two_tools_of_one_name_are_refused()
    {
        JsonObject body = Bodies.Weather();
        body["tools"]!.AsArray().Add(body["tools"]![0]!.DeepClone());
        await Refused.WithParamAsync(body, "tools contains duplicate names: get_current_weather");
    }

    [Theory]
    [InlineData("""{"description":"No name."}""")]
    [InlineData("""{"name":""}""")]
    public async Task A_tool_without_name_is_refused(string function) =>
        await Refused.WithParamAsync(Bodies.WithTool("Hello.", function), "`name` is not set");

    [Theory]
    [InlineData("get weather")]
    [InlineData("get.weather")]
    [InlineData("天气")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_tool_name_of_other_signs_or_too_many_is_refused(string name)
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool("Hello.", "{}").With("tools", new JsonArray(
            new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } })));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(name, answer.Error["param"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"type":"retrieval"}]""", "type", "Input should be 'function' or 'web_search'")]
    [InlineData("""[{"type":"function"}]""", "function", "Field required")]
    [InlineData("""[{"name":"f","parameters":{}}]""", "type", "Input should be 'function' or 'web_search'")]
    [InlineData("""[{"type":"function","function":{"name":"f","parameters":"none"}}]""", "parameters", "valid dictionary")]
    [InlineData("""[{"type":"function","function":{"name":"f","parameters":{"type":"array"}}}]""", "type", "Input should be 'object'")]
    [InlineData("""[{"type":"web_search","limit":51}]""", "limit", "less than or equal to 50")]
    [InlineData("""[{"type":"web_search","max_keyword":0}]""", "max_keyword", "greater than or equal to 1")]
    [InlineData("""[{"type":"web_search","max_keyword":51}]""", "max_keyword", "less than or equal to 50")]
    [InlineData("""[{"type":"web_search","limit":0}]""", "limit", "greater than or equal to 1")]
    [InlineData("""[{"type":"web_search","user_location":{"type":"exact"}}]""", "type", "Input should be 'approximate'")]
    [InlineData("""["f"]""", "tools", "valid dictionary")]
    public async Task A_tool_of_the_wrong_shape_is_refused(string tools, string at, string problem) =>
        await Refused.ByValidatorAsync(Bodies.Saying("Hello.").With("tools", tools), at, problem);

    [Fact]
    public async Task A_tool_needs_only_a_name()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        WireAnswer answer = await wire.ChatAsync(Bodies.WithTool("Ping the server.", """{"name":"ping"}"""));
        Assert.Equal("{}", answer.Message["tool_calls"]![0]!["function"]!["arguments"]!.GetValue<string>());
    }
}

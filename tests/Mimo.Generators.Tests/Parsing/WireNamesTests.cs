using System.Text.Json;
using CsCheck;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Tests.Parsing;

public class WireNamesTests
{
    private static readonly Gen<string> Identifiers =
        Gen.Select(Gen.Char["ABCDEFGHXYZabcdefghxyzÄößΣλЖ日_"], Gen.String[Gen.Char["ABCDEFGHXYZabcdefghxyz0123456789_ÄößΣλЖ日"], 0, 12], static (first, rest) => first + rest);

    private static readonly Gen<string> MethodNames =
        Gen.Select(Gen.Char["ABCDEFGHXYZabcxyz"], Gen.String[Gen.Char["ABCDEFGHXYZabcdefghxyz0123456789"], 0, 12], static (first, rest) => first + rest);

    [Fact]
    public void Members_are_named_as_by_System_Text_Json() =>
        Identifiers.Sample(static name => Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), WireNames.ToCamelCase(name)), iter: 20_000);

    [Fact]
    public void Tools_are_named_in_the_snake_case_of_System_Text_Json() =>
        MethodNames.Where(static name => !name.EndsWith("Async", StringComparison.Ordinal))
            .Sample(static name => Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), WireNames.ToToolName(name)), iter: 20_000);

    [Fact]
    public void Every_plain_method_name_makes_a_tool_name_that_MiMo_accepts() =>
        MethodNames.Sample(static name => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", WireNames.ToToolName(name)));

    [Theory]
    [InlineData("GetCurrentWeatherAsync", "get_current_weather")]
    [InlineData("GetCurrentWeather", "get_current_weather")]
    [InlineData("Async", "async")]
    [InlineData("RunAsyncTask", "run_async_task")]
    [InlineData("HTMLPage", "html_page")]
    [InlineData("ParseHTML", "parse_html")]
    [InlineData("getWeather", "get_weather")]
    [InlineData("get_weather", "get_weather")]
    [InlineData("Get_Weather", "get_weather")]
    [InlineData("X", "x")]
    [InlineData("Base64Encode", "base64_encode")]
    [InlineData("_Hidden", "_hidden")]
    public void A_method_name_becomes_a_tool_name(string method, string expected) => Assert.Equal(expected, WireNames.ToToolName(method));

    [Theory]
    [InlineData("a", true)]
    [InlineData("get_weather-2", true)]
    [InlineData("", false)]
    [InlineData("get weather", false)]
    [InlineData("größe", false)]
    [InlineData("a.b", false)]
    [InlineData("a\n", false)]
    public void A_tool_name_is_judged(string name, bool isAccepted) => Assert.Equal(isAccepted, WireNames.IsToolName(name));

    [Fact]
    public void A_tool_name_has_at_most_64_characters()
    {
        Assert.True(WireNames.IsToolName(new string('a', 64)));
        Assert.False(WireNames.IsToolName(new string('a', 65)));
    }
}

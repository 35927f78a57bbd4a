using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests;

/// <summary>Parameters that take any JSON, or any object or array: what is told where even that doesn't fit.</summary>
public sealed partial class FreeFormTests
{
    [Theory]
    [InlineData("element", """{"a":[{"b":"\ud83d"}]}""", "an object")]
    [InlineData("node", """[[["\ud83d"]]]""", "an array")]
    [InlineData("node", "\"\\udc00\"", "the string \"\\udc00\"")]
    [InlineData("members", """{"a":{"\ud83d":1}}""", "an object")]
    [InlineData("items", """[{"a":"\ud83dx"}]""", "an array")]
    public async Task Half_a_character_anywhere_within_is_told_once(string tool, string json, string got) => Assert.Equal(
        [$"$.value: expected text of valid Unicode throughout, but got {got}"], await Tools.Named(tool).ProblemsAsync($$"""{"value":{{json}}}"""));

    [Theory]
    [InlineData("element", "\"x\"")]
    [InlineData("element", "{\"a\":{}}")]
    [InlineData("node", "[[]]")]
    [InlineData("members", "{}")]
    [InlineData("items", "[]")]
    public async Task Half_a_character_after_it_is_told_of_where_it_is(string tool, string json) => Assert.Equal(
        ["$.text: expected a string of valid Unicode, but got the string \"\\ud83d\""], await Tools.Named(tool).ProblemsAsync($$"""{"value":{{json}},"text":"\ud83d"}"""));

    [Theory]
    [InlineData("node", "null", "a value other than null, but got null")]
    [InlineData("members", "null", "an object, but got null")]
    [InlineData("members", "[{}]", "an object, but got an array")]
    [InlineData("members", "1", "an object, but got the number 1")]
    [InlineData("members", "\"x\"", "an object, but got the string \"x\"")]
    [InlineData("members", "\"[1]\"", "an object, but got an array")]
    [InlineData("items", "null", "an array, but got null")]
    [InlineData("items", "{\"a\":[]}", "an array, but got an object")]
    [InlineData("items", "false", "an array, but got false")]
    [InlineData("items", "\"{}\"", "an array, but got an object")]
    [InlineData("items", "\"[1\"", "an array, but got the string \"[1\"")]
    public async Task A_value_of_another_kind_is_told_of(string tool, string json, string expected) =>
        Assert.Equal([$"$.value: expected {expected}"], await Tools.Named(tool).ProblemsAsync($$"""{"value":{{json}}}"""));

    [Theory]
    [InlineData("members", "\"{\\\"a\\\":[1]}\"", """{"a":[1]}""")]
    [InlineData("items", "\" [{}]\"", "[{}]")]
    [InlineData("element", "\"[1]\"", "\"[1]\"")]
    [InlineData("node", "\"{}\"", "\"{}\"")]
    [InlineData("element", "null", "null")]
    public async Task A_text_that_holds_what_is_wanted_is_read_and_one_where_any_will_do_stays(string tool, string json, string expected) =>
        Assert.Equal(expected, await Tools.Named(tool).AnswerAsync($$"""{"value":{{json}}}"""));

    [Theory]
    [InlineData("element", """{"value":{"a":[1,{"b":""", 23)]
    [InlineData("node", """{"value":[[1,""", 13)]
    [InlineData("members", """{"value":{"a":{"b" """, 20)]
    [InlineData("items", """{"value":[{},x]}""", 14)]
    public async Task A_text_cut_off_within_has_one_problem(string tool, string arguments, int position) => Assert.Equal(
        [$"$: This is not valid JSON: it stops making sense in line 1 at byte {position}."], await Tools.Named(tool).ProblemsAsync(arguments));

    [MimoTool("element")]
    internal static string Element(JsonElement value, string? text = null) => value.GetRawText();

    [MimoTool("node")]
    internal static string Node(JsonNode value, string? text = null) => value.ToJsonString();

    [MimoTool("members")]
    internal static string Members(JsonObject value, string? text = null) => value.ToJsonString();

    [MimoTool("items")]
    internal static string Items(JsonArray value, string? text = null) => value.ToJsonString();
}

#pragma warning disable IDE1006, CS8981, CA1822, MIMO011 // Names as nobody would choose them are what this is about.

namespace Mimo.Types.Tests;

/// <summary>A method is called whatever its name means where generated code calls it.</summary>
public sealed class AwkwardMethodNameTests
{
    [Fact]
    public async Task Every_tool_calls_its_own_method()
    {
        foreach (MimoTool tool in AwkwardlyNamed.Tools)
        {
            Assert.Equal($"\"{tool.Name}\" of a", await tool.AnswerAsync("""{"text":"a"}"""));
        }

        Assert.Equal(8, AwkwardlyNamed.Tools.Count);
    }
}

/// <summary>Half a surrogate pair is no text; what JSON would have in its place is what the model reads and writes.</summary>
public sealed class HalfCharacterTests
{
    [Fact]
    public async Task Half_a_character_in_a_name_is_the_sign_for_none()
    {
        MimoTool tool = HalfNamed.Tools[0];

        Assert.Equal("\uFFFD b", tool.Schema("a\uFFFD").GetProperty("description").GetString());
        Assert.Equal("x of y", await tool.AnswerAsync("""{"a\ufffd":"x","inner":{"b\ufffd":"y"}}"""));
    }
}

internal static partial class HalfNamed
{
    [MimoTool("half")]
    public static string Half([MimoParameter(Name = "a\ud800", Description = "\udc00 b")] string text, HalfNamedMember inner) => text + " of " + inner.Text;
}

internal sealed record HalfNamedMember([property: System.Text.Json.Serialization.JsonPropertyName("b\ud800")] string Text);

internal static partial class AwkwardlyNamed
{
    [MimoTool("plain")]
    public static string Plain(string text) => "\"plain\" of " + text;

    [MimoTool("call")]
    public static string CallPlain(string text) => "\"call\" of " + text;

    [MimoTool("create")]
    public static string Create(string text) => "\"create\" of " + text;

    [MimoTool("inherited")]
    public static string GetHashCode(string text) => "\"inherited\" of " + text;

    [MimoTool("local")]
    public static string textValue(string text) => "\"local\" of " + text;

    [MimoTool("receiver")]
    public static string call(string text) => "\"receiver\" of " + text;

    [MimoTool("word")]
    public static string nameof(string text) => "\"word\" of " + text;

    [MimoTool("keyword")]
    public static string @class(string text) => "\"keyword\" of " + text;
}

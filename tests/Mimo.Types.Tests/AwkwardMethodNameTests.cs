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

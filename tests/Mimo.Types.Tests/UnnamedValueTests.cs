using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests;

/// <summary>Values of enums that no member names: written so that nothing is lost, but not taken from a model.</summary>
public sealed partial class UnnamedValueTests
{
    [Theory]
    [InlineData("plain", 17, "17")]
    [InlineData("plain", 2, "\"Blue\"")]
    [InlineData("key", 17, """{"17":1}""")]
    [InlineData("key", 0, """{"Red":1}""")]
    [InlineData("inner", -1, "[[-1]]")]
    [InlineData("inner", 1, """[["Green"]]""")]
    public async Task A_value_without_a_name_is_written_as_its_number_as_System_Text_Json_does(string tool, int number, string expected)
    {
        object value = tool switch { "plain" => Plain(number), "key" => Key(number), _ => Inner(number) };

        Assert.Equal(expected, await Tools.Named(tool).AnswerAsync($$"""{"number":{{number}}}"""));
        Assert.Equal(expected, Judge.Write(value, value.GetType()));
        Assert.Equal(expected, Judge.Write(Judge.Read(expected, value.GetType()), value.GetType()));
    }

    [Theory]
    [InlineData(0, "[]")]
    [InlineData(5, """["Read","Execute"]""")]
    [InlineData(9, """["Read",8]""")]
    [InlineData(-8, "[-8]")]
    public async Task Flags_without_a_name_follow_those_with_one(int number, string expected) =>
        Assert.Equal(expected, await Tools.Named("flags").AnswerAsync($$"""{"number":{{number}}}"""));

    /// <summary>The default of an enum that begins at one: data that was never filled in must still go out.</summary>
    [Fact]
    public async Task A_default_without_a_name_goes_out() => Assert.Equal("""{"size":0}""", await Tools.Named("unset").AnswerAsync("{}"));

    [Theory]
    [InlineData("17")]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("\"Red, Blue\"")]
    public async Task A_number_or_a_list_is_no_name(string json) =>
        Assert.StartsWith("$.color: expected one of \"Red\", \"Green\", \"Blue\", but got ", Assert.Single(await Tools.Named("read").ProblemsAsync($$"""{"color":{{json}}}""")), StringComparison.Ordinal);

    [MimoTool("plain")]
    internal static Color Plain(int number) => (Color)number;

    [MimoTool("key")]
    internal static Dictionary<Color, int> Key(int number) => new() { [(Color)number] = 1 };

    [MimoTool("inner")]
    internal static Color?[][] Inner(int number) => [[(Color)number]];

    [MimoTool("flags")]
    internal static Access Flags(int number) => (Access)number;

    [MimoTool("unset")]
    internal static Unset GetUnset() => new();

    [MimoTool("read")]
    internal static string Read(Color color) => color.ToString();

    public sealed class Unset
    {
        public Tiny Size { get; set; }
    }
}

using System.Text.Json;
using CsCheck;

namespace Mimo.Types.Tests;

/// <summary>Arguments mean the same in whatever order they come: the fast way, in which they come as declared, is only faster.</summary>
public sealed partial class ArgumentOrderTests
{
    private static readonly MimoTool Tool = Orders.Tools[0];

    [Fact]
    public void Every_order_with_anything_between_gives_the_same()
    {
        string[] members = ["\"first\":\"a\"", "\"second\":[1,2]", "\"third\":{\"name\":\"n\"}", "\"fourth\":4", "\"stranger\":{\"first\":0}", "\"null\":null"];

        Gen.Shuffle(members).Sample(order => Assert.Equal("a|1,2|n|4", Call($"{{{string.Join(',', order)}}}").Content), iter: 500);
    }

    [Theory]
    [InlineData("""{"first":"x","second":[],"third":{"name":"n"},"fourth":1,"first":"a"}""")]
    [InlineData("""{"first":"x","first":"a","second":[],"third":{"name":"n"},"fourth":1}""")]
    [InlineData("""{"fourth":1,"first":7,"third":{"name":"n"},"second":[],"first":"a"}""")]
    [InlineData("""{"f\u0069rst":"a","second":[],"third":{"name":"n"},"fourth":1}""")]
    [InlineData("""{"second":[],"f\u0069rst":"a","third":{"name":"n"},"fourth":1}""")]
    [InlineData("""{"\ud800":0,"first":"a","second":[],"third":{"name":"n"},"fourth":1}""")]
    [InlineData(""" "{\"fourth\":1,\"first\":\"a\",\"third\":{\"name\":\"n\"},\"second\":[]}" """)]
    [InlineData("\uFEFF{\"fourth\":1,\"first\":\"a\",\"third\":{\"name\":\"n\"},\"second\":[]}")]
    public void Of_arguments_with_the_same_name_the_last_one_counts_however_it_is_written(string arguments) =>
        Assert.Equal("a||n|1", Call(arguments).Content);

    [Fact]
    public void What_may_be_left_out_may_be_left_out_anywhere()
    {
        Assert.Equal("a|1|n|7", Call("""{"first":"a","second":[1],"third":{"name":"n"}}""").Content);
        Assert.Equal("a||n|7", Call("""{"third":{"name":"n"},"first":"a"}""").Content);
        Assert.Equal("a||n|7", Call("""{"first":"a","second":null,"third":{"name":"n"},"fourth":null}""").Content);
    }

    [Fact]
    public void Problems_are_the_same_in_every_order_and_told_once()
    {
        const string Expected =
            "- $.first: missing; expected a string\n- $.third.name: missing; expected a string\n- $.second[1]: expected an integer from -2147483648 to 2147483647, but got the string \"x\"\n- $.fourth: expected a number from 1 to 9, but got the number 12";
        string[] members = ["\"second\":[1,\"x\"]", "\"third\":{}", "\"fourth\":12", "\"stranger\":[]"];

        Gen.Shuffle(members).Sample(
            order =>
            {
                MimoToolResult result = Call($"{{{string.Join(',', order)}}}");
                Assert.True(result.IsError);
                Assert.EndsWith(":\n" + Expected, result.Content, StringComparison.Ordinal);
            },
            iter: 100);
    }

    [Fact]
    public void What_must_be_there_is_missed_whichever_others_are_there()
    {
        (string Name, string Json)[] members = [("first", "\"first\":\"a\""), ("second", "\"second\":[1]"), ("third", "\"third\":{\"name\":\"n\"}"), ("fourth", "\"fourth\":4")];
        for (int set = 0; set < 16; set++)
        {
            (string Name, string Json)[] given = [.. members.Where((_, index) => (set & (1 << index)) != 0)];
            string arguments = $"{{{string.Join(',', given.Select(static member => member.Json))}}}";
            string[] missing = [.. new[] { "first", "third" }.Except(given.Select(static member => member.Name))];

            MimoToolResult result = Call(arguments);

            Assert.Null(result.Exception);
            Assert.Equal(missing.Select(static name => $"- $.{name}: missing"), result.Content.Split('\n').Skip(1).Select(static line => line.Split(';')[0]));
            Assert.Equal(missing.Length > 0, result.IsError);
        }
    }

    [Theory]
    [InlineData("""{"fourth":1,"first":"a","third":{"name":"n"},"second":[]""")]
    [InlineData("""{"fourth":1,"first":"a" "third":{"name":"n"},"second":[]}""")]
    [InlineData("""{"first":"a","second":[],"third":{"name":"n"},"fourth":1,"first":}""")]
    [InlineData("""{"stranger":[}],"first":7}""")]
    public void Text_that_is_no_JSON_has_that_one_problem(string arguments)
    {
        MimoToolResult result = Call(arguments);

        Assert.True(result.IsError);
        Assert.Contains("not valid JSON", Assert.Single(result.Content.Split('\n').Skip(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"first":"a","second":[],"third":{"name":"n"},"fourth":1} x""")]
    [InlineData("""{"fourth":1,"first":"a","second":[],"third":{"name":"n"}} {}""")]
    public void Text_after_the_end_is_refused_in_every_order(string arguments) => Assert.True(Call(arguments).IsError);

    [Fact]
    public void The_method_runs_once_whatever_the_order()
    {
        var counter = new Counter();

        Assert.False(Completed(counter.Tools[0], """{"second":2,"first":1}""").IsError);
        Assert.Equal(1, counter.Calls);
    }

    [Fact]
    public void An_order_of_its_own_in_nested_objects_changes_nothing() =>
        Assert.Equal("a||n|7", Call(JsonSerializer.Serialize(new { first = "a", third = new { stranger = 1, name = "n" } })).Content);

    private static MimoToolResult Call(string arguments) => Completed(Tool, arguments);

    /// <summary>These tools are synchronous, so their results are there at once.</summary>
    private static MimoToolResult Completed(MimoTool tool, string arguments)
    {
        Task<MimoToolResult> pending = tool.CallAsync(arguments).AsTask();
        Assert.True(pending.IsCompletedSuccessfully);
        return pending.Result;
    }

    public sealed record Named(string Name);

    public static partial class Orders
    {
        /// <summary>Joins what it is given.</summary>
        [MimoTool]
        public static string Join(string first, Named third, int[]? second = null, [System.ComponentModel.DataAnnotations.Range(1, 9)] int fourth = 7) =>
            $"{first}|{string.Join(',', second ?? [])}|{third.Name}|{fourth}";
    }

    public sealed partial class Counter
    {
        public int Calls { get; private set; }

        [MimoTool]
        public int Count(int first, int second) => ++Calls + first + second;
    }
}

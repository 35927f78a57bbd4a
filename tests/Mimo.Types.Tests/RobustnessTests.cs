using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text;
using CsCheck;
using Mimo.Types.Tests.Catalogue;
using Mimo.Types.Tests.Generating;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests;

/// <summary>Whatever bytes come in, a result comes out, soon, and the tool never meets what the reader refused.</summary>
public sealed partial class RobustnessTests
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(15);

    private static readonly EchoCase[] Shapes =
    [
        .. new[]
        {
            "ObjectTools.OfAllScalars", "ObjectTools.OfAllNullable", "ObjectTools.OfFolder", "ObjectTools.OfTree", "ObjectTools.OfFreeForm", "ObjectTools.OfForests",
            "ObjectTools.OfRenamedMembers", "ObjectTools.OfWithDefaults", "EnumTools.OfRenamedToAccess", "EnumTools.OfNullableAccessArray", "CollectionTools.OfJaggedArrayOfNullables",
            "DictionaryTools.OfNested", "DictionaryTools.OfGuidKeys", "DictionaryTools.OfAnything",
        }.Select(Cases.Of),
    ];

    [Fact]
    public void Any_bytes_give_a_result() => Gen.Byte.Array[0, 60].Each(bytes => Call(Shapes, bytes), samples: 3000);

    [Fact]
    public async Task A_pattern_that_takes_too_long_for_one_text_of_an_input_holds_up_no_more_of_it()
    {
        string items = string.Join(",", Enumerable.Repeat($$"""{"code":"{{new string('a', 60)}}!"}""", 40));
        var watch = Stopwatch.StartNew();

        IReadOnlyList<string> problems = await Tools.Named("coded").ProblemsAsync($$"""{"value":[{{items}}]}""");

        Assert.Equal(40, problems.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, LongestCall);
        Assert.Equal("1", await Tools.Named("coded").AnswerAsync("""{"value":[{"code":"aaa"}]}"""));
    }

    /// <summary>The second text would match; that it isn't tried shows that the pattern is remembered, in whatever string within a string either stands.</summary>
    [Theory]
    [InlineData("""[{"code":"SLOW"},{"code":"aaa"}]""")]
    [InlineData("""["{\"code\":\"SLOW\"}",{"code":"aaa"}]""")]
    [InlineData("""[{"code":"SLOW"},"{\"code\":\"aaa\"}"]""")]
    public async Task A_pattern_that_took_too_long_is_not_tried_on_the_next_text(string items)
    {
        string arguments = $$"""{"value":{{items.Replace("SLOW", new string('a', 60) + "!", StringComparison.Ordinal)}}}""";

        IReadOnlyList<string> problems = await Tools.Named("coded").ProblemsAsync(arguments);

        Assert.Equal(["$.value[0].code", "$.value[1].code"], problems.Select(problem => problem.Split(':')[0]));
    }

    [Fact]
    public void Any_tokens_give_a_result()
    {
        string[] tokens =
        [
            "{", "}", "[", "]", ":", ",", "\"value\"", "\"name\"", "\"children\"", "null", "true", "1", "-0", "1.5e3", "1e400", "1e999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"[1]\"",
            "\"{\\\"value\\\":1}\"", " ", "\n", "/*", "*/", "//", "\\", "\"", "\u0000", "\ufeff", "\uffff",
        ];
        new TextGen(pcg => string.Concat(Enumerable.Range(0, pcg.Below(16)).Select(_ => pcg.Pick(tokens)))).Each(
            text => Call(Shapes, Encoding.UTF8.GetBytes(text)), samples: 5000);
    }

    [Fact]
    public void Valid_arguments_cut_off_or_changed_anywhere_give_a_result()
    {
        foreach (EchoCase shape in Shapes)
        {
            ValueTexts.Of(shape.Parameter).Each(
                value =>
                {
                    byte[] bytes = Encoding.UTF8.GetBytes($$"""{"value":{{value}}}""");
                    int step = Math.Max(1, bytes.Length / 300);
                    for (int position = 0; position < bytes.Length; position += step)
                    {
                        Call(shape, bytes.AsMemory(0, position));
                        foreach (byte other in "\"\\{]:,\0\u007f"u8.ToArray().Append((byte)0xff).Append((byte)0xed))
                        {
                            byte[] changed = [.. bytes];
                            changed[position] = other;
                            Call(shape, changed);
                        }
                    }
                },
                samples: 3);
        }
    }

    /// <summary>Half a surrogate pair and bytes that are no UTF-8, wherever a text can stand: names, values, texts within texts.</summary>
    [Fact]
    public void Text_that_is_not_Unicode_gives_a_result()
    {
        byte[][] bad = [[.. "\\ud800"u8], [.. "\\udc00\\ud800"u8], [.. "abc\\ud83d"u8], [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0x80], [.. "\\u0061"u8, 0xfe]];
        foreach (EchoCase shape in Shapes.Concat(Cases.All))
        {
            ValueTexts.Of(shape.Parameter).Each(
                value =>
                {
                    byte[] bytes = Encoding.UTF8.GetBytes($$"""{"value":{{value}}}""");
                    foreach (int quote in Enumerable.Range(0, bytes.Length).Where(index => bytes[index] == (byte)'"').Take(20))
                    {
                        foreach (byte[] text in bad)
                        {
                            Call(shape, (byte[])[.. bytes.AsSpan(0, quote + 1), .. text, .. bytes.AsSpan(quote + 1)]);
                            Call(shape, (byte[])[.. bytes.AsSpan(0, quote), .. text, .. bytes.AsSpan(quote)]);
                        }
                    }
                },
                samples: 2);
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"children\":[", "]}")]
    [InlineData("{\"next\":", "}")]
    [InlineData("{\"value\":", "}")]
    [InlineData("/*", "*/")]
    [InlineData("\"", "\"")]
    public void Deep_nesting_gives_an_error(string open, string close)
    {
        foreach (int depth in new[] { 70, 1000, 10_000 })
        {
            string value = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            foreach (EchoCase shape in Cases.All)
            {
                Assert.True(Call(shape, Encoding.UTF8.GetBytes($$"""{"value":{{value}}}""")).IsError || open == "/*", $"{shape} took {open} {depth} deep.");
            }
        }
    }

    /// <summary>Text within text within text doubles its backslashes at each level; only so many levels are opened.</summary>
    [Fact]
    public void Text_within_text_gives_a_result()
    {
        string value = "[[1]]";
        for (int level = 0; level < 12; level++)
        {
            value = System.Text.Json.JsonSerializer.Serialize(value);
            Call([.. Cases.All], Encoding.UTF8.GetBytes($$"""{"value":{{value}}}"""));
            Call([.. Cases.All], Encoding.UTF8.GetBytes(value));
        }
    }

    [Theory]
    [InlineData("1e999999999")]
    [InlineData("-1e999999999")]
    [InlineData("1e-999999999")]
    [InlineData("1e99999999999999999999")]
    [InlineData("0e999999999")]
    [InlineData("1e2147483647")]
    [InlineData("1e-2147483648")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("1e400")]
    [InlineData("0.000000000000000000000000000000000000000000001")]
    [InlineData("340282366920938463463374607431768211456")]
    public void Numbers_at_the_edge_give_a_result(string number)
    {
        Call([.. Cases.All], Encoding.UTF8.GetBytes($$"""{"value":{{number}}}"""));
        Call([.. Cases.All], Encoding.UTF8.GetBytes($$"""{"value":"{{number}}"}"""));
        Call([.. Cases.All], Encoding.UTF8.GetBytes($$"""{"value":[{{number}}]}"""));
        Call([.. Cases.All], Encoding.UTF8.GetBytes($$$"""{"value":{"{{{number}}}":{{{number}}}}}"""));
    }

    [Theory]
    [InlineData("\"", 'x', "\"")]
    [InlineData("\"", '"', "\"")]
    [InlineData("\"", '[', "\"")]
    [InlineData("\"", '\\', "\"")]
    [InlineData("", '9', "")]
    [InlineData("\"", '9', "\"")]
    [InlineData("0.", '9', "")]
    [InlineData("1e", '9', "")]
    [InlineData("{\"", 'x', "\":1}")]
    [InlineData("[", ' ', "]")]
    [InlineData("", '[', "")]
    [InlineData("//", 'x', "\n1")]
    public void Ten_megabytes_give_a_result(string before, char filling, string after)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($$"""{"value":{{before}}{{new string(filling, 10_000_000)}}{{after}}}""");
        string[] names =
        [
            "ScalarTools.OfString", "ScalarTools.OfInt64", "ScalarTools.OfInt128", "ScalarTools.OfBigInteger", "ScalarTools.OfDouble", "ScalarTools.OfHalf", "ScalarTools.OfDecimal",
            "ScalarTools.OfTimeSpan", "ScalarTools.OfVersion", "ScalarTools.OfUri", "ScalarTools.OfGuid", "ScalarTools.OfByteArray", "ScalarTools.OfObject", "EnumTools.OfColor", "ObjectTools.OfTree",
            "DictionaryTools.OfInt128Keys", "DictionaryTools.OfDictionary", "CollectionTools.OfArray",
        ];
        foreach (string name in names)
        {
            MimoToolResult result = Call(Cases.Of(name), bytes);
            Assert.True(!result.IsError || result.Content.Length < 1000, "A refusal does not repeat megabytes to the model.");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("null")]
    [InlineData("\ufeff")]
    [InlineData("\ufeffnull")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{}\0")]
    [InlineData("\0{}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("{\"value\"}")]
    [InlineData("{\"value\":}")]
    [InlineData("{\"value\":1,,}")]
    [InlineData("{'value':1}")]
    [InlineData("{value:1}")]
    [InlineData("```json\n{}\n```")]
    public void Texts_that_are_not_arguments_give_a_refusal(string arguments) =>
        Assert.True(Call(Cases.Of("ObjectTools.OfPerson"), Encoding.UTF8.GetBytes(arguments)).IsError);

    [Fact]
    public void Of_members_that_come_twice_the_last_counts()
    {
        EchoOutcome outcome = Cases.Of("ObjectTools.OfPerson").CallWith("""{"value":{"name":"a","age":1,"name":"b","age":2},"value":{"name":"c","age":3,"name":"d"}}""");
        Assert.Equal(new Person("d", 3), outcome.Value);
    }

    private static void Call(ReadOnlySpan<EchoCase> shapes, ReadOnlyMemory<byte> bytes)
    {
        foreach (EchoCase shape in shapes)
        {
            Call(shape, bytes);
        }
    }

    private static MimoToolResult Call(EchoCase shape, ReadOnlyMemory<byte> bytes)
    {
        long start = Stopwatch.GetTimestamp();
        MimoToolResult result = shape.CallWith(bytes).Result;
        Assert.True(
            result.Exception is null,
            $"{shape} threw at {CanonicalJson.Excerpt(Encoding.Latin1.GetString(bytes.Span))}\n{result.Exception}");
        Assert.True(Stopwatch.GetElapsedTime(start) < LongestCall, $"{shape} took {Stopwatch.GetElapsedTime(start)}.");
        return result;
    }

    [MimoTool("coded")]
    internal static int CountCoded(List<Coded> value) => value.Count;

    public sealed record Coded([property: RegularExpression("^(a|aa)+$")] string Code);
}

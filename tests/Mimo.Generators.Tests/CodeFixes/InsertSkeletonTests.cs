using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>An example that doesn't fit is given what is missing, and keeps what fits.</summary>
public class InsertSkeletonTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Threading.Tasks;
        using Mimo;

        public enum Mood { Glum, Fine }

        public record Person(string Name, [property: Range(1, 150)] int Age, Mood Mood, List<string> Tags, DateOnly? Born = null, Person? Friend = null);

        """;

    private const string Skeleton = "{\"name\":\"…\",\"age\":1,\"mood\":\"Glum\",\"tags\":[\"…\"],\"born\":\"2026-01-01\"}";

    [Theory]
    [InlineData("[Example(\"x\", \"{|MIMO036:n|}o JSON\")] [UserPrompt(\"{text}\")] Task<Person> AskAsync(string text);", "[Example(\"x\", \"\"\"" + Skeleton + "\"\"\")] [UserPrompt(\"{text}\")] Task<Person> AskAsync(string text);")]
    [InlineData("[{|MIMO036:Example(\"x\")|}] [UserPrompt(\"{text}\")] Task<Person> AskAsync(string text);", "[Example(\"x\", \"\"\"" + Skeleton + "\"\"\")] [UserPrompt(\"{text}\")] Task<Person> AskAsync(string text);")]
    [InlineData("[{|MIMO036:Example|}] [UserPrompt(\"fixed\")] Task<Person[]> AskAsync();", "[Example(\"\"\"[" + Skeleton + "]\"\"\")] [UserPrompt(\"fixed\")] Task<Person[]> AskAsync();")]
    [InlineData("[{|MIMO036:Example(\"x\")|}] [UserPrompt(\"{text}\")] IAsyncEnumerable<Person> AskAsync(string text);", "[Example(\"x\", \"\"\"[" + Skeleton + "]\"\"\")] [UserPrompt(\"{text}\")] IAsyncEnumerable<Person> AskAsync(string text);")]
    [InlineData("[Example(\"x\", {|MIMO036:\"sad\"|})] [UserPrompt(\"{text}\")] Task<Mood> AskAsync(string text);", "[Example(\"x\", Mood.Glum)] [UserPrompt(\"{text}\")] Task<Mood> AskAsync(string text);")]
    [InlineData("[Example(\"x\", {|MIMO036:3|})] [UserPrompt(\"{text}\")] Task<string> AskAsync(string text);", "[Example(\"x\", \"…\")] [UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    [InlineData("[Example({|MIMO036:0|}, \"x\")] [UserPrompt(\"{count}\")] Task<string> AskAsync([Range(5, 9)] int count);", "[Example(5, \"x\")] [UserPrompt(\"{count}\")] Task<string> AskAsync([Range(5, 9)] int count);")]
    [InlineData("[{|MIMO036:Example|}] [UserPrompt(\"{text} {count}\")] Task<Mood> AskAsync(string text, [Range(5, 9)] int count);", "[Example(\"…\", 5, Mood.Glum)] [UserPrompt(\"{text} {count}\")] Task<Mood> AskAsync(string text, [Range(5, 9)] int count);")]
    [InlineData("[{|MIMO036:Example(\"x\")|}] [UserPrompt(\"{text} {tags:list}\")] Task<string> AskAsync(string text, string[] tags);", "[Example(\"x\", \"\"\"[\"…\"]\"\"\", \"…\")] [UserPrompt(\"{text} {tags:list}\")] Task<string> AskAsync(string text, string[] tags);")]
    [InlineData("[{|MIMO036:Example|}] [UserPrompt(\"{text} {count} {image}\")] Task<string> AskAsync(string text, MimoImage? image = null, int count = 3);", "[Example(\"…\", \"…\")] [UserPrompt(\"{text} {count} {image}\")] Task<string> AskAsync(string text, MimoImage? image = null, int count = 3);")]
    public Task A_value_that_fits_is_written(string code, string expected) => Check(code, expected);

    [Fact]
    public Task What_fits_is_kept_and_the_rest_mended_at_once() => Check(
        """"[Example("x", """{|MIMO036:{|} "age": {|MIMO036:0|}, "name": "Ann", {|MIMO036:"nmae"|}: 1, "tags": ["a", {|MIMO036:2|}], "born": null }""")] [UserPrompt("{text}")] Task<Person> AskAsync(string text);"""",
        """"[Example("x", """{"name":"Ann","age":1,"mood":"Glum","tags":["a","…"]}""")] [UserPrompt("{text}")] Task<Person> AskAsync(string text);"""");

    [Fact]
    public Task All_examples_are_mended_at_once() => Check(
        "[{|MIMO036:Example(\"x\")|}] [Example(\"y\", {|MIMO036:1|})] [UserPrompt(\"{text}\")] Task<Mood> AskAsync(string text);\n\n    [Example(\"z\", {|MIMO036:\"a\"|})] [UserPrompt(\"{text}\")] Task<int> CountAsync(string text);",
        "[Example(\"x\", Mood.Glum)] [Example(\"y\", Mood.Glum)] [UserPrompt(\"{text}\")] Task<Mood> AskAsync(string text);\n\n    [Example(\"z\", 0)] [UserPrompt(\"{text}\")] Task<int> CountAsync(string text);");

    [Theory]
    [InlineData("[Example(\"x\", \"y\", {|MIMO036:\"z\"|})] [UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    [InlineData("[{|MIMO036:Example(\"a\", \"b\")|}] [UserPrompt(\"{text} {image}\")] Task<string> AskAsync(string text, MimoImage image);")]
    [InlineData("[{|MIMO036:Example|}] [UserPrompt(\"{text} {value}\")] Task<string> AskAsync(string text, Delegate value);")]
    public Task What_only_the_author_knows_is_left_to_the_author(string code) =>
        CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, InsertSkeletonCodeFixProvider>(Wrap(code));

    private static Task Check(string code, string expected) => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, InsertSkeletonCodeFixProvider>(Wrap(code), Wrap(expected));

    private static string Wrap(string method) => Types + $$"""
        [MimoPrompt]
        public partial interface IAsk
        {
            {{method}}
        }
        """;
}

using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>An example that doesn't fit is told of at the place that doesn't: within its JSON, if that is where it is.</summary>
public class ExampleRuleTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Mimo;

        public enum Mood { Glum, [JsonStringEnumMemberName("so so")] SoSo, Fine }

        [Flags] public enum Days { None = 0, Monday = 1, Tuesday = 2 }

        public record Person(string Name, [property: Range(0, 150)] int Age, Mood Mood = Mood.Fine, List<string>? Tags = null, Person? Friend = null)
        {
            [StringLength(3, MinimumLength = 2)] public string? Code { get; init; }
            [RegularExpression("[a-z]+")] public string? Word { get; init; }
            [AllowedValues("a", "b")] public string? Choice { get; init; }
            [DeniedValues(3)] public int? Denied { get; init; }
            [EmailAddress] public string? Mail { get; init; }
            [Url] public string? Site { get; init; }
            [Base64String] public string? Data { get; init; }
            [MaxLength(2)] public int[]? Numbers { get; init; }
            [Length(1, 1)] public Dictionary<string, int>? Entries { get; init; }
            public Days Days { get; init; } = Days.Monday;
        }

        public record Scalars(
            bool? Flag = null, char? Letter = null, byte? Small = null, long? Big = null, double? Ratio = null, float? Single = null, decimal? Price = null, Guid? Id = null,
            DateTime? Moment = null, DateOnly? Day = null, TimeOnly? Time = null, TimeSpan? Span = null, Uri? Uri = null, Version? Version = null, byte[]? Bytes = null);

        [JsonDerivedType(typeof(Cat), "cat")] [JsonDerivedType(typeof(Dog), 2)] public abstract record Pet;

        public record Cat(int Lives) : Pet;

        public record Dog : Pet;

        public record Open([property: JsonExtensionData] Dictionary<string, JsonElement>? More = null);

        """;

    [Theory]
    [InlineData("""{"name":"Ann","age":3}""")]
    [InlineData("""{"age":0,"name":"","mood":"so so","tags":[],"friend":{"name":"Bo","age":150},"code":"ab","word":"abc","choice":"b","denied":4,"mail":"a@b","site":"https://a","data":"AQI=","numbers":[1,2],"entries":{"a":1},"days":["Monday","Tuesday"]}""")]
    [InlineData("""{"name":"Ann","age":3,"mood":{|MIMO036:"SoSo"|}}""")]
    [InlineData("""{"name":"Ann","age":3,"mood":{|MIMO036:"fine"|}}""")]
    [InlineData("""{"name":"Ann","age":{|MIMO036:"3"|}}""")]
    [InlineData("""{"name":"Ann","age":{|MIMO036:3.5|}}""")]
    [InlineData("""{"name":"Ann","age":{|MIMO036:151|}}""")]
    [InlineData("""{"name":"Ann","age":{|MIMO036:99999999999|}}""")]
    [InlineData("""{|MIMO036:{|}"name":"Ann"}""")]
    [InlineData("""{"name":{|MIMO036:null|},"age":3,{|MIMO036:"nmae"|}:1}""")]
    [InlineData("""{"name":"Ann","age":3,{|MIMO036:"age"|}:3}""")]
    [InlineData("""{"name":"Ann","age":3,"tags":["a",{|MIMO036:1|}]}""")]
    [InlineData("""{"name":"Ann","age":3,"tags":{|MIMO036:"a"|}}""")]
    [InlineData("""{"name":"Ann","age":3,"friend":{|MIMO036:{|}"name":"Bo"}}""")]
    [InlineData("""{"name":"Ann","age":3,"code":{|MIMO036:"a"|},"word":{|MIMO036:"A"|},"choice":{|MIMO036:"c"|},"denied":{|MIMO036:3|},"mail":{|MIMO036:"a"|},"site":{|MIMO036:"a"|},"data":{|MIMO036:"?"|}}""")]
    [InlineData("""{"name":"Ann","age":3,"numbers":{|MIMO036:[|}1,2,3],"entries":{|MIMO036:{|}},"days":["Monday",{|MIMO036:"Friday"|}]}""")]
    [InlineData("""{|MIMO036:[1]|}""")]
    [InlineData("""{"name":"Ann","age":3}{|MIMO036:}|}""")]
    [InlineData("""{"name":"Ann","age":{|MIMO036:03|}}""")]
    [InlineData("""{"name":"Ann",{|MIMO036:'|}age':3}""")]
    [InlineData("""{"name":{|MIMO036:"|}Ann}""")]
    [InlineData("""{"name":"Ann","age":3,{|MIMO036:}|}""")]
    [InlineData("""{"name":"Ann","age":3{|MIMO036: |}""")]
    public Task In_the_JSON_of_an_answer(string json) => Check($""""[Example("x", """{json}""")] [UserPrompt("""{"{text}"}""")] Task<Person> AskAsync(string text);"""");

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"flag":true,"letter":"x","small":255,"big":-9223372036854775808,"ratio":1e5,"single":0.5,"price":1.20,"id":"d9428888-122b-11e1-b85c-61cd3cbb3210","moment":"2026-03-20T10:00:00+01:00","day":"2026-03-20","time":"10:30:00.5","span":"PT1H30M","uri":"a/b","version":"1.2","bytes":"AQI="}""")]
    [InlineData("""{"flag":{|MIMO036:"true"|},"letter":{|MIMO036:"xy"|},"small":{|MIMO036:256|},"big":{|MIMO036:9223372036854775808|},"ratio":{|MIMO036:1e999|},"single":{|MIMO036:1e99|},"price":{|MIMO036:1e99|},"id":{|MIMO036:"1"|}}""")]
    [InlineData("""{"moment":{|MIMO036:"20.3.2026"|},"day":{|MIMO036:"2026-02-30"|},"time":{|MIMO036:"25:00"|},"span":{|MIMO036:"1"|},"version":{|MIMO036:"1"|},"bytes":{|MIMO036:"?"|},"uri":{|MIMO036:1|}}""")]
    public Task In_scalars_of_every_kind(string json) => Check($""""[Example("x", """{json}""")] [UserPrompt("""{"{text}"}""")] Task<Scalars> AskAsync(string text);"""");

    [Theory]
    [InlineData("Task<Pet>", "\"{\\\"$type\\\":\\\"cat\\\",\\\"lives\\\":9}\"")]
    [InlineData("Task<Pet>", "\"{\\\"$type\\\":2}\"")]
    [InlineData("Task<Pet>", "\"{|MIMO036:{|}\\\"lives\\\":9}\"")]
    [InlineData("Task<Pet>", "\"{\\\"$type\\\":{|MIMO036:\\\"dog\\\"|},\\\"lives\\\":9}\"")]
    [InlineData("Task<Pet>", "@\"{\"\"$type\"\":\"\"cat\"\",{|MIMO036:\"\"tails\"\"|}:1,\"\"lives\"\":9}\"")]
    [InlineData("Task<Open>", "\"{\\\"any\\\":[1,{}]}\"")]
    [InlineData("Task<Dictionary<int, Mood>>", "\"{\\\"1\\\":\\\"Fine\\\",{|MIMO036:\\\"x\\\"|}:\\\"Fine\\\",\\\"2\\\":{|MIMO036:1|}}\"")]
    [InlineData("Task<List<Person>>", "\"[{|MIMO036:{|}\\\"age\\\":1},{|MIMO036:2|}]\"")]
    [InlineData("IAsyncEnumerable<Person>", "\"{|MIMO036:{}|}\"")]
    [InlineData("IAsyncEnumerable<Person>", "\"[]\"")]
    [InlineData("Task<Mood>", "Mood.SoSo")]
    [InlineData("Task<Mood>", "\"so so\"")]
    [InlineData("Task<Mood>", "{|MIMO036:(Mood)7|}")]
    [InlineData("Task<Mood>", "{|MIMO036:Days.Monday|}")]
    [InlineData("Task<Mood>", "{|MIMO036:\"Happy\"|}")]
    [InlineData("Task<Days>", "Days.Monday | Days.Tuesday")]
    [InlineData("Task<bool>", "{|MIMO036:\"yes\"|}")]
    [InlineData("Task<int?>", "null")]
    [InlineData("Task<int>", "{|MIMO036:null|}")]
    [InlineData("Task<int>", "{|MIMO036:1.5|}")]
    [InlineData("Task<int[]>", "new[] { 1, 2 }")]
    [InlineData("Task<int[]>", "{|MIMO036:new[] { \"a\" }|}")]
    [InlineData("Task<decimal>", "1.5")]
    [InlineData("Task<DateOnly>", "{|MIMO036:\"tomorrow\"|}")]
    [InlineData("Task<string>", "{|MIMO036:1|}")]
    [InlineData("Task<string>", "{|MIMO036:\"\"|}")]
    [InlineData("Task", "\"done\"")]
    [InlineData("Task<bool>", "{|MIMO036:typeof(int)|}")]
    public Task In_answers_of_every_kind(string type, string answer) => Check($"[Example(\"x\", {answer})] [UserPrompt(\"{{text}}\")] {type} AskAsync(string text);");

    [Theory]
    [InlineData("\"a\", \"b\"", "string text, CancellationToken token = default")]
    [InlineData("\"a\", 3, \"b\"", "string text, int count = 1")]
    [InlineData("\"a\", \"b\"", "string text, int count = 1")]
    [InlineData("{|MIMO036:3|}, \"b\"", "string text")]
    [InlineData("{|MIMO036:null|}, \"b\"", "string text")]
    [InlineData("null, \"b\"", "string? text")]
    [InlineData("\"a\", {|MIMO036:11|}, \"b\"", "string text, [Range(1, 10)] int count")]
    [InlineData("\"a\", {|MIMO036:\"3\"|}, \"b\"", "string text, int count")]
    [InlineData("\"a\", {|MIMO036:Mood.Fine|}, \"b\"", "string text, int count")]
    [InlineData("\"a\", \"{\\\"name\\\":{|MIMO036:1|},\\\"age\\\":3}\", \"b\"", "string text, Person count")]
    [InlineData("\"a\", {|MIMO036:\"x\"|}, \"b\"", "string text, Exception count")]
    [InlineData("\"a\", \"b\", \"c\", {|MIMO036:\"d\"|}", "string text, string? count = null")]
    public Task In_inputs(string values, string parameters) => Check(
        $"[Example({values})] [UserPrompt(\"{(parameters.Contains("count", StringComparison.Ordinal) ? "{text} {count}" : "{text}")}\")] Task<string> AskAsync({parameters});".Replace("CancellationToken", "System.Threading.CancellationToken", StringComparison.Ordinal));

    [Theory]
    [InlineData("[{|MIMO036:Example(\"a\")|}] [UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    [InlineData("[{|MIMO036:Example|}] [UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    [InlineData("[{|MIMO036:Example(null)|}] [UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    [InlineData("[Example(\"b\")] [UserPrompt(\"fixed\")] Task<string> AskAsync();")]
    [InlineData("[{|MIMO036:Example(\"a\", \"b\")|}] [UserPrompt(\"{text} {image}\")] Task<string> AskAsync(string text, MimoImage image);")]
    [InlineData("[Example(\"a\", \"b\")] [UserPrompt(\"{text} {image}\")] Task<string> AskAsync(string text, MimoImage? image = null);")]
    [InlineData("[Example(\"a\", \"b\")] [SystemPrompt(\"{language}\")] [UserPrompt(\"{text}\")] Task<string> AskAsync(string language, string text);")]
    public Task In_their_number_and_where_media_would_be_needed(string method) => Check(method);

    [Fact]
    public Task Within_a_literal_over_lines_and_each_mistake_for_itself() => Check(""""
        [Example("x", """
                {
                  "name": {|MIMO036:1|},
                  {|MIMO036:"nmae"|}: "Ann", "age": 3
                }
                """)]
            [Example("y", "{\"name\":\"Ann\"," + "\"age\":{|MIMO036:-1|}}")]
            [Example("z", {|MIMO036:Wrong|})]
            [UserPrompt("{text}")] Task<Person> AskAsync(string text);

            const string Wrong = "{}";
        """");

    [Fact]
    public Task Where_a_pragma_says_so_it_is_silent() => Check("""
        #pragma warning disable MIMO036
            [Example("x", "{}")] [UserPrompt("{text}")] Task<Person> AskAsync(string text);
        #pragma warning restore MIMO036
        """);

    [Fact]
    public async Task The_message_says_what_was_expected_and_what_came()
    {
        const string Code = Types + """"
            [MimoPrompt]
            public partial interface IAsk
            {
                [Example("x", """{"name":"Ann","age":151}""")]
                [Example("y", """{}""")]
                [UserPrompt("{text}")]
                Task<Person> AskAsync(string text);
            }
            """";
        DiagnosticResult expected = new DiagnosticResult("MIMO036", Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .WithSpan(41, 42, 41, 45).WithMessage("An example of 'AskAsync' doesn't fit: in its answer, expected a number from 0 to 150, but got 151");
        DiagnosticResult missing = new DiagnosticResult("MIMO036", Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .WithSpan(42, 22, 42, 23).WithMessage("An example of 'AskAsync' doesn't fit: in its answer, the members 'name', 'age' are missing");
        await AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Code, expected, missing);
    }

    private static Task Check(string method) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Types + $$"""
        [MimoPrompt]
        public partial interface IAsk
        {
            {{method}}
        }
        """);
}

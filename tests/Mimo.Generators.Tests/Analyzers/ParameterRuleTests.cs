using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

/// <summary>What is said of single parameters, beyond whether their types can be JSON.</summary>
public class ParameterRuleTests
{
    [Theory]
    [InlineData("{|MIMO013:string?|} unit")]
    [InlineData("{|MIMO013:int?|} count")]
    [InlineData("{|MIMO013:string?|} unit, {|MIMO013:int?|} count")]
    [InlineData("{|MIMO013:string?|} unit, int count = 3, System.Threading.CancellationToken cancellationToken = default")]
    [InlineData("{|MIMO013:string?|} unit, params int[] counts")]
    [InlineData("string? unit = null")]
    [InlineData("string unit")]
    [InlineData("string? unit, int count")]
    [InlineData("string? unit, System.Threading.CancellationToken cancellationToken")]
    [InlineData("[FromServices] string? unit")]
    public Task What_reads_as_optional_has_a_default(string parameters) => Check("MIMO013", parameters);

    [Theory]
    [InlineData("double value = {|MIMO014:double.NaN|}")]
    [InlineData("float value = {|MIMO014:float.PositiveInfinity|}")]
    [InlineData("double? value = {|MIMO014:double.NegativeInfinity|}")]
    [InlineData("char value = {|MIMO014:'\\ud800'|}")]
    [InlineData("string value = {|MIMO014:\"a\\udfff\"|}")]
    [InlineData("Color value = {|MIMO014:(Color)7|}")]
    [InlineData("Color value = {|MIMO014:default|}")]
    [InlineData("Days value = {|MIMO014:(Days)1024|}")]
    [InlineData("Days value = 0")]
    [InlineData("Color value = Color.Green")]
    [InlineData("double value = 0.5")]
    [InlineData("System.Guid value = default")]
    [InlineData("string? value = null")]
    public Task A_default_value_can_be_said_in_JSON(string parameters) => Check("MIMO014", parameters);

    [Theory]
    [InlineData("[Range(1, 10)] int value = {|MIMO014:0|}")]
    [InlineData("[Range(1, 10)] int value = {|MIMO014:11|}")]
    [InlineData("[Range(0.5, 1, MinimumIsExclusive = true)] double value = {|MIMO014:0.5|}")]
    [InlineData("[StringLength(3)] string value = {|MIMO014:\"abcd\"|}")]
    [InlineData("[MinLength(3)] string value = {|MIMO014:\"ab\"|}")]
    [InlineData("[RegularExpression(\"[a-z]+\")] string value = {|MIMO014:\"A\"|}")]
    [InlineData("[AllowedValues(\"a\", \"b\")] string value = {|MIMO014:\"c\"|}")]
    [InlineData("[DeniedValues(0)] int value = {|MIMO014:0|}")]
    [InlineData("[Url] string value = {|MIMO014:\"nowhere\"|}")]
    [InlineData("[EmailAddress] string value = {|MIMO014:\"nobody\"|}")]
    [InlineData("[Base64String] string value = {|MIMO014:\"a\"|}")]
    [InlineData("[Url] string value = \"https://example.com\"")]
    [InlineData("[EmailAddress] string value = \"a@b\"")]
    [InlineData("[Base64String] string value = \"aGk=\"")]
    [InlineData("[MinLength(1)] params string[] value")]
    [InlineData("[Range(1, 10)] int value = 10")]
    [InlineData("[Range(1, 10)] int? value = null")]
    [InlineData("[StringLength(3)] string value = \"😀😀😀\"")]
    [InlineData("[RegularExpression(\"[a-z]+\")] string value = \"abc\"")]
    [InlineData("[RegularExpression(\"http|https\")] string value = \"https\"")]
    [InlineData("[AllowedValues(1.5, 2.0)] double value = 2")]
    [InlineData("[DeniedValues(0)] int value = 1")]
    [InlineData("{|MIMO014:Unfit|} value")]
    public Task A_default_value_keeps_its_own_constraints(string parameters) => Check("MIMO014", parameters);

    [Fact]
    public Task A_default_value_can_be_suppressed_though_the_tool_is_not_offered() => Check("MIMO014", "\n#pragma warning disable MIMO014\ndouble value = double.NaN");

    [Theory]
    [InlineData("[RegularExpression({|MIMO016:\"\\\\A[a-z]+\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:@\"[a-z]+\\z\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:\"(?i)abc\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:\"(?>a+)b\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:\"(?#words)b\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:\"(?'name'a)\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:\"(?<a>x)(?<b-a>y)\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:\"[a-z-[aeiou]]\"|})] string value")]
    [InlineData("[RegularExpression({|MIMO016:@\"\\p{IsGreek}+\"|})] string value")]
    [InlineData("[RegularExpression(@\"^\\d{3}-[A-Z]{2}(?:x|y)(?=z)(?!a)(?<=b)(?<!c)(?<name>d)\\k<name>\\p{L}$\")] string value")]
    [InlineData("[RegularExpression(@\"\\\\A[(?>\\]]\")] string value")]
    public Task A_pattern_is_one_that_others_can_read(string parameters) => Check("MIMO016", parameters);

    [Theory]
    [InlineData("{|MIMO017:long|} id")]
    [InlineData("{|MIMO017:ulong?|} id = null")]
    [InlineData("{|MIMO017:decimal|} amount")]
    [InlineData("{|MIMO017:System.Int128|} id")]
    [InlineData("[Range(typeof(long), \"-9223372036854775808\", \"9223372036854775807\")] {|MIMO017:long|} id")]
    [InlineData("[Range(1, 1000)] long id")]
    [InlineData("[AllowedValues(1L, 2L)] long id")]
    [InlineData("int id")]
    [InlineData("double amount")]
    public Task Big_numbers_are_bounded(string parameters) => Check("MIMO017", parameters);

    [Theory]
    [InlineData("{|MIMO018:Days|} days")]
    [InlineData("Color color")]
    public Task Flags_are_told_to_be_an_array(string parameters) => Check("MIMO018", parameters);

    [Theory]
    [InlineData("System.Threading.CancellationToken first, System.Threading.CancellationToken {|MIMO024:second|}")]
    [InlineData("MimoToolContext first, int number, MimoToolContext {|MIMO024:second|}, MimoToolContext {|MIMO024:third|}")]
    [InlineData("System.IServiceProvider first, System.IServiceProvider {|MIMO024:second|}")]
    [InlineData("System.IProgress<int> first, System.IProgress<int> {|MIMO024:second|}")]
    [InlineData("System.IProgress<int> first, System.IProgress<string> second")]
    [InlineData("[FromServices] string first, [FromServices] string second")]
    [InlineData("System.Threading.CancellationToken first, MimoToolContext second")]
    public Task What_there_is_one_of_is_asked_for_once(string parameters) => Check("MIMO024", parameters);

    [Theory]
    [InlineData("{|MIMO025:System.Net.Http.HttpClient|} client")]
    [InlineData("{|MIMO025:System.IDisposable|} resource")]
    [InlineData("{|MIMO025:IRepository|} repository")]
    [InlineData("{|MIMO025:IOwnRepository|} repository")]
    [InlineData("{|MIMO025:Microsoft.EntityFrameworkCore.Shop|} shop")]
    [InlineData("{|MIMO025:Microsoft.Extensions.Logging.ILogger<int>|} logger")]
    [InlineData("{|MIMO025:Microsoft.Extensions.Options.IOptions<int>|}? options")]
    [InlineData("{|MIMO025:Microsoft.Extensions.Options.IOptionsSnapshot<int>|} options")]
    [InlineData("{|MIMO025:Microsoft.Extensions.Logging.ILogger|} logger")]
    [InlineData("{|MIMO025:Microsoft.AspNetCore.Http.HttpContext|} http")]
    [InlineData("{|MIMO025:Microsoft.AspNetCore.Http.IHttpContextAccessor|} http")]
    [InlineData("{|MIMO025:System.Net.Http.HttpMessageInvoker|} http")]
    [InlineData("{|MIMO025:System.TimeProvider|} time")]
    [InlineData("{|MIMO025:System.Data.Common.DbConnection|} connection, {|MIMO025:System.Data.Common.DbDataSource|} source")]
    [InlineData("{|MIMO025:MimoClient|} client")]
    [InlineData("Namesakes.TimeProvider time")]
    [InlineData("Counter counter")]
    [InlineData("{|MIMO025:Pinger|} pinger, Quiet quiet")]
    [InlineData("System.Collections.Generic.List<{|MIMO025:System.Net.Http.HttpClient|}> clients")]
    [InlineData("{|MIMO025:Wrapper|} wrapper")]
    [InlineData("{|MIMO025:Sender|} sender")]
    [InlineData("{|MIMO025:Repository|} repository")]
    [InlineData("Query query, Nothing nothing, Length length")]
    [InlineData("[FromServices] System.Net.Http.HttpClient client, [FromServices] IRepository repository")]
    [InlineData("System.Collections.Generic.IReadOnlyList<int> numbers")]
    public Task Services_come_from_a_container(string parameters) => Check("MIMO025", parameters);

    [Fact]
    public Task A_holder_of_tools_is_a_service_although_generated_code_gives_it_a_property() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>("""
        using Mimo;

        public sealed partial class Warehouse { [MimoTool] public int CountStock(string item) => 1; }

        public sealed partial class Orders { [MimoTool] public string Book(string item, {|MIMO025:Warehouse|} warehouse) => "ok"; }
        """);

    [Theory]
    [InlineData("MIMO013", "string? unit")]
    [InlineData("MIMO016", "[RegularExpression(\"(?i)abc\")] string value")]
    [InlineData("MIMO017", "long id")]
    [InlineData("MIMO018", "Days days")]
    [InlineData("MIMO024", "System.Threading.CancellationToken first, System.Threading.CancellationToken second")]
    [InlineData("MIMO025", "IRepository repository")]
    public Task A_rule_can_be_suppressed_in_code(string rule, string parameters) => Check(rule, $"\n#pragma warning disable {rule}\n{parameters}");

    [Theory]
    [InlineData("{|#0:ref|} int number", "Parameter 'number' is passed by reference, but its value comes from JSON: remove 'ref'")]
    [InlineData("{|#0:in|} System.Threading.CancellationToken token", "Parameter 'token' is passed by reference, but generated code supplies its value: remove 'in'")]
    [InlineData("{|#0:ref readonly|} int number", "Parameter 'number' is passed by reference, but its value comes from JSON: remove 'ref readonly'")]
    [InlineData("{|#0:int[,]|} table", "'table' can't use the type 'int[,]': an array of several dimensions has no JSON form; use an array of arrays")]
    public Task A_parameter_that_cannot_be_supplied_is_told_why(string parameter, string message) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        $"partial class Holder {{ [Mimo.MimoTool] static void A({parameter}) {{ }} }}",
        new DiagnosticResult(message.Contains("JSON form", System.StringComparison.Ordinal) ? "MIMO004" : "MIMO003", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("[StringLength(3)] string value = {|#0:\"abcd\"|}", "doesn't have the length that it asks for")]
    [InlineData("[RegularExpression(\"a+\")] string value = {|#0:\"b\"|}", "doesn't match its own pattern 'a+'")]
    [InlineData("[AllowedValues(\"a\", \"b\")] string value = {|#0:\"c\"|}", "is none of the values allowed")]
    [InlineData("[AllowedValues(1, 2)] int value = {|#0:3|}", "is none of the values allowed")]
    [InlineData("[DeniedValues(\"a\", \"b\")] string value = {|#0:\"b\"|}", "is one of the values denied")]
    [InlineData("[EmailAddress] string value = {|#0:\"nobody\"|}", "is no email address")]
    [InlineData("[Url] string value = {|#0:\"nowhere\"|}", "is no http, https or ftp URL")]
    [InlineData("[Base64String] string value = {|#0:\"%\"|}", "is no base64")]
    [InlineData("[Range(0.5, 1)] double value = {|#0:0.4|}", "is outside its own range")]
    [InlineData("[Range(0, 0.1)] float value = {|#0:0.2f|}", "is outside its own range")]
    [InlineData("[DeniedValues(1)] double value = {|#0:double.NaN|}", "is not a number in JSON; make the parameter nullable and its default null")]
    [InlineData("float value = {|#0:float.PositiveInfinity|}", "is not a number in JSON; make the parameter nullable and its default null")]
    [InlineData("string value = {|#0:\"\\uD800\"|}", "is half a surrogate pair, which is no text in JSON")]
    [InlineData("char value = {|#0:'\\uDC00'|}", "is half a surrogate pair, which is no text in JSON")]
    [InlineData("System.DayOfWeek value = {|#0:(System.DayOfWeek)9|}", "is no member of its enum, so it has no name in JSON; use one that has, or make the parameter nullable and its default null")]
    public Task A_default_value_that_the_model_could_not_send_is_told_what_is_wrong_with_it(string parameter, string problem) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        $"using System.ComponentModel.DataAnnotations;\npartial class Holder {{ [Mimo.MimoTool] static void A({parameter}) {{ }} }}",
        new DiagnosticResult("MIMO014", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0).WithMessage("The default value of 'value' " + problem));

    [Theory]
    [InlineData("[StringLength(3)] string value = \"abc\"")]
    [InlineData("[RegularExpression(\"a+\")] string value = \"aa\"")]
    [InlineData("[AllowedValues(\"a\", \"b\")] string value = \"b\"")]
    [InlineData("[DeniedValues(\"a\", \"b\")] string value = \"c\"")]
    [InlineData("[EmailAddress] string value = \"a@b.c\"")]
    [InlineData("[Range(1, 2)] int value = 2")]
    [InlineData("[Range(0, 0.1)] float value = 0.1f")]
    [InlineData("[Range(1, 2)] int? value = null")]
    [InlineData("[MinLength(1)] params int[] value")]
    public Task A_default_value_that_the_model_could_send_is_not(string parameter) => Check("MIMO014", parameter);

    [Fact]
    public Task Messages_name_the_parameter_and_the_repair() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        """
        using Mimo;
        using System.ComponentModel.DataAnnotations;

        partial class Holder
        {
            [MimoTool]
            static void Call([Range(1, 10)] int count = {|#0:0|}, [RegularExpression({|#1:"(?i)a"|})] string word = "a", {|#2:System.Net.Http.HttpClient|} client = null!) { }
        }
        """,
        new DiagnosticResult("MIMO014", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0).WithMessage("The default value of 'count' is outside its own range"),
        new DiagnosticResult("MIMO016", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(1).WithMessage("The pattern of 'word' can't be read outside .NET: it sets options inside, such as '(?i)'"),
        new DiagnosticResult("MIMO025", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(2)
            .WithMessage("'client' can't use the type 'HttpClient': it is a service, which the model can't supply; mark the parameter with [FromServices]"));

    private static Task Check(string rule, string parameters) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>(rule, $$"""
        using Mimo;
        using System.ComponentModel.DataAnnotations;

        public enum Color { Red = 1, Green = 2 }

        [System.Flags]
        public enum Days { Monday = 1, Tuesday = 2 }

        public record Unfit([Range(1, 10)] int Count = 0);

        public record Wrapper(System.Net.Http.HttpClient Client);

        public interface IRepository { void Save(); }

        public class Sender { public void Send(string text) { } }

        public class Repository(string path) : IRepository { public void Save() => path.Trim(); }

        public class Query(string text) { public string Upper() => text.ToUpperInvariant(); }

        public class Nothing { public override string ToString() => ""; }

        public class Length { public int Metres { get; set; } public int Feet() => Metres * 3; }

        public interface IOwnRepository : IRepository;

        namespace Microsoft.EntityFrameworkCore { public abstract class DbContext; public class Shop : DbContext { public int Size { get; set; } } }

        namespace Microsoft.Extensions.Logging { public interface ILogger; public interface ILogger<T> : ILogger { void Log(); } }

        namespace Microsoft.Extensions.Options { public interface IOptions<T> { T Value { get; } } public interface IOptionsSnapshot<T> { T Value { get; } } }

        namespace Microsoft.AspNetCore.Http { public abstract class HttpContext { public int Size { get; set; } } public interface IHttpContextAccessor { HttpContext? Context { get; } } }

        namespace Namesakes { public class TimeProvider { public int Hour { get; set; } } }

        public class Counter { [System.Text.Json.Serialization.JsonInclude] public int Count; public void Add() => Count++; }

        public interface IPings { void Ping(); }

        public class Pinger(string host) : IPings { public void Ping() => host.Trim(); }

        public class Quiet(string host) : System.IDisposable { public void Dispose() => host.Trim(); }

        public partial class Holder { [MimoTool] public static void Call({{parameters}}) { } }
        """);
}

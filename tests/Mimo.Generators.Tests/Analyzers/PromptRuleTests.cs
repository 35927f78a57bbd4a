using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Analyzers;

public class PromptRuleTests
{
    [Theory]
    [InlineData("[UserPrompt(\"{text}\")] Task<string> AskAsync(string text, int {|MIMO029:count|});")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync(string {|MIMO029:text|});")]
    [InlineData("[UserPrompt(\"{{text}}\")] Task<string> AskAsync(string {|MIMO029:text|});")]
    [InlineData("[UserPrompt(\"{text.Length}\")] Task<string> AskAsync(string text);")]
    [InlineData("[SystemPrompt(\"{text}\")] [UserPrompt(\"x\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync(CancellationToken token, MimoTranscript history, MimoToolSet tools, IMimoToolSource source, MimoCallOptions options);")]
    [InlineData("[UserPrompt(\"{|MIMO030:{|}\")] Task<string> AskAsync(string text);")]
    [InlineData("\n#pragma warning disable MIMO029\n[UserPrompt(\"x\")] Task<string> AskAsync(string text);")]
    public Task A_parameter_is_used(string method) => Check("MIMO029", method);

    [Fact]
    public Task A_template_of_the_interface_uses_parameters_too() => Check("MIMO029", "[UserPrompt(\"x\")] Task<string> AskAsync(string language);", "[SystemPrompt(\"Speak {language}.\")]");

    [Fact]
    public Task A_type_that_is_generated_too_is_told_of() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Usings + """
        [MimoOutput] public partial record Plain(string Text);

        [MimoPrompt]
        public partial interface IGuide
        {
            [UserPrompt("{draft.Text}")] Task<string> {|MIMO032:ImproveAsync|}(Plain.Draft draft);
            [UserPrompt("{text}")] Task<string> ImproveAsync(string text);
            [UserPrompt("{text}")] Task<string> SoundAsync(string text, CancellationToken cancellationToken);
            [UserPrompt("{text}")] Task<string> SoundAsync(string text);
            [UserPrompt("{text}")] IAsyncEnumerable<Plain.Draft> WriteAsync(string text);
        }

        public static partial class Prompts
        {
            [MimoPrompt] [UserPrompt("{draft.Text}")] public static partial Task<string> {|CS8795:{|MIMO032:ImproveAsync|}|}(this IMimoClient client, Plain.Draft draft);
            [MimoPrompt] [UserPrompt("{text}")] public static partial Task<string> SoundAsync(this IMimoClient client, string text);
            [MimoPrompt] [UserPrompt("{text}")] private static partial Task<string> QuietAsync(IMimoClient client, string text);
            public static Task<string> Use(IMimoClient client) => QuietAsync(client, "x");
        }
        """);

    [Theory]
    [InlineData("int[]", "{|MIMO031:{value}|}")]
    [InlineData("List<string>", "{|MIMO031:{value}|}")]
    [InlineData("IEnumerable<string>", "{|MIMO031:{value}|}")]
    [InlineData("Dictionary<string, int>", "{|MIMO031:{value}|}")]
    [InlineData("Plain", "{|MIMO031:{value}|}")]
    [InlineData("Plain?", "{|MIMO031:{value}|}")]
    [InlineData("Pair?", "{|MIMO031:{value}|}")]
    [InlineData("Holder", "{|MIMO031:{ value.Inner }|}")]
    [InlineData("Holder", "{value}")]
    [InlineData("Spoken", "{value}")]
    [InlineData("Heir", "{value}")]
    [InlineData("Plain", "{value:json}")]
    [InlineData("int[]", "{value:list}")]
    [InlineData("Plain[]", "{|MIMO031:{value:list}|}")]
    [InlineData("List<Spoken>", "{value:list}")]
    [InlineData("Plain", "{|MIMO031:{value:fence}|}")]
    [InlineData("Spoken", "{value:fence}")]
    [InlineData("int[]", "{value.Length}")]
    [InlineData("string", "{value}")]
    [InlineData("System.DateOnly?", "{value}")]
    [InlineData("System.DayOfWeek", "{value}")]
    [InlineData("System.Uri", "{value}")]
    [InlineData("object", "{value}")]
    [InlineData("System.IDisposable", "{value}")]
    public Task A_placeholder_prints_its_value(string type, string placeholder) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO031", Usings + $$"""
        public class Plain { public int X { get; set; } }
        public struct Pair { public int X { get; set; } }
        public record Holder(Plain Inner);
        public class Spoken { public override string ToString() => "spoken"; }
        public class Heir : Spoken { }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("Of {{placeholder}} I ask.")] Task<string> AskAsync({{type}} value);
        }
        """);

    [Theory]
    [InlineData("[UserPrompt(\"{|MIMO035:{password}|}\")] Task<string> AskAsync(string password);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{userApiKey}|}\")] Task<string> AskAsync(string userApiKey);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{user.Password}|} {user.Name}\")] Task<string> AskAsync(User user);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{user:json}|}\")] Task<string> AskAsync(User user);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{users:json}|}\")] Task<string> AskAsync(IReadOnlyList<Team> users);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{name}|}\")] Task<string> AskAsync([PrivateData] string name);")]
    [InlineData("[UserPrompt(\"{safe:json}\")] Task<string> AskAsync(Safe safe);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{user:json}|}\")] Task<string> AskAsync(Sparse user);")]
    [InlineData("[UserPrompt(\"{user:json}\")] Task<string> AskAsync(Hidden user);")]
    [InlineData("[UserPrompt(\"{|MIMO035:{user}|} {|MIMO035:{safe:fence}|} {|MIMO035:{users:list}|}\")] Task<string> AskAsync(User user, Safe safe, User[] users);")]
    [InlineData("[UserPrompt(\"{user} {team}\")] Task<string> AskAsync(Silent user, Team team);")]
    [InlineData("[UserPrompt(\"{hasPassword} {passwordLength} {passwordPolicy} {token}\")] Task<string> AskAsync(bool hasPassword, int passwordLength, string passwordPolicy, string token);")]
    [InlineData("\n#pragma warning disable MIMO035\n[UserPrompt(\"{password}\")] Task<string> AskAsync(string password);")]
    public Task Secrets_stay_out(string method) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO035", Usings + $$"""
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public class DataClassificationAttribute : System.Attribute { }
        }

        public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }

        public record User(string Name, string Password);
        public record Team(List<User> Members);
        public record Silent(string Password) { public override string ToString() => "?"; }
        public record Sparse(string Name) { [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string? Password { get; init; } }
        public record Hidden(string Name) { [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)] public string? Password { get; init; } }
        public record Safe(string Name) { [System.Text.Json.Serialization.JsonIgnore] public string Password { get; init; } = ""; }

        [MimoPrompt]
        public partial interface IAsk
        {
            {{method}}
        }
        """);

    [Theory]
    [InlineData("[UserPrompt(\"x\")] {|MIMO032:int|} Ask();")]
    [InlineData("[UserPrompt(\"x\")] {|MIMO032:void|} Ask();")]
    [InlineData("[UserPrompt(\"x\")] {|MIMO032:IAsyncEnumerable<MimoResult<string>>|} Ask();")]
    [InlineData("Task<string> {|MIMO032:AskAsync|}();")]
    [InlineData("[AssistantPrompt(\"x\")] Task<string> {|MIMO032:AskAsync|}();")]
    [InlineData("[UserPrompt(\"x\")] Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");")]
    [InlineData("[UserPrompt(\"x\")] static Task<string> {|MIMO032:AskAsync|}() => Task.FromResult(\"\");")]
    [InlineData("int {|MIMO032:Count|} { get; }")]
    [InlineData("static abstract int {|MIMO032:Count|} { get; }")]
    [InlineData("static abstract event System.Action {|MIMO032:Changed|};")]
    [InlineData("static abstract int {|MIMO032:Find|}();")]
    [InlineData("[UserPrompt(\"x\")] static abstract Task<string> {|MIMO032:AskAsync|}();")]
    [InlineData("static virtual int Count => 1;")]
    [InlineData("event System.Action {|MIMO032:Asked|};")]
    [InlineData("Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("[UserPrompt(\"x\")] Task AskAsync();")]
    [InlineData("\n#pragma warning disable MIMO032\nTask<string> AskAsync();")]
    public Task Members_are_prompts(string member) => Check("MIMO032", member);

    [Theory]
    [InlineData("int {|#0:Count|} { get; }", "'Count' can't be a prompt: only methods can be prompts")]
    [InlineData("event System.Action {|#0:Asked|};", "'Asked' can't be a prompt: only methods can be prompts")]
    [InlineData("static abstract int {|#0:Find|}();", "'Find' can't be a prompt: it is static and abstract, and nothing could implement it")]
    [InlineData("[UserPrompt(\"x\")] static Task<string> {|#0:AskAsync|}() => Task.FromResult(\"\");", "'AskAsync' can't be a prompt: it is static, so nothing is generated for it; remove that, or its templates")]
    [InlineData("[UserPrompt(\"x\")] Task<string> {|#0:AskAsync|}() => Task.FromResult(\"\");", "'AskAsync' can't be a prompt: it has a body, so nothing is generated for it; remove that, or its templates")]
    [InlineData("} public interface IOwner { int Count => 1; } [MimoPrompt] public partial interface IAgain : IOwner { abstract int IOwner.{|#0:Count|} { get; }", "'IOwner.Count' can't be a prompt: it takes away the body of a base's member, and nothing is generated for it")]
    public Task The_message_says_why_a_member_is_no_prompt(string member, string message) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Wrap(member), new DiagnosticResult("MIMO032", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [Fact]
    public Task The_message_says_what_a_name_is_taken_by() => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Usings + "[MimoPrompt] public partial interface IAsk { int {|#0:Requests|} => 1; [UserPrompt(\"x\")] Task<string> AskAsync(CancellationToken token); }",
        new DiagnosticResult("MIMO048", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'Requests' is also the name of a member that 'IAsk' is given for its prompts: rename yours"));

    /// <summary>A value that comes from outside in one method comes from there in the next, if its name and type are the same.</summary>
    [Theory]
    [InlineData("[UserPrompt(\"{|MIMO034:{mail}|}\")] Task<string> AskAsync(string mail);")]
    [InlineData("[UserPrompt(\"{|MIMO034:{mail:json}|}\")] Task<string> AskAsync(string mail);")]
    [InlineData("[SystemPrompt(\"{|MIMO034:{mail}|}\")] [UserPrompt(\"x\")] Task<string> AskAsync(string mail);")]
    [InlineData("[UserPrompt(\"{mail:fence} {mail.Length}\")] Task<string> AskAsync(string mail);")]
    [InlineData("[UserPrompt(\"{mail}\")] Task<string> AskAsync([Untrusted] string mail);")]
    [InlineData("[UserPrompt(\"{mail}\")] Task<string> AskAsync(object mail);")]
    [InlineData("[UserPrompt(\"{letter} {count}\")] Task<string> AskAsync(string letter, int count);")]
    [InlineData("\n#pragma warning disable MIMO034\n[UserPrompt(\"{mail}\")] Task<string> AskAsync(string mail);")]
    public Task Untrusted_text_is_so_everywhere(string method) =>
        Check("MIMO034", "[UserPrompt(\"{mail} {count}\")] Task<string> SortAsync([Untrusted] string mail, [Untrusted] int count);\n\n" + method);

    [Fact]
    public Task The_message_says_where_text_is_untrusted() => Message(
        "[UserPrompt(\"{mail}\")] Task<string> SortAsync([Untrusted] string mail); [UserPrompt(\"{|#0:{mail}|}\")] Task<string> AskAsync(string mail);",
        "MIMO034",
        "'mail' is untrusted in 'SortAsync', but stands unfenced here: mark it with [Untrusted] here too, or write it as '{mail:fence}'");

    /// <summary>Where the type is written that has to be another; a member's is written elsewhere.</summary>
    [Theory]
    [InlineData("[UserPrompt(\"{value:json}\")] Task<string> AskAsync(List<{|MIMO004:System.Type|}> value);")]
    [InlineData("[UserPrompt(\"{value:json}\")] Task<string> AskAsync({|MIMO006:(int, int)|}[] value);")]
    [InlineData("[UserPrompt(\"{|MIMO004:{value.Key:json}|}\")] Task<string> AskAsync(KeyValuePair<System.Type, int> value);")]
    public Task What_has_no_JSON_form_is_told_where_it_is_written(string method) => Check("MIMO004", method);

    [Theory]
    [InlineData("[UserPrompt(\"{text}\")] Task<string> AskAsync({|#0:in|} string text, CancellationToken token);", "Parameter 'text' is passed by reference, but its value is only inserted into a text: remove 'in'")]
    [InlineData("[UserPrompt(\"x\")] Task<string> AskAsync({|#0:in|} CancellationToken token);", "Parameter 'token' is passed by reference, but generated code only hands it on: remove 'in'")]
    [InlineData("[UserPrompt(\"{value}\")] unsafe Task<string> AskAsync({|#0:int*|} value, CancellationToken token);", "'value' can't use the type 'int*': it would have to outlive the call; use a string, an array or a list")]
    public Task A_parameter_is_a_value(string method, string message) => AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(
        Wrap(method), new DiagnosticResult("MIMO003", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("int", "D5 x N2 0.# r B")]
    [InlineData("int", "{|MIMO030:q|} {|MIMO030:A2|}")]
    [InlineData("decimal?", "C F1 {|MIMO030:X|}")]
    [InlineData("System.DateTime", "d yyyy-MM-dd {|MIMO030:N|}")]
    [InlineData("System.DateOnly", "D {|MIMO030:t|}")]
    [InlineData("System.TimeSpan", "c {|MIMO030:d|}")]
    [InlineData("System.Guid", "N {|MIMO030:yy|}")]
    [InlineData("System.DayOfWeek", "G {|MIMO030:GG|}")]
    [InlineData("Own", "q")]
    [InlineData("System.IFormattable", "N2")]
    [InlineData("System.IComparable", "{|MIMO030:N2|}")]
    public Task A_format_is_one_of_its_type(string type, string formats) => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>("MIMO030", Usings + $$"""
        public struct Own : System.IFormattable { public string ToString(string? format, System.IFormatProvider? provider) => ""; }

        [MimoPrompt]
        public partial interface IAsk
        {
            {{string.Concat(formats.Split(' ').Select((format, index) => $"[UserPrompt(\"{{value:{format}}}\")] Task<string> Ask{index}Async({type} value);\n"))}}
        }
        """);

    [Theory]
    [InlineData("[UserPrompt({|MIMO030:\"\"|})] Task<string> AskAsync();")]
    [InlineData("[SystemPrompt({|MIMO030:\" \\n\"|})] [UserPrompt(\"x\")] Task<string> AskAsync();")]
    public Task A_template_says_something(string method) => Check("MIMO030", method);

    [Theory]
    [InlineData("[UserPrompt(\"Now {|MIMO043:{date}|}.\\n\\nLONG\")] Task<string> AskAsync(string date);", "")]
    [InlineData("[UserPrompt(\"LONG\")] Task<string> AskAsync(string date);", "[SystemPrompt(\"It is {|MIMO043:{date}|}.\")]")]
    [InlineData("[UserPrompt(\"LONG It is {date}.\")] Task<string> AskAsync(string date);", "")]
    [InlineData("[UserPrompt(\"It is {date}. Short.\")] Task<string> AskAsync(string date);", "")]
    [InlineData("[UserPrompt(\"It is {date}.\")] Task<string> AskAsync(string date);", "[SystemPrompt(\"LONG\")]")]
    [InlineData("\n#pragma warning disable MIMO043\n[UserPrompt(\"Now {date}.\\n\\nLONG\")] Task<string> AskAsync(string date);", "")]
    public Task Text_that_is_always_the_same_comes_first(string method, string system) =>
        Check("MIMO043", method.Replace("LONG", Long, StringComparison.Ordinal), system.Replace("LONG", Long, StringComparison.Ordinal));

    [Fact]
    public async Task Messages_say_what_and_how()
    {
        await Message("[UserPrompt(\"x\")] Task<string> AskAsync(string {|#0:text|});", "MIMO029", "Nothing is made of 'text': no template of 'AskAsync' names it");
        await Message("[UserPrompt(\"{|#0:{numbers}|}\")] Task<string> AskAsync(int[] numbers);", "MIMO031", "'numbers' would print the name of its type: 'int[]' has no text of its own; write it as '{numbers:list}'");
        await Message("[UserPrompt(\"{|#0:{password}|}\")] Task<string> AskAsync(string password);", "MIMO035", "'password' is named like a secret, and would be sent to the model: leave it out");
        await Message(
            $"[UserPrompt(\"Now {{|#0:{{date}}|}}.{Long}\")] Task<string> AskAsync(string date);",
            "MIMO043",
            $"'date' varies, and {Long.Length + 1} characters that are always the same follow it, so the server can't reuse what it made of them: put them first");
    }

    internal const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    internal static readonly string Long = string.Concat(Enumerable.Repeat("Always be polite and brief. ", 80));

    private static Task Message(string method, string rule, string message) =>
        AnalyzerCheck.RunAsync<MarkedCodeAnalyzer>(Wrap(method, ""), new DiagnosticResult(rule, DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));

    private static Task Check(string rule, string method, string system = "") => AnalyzerCheck.RunRuleAsync<MarkedCodeAnalyzer>(rule, Wrap(method, system));

    internal static string Wrap(string method, string system = "") => $$"""
        {{Usings}}
        [MimoPrompt]
        {{system}}
        public partial interface IAsk
        {
            {{method}}
        }
        """;
}

using Mimo.Generators.CodeFixes;
using Mimo.Generators.Diagnostics.Analyzers;
using Mimo.Generators.Tests.Analyzers;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.CodeFixes;

/// <summary>Repairs in and around templates.</summary>
public class TemplateFixTests
{
    [Theory]
    [InlineData("[UserPrompt(\"{{|MIMO028:citty|}}\")] Task<string> AskAsync(string city);", "[UserPrompt(\"{city}\")] Task<string> AskAsync(string city);")]
    [InlineData("[UserPrompt(@\"\"\"\" + \"{ {|MIMO028:City|} :json}\")] Task<string> AskAsync(string city);", "[UserPrompt(@\"\"\"\" + \"{ city :json}\")] Task<string> AskAsync(string city);")]
    [InlineData("[UserPrompt(\"{{|MIMO028:ctiy|}}\")] Task<string> AskAsync(string city, string a);", "[UserPrompt(\"{city}\")] Task<string> AskAsync(string city, string {|MIMO029:a|});")]
    [InlineData("[UserPrompt(\"{city.{|MIMO028:Lenght|}}\")] Task<string> AskAsync(string city);", "[UserPrompt(\"{city.Length}\")] Task<string> AskAsync(string city);")]
    [InlineData(
        "[UserPrompt(\"\"\"{{|MIMO028:cty|}}, {{|MIMO028:contry|}}, {{|MIMO028:cty|}}\"\"\")] Task<string> AskAsync(string city, string country);",
        "[UserPrompt(\"\"\"{city}, {country}, {city}\"\"\")] Task<string> AskAsync(string city, string country);")]
    public Task A_name_is_corrected(string code, string expected) => Check<NamePlaceholderCodeFixProvider>(code, expected, "NearestName");

    [Theory]
    [InlineData("[UserPrompt(\"{{|MIMO028:city|}}\")] Task<string> AskAsync();", "[UserPrompt(\"{city}\")] Task<string> AskAsync(string city);")]
    [InlineData(
        "[UserPrompt(\"{{|MIMO028:city|}} {{|MIMO028:language|}} {days}\")] Task<string> AskAsync(int days = 1, CancellationToken cancellationToken = default);",
        "[UserPrompt(\"{city} {language} {days}\")] Task<string> AskAsync(string city, string language, int days = 1, CancellationToken cancellationToken = default);")]
    [InlineData("[UserPrompt(\"{{|MIMO028:class|}} {text}\")] Task<string> AskAsync(string text);", "[UserPrompt(\"{class} {text}\")] Task<string> AskAsync(string text, string @class);")]
    [InlineData(
        "[UserPrompt(\"{{|MIMO028:city|}} {days}\")] Task<string> AskAsync(\n        int days, // How long.\n        CancellationToken cancellationToken = default);",
        "[UserPrompt(\"{city} {days}\")] Task<string> AskAsync(\n        int days, // How long.\n        string city,\n        CancellationToken cancellationToken = default);")]
    [InlineData(
        "[UserPrompt(\"{{|MIMO028:city|}} {days}\")] Task<string> AskAsync(int days /* How long. */, CancellationToken cancellationToken = default);",
        "[UserPrompt(\"{city} {days}\")] Task<string> AskAsync(int days /* How long. */, string city, CancellationToken cancellationToken = default);")]
    public Task A_parameter_is_added(string code, string expected) => Check<NamePlaceholderCodeFixProvider>(code, expected, "AddParameter");

    [Fact]
    public Task A_parameter_that_is_there_is_not_added_again() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, NamePlaceholderCodeFixProvider>(
        PromptRuleTests.Wrap("[UserPrompt(\"{{|MIMO028:t|}}\")] Task<string> AskAsync(CancellationToken t);"));

    [Fact]
    public Task A_name_that_is_like_nothing_is_left_to_its_author() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, NamePlaceholderCodeFixProvider>(
        PromptRuleTests.Wrap("[UserPrompt(\"x\")] Task<string> AskAsync(string city);", "[SystemPrompt(\"{{|MIMO028:nobody|}}\")]"));

    [Theory]
    [InlineData("[UserPrompt(\"{|MIMO030:{|}\")] Task<string> AskAsync();", "[UserPrompt(\"{{\")] Task<string> AskAsync();")]
    [InlineData("[UserPrompt(@\"a {|MIMO030:}|} b\")] Task<string> AskAsync();", "[UserPrompt(@\"a }} b\")] Task<string> AskAsync();")]
    [InlineData("[UserPrompt(\"{|MIMO030:{}|}\")] Task<string> AskAsync();", "[UserPrompt(\"{{}}\")] Task<string> AskAsync();")]
    [InlineData("[UserPrompt(\"{|MIMO030:{\\\"a\\\": 1}|}\")] Task<string> AskAsync();", "[UserPrompt(\"{{\\\"a\\\": 1}}\")] Task<string> AskAsync();")]
    [InlineData("[UserPrompt(\"{|MIMO030:{text: }|}\")] Task<string> AskAsync(string text);", "[UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    [InlineData("[UserPrompt(\"{text:{|MIMO030:N2|}}\")] Task<string> AskAsync(string text);", "[UserPrompt(\"{text}\")] Task<string> AskAsync(string text);")]
    public Task A_brace_is_doubled_and_an_unfit_format_left_out(string code, string expected) => Check<EscapeBraceCodeFixProvider>(code, expected);

    [Theory]
    [InlineData("[UserPrompt({|MIMO030:\"\"|})] Task<string> AskAsync(string text, int count, CancellationToken token);", "[UserPrompt(\"{text} {count}\")] Task<string> AskAsync(string text, int count, CancellationToken token);")]
    [InlineData("[SystemPrompt(\"Hi\"), AssistantPrompt({|MIMO030:\" \"|})] [UserPrompt({|MIMO030:\"\"|})] Task<string> AskAsync();", "[SystemPrompt(\"Hi\"), AssistantPrompt({|MIMO030:\" \"|})] [UserPrompt(\"TODO: what to ask\")] Task<string> AskAsync();")]
    public Task An_empty_template_is_begun(string code, string expected) => Check<FillTemplateCodeFixProvider>(code, expected, "FillTemplate");

    [Fact]
    public Task A_message_that_says_nothing_is_dropped() => Check<FillTemplateCodeFixProvider>(
        "[SystemPrompt(\"Hi\"), AssistantPrompt({|MIMO030:\" \"|})] [UserPrompt(\"x\")] Task<string> AskAsync();",
        "[SystemPrompt(\"Hi\")] [UserPrompt(\"x\")] Task<string> AskAsync();",
        "DropMessage");

    [Fact]
    public Task All_braces_are_doubled_at_once() => Check<EscapeBraceCodeFixProvider>(
        "[SystemPrompt(\"{|MIMO030:}|}\")] [UserPrompt(\"{|MIMO030:{|} x\")] Task<string> AskAsync();\n\n    [UserPrompt(\"{|MIMO030:}|}\")] Task<string> OtherAsync();",
        "[SystemPrompt(\"}}\")] [UserPrompt(\"{{ x\")] Task<string> AskAsync();\n\n    [UserPrompt(\"}}\")] Task<string> OtherAsync();");

    [Theory]
    [InlineData("int[]", "list")]
    [InlineData("List<string>", "list")]
    [InlineData("Dictionary<string, int>", "json")]
    [InlineData("List<int[]>", "json")]
    public Task A_value_is_written_so_that_it_can_be_read(string type, string format) => Check<FormatPlaceholderCodeFixProvider>(
        $"[UserPrompt(\"{{|MIMO031:{{value}}|}} and {{|MIMO031:{{value}}|}} and {{value:json}}\")] Task<string> AskAsync({type} value);",
        $"[UserPrompt(\"{{value:{format}}} and {{value:{format}}} and {{value:json}}\")] Task<string> AskAsync({type} value);");

    [Fact]
    public Task A_format_that_prints_type_names_gives_way_to_JSON() => Check<FormatPlaceholderCodeFixProvider>(
        "[UserPrompt(\"{|MIMO031:{value:list}|} and {|MIMO031:{ value : fence }|}\")] Task<string> AskAsync(List<int[]> value);",
        "[UserPrompt(\"{value:json} and { value :json}\")] Task<string> AskAsync(List<int[]> value);",
        "json");

    [Theory]
    [InlineData("[UserPrompt(\"Hi\")] Task<string> AskAsync(string {|MIMO029:name|});", "[UserPrompt(\"Hi {name}\")] Task<string> AskAsync(string name);")]
    [InlineData("[UserPrompt(\"Hi\")] Task<string> AskAsync(string {|MIMO029:@class|});", "[UserPrompt(\"Hi {class}\")] Task<string> AskAsync(string @class);")]
    [InlineData(
        "[UserPrompt(\"\"\"\n        Hi\n        \"\"\")] Task<string> AskAsync(string {|MIMO029:name|});",
        "[UserPrompt(\"\"\"\n        Hi\n        {name}\n        \"\"\")] Task<string> AskAsync(string name);")]
    [InlineData(
        "[SystemPrompt(\"Hello\")] [UserPrompt(\"Hi\")] Task<string> AskAsync(string {|MIMO029:first|}, string {|MIMO029:last|});",
        "[SystemPrompt(\"Hello\")] [UserPrompt(\"Hi {first} {last}\")] Task<string> AskAsync(string first, string last);")]
    public Task A_placeholder_is_appended(string code, string expected) => Check<UnusedParameterCodeFixProvider>(code, expected, "Append");

    [Fact]
    public Task A_parameter_is_removed() => Check<UnusedParameterCodeFixProvider>(
        "[UserPrompt(\"{text}\")] Task<string> AskAsync(string {|MIMO029:first|}, string text, string {|MIMO029:last|});",
        "[UserPrompt(\"{text}\")] Task<string> AskAsync(string text);",
        "Remove");

    [Theory]
    [InlineData("[UserPrompt(\"{|MIMO035:{password}|} x\")] Task<string> AskAsync(string password);", "[UserPrompt(\" x\")] Task<string> AskAsync(string {|MIMO029:password|});")]
    public Task A_placeholder_is_dropped(string code, string expected) => Check<DropSecretCodeFixProvider>(code, expected, "Drop");

    [Theory]
    [InlineData(
        "[SystemPrompt(\"Sort: {|MIMO034:{mail}|}\")] [UserPrompt(\"Where to?\")] Task<string> AskAsync([Untrusted] string mail);",
        "[SystemPrompt(\"Sort: \")] [UserPrompt(\"Where to? {mail}\")] Task<string> AskAsync([Untrusted] string mail);")]
    [InlineData(
        "[SystemPrompt(\"{|MIMO034:{a}|}{|MIMO034:{b.Length}|}{|MIMO034:{a}|}.\")] [UserPrompt(\"{a}\")] [AssistantPrompt(\"{|MIMO034:{b:json}|}\")] [UserPrompt(\"Hi\")] Task<string> AskAsync([Untrusted] string a, [Untrusted] string b);",
        "[SystemPrompt(\".\")] [UserPrompt(\"{a}\")] [AssistantPrompt({|MIMO030:\"\"|})] [UserPrompt(\"Hi {a} {b.Length} {b:json}\")] Task<string> AskAsync([Untrusted] string a, [Untrusted] string b);")]
    public Task Untrusted_text_is_moved_to_the_user(string code, string expected) => Check<MoveUntrustedCodeFixProvider>(code, expected);

    [Fact]
    public Task Untrusted_text_that_all_methods_say_is_moved_to_each() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, MoveUntrustedCodeFixProvider>(
        PromptRuleTests.Wrap("[UserPrompt(\"A\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"B\")] Task<string> SecondAsync([Untrusted] string mail);", "[SystemPrompt(\"x {|MIMO034:{mail}|}\")]"),
        PromptRuleTests.Wrap("[UserPrompt(\"A {mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"B {mail}\")] Task<string> SecondAsync([Untrusted] string mail);", "[SystemPrompt(\"x \")]"));

    [Fact]
    public Task Untrusted_text_without_a_message_to_move_to_is_left() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, MoveUntrustedCodeFixProvider>(
        PromptRuleTests.Wrap("[SystemPrompt(\"{|MIMO034:{mail}|}\")] [UserPrompt(nameof(IAsk))] Task<string> AskAsync([Untrusted] string mail);"));

    [Theory]
    [InlineData("[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"{|MIMO034:{mail}|} {|MIMO034:{mail:json}|}\")] Task<string> SecondAsync(string mail);", "[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"{mail} {mail:json}\")] Task<string> SecondAsync([Untrusted] string mail);", "MarkUntrusted")]
    [InlineData("[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"{|MIMO034:{mail}|} {|MIMO034:{mail:json}|}\")] Task<string> SecondAsync(string mail);", "[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"{mail:fence} {mail:fence}\")] Task<string> SecondAsync(string mail);", "Fence")]
    [InlineData("[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [SystemPrompt(\"{|MIMO034:{mail}|}\"), UserPrompt(\"x\")] Task<string> SecondAsync(string mail);", "[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [SystemPrompt(\"{|MIMO034:{mail}|}\"), UserPrompt(\"x\")] Task<string> SecondAsync([Untrusted] string mail);", "MarkUntrusted")]
    public Task What_is_untrusted_elsewhere_is_so_here(string code, string expected, string kind) => Check<FenceUntrustedCodeFixProvider>(code, expected, kind);

    [Fact]
    public Task A_member_is_ignored() => CodeFixCheck.RunAsync<MarkedCodeAnalyzer, DropSecretCodeFixProvider>(
        """
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Mimo;

        public record User(string Name, string Password);

        public class Site
        {
            public string ApiKey { get; set; } = "";
        }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("{|MIMO035:{user:json}|} {|MIMO035:{user:json}|} {|MIMO035:{site:json}|}")] Task<string> AskAsync(User user, Site site);
        }
        """,
        """
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Mimo;

        public record User(string Name, [property: JsonIgnore] string Password);

        public class Site
        {
            [JsonIgnore]
            public string ApiKey { get; set; } = "";
        }

        [MimoPrompt]
        public partial interface IAsk
        {
            [UserPrompt("{user:json} {user:json} {site:json}")] Task<string> AskAsync(User user, Site site);
        }
        """,
        "Ignore");

    [Theory]
    [InlineData("It is {|MIMO043:{date}|}.\\n\\nLONG", "LONG\\n\\nIt is {date}.", "\"")]
    [InlineData("\n        It is {|MIMO043:{date}|}.\n\n        LONG\n\n        And {name}.\n        ", "\n        LONG\n\n        It is {date}.\n\n        And {name}.\n        ", "\"\"\"")]
    public Task Fixed_text_is_put_first(string code, string expected, string quotes) => Check<FixedTextFirstCodeFixProvider>(
        $"[UserPrompt({quotes}{code.Replace("LONG", PromptRuleTests.Long.Trim(), StringComparison.Ordinal)}{quotes})] Task<string> AskAsync(string date{(code.Contains("name") ? ", string name" : "")});",
        $"[UserPrompt({quotes}{expected.Replace("LONG", PromptRuleTests.Long.Trim(), StringComparison.Ordinal)}{quotes})] Task<string> AskAsync(string date{(code.Contains("name") ? ", string name" : "")});");

    [Fact]
    public Task Text_in_one_paragraph_is_left_to_its_author() => CodeFixCheck.RunUnfixableAsync<MarkedCodeAnalyzer, FixedTextFirstCodeFixProvider>(
        PromptRuleTests.Wrap($"[UserPrompt(\"It is {{|MIMO043:{{date}}|}}. {PromptRuleTests.Long}\")] Task<string> AskAsync(string date);"));

    [Theory]
    [InlineData("{|MIMO037:Temperature = 0.2|}", "", "Remove")]
    [InlineData("Model = \"mimo-v2-pro\", {|MIMO037:Temperature = 0.2|}, {|MIMO037:TopP = 0.5|}", "(Model = \"mimo-v2-pro\")", "Remove")]
    [InlineData("{|MIMO037:Temperature = 0.2|}, {|MIMO037:TopP = 0.5|}", "(Temperature = 0.2, TopP = 0.5, Thinking = MimoThinking.Disabled)", "DisableThinking")]
    [InlineData("MaxCompletionTokens = {|MIMO037:200000|}", "(MaxCompletionTokens = 131072)", "SetAccepted")]
    [InlineData("Model = {|MIMO037:\"mimo-v2.5\"|}", "(Model = \"mimo-v2.6-flash\")", "SetAccepted")]
    [InlineData("Model = {|MIMO037:\"MiMo-V2-Pro\"|}, Stop = {|MIMO037:new[] { \"a\", \"b\", \"c\", \"d\", \"e\" }|}", "(Model = \"mimo-v2-pro\", Stop = new[] { \"a\", \"b\", \"c\", \"d\" })", "SetAccepted")]
    public Task An_option_is_repaired(string options, string expected, string kind)
    {
        string code = PromptOptionTests.Wrap(options, "", "Task<string> AskAsync(string text)");
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, RepairOptionCodeFixProvider>(code, code.Replace($"({options})", expected, StringComparison.Ordinal), kind);
    }

    [Theory]
    [InlineData("Write {{password}} literally; mine: {|MIMO035:{password}|}.", "Write {{password}} literally; mine: .")]
    [InlineData("{{{|MIMO035:{password}|}}}, {{{{password}}}}", "{{}}, {{{{password}}}}")]
    public Task Dropping_a_placeholder_leaves_doubled_braces(string before, string after) => Check<DropSecretCodeFixProvider>(
        $"[UserPrompt(\"{before}\")] Task<string> AskAsync(string password);",
        $"[UserPrompt(\"{after}\")] Task<string> AskAsync(string {{|MIMO029:password|}});");

    [Fact]
    public Task A_format_is_given_to_no_doubled_braces() => Check<FormatPlaceholderCodeFixProvider>(
        "[UserPrompt(\"Use {{items}} for {|MIMO031:{items}|} and {|MIMO031:{items}|}\")] Task<string> AskAsync(List<int[]> items);",
        "[UserPrompt(\"Use {{items}} for {items:json} and {items:json}\")] Task<string> AskAsync(List<int[]> items);",
        "json");

    [Fact]
    public Task A_format_is_taken_from_no_doubled_braces() => Check<EscapeBraceCodeFixProvider>(
        "[UserPrompt(\"{{text:N2}} is {text:{|MIMO030:N2|}}\")] Task<string> AskAsync(string text);",
        "[UserPrompt(\"{{text:N2}} is {text}\")] Task<string> AskAsync(string text);",
        "NoFormat");

    [Fact]
    public Task Doubled_braces_are_not_fenced() => Check<FenceUntrustedCodeFixProvider>(
        "[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"{{mail}} is {|MIMO034:{mail}|}\")] Task<string> SecondAsync(string mail);",
        "[UserPrompt(\"{mail}\")] Task<string> FirstAsync([Untrusted] string mail);\n\n    [UserPrompt(\"{{mail}} is {mail:fence}\")] Task<string> SecondAsync(string mail);",
        "Fence");

    [Fact]
    public Task Doubled_braces_are_not_moved_and_say_nothing() => Check<MoveUntrustedCodeFixProvider>(
        "[SystemPrompt(\"Sort {{mail}}: {|MIMO034:{mail}|}\")] [UserPrompt(\"What is {{mail}}?\")] Task<string> AskAsync([Untrusted] string mail);",
        "[SystemPrompt(\"Sort {{mail}}: \")] [UserPrompt(\"What is {{mail}}? {mail}\")] Task<string> AskAsync([Untrusted] string mail);");

    [Theory]
    [InlineData("Use {{name}} as is", "Use {{name}} as is {name}")]
    [InlineData("{{{{name}}}}", "{{{{name}}}} {name}")]
    public Task A_value_that_only_doubled_braces_name_is_appended(string before, string after) => Check<UnusedParameterCodeFixProvider>(
        $"[UserPrompt(\"{before}\")] Task<string> AskAsync(string {{|MIMO029:name|}});",
        $"[UserPrompt(\"{after}\")] Task<string> AskAsync(string name);",
        "Append");

    [Fact]
    public Task A_missing_file_is_created()
    {
        const string Before = "[UserPromptFile({|MIMO033:\"prompts/review.md\"|})] Task<string> AskAsync(string code, string language, CancellationToken token);";
        const string After = "[UserPromptFile(\"prompts/review.md\")] Task<string> AskAsync(string code, string language, CancellationToken token);";
        return CodeFixCheck.RunAsync<MarkedCodeAnalyzer, CreateTemplateFileCodeFixProvider>(
            [("Main.cs", PromptRuleTests.Wrap(Before))],
            [("Main.cs", PromptRuleTests.Wrap(After))],
            addedFiles: ("/0/prompts/review.md", "{code}\n\n{language}\n"));
    }

    /// <summary>What stands at the head of a file, its options, stays there.</summary>
    [Fact]
    public Task An_empty_file_is_given_a_placeholder_for_each_value() => CodeFixCheck.RunWithFilesAsync<MarkedCodeAnalyzer, CreateTemplateFileCodeFixProvider>(
        [("Main.cs", PromptRuleTests.Wrap("""
            [UserPromptFile({|MIMO033:"prompts/review.md"|})] Task<string> AskAsync(string code, string language, CancellationToken token);
                [SystemPromptFile({|MIMO033:"./prompts/rules.md"|}), UserPrompt("{code}")] Task<string> TellAsync(string code, CancellationToken token);
            """))],
        [("/0/prompts/review.md", "  \n"), ("/0/prompts/rules.md", "---\ntemperature: 1.0\n---\n\n")],
        [("Main.cs", PromptRuleTests.Wrap("""
            [UserPromptFile("prompts/review.md")] Task<string> AskAsync(string code, string language, CancellationToken token);
                [SystemPromptFile("./prompts/rules.md"), UserPrompt("{code}")] Task<string> TellAsync(string code, CancellationToken token);
            """))],
        [("/0/prompts/review.md", "{code}\n\n{language}\n"), ("/0/prompts/rules.md", "---\ntemperature: 1.0\n---\nTODO: what to say\n")]);

    private static Task Check<TFix>(string code, string expected, string? kind = null)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        CodeFixCheck.RunAsync<MarkedCodeAnalyzer, TFix>(PromptRuleTests.Wrap(code), PromptRuleTests.Wrap(expected), kind);
}

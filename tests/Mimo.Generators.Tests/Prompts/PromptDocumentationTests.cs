using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generation;
using Mimo.Generators.Emission;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>A hover over a generated member answers what will be sent. The documentation is read back as the compiler and editors have it.</summary>
public class PromptDocumentationTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Mimo;\n";

    [Fact]
    public void A_request_shows_its_messages_as_written_its_schema_its_tools_and_its_tokens()
    {
        XElement documentation = Documentation(
            Usings + """""
            [MimoPrompt(Tools = new[] { typeof(Clock) })]
            [SystemPrompt("""
                You are a travel assistant.

                  Answer in {language}; use {{braces}} & <tags>.
                """)]
            public partial interface IGuide
            {
                [UserPrompt("one")]
                [AssistantPrompt("two")]
                [UserPrompt("Suggest {count:N0} of {@places:json} in {trip.City.Name}.")]
                Task<Place> SuggestAsync(string language, int count, List<string> places, Trip trip, MimoTranscript history);
            }

            public static partial class Clock
            {
                /// <summary>The time.</summary>
                [MimoTool] public static string Now() => "noon";
            }

            public sealed record City(string Name);
            public sealed record Trip(City City);
            public sealed record Place(string Name, string Why);
            """"",
            "IGuide+Requests",
            "SuggestAsync");

        Assert.Equal("Builds the request of SuggestAsync without sending it.", documentation.Element("summary")!.Value);
        XElement remarks = documentation.Element("remarks")!;
        Assert.Equal(
            [
                "You are a travel assistant.\n\n  Answer in {language}; use {{braces}} & <tags>.",
                "one",
                "two",
                "Suggest {count:N0} of {places:json} in {trip.City.Name}.",
                """{"type":"object","properties":{"name":{"type":"string"},"why":{"type":"string"}},"required":["name","why"],"additionalProperties":false}""",
            ],
            remarks.Elements("code").Select(static code => code.Value.Trim('\n').Replace(",\n", ",", StringComparison.Ordinal)));
        Assert.Equal(
            ["System:", "User:", "Assistant:", "The conversation so far: history", "User:", "The answer is one JSON object of this schema:", "Tools: those of Clock"],
            remarks.Elements("para").SkipLast(1).Select(static paragraph => paragraph.Value));
        Assert.Matches("^About [0-9]+ tokens are the same for every call; arguments come on top\\. Tokens are estimated: .* The schemas of the tools come on top\\.$", remarks.Elements("para").Last().Value);
    }

    [Fact]
    public void Examples_are_told_where_they_stand_and_counted_for_they_are_sent_with_every_call()
    {
        const string Prompt = "[UserPrompt(\"Season of {month}?\")] [ANY] Task<Season> JudgeAsync(string month); } public enum Season { Summer, Winter }";
        XElement Remarks(string examples) => Documentation(
            Usings + "[MimoPrompt] public partial interface IJudge { " + Prompt.Replace("[ANY]", examples, StringComparison.Ordinal), "IJudge+Requests", "JudgeAsync").Element("remarks")!;
        static int Tokens(XElement remarks) => int.Parse(remarks.Elements("para").Last().Value.Split(' ')[1], CultureInfo.InvariantCulture);

        XElement none = Remarks("");
        XElement one = Remarks("""[Example("July", Season.Summer)]""");
        XElement two = Remarks("""[Example("July", Season.Summer)] [Example("January", Season.Winter)]""");

        Assert.Equal("An example: the last message with other values, and the answer:", one.Elements("para").First().Value);
        Assert.Equal("2 examples, each the last message with other values, and its answer. The first answer:", two.Elements("para").First().Value);
        Assert.Equal("""{"value":"Summer"}""", one.Elements("code").First().Value.Trim('\n'));
        Assert.Equal("Season of {month}?", two.Elements("code").ElementAt(1).Value.Trim('\n'));
        Assert.True(Tokens(none) < Tokens(one) && Tokens(one) < Tokens(two), $"{Tokens(none)}, {Tokens(one)}, {Tokens(two)}");
    }

    [Fact]
    public void A_partial_method_keeps_its_authors_comment_and_says_what_is_sent()
    {
        XElement documentation = Documentation(
            Usings + """
            public static partial class Prompts
            {
                /// <summary>Asks <c>it</c>.</summary>
                /// <param name="client">Who is asked.</param>
                /// <param name="text">What is asked.</param>
                /// <remarks>By the way.</remarks>
                /// <returns>The answer.</returns>
                [MimoPrompt] [UserPrompt("Ask {text}")] public static partial Task<string> AskAsync(this IMimoClient client, string text);
            }
            """,
            "Prompts",
            "AskAsync");

        Assert.Equal("Asks it.", documentation.Element("summary")!.Value);
        Assert.Equal(["Who is asked.", "What is asked."], documentation.Elements("param").Select(static parameter => parameter.Value));
        Assert.Equal("The answer.", documentation.Element("returns")!.Value);
        XElement remarks = Assert.Single(documentation.Elements("remarks"));
        Assert.StartsWith("By the way.", remarks.Value, StringComparison.Ordinal);
        Assert.Equal("Ask {text}", remarks.Element("code")!.Value.Trim());
    }

    [Theory]
    [InlineData("", "Sends this prompt.")]
    [InlineData("// <summary>No comment.</summary>", "Sends this prompt.")]
    [InlineData("/// <summary>Broken", "Sends this prompt.")]
    [InlineData("/** <summary>Block\n * of lines.</summary>\n */", "Block\nof lines.")]
    [InlineData("/// <summary>\n/// One\n///\n///   two.\n/// </summary>", "One\n\n  two.")]
    public void A_partial_method_without_a_comment_of_its_own_gets_one(string comment, string summary)
    {
        string source = Usings + $$"""
            public static partial class Prompts
            {
            {{comment}}
                [MimoPrompt] [UserPrompt("Ask {text}")] public static partial Task<string> AskAsync(this IMimoClient client, string text);
            }
            """;

        // A broken comment is the compiler's to tell, and how a block is indented it knows only where it parses comments.
        Compilation output = comment.Contains("Broken", StringComparison.Ordinal) || comment.StartsWith("/**", StringComparison.Ordinal) ? new GeneratorSession(TestProject.Of(source)).Output : GeneratorHarness.Check(source).Compilation;
        XElement documentation = Documentation(output, "Prompts", "AskAsync");

        Assert.Equal(summary, documentation.Element("summary")!.Value.Trim());
        Assert.Equal("Ask {text}", documentation.Element("remarks")!.Element("code")!.Value.Trim());
    }

    [Fact]
    public void References_of_a_partial_methods_comment_hold_in_the_generated_file_too()
    {
        var session = new GeneratorSession(TestProject.Of(
            ("Main.cs", "using System.Threading.Tasks; using Mimo; using Far.Away; using Near = Far.Away.Thing;\n" + """
            public static partial class Prompts
            {
                /// <summary>Makes a <see cref="Thing"/>, see <see cref="Near.Of(int)"/>.</summary>
                /// <exception cref="MimoException">It failed.</exception>
                [MimoPrompt] [UserPrompt("Ask")] public static partial Task<string> AskAsync(this IMimoClient client);
            }
            """),
            ("Thing.cs", "namespace Far.Away { internal class Thing { internal static void Of(int number) { } } }")));

        Assert.Empty(session.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1591" or "CS1573")));
        XElement documentation = Documentation(session.Output, "Prompts", "AskAsync");
        Assert.Equal(
            ["T:Far.Away.Thing", "M:Far.Away.Thing.Of(System.Int32)", "T:Mimo.MimoException"],
            documentation.Descendants().Attributes("cref").Select(static reference => reference.Value));
    }

    /// <summary>All that could end a comment's line, its element or its file.</summary>
    [Theory]
    [InlineData("a & b < c > d <summary> </remarks> </code> ]]> <!-- --> &amp;")]
    [InlineData("a\rb")]
    [InlineData("a\u0085b\u2028c\u2029d")]
    [InlineData("a\0b\u0001c\u001fd\u007fe\ufffef\uffff")]
    [InlineData("*/ /// // #if x #endif \"\"\" {{ }} \\")]
    [InlineData("\ttab\n\n\n  deep\n")]
    [InlineData("中文 😀 é")]
    public void Whatever_is_in_a_prompt_the_comment_stays_one(string text)
    {
        XElement documentation = Documentation(
            Usings + $$"""
            [MimoPrompt]
            public partial interface IAsk
            {
                [SystemPrompt("always")]
                [UserPrompt({{SymbolDisplay.FormatLiteral("x" + text + "x", quote: true)}})]
                Task<string> AskAsync();
            }
            """,
            "IAsk+Requests",
            "AskAsync");

        string shown = documentation.Element("remarks")!.Elements("code").Last().Value[1..^1];
        string[] expected = [.. ("x" + text + "x").Replace("\r\n", "\n", StringComparison.Ordinal).Split('\r', '\n', '\u0085', '\u2028', '\u2029').Select(Shown)];
        Assert.Equal(expected, shown.Split('\n'));
    }

    [Fact]
    public void A_lone_surrogate_is_shown_by_its_number()
    {
        XElement documentation = Documentation(Usings + "[MimoPrompt] public partial interface IAsk { [UserPrompt(\"a\\uD800b\")] Task<string> AskAsync(); }", "IAsk+Requests", "AskAsync");

        Assert.Equal("a\\uD800b", documentation.Element("remarks")!.Element("code")!.Value.Trim());
    }

    [Fact]
    public void Long_prompts_lose_their_middle()
    {
        string line = string.Join(" ", Enumerable.Repeat("word", 15));
        string text = "FIRST\\n" + string.Join("\\n", Enumerable.Repeat(line, 100)) + "\\n{last}";
        XElement documentation = Documentation(
            Usings + $$"""
            [MimoPrompt]
            public partial interface IAsk
            {
                {{string.Concat(Enumerable.Range(1, 20).Select(static index => $"[UserPrompt(\"q{index}\")] [AssistantPrompt(\"a{index}\")]\n"))}}
                [UserPrompt("{{text}}")] Task<string> AskAsync(string last);
            }
            """,
            "IAsk+Requests",
            "AskAsync");

        XElement remarks = documentation.Element("remarks")!;
        string[] codes = [.. remarks.Elements("code").Select(static code => code.Value.Trim())];
        Assert.Equal(["q1", "a1", "q2", "a2", "a19", "q20", "a20"], codes.SkipLast(1));
        Assert.Contains("… 33 more messages …", remarks.Elements("para").Select(static paragraph => paragraph.Value));
        Assert.StartsWith("FIRST\n" + line, codes[^1], StringComparison.Ordinal);
        Assert.EndsWith("\n{last}", codes[^1], StringComparison.Ordinal);
        Assert.Matches("\\[… [0-9],[0-9]{3} more characters …\\]", codes[^1]);
        Assert.InRange(codes[^1].Length, 500, 900);
    }

    [Fact]
    public void Create_gives_an_overview()
    {
        Compilation output = GeneratorHarness.Check(Usings + """
            [MimoPrompt]
            [SystemPrompt("12345678")]
            public partial interface IAsk
            {
                [UserPrompt("First & {text}\nmore")] Task<string> FirstAsync(string text);
                [UserPrompt("{nobody}")] Task<string> RefusedAsync(string text);
                [UserPrompt("{text}")] Task<int> SecondAsync(string text);
            }
            """).Compilation;

        string[] items = [.. Documentation(output, "IAsk", "Create").Element("remarks")!.Element("list")!.Elements("item").Select(static item => item.Value)];
        Assert.Equal(2, items.Length);
        Assert.Equal("FirstAsync (about 6 tokens and its arguments): First & {text} …", items[0]);
        Assert.StartsWith("SecondAsync (about ", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Untrusted_values_are_announced()
    {
        XElement remarks = Documentation(Usings + "[MimoPrompt] public partial interface IAsk { [UserPrompt(\"{text}\")] Task<string> AskAsync([Untrusted] string text); }", "IAsk+Requests", "AskAsync").Element("remarks")!;

        Assert.Contains(remarks.Elements("para"), static paragraph => paragraph.Value.StartsWith("Untrusted values are fenced", StringComparison.Ordinal));
        Assert.StartsWith($"About {PromptDocText.UntrustedNoticeTokens} tokens", remarks.Elements("para").Last().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("abcd", 1)]
    [InlineData("abcde", 2)]
    [InlineData("天气怎么样", 5)]
    [InlineData("天气 ok", 3)]
    public void Tokens_are_estimated_by_script(string text, int tokens) => Assert.Equal(tokens, PromptDocText.Tokens(text));

    [Fact]
    public void The_notice_of_the_runtime_costs_what_is_said_of_it() => Assert.Equal(PromptDocText.UntrustedNoticeTokens, PromptDocText.Tokens(PromptText.UntrustedNotice));

    [Theory]
    [InlineData("short", "short")]
    [InlineData("{\"a\":[1,2]}", "{\"a\":[1,2]}")]
    public void Short_texts_are_shown_whole(string text, string expected)
    {
        Assert.Equal(expected, PromptDocText.Shorten(text));
        Assert.Equal(expected, PromptDocText.WrapJson(text));
    }

    [Fact]
    public void Long_JSON_is_broken_between_values_only()
    {
        string json = "{" + string.Join(",", Enumerable.Range(0, 50).Select(static index => $"\"n,{index}\\\",\":\"a,b\"")) + "}";

        string wrapped = PromptDocText.WrapJson(json);

        Assert.Equal(json, wrapped.Replace("\n", "", StringComparison.Ordinal));
        Assert.All(wrapped.Split('\n'), static line => Assert.InRange(line.Length, 1, 130));
        Assert.All(wrapped.Split('\n').Skip(1), static line => Assert.StartsWith("\"n,", line, StringComparison.Ordinal));
    }

    /// <summary>What XML can't hold, as it is shown.</summary>
    private static string Shown(string line) => string.Concat(line.Select(static character =>
        character is (< ' ' and not '\t') or '\uFFFE' or '\uFFFF' ? "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture) : character.ToString()));

    private static XElement Documentation(string source, string type, string member) => Documentation(GeneratorHarness.Check(source).Compilation, type, member);

    private static XElement Documentation(Compilation output, string type, string member)
    {
        ISymbol symbol = output.GetTypeByMetadataName(type)!.GetMembers(member).First();
        return XElement.Parse(Unindent(symbol.GetDocumentationCommentXml()!), LoadOptions.PreserveWhitespace);
    }

    /// <summary>The compiler indents what it gives out.</summary>
    private static string Unindent(string xml) => xml.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n    ", "\n", StringComparison.Ordinal);
}

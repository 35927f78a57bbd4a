using System.Reflection;
using System.Text.RegularExpressions;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>The messages that generated code makes of templates: their parts in order, what fences them, and whose system prompt stands above them.</summary>
public class MessagePartTests
{
    private const string Usings = "using System.Threading.Tasks; using Mimo;\n";

    private static readonly MimoImage First = MimoImage.FromUri("https://example.com/1.png");
    private static readonly MimoImage Second = MimoImage.FromUri("https://example.com/2.png");

    [Theory]
    [InlineData("{first}", "1")]
    [InlineData("{first}{second}", "1 2")]
    [InlineData("a{first}", "a 1")]
    [InlineData("{first}b", "1 b")]
    [InlineData("a {name} {{x}}{first}b{name}{second}{name}c", "a Ada {x} 1 bAda 2 Adac")]
    public void Media_stand_between_the_texts_as_in_the_template(string template, string expected)
    {
        MimoMessage message = Assert.Single(Request($$"""
            [MimoPrompt] public partial interface IShow { [UserPrompt("{{template}}")] Task<string> ShowAsync({{Parameters(template)}}); }
            """, "IShow", "ShowAsync", [.. Arguments(template)]).Messages);

        Assert.Equal(expected, string.Join(' ', message.Content.Select(static part => part switch
        {
            MimoTextContent text => text.Text.Trim(),
            MimoImage image => image.Uri == First.Uri ? "1" : "2",
            _ => "?",
        })));
    }

    [Fact]
    public void Only_what_is_untrusted_is_fenced_in_text_and_between_media()
    {
        MimoMessage message = Assert.Single(
            Request("""
                [MimoPrompt]
                public partial interface IShow
                {
                    [UserPrompt("See {first} and {second}: {own} {note}")] Task<string> ShowAsync(MimoImage first, [Untrusted] MimoImage second, string own, [Untrusted] string note);
                }
                """, "IShow", "ShowAsync", First, Second, "mine", "theirs").Messages,
            static message => message.Role == MimoRole.User);

        string[] parts = [.. message.Content.Select(static part => part is MimoTextContent text ? text.Text : part is MimoImage image && image.Uri == First.Uri ? "1" : "2")];
        Assert.Equal(
            "See |1| and |<fence>\n|2|\n</fence>|: mine <fence>\ntheirs\n</fence>",
            string.Join('|', parts.Select(static part => Regex.Replace(part, "untrusted-[0-9a-f]+", "fence"))));
    }

    [Fact]
    public void The_fences_of_examples_are_the_same_each_time_and_those_of_values_are_not()
    {
        const string Source = """
            [MimoPrompt]
            public partial interface IJudge
            {
                [Example("early", "no")] [UserPrompt("Is {text} good?")] Task<string> JudgeAsync([Untrusted] string text);
            }
            """;
        Assembly assembly = GeneratorHarness.Check(Usings + Source).Load();

        IReadOnlyList<MimoMessage> one = Request(assembly, "IJudge", "JudgeAsync", "late").Messages;
        IReadOnlyList<MimoMessage> two = Request(assembly, "IJudge", "JudgeAsync", "late").Messages;

        int example = one.TakeWhile(static message => !message.Text.Contains("early", StringComparison.Ordinal)).Count();
        Assert.True(example < one.Count - 1);
        Assert.NotEqual("Is early good?", one[example].Text);
        Assert.Equal(one[example].Text, two[example].Text);
        Assert.Contains("<untrusted-00000000000000000000000000000000>", one[example].Text, StringComparison.Ordinal);
        Assert.Contains("late", one[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<untrusted-00000000000000000000000000000000>", one[^1].Text, StringComparison.Ordinal);
        Assert.NotEqual(one[^1].Text, two[^1].Text);
    }

    [Theory]
    [InlineData("", "", "ask")]
    [InlineData("[SystemPrompt(\"of all\")]", "", "of all|ask")]
    [InlineData("", "[SystemPrompt(\"of one\")]", "of one|ask")]
    [InlineData("[SystemPrompt(\"of all\")]", "[SystemPrompt(\"of one\")]", "of one|ask")]
    public void A_methods_own_system_prompt_stands_in_place_of_its_interfaces(string ofInterface, string ofMethod, string expected) => Assert.Equal(
        expected,
        Show(Request($$"""[MimoPrompt] {{ofInterface}} public partial interface IAsk { {{ofMethod}} [UserPrompt("ask")] Task<string> AskAsync(); }""", "IAsk", "AskAsync")));

    [Theory]
    [InlineData("[SystemPrompt(\"of the base\")]", "", "of the base|ask")]
    [InlineData("[SystemPrompt(\"of the base\")]", "[SystemPrompt(\"of the prompt\")]", "of the prompt|ask")]
    [InlineData("", "[SystemPrompt(\"of the prompt\")]", "of the prompt|ask")]
    [InlineData("", "[System.Obsolete]", "ask")]
    public void An_inherited_method_is_under_the_system_prompt_of_the_prompt_or_else_of_its_own_interface(string ofBase, string ofPrompt, string expected) => Assert.Equal(
        expected,
        Show(Request($$"""
            {{ofBase}} public interface IBase { [UserPrompt("ask")] Task<string> AskAsync(); }

            #pragma warning disable CS0612
            [MimoPrompt] {{ofPrompt}} public partial interface IAsk : IBase { }
            """, "IAsk", "AskAsync")));

    private static string Show(MimoRequest request) => string.Join('|', request.Messages.Select(static message => message.Text));

    private static string Parameters(string template) => string.Join(", ", Placeholders(template).Select(static name => (name == "name" ? "string " : "MimoImage ") + name));

    private static IEnumerable<object> Arguments(string template) => Placeholders(template).Select(static name => name switch { "first" => First, "second" => Second, _ => (object)"Ada" });

    private static IEnumerable<string> Placeholders(string template) => new[] { "first", "second", "name" }.Where(name => template.Contains("{" + name + "}", StringComparison.Ordinal));

    private static MimoRequest Request(string source, string prompt, string method, params object[] arguments) =>
        Request(GeneratorHarness.Check(Usings + source).Load(), prompt, method, arguments);

    /// <summary>What the prompt would send.</summary>
    private static MimoRequest Request(Assembly assembly, string prompt, string method, params object[] arguments)
    {
        MethodInfo builder = assembly.GetType(prompt + "+Requests", throwOnError: true)!.GetMethod(method)!;
        object?[] all = [.. arguments, .. builder.GetParameters().Skip(arguments.Length).Select(static parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)];
        return Assert.IsType<MimoRequest>(builder.Invoke(null, all));
    }
}

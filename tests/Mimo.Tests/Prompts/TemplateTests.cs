using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Mimo.Tests.Prompts;

/// <summary>What templates become.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public void Values_stand_where_their_names_stood() =>
        Assert.Equal("Suggest 3 places in Beijing, not in Paris.", User(ITemplates.Requests.Plain("Beijing", 3, "Paris")));

    [Fact]
    public void Doubled_braces_are_braces_and_other_characters_themselves() =>
        Assert.Equal("""{"a": "x"} \n " $ @ 😀 {x}""", User(ITemplates.Requests.Escapes("x")));

    [Fact]
    public void Inserted_text_is_never_parsed_again() =>
        Assert.Equal("""{"a": "{x} {{y}} {0}"} \n " $ @ 😀 {{x} {{y}} {0}}""", User(ITemplates.Requests.Escapes("{x} {{y}} {0}")));

    [Fact]
    public void Values_are_formatted_with_the_invariant_culture_wherever_the_program_runs()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "−";
        comma.DateTimeFormat.DateSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = comma;

            Assert.Equal("-1.5 1,234.50 2026/03/20 0007", User(ITemplates.Requests.Formats(-1.5, 1234.5m, new DateOnly(2026, 3, 20), 7)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Members_are_reached_through_null_without_a_fall()
    {
        Assert.Equal("Ann lives in  with 0.", User(ITemplates.Requests.Members(new Person("Ann", null, []))));
        Assert.Equal("Ann lives in Rome with 2.", User(ITemplates.Requests.Members(new Person("Ann", new Home("Rome"), ["Bo", "Cy"]))));

        // Annotations bind nobody: JSON and callers without them give null all the same.
        Assert.Equal("Ann lives in  with .", User(ITemplates.Requests.Members(new Person("Ann", null, null!))));
        Assert.Equal(" lives in  with .", User(ITemplates.Requests.Members(null!)));
    }

    [Fact]
    public void Values_behind_null_are_null_in_JSON_and_nothing_in_a_list()
    {
        Assert.Equal("null null , []", User(ITemplates.Requests.Lifted(null, default)));
        Assert.Equal("\"Friday\" 2 , []", User(ITemplates.Requests.Lifted(new Stay(DayOfWeek.Friday, 2, default), default)));
        Assert.Equal("\"Friday\" 2 - a\n- b, [- c]", User(ITemplates.Requests.Lifted(new Stay(DayOfWeek.Friday, 2, ["a", "b"]), ["c"])));
    }

    [Fact]
    public void A_list_is_bulleted_and_its_further_lines_indented() =>
        Assert.Equal("Read:\n- one\n- two\n  and a half\n- three", User(ITemplates.Requests.Bullets(["one", "two\nand a half", "three"])));

    [Fact]
    public void A_value_as_JSON_is_what_the_readers_read() =>
        Assert.Equal("""{"name":"Ann","home":{"city":"Rom\"e"},"friends":["Bo"]}""", User(ITemplates.Requests.Json(new Person("Ann", new Home("Rom\"e"), ["Bo"]))));

    [Theory]
    [InlineData("x", "```\nx\n```")]
    [InlineData("a ``` b", "````\na ``` b\n````")]
    [InlineData("`````", "``````\n`````\n``````")]
    [InlineData("", "```\n\n```")]
    public void A_fence_cannot_be_closed_from_inside(string text, string expected) => Assert.Equal(expected, User(ITemplates.Requests.Fenced(text)));

    [Fact]
    public void Lines_keep_their_layout_and_lose_the_indentation_they_share() =>
        Assert.Equal("First\n  indented x\n\nlast", User(ITemplates.Requests.Lines("x")));

    [Theory]
    [InlineData(0, null)]
    [InlineData(11, null)]
    [InlineData(3, "much too long")]
    public void An_argument_that_breaks_its_constraint_is_refused_before_anything_is_built(int count, string? hint) =>
        Assert.Throws<ArgumentException>(() => ITemplates.Requests.Constrained(count, hint));

    [Fact]
    public void An_argument_within_its_constraint_is_inserted()
    {
        Assert.Equal("10 short", User(ITemplates.Requests.Constrained(10, "short")));
        Assert.Equal("1 ", User(ITemplates.Requests.Constrained(1)));
    }

    [Fact]
    public void Messages_stand_in_the_order_of_their_attributes()
    {
        MimoRequest request = ITemplates.Requests.FewShot("ok");

        Assert.Equal(
            ["System: Judge.", "User: good", "Assistant: 1", "User: bad", "Assistant: 0", "User: ok"],
            request.Messages.Select(static message => $"{message.Role}: {message.Text}"));
    }

    [Fact]
    public void Requests_of_two_calls_begin_with_the_same_bytes()
    {
        string first = Bytes(ITemplates.Requests.FewShot("one"));
        string second = Bytes(ITemplates.Requests.FewShot("two"));

        int same = first.Zip(second).TakeWhile(static pair => pair.First == pair.Second).Count();
        Assert.Equal(first.IndexOf("one", StringComparison.Ordinal), same);
    }

    private static string User(MimoRequest request) => Assert.Single(request.Messages).Text;

    private static string Bytes(MimoRequest request)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        request.WriteTo(buffer, MimoFormat.OpenAI);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [MimoPrompt]
    public partial interface ITemplates
    {
        [UserPrompt("Suggest {count} places in {city}, not in {other}.")]
        MimoRequest Plain(string city, int count, string other);

        [UserPrompt("{{\"a\": \"{x}\"}} \\n \" $ @ 😀 {{{x}}}")]
        MimoRequest Escapes(string x);

        [UserPrompt("{a} {b:N2} {c:yyyy/MM/dd} {d:D4}")]
        MimoRequest Formats(double a, decimal b, DateOnly c, int d);

        [UserPrompt("{person.Name} lives in {person.Home.City} with {person.Friends.Count}.")]
        MimoRequest Members(Person person);

        [UserPrompt("{stay.Day:json} {stay.Nights:json} {stay.Tags:list}, [{more:list}]")]
        MimoRequest Lifted(Stay? stay, System.Collections.Immutable.ImmutableArray<string> more);

        [UserPrompt("Read:\n{items:list}")]
        MimoRequest Bullets(IEnumerable<string> items);

        [UserPrompt("{count} {hint}")]
        MimoRequest Constrained([Range(1, 10)] int count, [MaxLength(5)] string? hint = null);

        [UserPrompt("{person:json}")]
        MimoRequest Json(Person person);

        [UserPrompt("{text:fence}")]
        MimoRequest Fenced(string text);

        [UserPrompt("""
            First
              indented {x}

            last
            """)]
        MimoRequest Lines(string x);

        [SystemPrompt("Judge.")]
        [UserPrompt("good")]
        [AssistantPrompt("1")]
        [UserPrompt("bad")]
        [AssistantPrompt("0")]
        [UserPrompt("{text}")]
        MimoRequest FewShot(string text);
    }

    public sealed record Person(string Name, Home? Home, IReadOnlyList<string> Friends);

    public sealed record Home(string City);

    public sealed record Stay(DayOfWeek Day, int Nights, System.Collections.Immutable.ImmutableArray<string> Tags);
}

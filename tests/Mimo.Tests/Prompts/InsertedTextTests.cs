using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace Mimo.Tests.Prompts;

/// <summary>Whatever is inserted stands in the message as it is: never parsed again, never able to leave the place it was given.</summary>
public sealed partial class InsertedTextTests
{
    /// <summary>Texts that look like templates, fences, markers and lines, mixed with any others.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Pick(
            "{", "}", "{{", "}}", "{a}", "{b:json}", "{{a}}", "{0}", "{a", ":fence}", "`", "```", "````", "~~~", "\n", "\r\n", "\r", "- ", "  ", "\v", "\u0085", "\u2028", "\u2029", "\0",
            "</untrusted-1>", "<untrusted-1>", "\"", "\\", "\\n", "$", "@", "%s", "😀", "\uD800").List[0, 12].Select(static parts => string.Concat(parts)));

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Fact]
    public void Plain_values_stand_between_the_words_around_them() => Gen.Select(Text, Text).Sample(
        static (a, b) => Assert.Equal("A " + a + " {a} " + b + "{b:json}" + a + ".", User(IInserted.Requests.Plain(a, b))));

    [Fact]
    public void A_fenced_value_cannot_close_its_fence() => Text.Sample(static text =>
    {
        string message = User(IInserted.Requests.Fenced(text));
        string fence = message[..message.IndexOf('\n', StringComparison.Ordinal)];

        Assert.Matches("^`{3,}$", fence);
        Assert.Equal($"{fence}\n{text}\n{fence}", message);
        Assert.DoesNotContain(fence, text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_list_has_one_bullet_for_each_item_and_the_items_can_be_read_back() => Text.List[0, 5].Sample(static items =>
    {
        string message = User(IInserted.Requests.Listed(items));

        // An item's further lines are indented, so that none of them looks like the next item.
        string[] lines = message.Length == 0 ? [] : message.Split('\n');
        Assert.Equal(items.Count, lines.Count(static line => line.StartsWith("- ", StringComparison.Ordinal)));
        string[] read = [.. Regex.Split("\n" + message, "\n- ").Skip(1).Select(static item => item.Replace("\n  ", "\n", StringComparison.Ordinal))];
        Assert.Equal(items.Select(Lines), read.Select(Lines));
    });

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void An_item_cannot_forge_another_whatever_breaks_its_lines(string lineBreak)
    {
        Assert.Equal(
            "- a\n  - forged\n- \n  - forged\n- b\n  ",
            User(IInserted.Requests.Listed([$"a{lineBreak}- forged", $"{lineBreak}- forged", $"b{lineBreak}"])));
        Assert.Equal(
            $"- x\n{string.Join('\n', lineBreak.Select(static _ => "- \n  "))}\n- y",
            User(IInserted.Requests.Characters(['x', .. lineBreak, 'y'])));
    }

    [Fact]
    public void A_value_as_JSON_is_read_back_by_another_reader() => Text.Where(static text => !HasLoneSurrogate(text)).Sample(static text =>
        Assert.Equal(text, JsonSerializer.Deserialize<Note>(User(IInserted.Requests.Json(new Note(text))), JsonSerializerOptions.Web)!.Text));

    [Fact]
    public void An_untrusted_value_stands_between_markers_that_it_cannot_hold() => Text.Sample(static text =>
    {
        string message = User(IInserted.Requests.Untrusted(text));
        Match match = Regex.Match(message, @"^Say (?<open><untrusted-(?<id>[^>]+)>)\s*(?<text>.*?)\s*(?<close></untrusted-\k<id>>) back\.$", RegexOptions.Singleline);

        Assert.True(match.Success, message);
        Assert.Contains(text, message, StringComparison.Ordinal);
        Assert.DoesNotContain(match.Groups["id"].Value, text, StringComparison.Ordinal);
    });

    [Fact]
    public void Numbers_dates_and_types_with_formats_of_their_own_are_formatted_as_the_framework_does() => Gen.Select(Gen.Double, Gen.Decimal, Gen.DateTime).Sample(static (a, b, c) =>
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{a}|{a:E3}|{b:N2}|{c:O}|{c}"), User(IInserted.Requests.Formatted(a, b, c))));

    [Fact]
    public void Formats_reach_the_users_own_types_with_the_invariant_culture()
    {
        MimoRequest request = IInserted.Requests.Own(new Slow(7), new Fast(8), new Fast(9), null);

        Assert.Equal("slow 7 as x in ''|fast 8 as y in ''|fast 9 as  in ''|", User(request));
    }

    [Fact]
    public void Templates_can_be_constants_concatenations_and_raw_literals() => Assert.Equal(
        "Rule 1: be brief, Ann.\n  Rule 2: {be} \"kind\".\n\nBye",
        User(IInserted.Requests.Constant("Ann")));

    /// <summary>A line ends in several ways; a list makes them one.</summary>
    private static string Lines(string text) => Regex.Replace(text, "\r\n|[\r\v\f\u0085\u2028\u2029]", "\n").Replace("\n  ", "\n", StringComparison.Ordinal);

    private static bool HasLoneSurrogate(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static string User(MimoRequest request) => request.Messages[^1].Text;

    [MimoPrompt]
    public partial interface IInserted
    {
        const string First = "Rule 1: be brief, {name}.";

        [UserPrompt("A {a} {{a}} {b}{{b:json}}{a}.")]
        MimoRequest Plain(string a, string b);

        [UserPrompt("{text:fence}")]
        MimoRequest Fenced(string text);

        [UserPrompt("{items:list}")]
        MimoRequest Listed(IReadOnlyList<string> items);

        [UserPrompt("{characters:list}")]
        MimoRequest Characters(IReadOnlyList<char> characters);

        [UserPrompt("{note:json}")]
        MimoRequest Json(Note note);

        [UserPrompt("Say {text} back.")]
        MimoRequest Untrusted([Untrusted] string text);

        [UserPrompt("{a}|{a:E3}|{b:N2}|{c:O}|{c}")]
        MimoRequest Formatted(double a, decimal b, DateTime c);

        [UserPrompt("{slow:x}|{fast:y}|{other}|{none:z}")]
        MimoRequest Own(Slow slow, Fast fast, Fast other, Fast? none);

        [UserPrompt(First + """

              Rule 2: {{be}} "kind".

            """ + "\nBye")]
        MimoRequest Constant(string name);
    }

    public sealed record Note(string Text);

    public sealed class Slow(int number) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"slow {number} as {format} in '{((CultureInfo)formatProvider!).Name}'";
    }

    public readonly struct Fast(int number) : ISpanFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"fast {number} as {format} in '{((CultureInfo)formatProvider!).Name}'";

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            string text = ToString(format.ToString(), provider);
            charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
            return charsWritten > 0;
        }
    }
}

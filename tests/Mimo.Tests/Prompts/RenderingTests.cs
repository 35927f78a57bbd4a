using System.Text;

namespace Mimo.Tests.Prompts;

/// <summary>Rendering a prompt costs its text and nothing else; what is the same for every call is made once.</summary>
[Collection(Measured.Name)]
public sealed partial class RenderingTests
{
    private static readonly Place Home = new("Rome", 3);
    private static readonly string[] Names = ["Ann\nof Rome", "Bo", "Cy"];
    private static readonly List<int> Numbers = [1, 22, 333];

    [Fact]
    public void Rendering_allocates_nothing_but_its_text()
    {
        var when = new DateOnly(2026, 3, 20);

        // The compiler's own concatenation of what is a string already is the least that a message can cost.
        AssertCost("A request", static () => IRendered.Requests.Fixed(), static () => new MimoRequest { Messages = new MimoMessage[] { SharedMessage } });
        AssertText(() => IRendered.Requests.Texts("Ann", "Bo"), "Hello Ann and Bo!");
        AssertText(() => IRendered.Requests.Values(42, -1.5, when, true), "42 -1.5 2026/03/20 True");
        AssertText(() => IRendered.Requests.Nullables(42, null, when), "42  2026/03/20");
        AssertText(() => IRendered.Requests.Lists(Names, Numbers), "- Ann\n  of Rome\n- Bo\n- Cy and - 1\n- 22\n- 333");
        AssertText(() => IRendered.Requests.Fences("a ``` b", 42), "````\na ``` b\n```` ```\n42\n```");
        AssertText(() => IRendered.Requests.Json(Home), """{"city":"Rome","days":3}""");
        AssertText(() => IRendered.Requests.Members(Home), "Rome for 3");
        AssertText(() => IRendered.Requests.Untrusted("x"), null);
    }

    [Fact]
    public void Enums_are_their_names() => Assert.Equal("Friday  5", Assert.Single(IRendered.Requests.Enums(DayOfWeek.Friday, null).Messages).Text);

    [Fact]
    public void A_message_without_placeholders_is_made_once()
    {
        Assert.Same(IRendered.Requests.FewShot("a").Messages[0], IRendered.Requests.FewShot("b").Messages[0]);
        Assert.Same(IRendered.Requests.FewShot("a").Messages[2], IRendered.Requests.FewShot("b").Messages[2]);
        Assert.Same(IRendered.Requests.FewShot("a").Messages[0], IRendered.Requests.Other("b").Messages[0]);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public void Requests_are_the_same_byte_for_byte_up_to_what_varies(MimoFormat format)
    {
        string first = Bytes(IRendered.Requests.StructuredAsync("FIRST", "x"), format);
        string second = Bytes(IRendered.Requests.StructuredAsync("SECOND", "x"), format);

        // The schema and the tools are static, so they come before the language, though the template names that earlier.
        int same = first.Zip(second).TakeWhile(static pair => pair.First == pair.Second).Count();
        Assert.Equal(first.IndexOf("FIRST", StringComparison.Ordinal), same);
        Assert.InRange(first.IndexOf("JSON schema", StringComparison.Ordinal), 0, same);
        Assert.Equal(first, Bytes(IRendered.Requests.StructuredAsync("FIRST", "x"), format));
    }

    [Fact]
    public void Tools_come_in_the_order_in_which_they_are_declared_and_named()
    {
        string[] expected = ["zulu", "alpha", "mike", "bravo"];
        Assert.Equal(expected, IRendered.Requests.StructuredAsync("a", "b").Tools.Select(static tool => tool.Name));
        Assert.Equal(expected, IRendered.Requests.StructuredAsync("c", "d").Tools.Select(static tool => tool.Name));
    }

    private static readonly MimoMessage SharedMessage = MimoMessage.User("x");

    private static void AssertText(Func<MimoRequest> request, string? expected)
    {
        MimoRequest built = request();
        string text = built.Messages[^1].Text;
        if (expected is not null)
        {
            Assert.Equal(expected, text);
        }

        MimoMessage[] others = built.Messages.Take(built.Messages.Count - 1).ToArray();
        AssertCost(text, request, () => new MimoRequest { Messages = [.. others, MimoMessage.User(new string('x', text.Length))] });
    }

    private static void AssertCost(string what, Func<MimoRequest> actual, Func<MimoRequest> least)
    {
        long bound = Allocated(least);
        long cost = Allocated(actual);

        // Code that the runtime has not optimized yet boxes what it asks for an interface.
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (cost > bound && patience.Elapsed < TimeSpan.FromSeconds(10))
        {
            Thread.Sleep(20);
            cost = Allocated(actual);
        }

        Assert.True(cost <= bound, $"{what}: {cost} bytes, where the messages alone cost {bound}.");
    }

    private static long Allocated(Func<MimoRequest> build)
    {
        long smallest = long.MaxValue;
        for (int index = 0; index < 100; index++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            build();
            smallest = Math.Min(smallest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return smallest;
    }

    private static string Bytes(MimoRequest request, MimoFormat format)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        request.WriteTo(buffer, format);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [MimoPrompt]
    public partial interface IRendered
    {
        [UserPrompt("x")]
        MimoRequest Fixed();

        [UserPrompt("Hello {a} and {b}!")]
        MimoRequest Texts(string a, string b);

        [UserPrompt("{a} {b} {c:yyyy/MM/dd} {d}")]
        MimoRequest Values(int a, double b, DateOnly c, bool d);

        [UserPrompt("{day} {other} {day:D}")]
        MimoRequest Enums(DayOfWeek day, DayOfWeek? other);

        [UserPrompt("{a} {b} {c:yyyy/MM/dd}")]
        MimoRequest Nullables(int? a, int? b, DateOnly? c);

        [UserPrompt("{a:list} and {b:list}")]
        MimoRequest Lists(string[] a, List<int> b);

        [UserPrompt("{a:fence} {b:fence}")]
        MimoRequest Fences(string a, int b);

        [UserPrompt("{place:json}")]
        MimoRequest Json(Place place);

        [UserPrompt("{place.City} for {place.Days}")]
        MimoRequest Members(Place place);

        [UserPrompt("{letter}")]
        MimoRequest Untrusted([Untrusted] string letter);

        [SystemPrompt("Judge.")]
        [UserPrompt("good")]
        [AssistantPrompt("1")]
        [UserPrompt("{text}")]
        MimoRequest FewShot(string text);

        [SystemPrompt("Judge.")]
        [UserPrompt("{text}")]
        MimoRequest Other(string text);

        [MimoPrompt(Tools = [typeof(First), typeof(Second)])]
        [SystemPrompt("Answer in {language}.")]
        [UserPrompt("{text}")]
        Task<Place> StructuredAsync(string language, string text);
    }

    public sealed record Place(string City, int Days);

    public static partial class First
    {
        /// <summary>Z</summary>
        [MimoTool]
        public static string Zulu() => "";

        /// <summary>A</summary>
        [MimoTool]
        public static string Alpha() => "";
    }

    public static partial class Second
    {
        /// <summary>M</summary>
        [MimoTool]
        public static string Mike() => "";

        /// <summary>B</summary>
        [MimoTool]
        public static string Bravo() => "";
    }
}

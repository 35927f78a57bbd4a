using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Interfaces are C# interfaces still: they inherit, overload, have bodies and names of all kinds.</summary>
public sealed partial class PromptMemberTests
{
    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Overloads_ask_what_each_of_them_says(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("a"), MimoTurn.Text("""{"value":2}"""), MimoTurn.Text("""{"value":3}"""));
        IMembers members = IMembers.Create(mimo.Client);

        Assert.Equal("a", await members.AskAsync("x"));
        Assert.Equal(2, await members.AskAsync(1));
        Assert.Equal(3, await members.AskAsync(1, "x"));
        Assert.Equal(["Text x", "Number 1", "Both 1 x"], mimo.Server.Requests.Select(static request => LastUser(request.BodyText)));
    }

    [Fact]
    public async Task A_method_with_a_body_is_left_alone_and_calls_the_others()
    {
        var fake = new FakeMimo(MimoTurn.Text("first"), MimoTurn.Text("second"));

        Assert.Equal("second", await IMembers.Create(fake).TwiceAsync("x"));
        Assert.Equal(["Text x", "Text first"], fake.Requests.Select(static request => request.Messages[^1].Text));
        Assert.Equal("own", IMembers.Name);
    }

    [Fact]
    public void An_heir_has_the_prompts_of_its_bases_under_its_own_system_prompt_and_options()
    {
        MimoRequest inherited = IHeir.Requests.AskAsync("x");
        MimoRequest added = IHeir.Requests.MoreAsync("x");
        MimoRequest own = IMembers.Requests.AskAsync("x");

        Assert.Equal(["Heirs are brief.", "Text x"], inherited.Messages.Select(static message => message.Text));
        Assert.Equal(["Heirs are brief.", "More x"], added.Messages.Select(static message => message.Text));
        Assert.Equal(["Text x"], own.Messages.Select(static message => message.Text));
        Assert.Equal((0.25, 0.25, 0.75), (inherited.Temperature, added.Temperature, own.Temperature));
        Assert.Equal(["Text x"], IBare.Requests.AskAsync("x").Messages.Select(static message => message.Text));
        Assert.Equal(0.75, IBare.Requests.AskAsync("x").Temperature);
    }

    [Fact]
    public async Task An_heir_can_be_called_through_its_base()
    {
        var fake = new FakeMimo(MimoTurn.Text("a"), MimoTurn.Text("b"));
        IMembers members = IHeir.Create(fake);

        Assert.Equal("a", await members.AskAsync("x"));
        Assert.Equal("b", await ((IUnmarked)IHeir.Create(fake)).PlainAsync("y"));
        Assert.Equal(["Text x", "Plain y"], fake.Requests.Select(static request => request.Messages[^1].Text));
    }

    [Fact]
    public async Task Parameters_may_be_named_like_keywords_and_like_our_own_locals()
    {
        var fake = new FakeMimo(MimoTurn.Text("""{"value":1}"""));

        await IMembers.Create(fake).NamedAsync("a", 'b', 3, "d", "e", "f", "g", "h");

        Assert.Equal("ab3defgh", fake.Requests[0].Messages[^1].Text);
    }

    [Fact]
    public void An_internal_member_of_a_public_interface_may_speak_of_internal_types() =>
        Assert.Equal("1 and 2", IMembers.Requests.InnerAsync(new Inner(1, 2)).Messages[^1].Text);

    [Fact]
    public void A_request_is_previewed_as_its_messages_tools_and_options()
    {
        string preview = IHeir.Requests.MoreAsync("a {b}\nc").ToString();

        Assert.Contains("Heirs are brief.", preview, StringComparison.Ordinal);
        Assert.Contains("More a {b}\n", preview.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("0.25", preview, StringComparison.Ordinal);
        Assert.Contains("hush", preview, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Each_turn_of_a_conversation_begins_with_the_bytes_of_the_turn_before(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("one", reasoning: "r"), MimoTurn.Text("two", reasoning: "s"), MimoTurn.Text("three"));
        IHeir heir = IHeir.Create(mimo.Client);
        var transcript = new MimoTranscript();

        await heir.TalkAsync("first", transcript);
        await heir.TalkAsync("second", transcript);
        await heir.TalkAsync("third", transcript);

        List<string> bodies = mimo.Server.Requests.Select(static request => request.BodyText).ToList();
        foreach ((string before, string after) in bodies.Zip(bodies.Skip(1)))
        {
            // All of the messages but the brackets around them; what follows them are options.
            int start = before.IndexOf("\"messages\":[", StringComparison.Ordinal);
            string asked = before.Contains("third", StringComparison.Ordinal) ? "third" : before.Contains("second", StringComparison.Ordinal) ? "second" : "first";
            int end = before.IndexOf(asked, StringComparison.Ordinal) + asked.Length;
            Assert.InRange(start, 0, end);
            Assert.Equal(before[..end], after[..end]);
        }
    }

    [Fact]
    public void Tools_have_the_same_bytes_in_every_call_and_those_of_the_call_come_last()
    {
        string[] names(MimoRequest request) => [.. request.Tools.Select(static tool => tool.Name)];

        Assert.Equal(["hush", "order"], names(IHeir.Requests.EquippedAsync("a", new Shop().Tools)));
        Assert.Equal(["hush", "order"], names(IHeir.Requests.EquippedAsync("b", new Shop().Tools)));
        Assert.Equal(["hush"], names(IHeir.Requests.EquippedAsync("b", null)));
        Assert.Equal(
            IHeir.Requests.EquippedAsync("a", new Shop().Tools).Tools.Select(static tool => System.Text.Encoding.UTF8.GetString(tool.ParametersSchema.Span)),
            IHeir.Requests.EquippedAsync("b", new Shop().Tools).Tools.Select(static tool => System.Text.Encoding.UTF8.GetString(tool.ParametersSchema.Span)));
    }

    private static string LastUser(string body)
    {
        System.Text.Json.Nodes.JsonNode content = System.Text.Json.Nodes.JsonNode.Parse(body)!["messages"]!.AsArray()[^1]!["content"]!;
        return content is System.Text.Json.Nodes.JsonArray parts ? parts[0]!["text"]!.GetValue<string>() : content.GetValue<string>();
    }

    /// <summary>A base that is no prompt by itself.</summary>
    public interface IUnmarked
    {
        [UserPrompt("Plain {text}")]
        Task<string> PlainAsync(string text);
    }

    [MimoPrompt(Temperature = 0.75, Thinking = MimoThinking.Disabled)]
    public partial interface IMembers
    {
        static string Name => "own";

        [UserPrompt("Text {text}")]
        Task<string> AskAsync(string text);

        [UserPrompt("Number {number}")]
        Task<int> AskAsync(int number);

        [UserPrompt("Both {number} {text}")]
        Task<int> AskAsync(int number, string text);

        async Task<string> TwiceAsync(string text) => await AskAsync(await AskAsync(text));

#pragma warning disable CA1716 // Names like keywords are the point.
        [UserPrompt("{class}{@event}{client}{request}{services}{Requests}{_client}{options}")]
        Task<int> NamedAsync(string @class, char @event, int client, string request, string services, string Requests, string _client, string options);
#pragma warning restore CA1716

        [UserPrompt("{inner.A} and {inner.B}")]
        internal Task<Inner> InnerAsync(Inner inner);
    }

    [MimoPrompt(Temperature = 0.25, Thinking = MimoThinking.Disabled, Tools = [typeof(Quiet)])]
    [SystemPrompt("Heirs are brief.")]
    public partial interface IHeir : IMembers, IUnmarked
    {
        [UserPrompt("More {text}")]
        Task<string> MoreAsync(string text);

        [MimoPrompt(Tools = [])]
        [UserPrompt("{text}")]
        Task<string> TalkAsync(string text, MimoTranscript transcript);

        [UserPrompt("{text}")]
        Task<string> EquippedAsync(string text, MimoToolSet? more);
    }

    [MimoPrompt]
    public partial interface IBare : IMembers
    {
    }

    public static partial class Quiet
    {
        /// <summary>Hushes.</summary>
        [MimoTool]
        public static string Hush() => "…";
    }

    public sealed partial class Shop
    {
        /// <summary>Orders something.</summary>
        [MimoTool]
        public string Order(string item) => item;
    }

    internal sealed record Inner(int A, int B);
}

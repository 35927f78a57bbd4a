using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Every return type works over real sockets, and in both formats alike.</summary>
public sealed partial class EveryModeTests
{
    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_text_comes_back_with_or_without_what_it_took_and_asks_for_no_JSON(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, [.. Enumerable.Repeat(MimoTurn.Text("Hello!", reasoning: "A greeting."), 6)]);
        IModes modes = IModes.Create(mimo.Client);

        Assert.Equal("Hello!", await modes.TextAsync("hi"));
        Assert.Equal("Hello!", await modes.ValueTextAsync("hi"));
        AssertTold("Hello!", await modes.TextResultAsync("hi"));
        AssertTold("Hello!", await modes.ValueTextResultAsync("hi"));
        await modes.RunAsync("hi");
        await modes.ValueRunAsync("hi");
        Assert.Equal(6, mimo.Server.Requests.Count);
        Assert.All(mimo.Server.Requests, static request => Assert.Null(JsonNode.Parse(request.BodyText)!["response_format"]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Enums_numbers_truth_values_and_lists_are_asked_for_by_their_schema_and_read(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format,
            [.. new[] { """{"value":"hot"}""", """{"value":"Mild"}""", """{"value":true}""", """{"value":"false"}""", """{"value":-7}""", """{"value":"0.5"}""", """{"value":["a","b"]}""", """["c"]""", """{"value":null}""", """{"value":3}""" }.Select(static text => MimoTurn.Text(text))]);
        IModes modes = IModes.Create(mimo.Client);

        Assert.Equal(Heat.Hot, await modes.EnumAsync("x"));
        Assert.Equal(Heat.Mild, await modes.ValueEnumAsync("x"));
        Assert.True(await modes.FlagAsync("x"));
        Assert.False(await modes.ValueFlagAsync("x"));
        Assert.Equal(-7, await modes.NumberAsync("x"));
        Assert.Equal(0.5m, await modes.ValueNumberAsync("x"));
        Assert.Equal(["a", "b"], await modes.TextsAsync("x"));
        Assert.Equal(["c"], await modes.ValueTextsAsync("x"));
        Assert.Null(await modes.PerhapsAsync("x"));
        Assert.Equal(3, await modes.PerhapsAsync("x"));
        Assert.Equal(10, mimo.Server.Requests.Count);
        string[] schemas = ["\"enum\":[\"Mild\",\"hot\"]", "\"enum\"", "\"boolean\"", "\"boolean\"", "\"integer\"", "\"number\"", "\"array\"", "\"array\"", "\"null\"", "\"null\""];
        Assert.All(
            mimo.Server.Requests.Zip(schemas),
            static pair => Assert.Contains(pair.Second, System.Text.RegularExpressions.Regex.Unescape(pair.First.BodyText), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_record_comes_back_with_or_without_what_it_took(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, [.. Enumerable.Repeat(MimoTurn.Text("""{"name":"Ann","tags":["x"]}""", reasoning: "A greeting."), 4)]);
        IModes modes = IModes.Create(mimo.Client);

        Assert.Equal("Ann", (await modes.RecordAsync("x")).Name);
        Assert.Equal(["x"], (await modes.ValueRecordAsync("x")).Tags);
        AssertTold("Ann", await modes.RecordResultAsync("x"), static person => person.Name);
        AssertTold("Ann", await modes.ValueRecordResultAsync("x"), static person => person.Name);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_repair_is_counted_and_paid_for(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("""{"tags":[]}"""), MimoTurn.Text("""{"name":"Ann","tags":[]}"""));

        MimoResult<Person> result = await IModes.Create(mimo.Client).RecordResultAsync("x");

        Assert.Equal(("Ann", 2), (result.Value.Name, result.Attempts));
        Assert.True(result.Usage.TotalTokens > result.Response.Usage!.TotalTokens);
        Assert.Equal([MimoRole.System, MimoRole.User, MimoRole.Assistant], result.Messages.Select(static message => message.Role));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Pieces_updates_items_and_drafts_are_asked_for_as_streams_and_end_whole(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format,
            MimoTurn.Text("A text long enough to come in pieces."),
            MimoTurn.Text("Hello!", reasoning: "A greeting."),
            MimoTurn.Text("""{"value":["hot","Mild"]}"""),
            MimoTurn.Text("""{"name":"Ann","tags":["x","y"]}"""));
        IModes modes = IModes.Create(mimo.Client);

        Assert.Equal("A text long enough to come in pieces.", string.Concat(await modes.PiecesAsync("x").ToListAsync()));
        List<MimoUpdate> updates = await modes.UpdatesAsync("x").ToListAsync();
        Assert.Equal([Heat.Hot, Heat.Mild], await modes.ItemsAsync("x").ToListAsync());
        List<Person.Draft> drafts = await modes.DraftsAsync("x").ToListAsync();

        Assert.Equal("A greeting.", string.Concat(updates.OfType<MimoReasoningUpdate>().Select(static update => update.Text)));
        Assert.Equal("Hello!", Assert.IsType<MimoRunFinishedUpdate>(updates[^1]).Run.Response.Text);
        Assert.Equal(("Ann", "y"), (drafts[^1].Value!.Name, drafts[^1].Value!.Tags[1]));
        Assert.All(mimo.Server.Requests, static request => Assert.True(JsonNode.Parse(request.BodyText)!["stream"]!.GetValue<bool>()));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_text_that_was_cut_comes_as_far_as_it_came_and_its_response_says_so(MimoFormat format)
    {
        foreach (string reason in (string[])["length", "content_filter", "repetition_truncation"])
        {
            await using LocalMimo mimo = await LocalMimo.StartAsync(format, [.. Enumerable.Repeat(MimoTurn.Text("Half a").WithFinishReason(reason), 4)]);
            IModes modes = IModes.Create(mimo.Client);

            Assert.Equal("Half a", await modes.TextAsync("x"));
            Assert.Equal("Half a", string.Concat(await modes.PiecesAsync("x").ToListAsync()));
            MimoResult<string> result = await modes.TextResultAsync("x");
            Assert.Equal(("Half a", true, reason), (result.Value, result.Response.FinishReason.IsCut, result.Response.FinishReason.Value));
            Assert.True(Assert.Single((await modes.UpdatesAsync("x").ToListAsync()).OfType<MimoFinishedUpdate>()).FinishReason.IsCut);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_request_is_built_and_not_sent(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("Hello!"));

        MimoRequest request = IModes.Create(mimo.Client).Build("hi");

        Assert.Empty(mimo.Server.Requests);
        Assert.Equal("Hello!", (await mimo.Client.SendAsync(request)).Text);
    }

    private static void AssertTold(string expected, MimoResult<string> result) => AssertTold(expected, result, static text => text);

    private static void AssertTold<T>(string expected, MimoResult<T> result, Func<T, string> read)
    {
        Assert.Equal((expected, "A greeting.", 1), (read(result.Value), result.Reasoning, result.Attempts));
        Assert.Equal(result.Response.Usage, result.Usage);
        Assert.Equal(result.Response.Message, result.Messages[^1]);
    }

    [MimoPrompt]
    public partial interface IModes
    {
        [UserPrompt("{text}")] Task<string> TextAsync(string text);

        [UserPrompt("{text}")] ValueTask<string> ValueTextAsync(string text);

        [UserPrompt("{text}")] Task<MimoResult<string>> TextResultAsync(string text);

        [UserPrompt("{text}")] ValueTask<MimoResult<string>> ValueTextResultAsync(string text);

        [UserPrompt("{text}")] Task RunAsync(string text);

        [UserPrompt("{text}")] ValueTask ValueRunAsync(string text);

        [UserPrompt("{text}")] Task<Heat> EnumAsync(string text);

        [UserPrompt("{text}")] ValueTask<Heat> ValueEnumAsync(string text);

        [UserPrompt("{text}")] Task<bool> FlagAsync(string text);

        [UserPrompt("{text}")] ValueTask<bool> ValueFlagAsync(string text);

        [UserPrompt("{text}")] Task<int> NumberAsync(string text);

        [UserPrompt("{text}")] ValueTask<decimal> ValueNumberAsync(string text);

        [UserPrompt("{text}")] Task<IReadOnlyList<string>> TextsAsync(string text);

        [UserPrompt("{text}")] ValueTask<string[]> ValueTextsAsync(string text);

        [UserPrompt("{text}")] Task<int?> PerhapsAsync(string text);

        [UserPrompt("{text}")] Task<Person> RecordAsync(string text);

        [UserPrompt("{text}")] ValueTask<Person> ValueRecordAsync(string text);

        [UserPrompt("{text}")] Task<MimoResult<Person>> RecordResultAsync(string text);

        [UserPrompt("{text}")] ValueTask<MimoResult<Person>> ValueRecordResultAsync(string text);

        [UserPrompt("{text}")] IAsyncEnumerable<string> PiecesAsync(string text);

        [UserPrompt("{text}")] IAsyncEnumerable<MimoUpdate> UpdatesAsync(string text);

        [UserPrompt("{text}")] IAsyncEnumerable<Heat> ItemsAsync(string text);

        [UserPrompt("{text}")] IAsyncEnumerable<Person.Draft> DraftsAsync(string text);

        [UserPrompt("{text}")] MimoRequest Build(string text);
    }

    public enum Heat
    {
        Mild,

        [System.Text.Json.Serialization.JsonStringEnumMemberName("hot")]
        Hot,
    }

    [MimoOutput]
    public sealed partial record Person(string Name, IReadOnlyList<string> Tags);
}

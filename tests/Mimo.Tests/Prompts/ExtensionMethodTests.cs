using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Prompts of the one-method form, as extension methods of a client, do what those of an interface do: over real sockets, in both formats.</summary>
public sealed partial class ExtensionMethodTests
{
    public static TheoryData<MimoFormat> Formats => [MimoFormat.OpenAI, MimoFormat.Anthropic];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_mode_answers(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format,
            MimoTurn.Text("Hello!"), MimoTurn.Text("Hello!"), MimoTurn.Text("Hello!"), MimoTurn.Text("Hello!", reasoning: "A greeting."),
            MimoTurn.Text("""{"value":-7}"""), MimoTurn.Text("""{"name":"Ann","tags":["x"]}"""), MimoTurn.Text("""{"name":"Ann","tags":["x"]}"""), MimoTurn.Text("""{"value":["a","b"]}"""),
            MimoTurn.Text("A text long enough to come in pieces."), MimoTurn.Text("Hello!"), MimoTurn.Text("""{"value":[{"name":"a"},{"name":"b"}]}"""), MimoTurn.Text("""{"name":"Ann","tags":["x","y"]}"""),
            MimoTurn.Text("Hello!"));
        MimoClient client = mimo.Client;

        await client.RunAsync("hi");
        await client.ValueRunAsync("hi");
        Assert.Equal("Hello!", await client.TextAsync("hi"));
        MimoResult<string> told = await client.TextResultAsync("hi");
        Assert.Equal(("Hello!", "A greeting."), (told.Value, told.Reasoning));
        Assert.Equal(-7, await client.NumberAsync("hi"));
        Assert.Equal("Ann", (await client.RecordAsync("hi")).Name);
        Assert.Equal("Ann", (await client.RecordResultAsync("hi")).Value.Name);
        Assert.Equal(["a", "b"], await client.ListAsync("hi"));
        Assert.Equal("A text long enough to come in pieces.", string.Concat(await client.PiecesAsync("hi").ToListAsync()));
        Assert.Equal("Hello!", Assert.IsType<MimoRunFinishedUpdate>((await client.UpdatesAsync("hi").ToListAsync())[^1]).Run.Response.Text);
        Assert.Equal(["a", "b"], (await client.ItemsAsync("hi").ToListAsync()).Select(static letter => letter.Name));
        Assert.Equal("y", (await client.DraftsAsync("hi").ToListAsync())[^1].Value!.Tags[1]);
        Assert.Equal("Hello!", (await client.SendAsync(client.Build("hi"))).Text);
        Assert.Equal(13, mimo.Server.Requests.Count);
        Assert.All(mimo.Server.Requests, static request => Assert.Contains("hi", request.BodyText, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Tools_conversations_repairs_and_options_go_along(MimoFormat format)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            format,
            MimoTurn.ToolCall("whisper", "{}"),
            MimoTurn.ToolCall("order", """{"item":"tea"}"""),
            MimoTurn.Text("""{"value":"much"}"""),
            MimoTurn.Text("""{"value":7}"""),
            MimoTurn.Text("""{"value":8}"""));
        var transcript = new MimoTranscript();
        var counter = new Counter();

        int first = await mimo.Client.AskAsync("how many?", transcript, counter, new MimoCallOptions { MaxCompletionTokens = 777 });
        int second = await mimo.Client.AskAsync("and now?", transcript, counter, null);

        Assert.Equal((7, 8), (first, second));
        Assert.Equal(1, counter.Orders);
        Assert.Equal([MimoRole.User, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant, MimoRole.Tool, MimoRole.Assistant, MimoRole.User, MimoRole.Assistant], transcript.Select(static message => message.Role));
        JsonNode sent = JsonNode.Parse(mimo.Server.Requests[0].BodyText)!;
        Assert.Equal(777, (sent["max_completion_tokens"] ?? sent["max_tokens"])!.GetValue<int>());
        Assert.Equal(["whisper", "order"], sent["tools"]!.AsArray().Select(static tool => (tool!["function"]?["name"] ?? tool["name"])!.GetValue<string>()));
        Assert.Contains("Count.", mimo.Server.Requests[0].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_repairs_and_rounds_of_a_method_are_its_own()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("no"), MimoTurn.Text("yes"));

        MimoOutputException exception = await Assert.ThrowsAsync<MimoOutputException>(() => mimo.Client.OnceAsync());

        Assert.Single(exception.Attempts);
        Assert.Single(mimo.Server.Requests);
    }

    [Fact]
    public void Requests_are_built_without_a_client()
    {
        MimoRequest request = ClientPrompts.Requests.TextAsync("hi");

        Assert.Equal("hi", Assert.Single(request.Messages).Text);
        Assert.Equal(0.25, ClientPrompts.Requests.NumberAsync("hi").Temperature);
    }

    [Fact]
    public async Task A_client_that_is_missing_is_told_of_at_once()
    {
        ArgumentNullException exception = Assert.Throws<ArgumentNullException>(() => { _ = ((IMimoClient)null!).PiecesAsync("hi"); });

        Assert.Equal("client", exception.ParamName);
        await Assert.ThrowsAsync<ArgumentNullException>(() => ((IMimoClient)null!).TextAsync("hi"));
    }

    [Fact]
    public async Task A_fake_client_answers_too()
    {
        var fake = new FakeMimo(MimoTurn.Text("Hello!"));

        Assert.Equal("Hello!", await fake.TextAsync("hi"));
        Assert.Equal("hi", Assert.Single(fake.Requests).Messages[^1].Text);
    }

    [Fact]
    public void An_argument_out_of_range_is_refused_before_anything_is_sent() =>
        Assert.Throws<ArgumentException>(() => { _ = new FakeMimo().LimitedAsync(0); });

    public sealed partial class Counter
    {
        public int Orders { get; private set; }

        /// <summary>Orders something.</summary>
        [MimoTool]
        public string Order(string item)
        {
            Orders++;
            return item;
        }
    }

    public static partial class Whisper
    {
        /// <summary>Whispers.</summary>
        [MimoTool("whisper")]
        public static string Hush() => "…";
    }

    public sealed record Letter(string Name);

    [MimoOutput]
    public sealed partial record Person(string Name, IReadOnlyList<string> Tags);
}

/// <summary>Extension methods stand in a class that is in no other.</summary>
internal static partial class ClientPrompts
{
    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial Task RunAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial ValueTask ValueRunAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial Task<string> TextAsync(this IMimoClient client, string text, CancellationToken cancellationToken = default);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial Task<MimoResult<string>> TextResultAsync(this IMimoClient client, string text);

    [MimoPrompt(Temperature = 0.25, Thinking = MimoThinking.Disabled)]
    [UserPrompt("{text}")]
    public static partial ValueTask<int> NumberAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial Task<ExtensionMethodTests.Person> RecordAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial Task<MimoResult<ExtensionMethodTests.Person>> RecordResultAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial Task<IReadOnlyList<string>> ListAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial IAsyncEnumerable<string> PiecesAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial IAsyncEnumerable<MimoUpdate> UpdatesAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial IAsyncEnumerable<ExtensionMethodTests.Letter> ItemsAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial IAsyncEnumerable<ExtensionMethodTests.Person.Draft> DraftsAsync(this IMimoClient client, string text);

    [MimoPrompt]
    [UserPrompt("{text}")]
    public static partial MimoRequest Build(this IMimoClient client, string text);

    [MimoPrompt(Tools = [typeof(ExtensionMethodTests.Whisper)])]
    [SystemPrompt("Count.")]
    [UserPrompt("{question}")]
    public static partial Task<int> AskAsync(
        this IMimoClient client,
        string question,
        MimoTranscript transcript,
        ExtensionMethodTests.Counter counter,
        MimoCallOptions? options,
        CancellationToken cancellationToken = default);

    [MimoPrompt(RepairAttempts = 0)]
    [UserPrompt("How many?")]
    public static partial Task<int> OnceAsync(this IMimoClient client);

    [MimoPrompt]
    [UserPrompt("{count}")]
    public static partial Task<string> LimitedAsync(this IMimoClient client, [Range(1, 5)] int count);
}

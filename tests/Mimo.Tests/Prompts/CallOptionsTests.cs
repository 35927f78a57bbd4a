using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>A call's options win over the method's, those over the interface's, and those over the client's.</summary>
public sealed partial class CallOptionsTests
{
    [Theory]
    [InlineData(MimoFormat.OpenAI, "max_completion_tokens")]
    [InlineData(MimoFormat.Anthropic, "max_tokens")]
    public async Task What_is_set_nearer_to_the_call_is_what_is_sent(MimoFormat format, string limit)
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(format, MimoTurn.Text("1"), MimoTurn.Text("2"), MimoTurn.Text("3"));
        IAsk ask = IAsk.Create(mimo.Client);

        await ask.PlainAsync("hi");
        await ask.OwnAsync("hi");
        await ask.OwnAsync("hi", new MimoCallOptions { Model = "mimo-v2-omni", TopP = 0.5, MaxCompletionTokens = 300, Thinking = MimoThinking.Disabled });

        Assert.Equal(("mimo-v2-pro", 0.1, null, 100), Sent(mimo, 0, limit));
        Assert.Equal(("mimo-v2-flash", 0.1, null, 200), Sent(mimo, 1, limit));
        Assert.Equal(("mimo-v2-omni", 0.1, 0.5, 300), Sent(mimo, 2, limit));
        Assert.Equal("disabled", Body(mimo, 2)["thinking"]!["type"]!.GetValue<string>());
        Assert.Null(Body(mimo, 1)["thinking"]);
    }

    [Fact]
    public async Task A_call_says_after_how_many_failed_rounds_its_tools_are_taken_away()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.ToolCall("delete_all", """{"sure":0.5}"""), MimoTurn.Text("done"));

        await IAsk.Create(mimo.Client).PlainAsync("clean up", new MimoCallOptions { AdditionalTools = Extra.Tools, MaxConsecutiveFailures = 1 });

        Assert.NotNull(Body(mimo, 0)["tools"]);
        Assert.Null(Body(mimo, 1)["tools"]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MimoCallOptions { MaxConsecutiveFailures = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new MimoCallOptions { ToolTimeout = TimeSpan.Zero });
    }

    [Fact]
    public async Task A_call_brings_tools_of_its_own_and_decides_on_their_approval()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.ToolCall("delete_all", """{"sure":true}"""), MimoTurn.Text("done"));
        MimoApprovalRequest? asked = null;

        string answer = await IAsk.Create(mimo.Client).PlainAsync("clean up", new MimoCallOptions
        {
            AdditionalTools = Extra.Tools,
            Approve = (request, _) =>
            {
                asked = request;
                return new(MimoApproval.Allow);
            },
        });

        Assert.Equal("done", answer);
        Assert.Equal("delete_all", asked!.Call.Name);
        Assert.Contains("tool: gone", mimo.Messages(1));
    }

    [Fact]
    public async Task A_call_bounds_its_repairs()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Text("no"), MimoTurn.Text("no"), MimoTurn.Text("no"));

        await Assert.ThrowsAsync<MimoOutputException>(() => IAsk.Create(mimo.Client).NumberAsync("hi", new MimoCallOptions { RepairAttempts = 0 }));

        Assert.Single(mimo.Server.Requests);
    }

    [Fact]
    public void A_request_shows_the_calls_options_and_an_empty_list_takes_the_stops_away()
    {
        Assert.Equal(["END"], IAsk.Requests.OwnAsync("x").Stop);
        Assert.Empty(IAsk.Requests.OwnAsync("x", new MimoCallOptions { Stop = [] }).Stop);
    }

    [Fact]
    public void Options_that_set_nothing_change_nothing() =>
        Assert.Equal(IAsk.Requests.OwnAsync("x").ToString(), IAsk.Requests.OwnAsync("x", new MimoCallOptions()).ToString());

    [Fact]
    public void A_tool_of_a_name_that_is_offered_already_is_refused() =>
        Assert.Throws<ArgumentException>(() => IAsk.Requests.WithToolsAsync("x", new MimoCallOptions { AdditionalTools = Extra.Tools }));

    private static JsonNode Body(LocalMimo mimo, int request) => JsonNode.Parse(mimo.Server.Requests[request].BodyText)!;

    private static (string? Model, double? Temperature, double? TopP, int? Limit) Sent(LocalMimo mimo, int request, string limit)
    {
        JsonNode body = Body(mimo, request);
        return ((string?)body["model"], (double?)body["temperature"], (double?)body["top_p"], (int?)body[limit]);
    }

    [MimoPrompt(Temperature = 0.1, MaxCompletionTokens = 100)]
    public partial interface IAsk
    {
        [UserPrompt("{text}")]
        Task<string> PlainAsync(string text, MimoCallOptions? options = null);

        [MimoPrompt(Model = "mimo-v2-flash", MaxCompletionTokens = 200, Stop = ["END"])]
        [UserPrompt("{text}")]
        Task<string> OwnAsync(string text, MimoCallOptions? options = null);

        [UserPrompt("{text}")]
        Task<int> NumberAsync(string text, MimoCallOptions? options = null);

        [MimoPrompt(Tools = [typeof(Extra)])]
        [UserPrompt("{text}")]
        Task<string> WithToolsAsync(string text, MimoCallOptions? options = null);
    }

    public static partial class Extra
    {
        /// <summary>Deletes everything.</summary>
        [MimoTool(RequireApproval = true)]
        public static string DeleteAll(bool sure) => sure ? "gone" : "kept";
    }
}

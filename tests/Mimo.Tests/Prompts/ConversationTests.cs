using System.Text.Json.Nodes;
using Mimo.Testing;

namespace Mimo.Tests.Prompts;

/// <summary>Prompts with tools, transcripts and several tool types.</summary>
public sealed partial class ConversationTests
{
    [Fact]
    public async Task Tools_of_an_instance_run_on_that_instance_and_the_model_hears_the_result()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.ToolCall("add", """{"amount":"5"}""", reasoning: "Add it."), MimoTurn.Text("Five."));
        var counter = new Counter();

        string answer = await IAgent.Create(mimo.Client, counter).AskAsync("add five");

        Assert.Equal(("Five.", 5), (answer, counter.Total));
        Assert.Equal("tool: 5", mimo.Messages(1)[^1]);
        Assert.Equal(["add", "today"], JsonNode.Parse(mimo.Server.Requests[0].BodyText)!["tools"]!.AsArray().Select(static tool => tool!["function"]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Arguments_that_do_not_fit_reach_the_model_with_every_problem_and_the_loop_goes_on()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            MimoTurn.ToolCall("add", """{"amount":"many"}"""), MimoTurn.ToolCall("add", """{"amount":2}"""), MimoTurn.Text("Two."));
        var counter = new Counter();

        Assert.Equal("Two.", await IAgent.Create(mimo.Client, counter).AskAsync("add"));

        Assert.Contains("$.amount: expected an integer", mimo.Messages(1)[^1], StringComparison.Ordinal);
        Assert.Equal(2, counter.Total);
    }

    [Fact]
    public async Task A_tool_that_throws_tells_the_model_no_secrets_and_the_loop_goes_on()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.ToolCall("add", """{"amount":-1}"""), MimoTurn.ToolCall("add", """{"amount":-2}"""), MimoTurn.Text("Sorry."));

        Assert.Equal("Sorry.", await IAgent.Create(mimo.Client, new Counter()).AskAsync("add"));

        Assert.Equal("tool: Only positive amounts.", mimo.Messages(1)[^1]);
        Assert.Equal("tool: The tool failed with an internal error.", mimo.Messages(2)[^1]);
    }

    [Fact]
    public async Task A_transcript_carries_the_conversation_with_reasoning_and_tool_calls_into_the_next_call()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(
            MimoTurn.ToolCall("add", """{"amount":1}""", reasoning: "Add one."), MimoTurn.Text("One.", reasoning: "Done."), MimoTurn.Text("You are welcome."));
        var transcript = new MimoTranscript();
        IAgent agent = IAgent.Create(mimo.Client, new Counter());

        await agent.ChatAsync("add one", transcript);
        await agent.ChatAsync("thanks", transcript);

        Assert.Equal(
            ["system: Count.", "user: add one", "assistant: ", "tool: 1", "assistant: One.", "user: thanks"],
            mimo.Messages(2));
        JsonNode call = JsonNode.Parse(mimo.Server.Requests[2].BodyText)!["messages"]![2]!;
        Assert.Equal("Add one.", call["reasoning_content"]!.GetValue<string>());
        Assert.Equal(6, transcript.Count);
    }

    [Fact]
    public async Task A_call_that_fails_leaves_the_transcript_as_it_was()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.Error(400, "400", "Param Incorrect", "no"));
        var transcript = new MimoTranscript();

        await Assert.ThrowsAsync<MimoApiException>(() => IAgent.Create(mimo.Client, new Counter()).ChatAsync("hi", transcript));

        Assert.Empty(transcript);
    }

    [Fact]
    public async Task Tools_can_be_given_per_call()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.ToolCall("today", "{}"), MimoTurn.Text("A day."));

        Assert.Equal("A day.", await IBare.Create(mimo.Client).AskAsync("what day?", Calendar.Tools, new Counter()));

        Assert.Equal("tool: 2026-03-20", mimo.Messages(1)[^1]);
        Assert.Equal(2, JsonNode.Parse(mimo.Server.Requests[0].BodyText)!["tools"]!.AsArray().Count);
    }

    [Fact]
    public async Task Any_prompt_can_be_made_without_reflection_and_its_tools_come_from_the_services()
    {
        await using LocalMimo mimo = await LocalMimo.StartAsync(MimoTurn.ToolCall("add", """{"amount":3}"""), MimoTurn.Text("Three."));
        var counter = new Counter();

        Assert.Equal("Three.", await Make<IAgent>(mimo.Client, new OneService(counter)).AskAsync("add three"));

        Assert.Equal(3, counter.Total);
        InvalidOperationException missing = Assert.Throws<InvalidOperationException>(() => Make<IAgent>(mimo.Client, new OneService("no counter")));
        Assert.Contains(nameof(Counter), missing.Message, StringComparison.Ordinal);
    }

    private static T Make<T>(IMimoClient client, IServiceProvider? services)
        where T : IMimoPrompt<T> => T.Create(client, services);

    [MimoPrompt(Tools = [typeof(Counter), typeof(Calendar)])]
    [SystemPrompt("Count.")]
    public partial interface IAgent
    {
        [UserPrompt("{text}")]
        Task<string> AskAsync(string text);

        [UserPrompt("{text}")]
        Task<string> ChatAsync(string text, MimoTranscript transcript);
    }

    [MimoPrompt]
    public partial interface IBare
    {
        [UserPrompt("{text}")]
        Task<string> AskAsync(string text, MimoToolSet tools, IMimoToolSource more);
    }

    public sealed partial class Counter
    {
        public int Total { get; private set; }

        /// <summary>Adds to the total and gives it back.</summary>
        [MimoTool]
        public int Add(int amount) => amount switch
        {
            -1 => throw new MimoToolException("Only positive amounts."),
            < 0 => throw new InvalidOperationException("the password is swordfish"),
            _ => Total += amount,
        };
    }

    public static partial class Calendar
    {
        /// <summary>The date.</summary>
        [MimoTool(Effect = ToolEffect.ReadOnly)]
        public static string Today() => "2026-03-20";
    }

    private sealed class OneService(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }
}

using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Mimo.Testing.Tests.Anthropic;
using Mimo.Testing.Tests.Wire;

namespace Mimo.Testing.Tests.Faults;

/// <summary>What the service was seen to write in more ways than one: the bytes, and that the client reads the same out of them.</summary>
public sealed class WireOddityTests
{
    private static readonly MimoTurn Call = MimoTurn.ToolCall("f", """{"city":"Reykjavík 🌤️","days":[1,2,3,4,5,6,7,8,9]}""", reasoning: "Let me see.");

    [Fact]
    public async Task Undivided_arguments_come_in_one_piece_behind_the_name()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = Call.WithOddity(MimoOddity.UndividedArguments);
        wire.Server.Enqueue(turn, turn);

        string[] openAI = [.. Data(await wire.StreamAsync(Bodies.Saying("Hello.")))
            .SelectMany(static chunk => chunk["choices"]!.AsArray())
            .SelectMany(static choice => choice!["delta"]!["tool_calls"]?.AsArray() ?? [])
            .Select(static call => call!["function"]!["arguments"]!.GetValue<string>())];
        string[] anthropic = [.. Data(await wire.StreamAsync(AnthropicBodies.Saying("Hello."), AnthropicBodies.Path))
            .Select(static sent => (string?)sent["delta"]?["partial_json"])
            .OfType<string>()];

        Assert.Equal(["", """{"city":"Reykjavík 🌤️","days":[1,2,3,4,5,6,7,8,9]}"""], openAI);
        Assert.Equal(["""{"city":"Reykjavík 🌤️","days":[1,2,3,4,5,6,7,8,9]}"""], anthropic);
    }

    [Fact]
    public async Task A_sparse_answer_of_the_openai_format_has_nulls_and_no_usage_beside_its_finish_reason()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = MimoTurn.Text("Hi.").WithOddity(MimoOddity.SparseAnswer);
        wire.Server.Enqueue(turn, turn);

        WireAnswer whole = await wire.ChatAsync(Bodies.Saying("Hello.").With("thinking", """{"type":"disabled"}"""));
        JsonNode[] chunks = [.. Data(await wire.StreamAsync(Bodies.Saying("Hello.")))];

        JsonObject usage = whole.Json["usage"]!.AsObject();
        Assert.True(usage.ContainsKey("prompt_tokens_details"));
        Assert.Null(usage["prompt_tokens_details"]);
        Assert.True(whole.Message.AsObject().ContainsKey("reasoning_content"));
        Assert.Null(whole.Message["reasoning_content"]);
        Assert.False(chunks[^2].AsObject().ContainsKey("usage"));
        Assert.Equal("stop", (string?)chunks[^2]["choices"]![0]!["finish_reason"]);
        Assert.Null(chunks[^1]["usage"]!["prompt_tokens_details"]);
    }

    [Fact]
    public async Task A_sparse_answer_of_the_anthropic_format_has_thinking_without_a_signature()
    {
        await using MimoWire wire = await MimoWire.StartAsync();
        MimoTurn turn = Call.WithOddity(MimoOddity.SparseAnswer);
        wire.Server.Enqueue(turn, turn);

        WireAnswer whole = await wire.MessageAsync(AnthropicBodies.Saying("Hello."));
        List<SseItem<string>> events = await wire.StreamAsync(AnthropicBodies.Saying("Hello."), AnthropicBodies.Path);

        Assert.Equal("""{"type":"thinking","thinking":"Let me see."}""", whole.Block("thinking").ToJsonString());
        Assert.DoesNotContain(events, static sent => sent.Data.Contains("signature", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI, MimoOddity.UndividedArguments, false)]
    [InlineData(MimoFormat.Anthropic, MimoOddity.UndividedArguments, false)]
    [InlineData(MimoFormat.OpenAI, MimoOddity.SparseAnswer, false)]
    [InlineData(MimoFormat.Anthropic, MimoOddity.SparseAnswer, false)]
    [InlineData(MimoFormat.OpenAI, MimoOddity.SparseAnswer, true)]
    [InlineData(MimoFormat.Anthropic, MimoOddity.SparseAnswer, true)]
    public async Task A_client_reads_the_same_as_without_them_and_may_send_it_back(MimoFormat format, MimoOddity oddity, bool standardize)
    {
        await using MimoServer server = await MimoServer.StartAsync(new MimoServerOptions { Strictness = MimoStrictness.Strict, StandardizeAnswers = standardize });
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey, Format = format, Retry = MimoRetryOptions.None });
        var tool = new MimoTool("f", "A tool.", """{"type":"object"}"""u8.ToArray(), static (_, _, _) => new(MimoToolResult.FromText("ok")));
        foreach (MimoThinking thinking in new[] { MimoThinking.Enabled, MimoThinking.Disabled })
        {
            var request = new MimoRequest { Messages = [MimoMessage.System("s"), MimoMessage.User("q")], Tools = new MimoToolSet(tool), Thinking = thinking, MaxCompletionTokens = 1000 };

            string[] plain = [await RunAsync(Call, request, isStreamed: false), await RunAsync(Call, request, isStreamed: true)];
            string[] odd = [await RunAsync(Call.WithOddity(oddity), request, isStreamed: false), await RunAsync(Call.WithOddity(oddity), request, isStreamed: true)];

            Assert.Equal(plain, odd);
            Assert.Contains("Reykjavík 🌤️", odd[1], StringComparison.Ordinal);
        }

        async Task<string> RunAsync(MimoTurn call, MimoRequest request, bool isStreamed)
        {
            server.Enqueue(call, MimoTurn.Text("Done.", reasoning: "Well."));
            MimoRun? run = isStreamed ? null : await client.RunAsync(request);
            await foreach (MimoUpdate update in isStreamed ? client.RunStreamingAsync(request) : AsyncEnumerable.Empty<MimoUpdate>())
            {
                run = update is MimoRunFinishedUpdate finished ? finished.Run : run;
            }

            return string.Join('\n', run!.Responses.Select(static response =>
                $"{response.FinishReason} {response.Text} {response.Reasoning} {string.Join(", ", response.ToolCalls.Select(static made => made.Name + made.Arguments))} {response.Usage}"));
        }
    }

    private static IEnumerable<JsonNode> Data(List<SseItem<string>> events) =>
        events.Where(static sent => sent.Data != "[DONE]").Select(static sent => JsonNode.Parse(sent.Data)!);
}

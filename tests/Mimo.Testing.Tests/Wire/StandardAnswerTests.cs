using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Mimo.Testing.Tests.Wire;

/// <summary>Answers that keep to the letter of OpenAI's and Anthropic's formats, where MiMo's own differ.</summary>
public sealed class StandardAnswerTests
{
    private static readonly MimoServerOptions Standard = new() { StandardizeAnswers = true };

    private static JsonObject AnthropicBody => Bodies.Saying("Hello.").With("max_tokens", (JsonNode)1024);

    [Fact]
    public async Task A_whole_openai_answer_has_what_the_format_demands_and_nothing_of_mimos_own()
    {
        await using MimoWire wire = await MimoWire.StartAsync(Standard);
        wire.Server.Enqueue(MimoTurn.Text("Hi.").WithFinishReason("repetition_truncation"));

        WireAnswer answer = await wire.ChatAsync(Bodies.Saying("Hello."));

        Assert.Equal("length", answer.Choice["finish_reason"]!.GetValue<string>());
        Assert.True(answer.Choice.AsObject().ContainsKey("logprobs"));
        Assert.True(answer.Message.AsObject().ContainsKey("refusal"));
        Assert.False(answer.Message.AsObject().ContainsKey("tool_calls"));
    }

    [Fact]
    public async Task No_delta_of_an_openai_stream_holds_a_null_but_for_its_content()
    {
        await using MimoWire wire = await MimoWire.StartAsync(Standard);

        List<SseItem<string>> events = await wire.StreamAsync(Bodies.Weather());

        JsonObject[] deltas = [.. events.SkipLast(1).SelectMany(static item => JsonNode.Parse(item.Data)!["choices"]!.AsArray()).Select(static choice => choice!["delta"]!.AsObject())];
        Assert.Contains(deltas, static delta => delta.ContainsKey("tool_calls"));
        Assert.All(deltas, static delta => Assert.DoesNotContain("null", delta.ToJsonString().Replace("\"content\":null", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("repetition_truncation", "max_tokens")]
    [InlineData("content_filter", "refusal")]
    public async Task Mimos_own_reasons_become_the_nearest_that_anthropic_has(string reason, string expected)
    {
        await using MimoWire wire = await MimoWire.StartAsync(Standard);
        MimoTurn turn = MimoTurn.Text("Hi.").WithFinishReason(reason);
        wire.Server.Enqueue(turn, turn);

        WireAnswer whole = await wire.PostAsync("/anthropic/v1/messages", AnthropicBody.ToJsonString());
        List<SseItem<string>> events = await wire.StreamAsync(AnthropicBody, "/anthropic/v1/messages");

        Assert.Equal(expected, whole.Json["stop_reason"]!.GetValue<string>());
        Assert.Contains(events, item => item.EventType == "message_delta" && item.Data.Contains($"\"stop_reason\":\"{expected}\"", StringComparison.Ordinal));
        Assert.True(JsonNode.Parse(events[0].Data)!["message"]!.AsObject().ContainsKey("stop_reason"));
    }

    [Fact]
    public async Task Errors_of_the_anthropic_format_are_wrapped_and_keep_their_explanation()
    {
        await using MimoWire wire = await MimoWire.StartAsync(Standard);

        WireAnswer answer = await wire.PostAsync("/anthropic/v1/messages", AnthropicBody.With("messages", "[]").ToJsonString());

        Assert.Equal("""{"error":{"type":"invalid_request_error","message":"Param Incorrect: messages must not be empty"},"type":"error"}""", answer.Text);
    }

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task A_client_of_mimo_reads_the_same_out_of_both_shapes(MimoFormat format)
    {
        await using MimoServer faithful = await MimoServer.StartAsync();
        await using MimoServer standard = await MimoServer.StartAsync(Standard);
        var request = new MimoRequest { Messages = [MimoMessage.User("Hello.")], Tools = new MimoToolSet(Tool) };
        foreach (MimoTurn turn in new[] { MimoTurn.Text("Hi."), MimoTurn.ToolCall("t", """{"a":1}""").WithText("Wait."), MimoTurn.Text("Hi.").WithReasoning(null) })
        {
            Assert.Equal(await ReadAsync(faithful, format, request, turn), await ReadAsync(standard, format, request, turn));
        }
    }

    private static MimoTool Tool => new("t", "A tool.", """{"type":"object"}"""u8.ToArray(), (_, _, _) => new(MimoToolResult.FromText("ok")));

    private static async Task<string> ReadAsync(MimoServer server, MimoFormat format, MimoRequest request, MimoTurn turn)
    {
        server.Enqueue(turn, turn);
        using var client = new MimoClient(new MimoClientOptions { Endpoint = server.Endpoint, ApiKey = server.ApiKey, Format = format });
        string read = Describe(await client.SendAsync(request));
        await foreach (MimoUpdate update in client.StreamAsync(request))
        {
            read += update is MimoFinishedUpdate finished ? Describe(finished.Response) : string.Empty;
        }

        return read;
    }

    private static string Describe(MimoResponse response) =>
        $"{response.FinishReason} {response.Text} {response.Reasoning} {string.Join(", ", response.ToolCalls)} {response.Usage}\n";
}

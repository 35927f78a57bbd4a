using System.Text.Json.Nodes;
using CsCheck;
using Mimo.Testing;

namespace Mimo.Tests.Wire;

/// <summary>
/// The client's writers and readers against the local MiMo's, which were written apart from them: the strictest server takes any
/// request, understands it as it was meant, and whatever it answers is read as it was said.
/// </summary>
public class BothSidesTests
{
    private static readonly Gen<string> GenText = Gen.OneOf(
        Any("Hi", " ", "\n", "\"\\/\b\f\r\t\u0000\u001f\u007f", "思考 é", "😀👩‍👩‍👧", "</b>&'+\u2028", "data: [DONE]\n\n"),
        Gen.String[Gen.Char['\u0001', '\uD7FF'], 1, 40]);

    private static readonly Gen<string> GenMaybeEmptyText = Gen.Frequency((1, Gen.Const(string.Empty)), (3, GenText));

    private static readonly Gen<string> GenArguments = Gen.OneOf(
        Any("{}", "{ \"a\" :\t[1.50, null], \"é\":\"\\u00e9\" }", "{\"a\":", "", "[1]", "\"text\""),
        GenText);

    private static readonly Gen<MimoContent> GenPart = Gen.OneOf<MimoContent>(
        GenMaybeEmptyText.Select(static text => (MimoContent)new MimoTextContent(text)),
        Gen.Byte.Array[1, 10].Select(static bytes => (MimoContent)MimoImage.FromBytes(bytes, "image/png")),
        Gen.Const<MimoContent>(MimoAudio.FromUri("https://host/a.wav?x=\"1\"")),
        Gen.Double[0.1, 10].Select(static rate => (MimoContent)MimoVideo.FromUri("https://host/v.mp4", rate, "max")));

    private static readonly Gen<MimoMessage[]> GenExchange = Gen.Select(
        GenPart.Array[1, 3],
        GenMaybeEmptyText,
        GenMaybeEmptyText,
        Gen.Bool,
        Gen.Select(GenArguments, GenMaybeEmptyText, Gen.Bool).Array[0, 3],
        static (parts, text, reasoning, thought, calls) =>
        {
            MimoToolCall[] toolCalls = [.. calls.Select(static (call, index) => new MimoToolCall($"call_{index}", "f", call.Item1))];
            return (MimoMessage[])
            [
                MimoMessage.User(parts),
                thought ? MimoMessage.Assistant(text, reasoning, toolCalls) : MimoMessage.AssistantWithoutReasoning(text, toolCalls),
                .. calls.Select(static (call, index) => MimoMessage.ToolResult($"call_{index}", call.Item2, call.Item3)),
            ];
        });

    private static readonly Gen<MimoRequest> GenRequest = Gen.Select(
        GenMaybeEmptyText,
        GenExchange.Array[0, 3],
        GenText,
        Gen.Enum<MimoThinking>(),
        Gen.Double[0, 1.5],
        Any<int?>(null, 1000, 131072),
        Gen.Bool,
        static (system, exchanges, question, thinking, temperature, cap, hasOptions) => new MimoRequest
        {
            Model = "mimo-v2-omni",
            Messages = [MimoMessage.System(system), .. exchanges.SelectMany(static exchange => exchange), MimoMessage.User(question)],
            Tools = hasOptions ? new MimoToolSet(SampleTools.Weather()) : MimoToolSet.Empty,
            Thinking = thinking,
            Temperature = hasOptions ? temperature : null,
            TopP = hasOptions ? 0.01 : null,
            MaxCompletionTokens = cap,
            Stop = hasOptions ? ["\u0001\u0002", "\"stop\""] : [],
            ResponseFormat = hasOptions ? MimoResponseFormat.JsonObject : MimoResponseFormat.Text,
        });

    private static readonly Gen<Answer> GenAnswer = Gen.Select(
        GenMaybeEmptyText, GenMaybeEmptyText, GenArguments.Array[0, 3], static (text, reasoning, calls) => new Answer(text, reasoning, calls));

    [Theory]
    [InlineData(MimoFormat.OpenAI)]
    [InlineData(MimoFormat.Anthropic)]
    public async Task Any_request_is_taken_and_any_answer_is_read(MimoFormat format)
    {
        await using MimoServer strict = await MimoServer.StartAsync(new MimoServerOptions { Strictness = MimoStrictness.Strict });
        using MimoClient client = Client(strict, format);

        await Gen.Select(GenRequest, GenAnswer).SampleAsync(
            async (request, answer) =>
            {
                strict.Enqueue(answer.ToTurn(), answer.ToTurn());

                AssertRead(answer, await client.SendAsync(request), request, format);
                AssertMeant(request, strict.Requests[^1].BodyText, format);
                AssertRead(answer, await StreamAsync(client, request), request, format);
                AssertMeant(request, strict.Requests[^1].BodyText, format);
            },
            iter: 150,
            threads: 1);
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void AssertRead(Answer answer, MimoResponse response, MimoRequest request, MimoFormat format)
    {
        Assert.Equal(answer.Text, response.Text);

        // A stream of the OpenAI format has no way to tell empty reasoning from none.
        Assert.Equal(request.Thinking == MimoThinking.Disabled ? string.Empty : answer.Reasoning, response.Reasoning ?? string.Empty);
        Assert.Equal(answer.Calls.Length > 0 ? MimoFinishReason.ToolCalls : MimoFinishReason.Stop, response.FinishReason);
        Assert.Equal(answer.Calls.Length, response.ToolCalls.Count);
        Assert.NotNull(response.Usage);
        for (int i = 0; i < answer.Calls.Length; i++)
        {
            Assert.Equal("g", response.ToolCalls[i].Name);
            if (format == MimoFormat.OpenAI)
            {
                Assert.Equal(answer.Calls[i], response.ToolCalls[i].Arguments);
            }
        }
    }

    /// <summary>The body as somebody who knows only the format reads it: who says what, in order.</summary>
    private static void AssertMeant(MimoRequest request, string body, MimoFormat format)
    {
        JsonNode root = JsonNode.Parse(body)!;
        string[] said = format == MimoFormat.OpenAI ? [.. root["messages"]!.AsArray().SelectMany(OpenAITexts)] : [(string?)root["system"] ?? "", .. root["messages"]!.AsArray().SelectMany(AnthropicTexts)];

        Assert.Equal(request.Messages.SelectMany(message => Texts(message)).Where(static text => text.Trim().Length > 0), said.Where(static text => text.Trim().Length > 0));
    }

    private static IEnumerable<string> Texts(MimoMessage message) =>
    [
        .. message.Content.OfType<MimoReasoningContent>().Select(static part => part.Text),
        .. message.Content.OfType<MimoTextContent>().Select(static part => part.Text),
    ];

    private static IEnumerable<string> OpenAITexts(JsonNode? message) =>
    [
        (string?)message!["reasoning_content"] ?? "",
        .. message["content"] is JsonArray parts ? parts.Select(static part => (string?)part!["text"] ?? "") : [(string)message["content"]!],
    ];

    private static IEnumerable<string> AnthropicTexts(JsonNode? message) => message!["content"]!.AsArray().Select(static block =>
        (string?)block!["thinking"] ?? (string?)block["text"] ?? (string?)block["content"] ?? "");

    private static async Task<MimoResponse> StreamAsync(MimoClient client, MimoRequest request)
    {
        MimoUpdate? last = null;
        await foreach (MimoUpdate update in client.StreamAsync(request))
        {
            last = update;
        }

        return Assert.IsType<MimoFinishedUpdate>(last).Response;
    }

    private static MimoClient Client(MimoServer server, MimoFormat format) =>
        new(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint, Format = format, Retry = MimoRetryOptions.None });

    private sealed record Answer(string Text, string Reasoning, string[] Calls)
    {
        public MimoTurn ToTurn() => Calls.Length == 0
            ? MimoTurn.Text(Text, Reasoning)
            : MimoTurn.ToolCalls([.. Calls.Select(static arguments => new MimoScriptedCall("g", arguments))]).WithText(Text).WithReasoning(Reasoning);
    }
}

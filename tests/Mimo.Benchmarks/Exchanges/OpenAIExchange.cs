using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>The exchange by the official OpenAI client.</summary>
internal static class OpenAIExchange
{
    private static readonly ChatTool[] Tools =
    [
        .. Conversation.Tools.Select(static tool => ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromBytes(tool.ParametersSchema))),
    ];

    public static ChatClient CreateClient(byte[] answer, string mediaType) => new(
        Conversation.Model,
        new ApiKeyCredential("sk-benchmark"),
        new OpenAIClientOptions
        {
            Endpoint = new Uri("https://api.mimo-v2.com/v1"),
            Transport = new HttpClientPipelineTransport(new HttpClient(new StubHandler(answer, mediaType))),
        });

    /// <summary>Builds the request's parts and writes each; the SDK only joins them inside a call.</summary>
    public static int Write()
    {
        int length = ModelReaderWriter.Write(CreateOptions()).ToMemory().Length;
        foreach (ChatMessage message in CreateMessages())
        {
            length += ModelReaderWriter.Write(message).ToMemory().Length;
        }

        return length;
    }

    public static ChatCompletion Read(BinaryData body) => ModelReaderWriter.Read<ChatCompletion>(body)!;

    public static Task<ClientResult<ChatCompletion>> AskAsync(ChatClient client) => client.CompleteChatAsync(CreateMessages(), CreateOptions());

    public static async Task<int> SendAsync(ChatClient client) => (await AskAsync(client)).Value.ToolCalls.Count;

    public static async Task<int> StreamAsync(ChatClient client)
    {
        int length = 0;
        await foreach (StreamingChatCompletionUpdate update in client.CompleteChatStreamingAsync(CreateMessages(), CreateOptions()))
        {
            foreach (ChatMessageContentPart part in update.ContentUpdate)
            {
                length += part.Text.Length;
            }
        }

        return length;
    }

    private static ChatMessage[] CreateMessages() => [new SystemChatMessage(Conversation.SystemText), new UserChatMessage(Conversation.UserText)];

    private static ChatCompletionOptions CreateOptions()
    {
        var options = new ChatCompletionOptions { Temperature = 1, MaxOutputTokenCount = 1024, ToolChoice = ChatToolChoice.CreateAutoChoice() };
        foreach (ChatTool tool in Tools)
        {
            options.Tools.Add(tool);
        }

        return options;
    }
}

using Microsoft.Extensions.AI;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>The exchange by Microsoft.Extensions.AI over the official OpenAI client.</summary>
internal static class ExtensionsAIExchange
{
    private static readonly AITool[] Tools = [AIFunctionFactory.Create(Calls.WeatherTools.DescribeWeather), AIFunctionFactory.Create(Calls.WeatherTools.GetCurrentWeather)];

    public static IChatClient CreateClient(byte[] answer, string mediaType) => OpenAIExchange.CreateClient(answer, mediaType).AsIChatClient();

    public static async Task<int> SendAsync(IChatClient client) =>
        (await client.GetResponseAsync(CreateMessages(), CreateOptions())).Messages[0].Contents.OfType<FunctionCallContent>().Count();

    public static async Task<int> StreamAsync(IChatClient client)
    {
        int length = 0;
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(CreateMessages(), CreateOptions()))
        {
            length += update.Text.Length;
        }

        return length;
    }

    private static ChatMessage[] CreateMessages() => [new(ChatRole.System, Conversation.SystemText), new(ChatRole.User, Conversation.UserText)];

    private static ChatOptions CreateOptions() => new() { Temperature = 1, MaxOutputTokens = 1024, Tools = Tools, ToolMode = ChatToolMode.Auto };
}

using System.Buffers;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>The exchange by this library.</summary>
internal static class MimoExchange
{
    public static MimoRequest CreateRequest() => new()
    {
        Model = Conversation.Model,
        Messages = [MimoMessage.System(Conversation.SystemText), MimoMessage.User(Conversation.UserText)],
        Tools = Conversation.Tools,
        Temperature = 1,
        MaxCompletionTokens = 1024,
    };

    public static MimoClient CreateClient(byte[] answer, string mediaType) => new(new MimoClientOptions
    {
        ApiKey = "sk-benchmark",
        HttpHandler = new StubHandler(answer, mediaType),
    });

    public static int Write(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        CreateRequest().WriteTo(buffer, MimoFormat.OpenAI);
        return buffer.WrittenCount;
    }

    public static Task<MimoResponse> AskAsync(MimoClient client) => client.SendAsync(CreateRequest());

    public static async Task<int> SendAsync(MimoClient client) => (await AskAsync(client)).ToolCalls.Count;

    public static async Task<int> StreamAsync(MimoClient client)
    {
        int length = 0;
        await foreach (MimoUpdate update in client.StreamAsync(CreateRequest()))
        {
            length += update is MimoTextUpdate text ? text.Text.Length : 0;
        }

        return length;
    }
}

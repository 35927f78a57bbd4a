using System.Globalization;
using System.Text;
using Mimo.Benchmarks.Calls;

namespace Mimo.Benchmarks.Exchanges;

/// <summary>What all competitors send and are answered: the same words, tools and bytes.</summary>
internal static class Conversation
{
    public const string Model = "mimo-v2-pro";
    public const string SystemText = "You are MiMo, an AI assistant developed by Xiaomi. Today is Tuesday, December 16, 2025. Your knowledge cutoff date is December 2024.";
    public const string UserText = "What is the weather like in Beijing, and what should I wear there this afternoon?";

    public static MimoToolSet Tools => WeatherTools.Tools;

    public static byte[] Answer { get; } = """
        {"id":"0b0a4a3b5e1c4b7f9d1e2f3a4b5c6d7e","object":"chat.completion","created":1765860000,"model":"mimo-v2-pro","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":"","reasoning_content":"The user asks for the weather in Beijing, so I should call the weather tool for it before I say what to wear.","tool_calls":[{"id":"call_d1e2f3a4b5c6d7e8","type":"function","function":{"name":"get_current_weather","arguments":"{\"location\": \"Beijing\", \"unit\": \"Celsius\"}"}}]}}],"usage":{"prompt_tokens":312,"completion_tokens":58,"total_tokens":370,"prompt_tokens_details":{"cached_tokens":192},"completion_tokens_details":{"reasoning_tokens":24}}}
        """u8.ToArray();

    public static byte[] StreamedAnswer { get; } = Stream();

    private static byte[] Stream()
    {
        const int Chunks = 500;
        var text = new StringBuilder();
        for (int number = 0; number < Chunks; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""data: {"id":"0b0a4a3b5e1c4b7f9d1e2f3a4b5c6d7e","object":"chat.completion.chunk","created":1765860000,"model":"mimo-v2-pro","choices":[{"index":0,"delta":{"role":"assistant","content":" word{{number}}"},"finish_reason":null}]}""").Append("\n\n");
        }

        text.Append("""data: {"id":"0b0a4a3b5e1c4b7f9d1e2f3a4b5c6d7e","object":"chat.completion.chunk","created":1765860000,"model":"mimo-v2-pro","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""").Append("\n\n");
        text.Append("""data: {"id":"0b0a4a3b5e1c4b7f9d1e2f3a4b5c6d7e","object":"chat.completion.chunk","created":1765860000,"model":"mimo-v2-pro","choices":[],"usage":{"prompt_tokens":312,"completion_tokens":500,"total_tokens":812,"prompt_tokens_details":{"cached_tokens":192},"completion_tokens_details":{"reasoning_tokens":0}}}""").Append("\n\n");
        return Encoding.UTF8.GetBytes(text.Append("data: [DONE]\n\n").ToString());
    }
}

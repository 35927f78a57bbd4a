using System.Net.Http.Headers;

namespace AotAgent;

/// <summary>MiMo's answers to what this program asks, recorded in both formats and shortened. No socket is opened.</summary>
internal sealed class RecordedMimo : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue EventStream = new("text/event-stream");

    private int _requests;

    /// <summary>Takes the request in as a server does, and gives the next answer.</summary>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        bool isAnthropic = request.RequestUri!.AbsolutePath.Contains("/anthropic/", StringComparison.Ordinal);
        byte[] answer = (isAnthropic, _requests++ % 3) switch
        {
            (false, 0) => OpenAITrip.ToArray(),
            (false, 1) => OpenAICall.ToArray(),
            (false, _) => OpenAIText.ToArray(),
            (true, 0) => AnthropicTrip.ToArray(),
            (true, 1) => AnthropicCall.ToArray(),
            (true, _) => AnthropicText.ToArray(),
        };
        return new HttpResponseMessage { Content = new ByteArrayContent(answer) { Headers = { ContentType = answer[0] == '{' ? Json : EventStream } } };
    }

    private static ReadOnlySpan<byte> OpenAITrip => """
        {"id":"910a2dec89025cc1beeb8da1658eec67","object":"chat.completion","created":1774008000,"model":"mimo-v2-pro","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{\"city\":\"Beijing\",\"pace\":\"Slow\",\"sights\":[{\"day\":1,\"name\":\"The Forbidden City\"},{\"day\":2,\"name\":\"The Great Wall\"}]}","reasoning_content":"Two days, so one sight each.","tool_calls":null}}],"usage":{"prompt_tokens":172,"completion_tokens":48,"total_tokens":220,"completion_tokens_details":{"reasoning_tokens":7},"prompt_tokens_details":{"cached_tokens":0}}}
        """u8;

    private static ReadOnlySpan<byte> OpenAICall => """
        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[{"delta":{"content":"","role":"assistant","tool_calls":null,"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[{"delta":{"content":null,"role":null,"tool_calls":null,"reasoning_content":"The tool knows."},"finish_reason":null,"index":0}],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[{"delta":{"content":null,"role":null,"tool_calls":[{"index":0,"id":"call_975835de1c9756cebfc84610","function":{"arguments":"","name":"get_current_weather"},"type":"function"}],"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[{"delta":{"content":null,"role":null,"tool_calls":[{"index":0,"id":null,"function":{"arguments":"{\"location\":\"Beijing\",","name":null},"type":"function"}],"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[{"delta":{"content":null,"role":null,"tool_calls":[{"index":0,"id":null,"function":{"arguments":"\"unit\":\"Celsius\"}","name":null},"type":"function"}],"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[{"delta":{"content":null,"role":null,"tool_calls":null,"reasoning_content":null},"finish_reason":"tool_calls","index":0}],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk","usage":null}

        data: {"id":"987bbcbfdd7e532fc3f2827affe7f664","choices":[],"created":1774008001,"model":"mimo-v2-pro","object":"chat.completion.chunk","usage":{"prompt_tokens":97,"completion_tokens":35,"total_tokens":132,"completion_tokens_details":{"reasoning_tokens":4},"prompt_tokens_details":{"cached_tokens":0}}}

        data: [DONE]


        """u8;

    private static ReadOnlySpan<byte> OpenAIText => """
        data: {"id":"1d0b14e4db018fedb3466f8a7b81a989","choices":[{"delta":{"content":"","role":"assistant","tool_calls":null,"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008002,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"1d0b14e4db018fedb3466f8a7b81a989","choices":[{"delta":{"content":"It is sunny","role":null,"tool_calls":null,"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008002,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"1d0b14e4db018fedb3466f8a7b81a989","choices":[{"delta":{"content":" in Beijing,","role":null,"tool_calls":null,"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008002,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"1d0b14e4db018fedb3466f8a7b81a989","choices":[{"delta":{"content":" at 22 degrees.","role":null,"tool_calls":null,"reasoning_content":null},"finish_reason":null,"index":0}],"created":1774008002,"model":"mimo-v2-pro","object":"chat.completion.chunk"}

        data: {"id":"1d0b14e4db018fedb3466f8a7b81a989","choices":[{"delta":{"content":null,"role":null,"tool_calls":null,"reasoning_content":null},"finish_reason":"stop","index":0}],"created":1774008002,"model":"mimo-v2-pro","object":"chat.completion.chunk","usage":null}

        data: {"id":"1d0b14e4db018fedb3466f8a7b81a989","choices":[],"created":1774008002,"model":"mimo-v2-pro","object":"chat.completion.chunk","usage":{"prompt_tokens":155,"completion_tokens":10,"total_tokens":165,"completion_tokens_details":{"reasoning_tokens":0},"prompt_tokens_details":{"cached_tokens":0}}}

        data: [DONE]


        """u8;

    private static ReadOnlySpan<byte> AnthropicTrip => """
        {"id":"910a2dec89025cc1beeb8da1658eec67","type":"message","role":"assistant","model":"mimo-v2-pro","stop_reason":"end_turn","content":[{"type":"text","text":"{\"city\":\"Beijing\",\"pace\":\"Slow\",\"sights\":[{\"day\":1,\"name\":\"The Forbidden City\"},{\"day\":2,\"name\":\"The Great Wall\"}]}"},{"type":"thinking","thinking":"Two days, so one sight each.","signature":""}],"usage":{"input_tokens":172,"output_tokens":48}}
        """u8;

    private static ReadOnlySpan<byte> AnthropicCall => """
        event: message_start
        data: {"type":"message_start","message":{"id":"msg_987bbcbfdd7e532fc3f2827affe7f664","type":"message","role":"assistant","model":"mimo-v2-pro","content":[],"usage":{"input_tokens":0,"output_tokens":0}}}

        event: content_block_start
        data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"The tool knows."},"index":0}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"signature_delta","signature":""},"index":0}

        event: content_block_stop
        data: {"type":"content_block_stop","index":0}

        event: content_block_start
        data: {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"call_975835de1c9756cebfc84610","name":"get_current_weather","input":{}}}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"{\"location\":\"Beijing\","},"index":1}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"\"unit\":\"Celsius\"}"},"index":1}

        event: content_block_stop
        data: {"type":"content_block_stop","index":1}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"input_tokens":97,"output_tokens":35}}

        event: message_stop
        data: {"type":"message_stop"}

        data: [DONE]


        """u8;

    private static ReadOnlySpan<byte> AnthropicText => """
        event: message_start
        data: {"type":"message_start","message":{"id":"msg_1d0b14e4db018fedb3466f8a7b81a989","type":"message","role":"assistant","model":"mimo-v2-pro","content":[],"usage":{"input_tokens":0,"output_tokens":0}}}

        event: content_block_start
        data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"It is sunny"},"index":0}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"text_delta","text":" in Beijing,"},"index":0}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"text_delta","text":" at 22 degrees."},"index":0}

        event: content_block_stop
        data: {"type":"content_block_stop","index":0}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":155,"output_tokens":10}}

        event: message_stop
        data: {"type":"message_stop"}

        data: [DONE]


        """u8;
}

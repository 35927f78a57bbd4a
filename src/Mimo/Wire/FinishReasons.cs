namespace Mimo.Wire;

/// <summary>Finish reasons by their text; the known ones share one instance, the Anthropic words become the OpenAI ones.</summary>
internal static class FinishReasons
{
    public static MimoFinishReason FromOpenAI(string reason) => reason switch
    {
        "stop" => MimoFinishReason.Stop,
        "length" => MimoFinishReason.Length,
        "tool_calls" => MimoFinishReason.ToolCalls,
        _ => new MimoFinishReason(reason),
    };

    public static MimoFinishReason FromAnthropic(string reason) => reason switch
    {
        "end_turn" or "stop_sequence" => MimoFinishReason.Stop,
        "max_tokens" => MimoFinishReason.Length,
        "tool_use" => MimoFinishReason.ToolCalls,
        "refusal" => MimoFinishReason.ContentFilter,
        _ => new MimoFinishReason(reason),
    };
}

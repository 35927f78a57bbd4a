using Mimo;

namespace Quickstart;

/// <summary>Three prompts. The generator implements the methods; <c>IMiMo.Requests</c> shows what they send.</summary>
[MimoPrompt(MaxCompletionTokens = 1024, Temperature = 1)]
public partial interface IMiMo
{
    [MimoPrompt(TopP = 0.95, FrequencyPenalty = 0, PresencePenalty = 0)]
    [SystemPrompt("You are MiMo, an AI assistant. Today is date: {today}. Your knowledge cutoff date is December 2024.")]
    [UserPrompt("please introduce yourself")]
    Task<MimoResult<string>> IntroduceAsync(string today, CancellationToken cancellationToken = default);

    [MimoPrompt(TopP = 0.95, FrequencyPenalty = 0, PresencePenalty = 0)]
    [SystemPrompt("You are MiMo, an AI assistant. Today is date: {today}. Your knowledge cutoff date is December 2024.")]
    [UserPrompt("please introduce yourself")]
    IAsyncEnumerable<MimoUpdate> IntroduceStreamingAsync(string today, CancellationToken cancellationToken = default);

    [MimoPrompt(Tools = [typeof(WeatherTools)])]
    [UserPrompt("What is the weather like in {city}?")]
    Task<MimoResult<string>> AskWeatherAsync(string city, MimoTranscript transcript, CancellationToken cancellationToken = default);
}

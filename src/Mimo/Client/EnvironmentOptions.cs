namespace Mimo;

/// <summary>Reads client options from environment variables and says plainly what is missing or wrong.</summary>
internal static class EnvironmentOptions
{
    public const string ApiKeyVariable = "MIMO_API_KEY";
    public const string BaseUrlVariable = "MIMO_BASE_URL";
    public const string FormatVariable = "MIMO_FORMAT";
    public const string ModelVariable = "MIMO_MODEL";

    public static MimoClientOptions Read(Func<string, string?> variable)
    {
        string? model = NullIfBlank(variable(ModelVariable));
        var defaults = new MimoClientOptions();
        return new MimoClientOptions
        {
            ApiKey = NullIfBlank(variable(ApiKeyVariable)),
            Endpoint = NullIfBlank(variable(BaseUrlVariable)) is { } url ? ParseEndpoint(url) : defaults.Endpoint,
            Format = NullIfBlank(variable(FormatVariable)) is { } format ? ParseFormat(format) : defaults.Format,
            Model = model ?? defaults.Model,
        };
    }

    private static Uri ParseEndpoint(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint)
        ? endpoint
        : throw new MimoException($"{BaseUrlVariable} is '{text}', which is not an absolute address such as {MimoEndpoints.MimoV2}.");

    private static MimoFormat ParseFormat(string text) => text.ToUpperInvariant() switch
    {
        "OPENAI" => MimoFormat.OpenAI,
        "ANTHROPIC" => MimoFormat.Anthropic,
        _ => throw new MimoException($"{FormatVariable} is '{text}', but must be openai or anthropic."),
    };

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

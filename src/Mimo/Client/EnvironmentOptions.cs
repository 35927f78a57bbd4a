namespace Mimo;

/// <summary>Reads client options from environment variables and says plainly what is missing or wrong.</summary>
internal static class EnvironmentOptions
{
    public const string ApiKeyVariable = "MIMO_API_KEY";
    public const string BaseUrlVariable = "MIMO_BASE_URL";
    public const string FormatVariable = "MIMO_FORMAT";
    public const string ModelVariable = "MIMO_MODEL";

    /// <summary>How much may at most be shown of a value that nobody knows: enough to see what was mistaken for what, too little to be of use as a key.</summary>
    private const int ShownCharacters = 6;

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
        : throw new MimoException($"{BaseUrlVariable} {Show(text)}, but must be an absolute address such as {MimoEndpoints.MimoV2}.");

    private static MimoFormat ParseFormat(string text) => text.ToUpperInvariant() switch
    {
        "OPENAI" => MimoFormat.OpenAI,
        "ANTHROPIC" => MimoFormat.Anthropic,
        _ => throw new MimoException($"{FormatVariable} {Show(text)}, but must be openai or anthropic."),
    };

    /// <summary>What a variable holds, or the beginning of it: it may be a key that was put under the wrong name.</summary>
    private static string Show(string text)
    {
        if (text.StartsWith("sk-", StringComparison.OrdinalIgnoreCase) || text.StartsWith("tp-", StringComparison.OrdinalIgnoreCase))
        {
            return $"holds what looks like an API key (that belongs in {ApiKeyVariable})";
        }

        // No key is as short as that.
        if (text.Length <= ShownCharacters)
        {
            return $"is '{text}'";
        }

        int count = Math.Min(ShownCharacters, text.Length / 2);
        return $"begins with '{text[..(char.IsHighSurrogate(text[count - 1]) ? count - 1 : count)]}…'";
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

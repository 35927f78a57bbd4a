using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Anthropic;

/// <summary>What the Anthropic format demands of where an image, audio or video comes from.</summary>
internal static class AnthropicSourceRules
{
    private static readonly string[] ImageTypes = ["image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp"];

    /// <param name="source">The source.</param>
    /// <param name="kind"><c>image</c>, <c>audio</c> or <c>video</c>.</param>
    /// <param name="at">Where the source is.</param>
    /// <param name="strictness">How much is refused.</param>
    public static ApiError? Check(JsonElement source, string kind, Location at, MimoStrictness strictness)
    {
        if (AnthropicFields.Source.Check(source, at, strictness) is { } error)
        {
            return error;
        }

        string[] needed = source.Member("type").AsText() switch
        {
            "url" => ["url"],
            "base64" => ["media_type", "data"],
            _ => [],
        };
        foreach (string name in needed)
        {
            if (source.Member(name).AsText() is null)
            {
                return ApiError.Missing(at[name]);
            }
        }

        return strictness == MimoStrictness.Strict ? CheckDocumented(source, kind, at) : null;
    }

    /// <summary>Whether the service looks closer at types and addresses is not known; what is documented passes in any case.</summary>
    private static ApiError? CheckDocumented(JsonElement source, string kind, Location at)
    {
        if (source.Member("url").AsText() is { } url)
        {
            return url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                ? null
                : ApiError.Invalid("url_scheme", at["url"], "URL scheme should be 'http' or 'https'");
        }

        string type = source.Member("media_type").AsText() ?? "";
        return (kind == "image" ? ImageTypes.Contains(type, StringComparer.Ordinal) : type.StartsWith($"{kind}/", StringComparison.Ordinal))
            ? null
            : ApiError.Invalid("literal_error", at["media_type"], $"Input should be {(kind == "image" ? string.Join(", ", ImageTypes.Select(name => $"'{name}'")) : $"'{kind}/…'")}");
    }
}

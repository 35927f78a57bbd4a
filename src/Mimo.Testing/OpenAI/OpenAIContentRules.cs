using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.OpenAI;

/// <summary>What the OpenAI format demands of <c>content</c>: nothing, a string, or an array of parts.</summary>
internal static class OpenAIContentRules
{
    public static ApiError? Check(JsonElement content, Location at, MimoStrictness strictness)
    {
        if (content.IsMissingOrNull() || content.ValueKind == JsonValueKind.String)
        {
            return null;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return ApiError.NotAString(at);
        }

        int index = 0;
        foreach (JsonElement part in content.EnumerateArray())
        {
            if (CheckPart(part, at[index], strictness) is { } error)
            {
                return error;
            }

            index++;
        }

        return null;
    }

    /// <summary>Whether content that passed has a text in it, be it empty.</summary>
    public static bool HasText(JsonElement content) =>
        content.ValueKind == JsonValueKind.String || content.Items().Any(IsText);

    /// <summary>Whether content that passed has a text and nothing else in it.</summary>
    public static bool HasOnlyText(JsonElement content) => HasText(content) && content.Items().All(IsText);

    private static bool IsText(JsonElement part) => part.Member("type").AsText() == "text";

    private static ApiError? CheckPart(JsonElement part, Location at, MimoStrictness strictness) => part.Member("type").AsText() switch
    {
        "text" => OpenAIFields.TextPart.Check(part, at, strictness)
            ?? (part.Member("text").AsText() is null ? ApiError.ParamIncorrect("`text` is not set") : null),
        "image_url" => OpenAIFields.ImagePart.Check(part, at, strictness)
            ?? OpenAIFields.MediaUrl.Check(part.Member("image_url"), at["image_url"], strictness),
        "input_audio" => OpenAIFields.AudioPart.Check(part, at, strictness)
            ?? OpenAIFields.AudioData.Check(part.Member("input_audio"), at["input_audio"], strictness),
        "video_url" => OpenAIFields.VideoPart.Check(part, at, strictness)
            ?? OpenAIFields.MediaUrl.Check(part.Member("video_url"), at["video_url"], strictness),
        _ when part.ValueKind != JsonValueKind.Object => ApiError.NotAnObject(at),
        { } when strictness == MimoStrictness.Lenient => null,
        _ => ApiError.Invalid("literal_error", at["type"], "Input should be 'text', 'image_url', 'input_audio' or 'video_url'"),
    };
}

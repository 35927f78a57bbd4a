using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.OpenAI;

/// <summary>What the OpenAI format demands of a body: after these rules have passed it, reading it cannot fail.</summary>
internal static class OpenAIRules
{
    private const int MaximumStops = 4;

    public static ApiError? Check(JsonElement body, MimoStrictness strictness) =>
        OpenAIFields.Request.Check(body, Location.Body, strictness)
        ?? CheckPart(body, "thinking", OpenAIFields.Thinking, strictness)
        ?? CheckStreamOptions(body, strictness)
        ?? CheckPart(body, "response_format", OpenAIFields.ResponseFormat, strictness)
        ?? CheckStop(body.Member("stop"), strictness)
        ?? OpenAIToolRules.Check(body.Member("tools"), strictness)
        ?? OpenAIMessageRules.Check(body.Member("messages"), strictness);

    private static ApiError? CheckPart(JsonElement body, string name, FieldSet fields, MimoStrictness strictness) =>
        body.Member(name).IsMissingOrNull() ? null : fields.Check(body.Member(name), Location.Body[name], strictness);

    /// <summary>Undocumented, and so refused by the strictest, but for its one known purpose: nothing else makes sure that a stream tells its usage.</summary>
    private static ApiError? CheckStreamOptions(JsonElement body, MimoStrictness strictness)
    {
        JsonElement options = body.Member("stream_options");
        bool asksForUsage = body.Member("stream").ValueKind == JsonValueKind.True && options.Member("include_usage").ValueKind == JsonValueKind.True;
        return strictness == MimoStrictness.Strict && !options.IsMissingOrNull() && !asksForUsage
            ? ApiError.NotPermitted(Location.Body["stream_options"])
            : CheckPart(body, "stream_options", OpenAIFields.StreamOptions, strictness);
    }

    private static ApiError? CheckStop(JsonElement stop, MimoStrictness strictness)
    {
        Location at = Location.Body["stop"];
        if (stop.IsMissingOrNull() || stop.ValueKind == JsonValueKind.String)
        {
            return null;
        }

        if (stop.ValueKind != JsonValueKind.Array)
        {
            return ApiError.Invalid("list_type", at, "Input should be a valid list");
        }

        int index = 0;
        foreach (JsonElement item in stop.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return ApiError.NotAString(at[index]);
            }

            index++;
        }

        return index > MaximumStops && strictness != MimoStrictness.Lenient
            ? ApiError.Invalid("too_long", at, $"List should have at most {MaximumStops} items after validation, not {index}")
            : null;
    }
}

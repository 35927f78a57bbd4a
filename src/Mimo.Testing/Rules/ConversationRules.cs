using Mimo.Testing.Conversations;

namespace Mimo.Testing.Rules;

/// <summary>What the service demands of a request whatever its wire format, in the order it is judged.</summary>
internal static class ConversationRules
{
    private const string ReasoningMissing = "The reasoning_content in the thinking mode must be passed back to the API.";

    public static ApiError? Check(ChatRequest request, MimoStrictness strictness)
    {
        if (request.Facts is not { } model)
        {
            return ApiError.ParamIncorrect($"Not supported model {request.Model}");
        }

        return strictness == MimoStrictness.Lenient
            ? null
            : CheckOutputCaps(request, model)
                ?? CheckToolNames(request)
                ?? CheckMedia(request, model)
                ?? ToolHistoryRules.Check(request.Messages)
                ?? CheckReasoning(request);
    }

    private static ApiError? CheckOutputCaps(ChatRequest request, ModelFacts model)
    {
        foreach (OutputCap cap in request.OutputCaps)
        {
            if (cap.Tokens > model.OutputCap)
            {
                return ApiError.ParamIncorrect(
                    $"{cap.FieldName} is too large: {cap.Tokens}. This model supports at most {model.OutputCap} completion tokens, whereas you provided {cap.Tokens}.");
            }
        }

        return null;
    }

    private static ApiError? CheckToolNames(ChatRequest request)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (OfferedTool tool in request.Tools)
        {
            if (!names.Add(tool.Name))
            {
                return ApiError.ParamIncorrect($"tools contains duplicate names: {tool.Name}");
            }
        }

        return null;
    }

    private static ApiError? CheckMedia(ChatRequest request, ModelFacts model)
    {
        MediaKinds unsupported = request.Messages.Aggregate(MediaKinds.None, (kinds, message) => kinds | message.Media) & ~model.Media;
        return unsupported switch
        {
            MediaKinds.None => null,
            _ when unsupported.HasFlag(MediaKinds.Image) => ApiError.NoSupportFor("image"),
            _ when unsupported.HasFlag(MediaKinds.Audio) => ApiError.NoSupportFor("audio"),
            _ => ApiError.NoSupportFor("video"),
        };
    }

    /// <summary>
    /// With thinking on, every assistant message with tool calls must carry its reasoning, in all later turns and not only in
    /// the current round. An empty text counts as reasoning: integrations send it for turns that came without any.
    /// </summary>
    private static ApiError? CheckReasoning(ChatRequest request) =>
        request.Thinks && request.Messages.Any(message => message.ToolCalls.Count > 0 && message.Reasoning is null)
            ? ApiError.ParamIncorrect(ReasoningMissing)
            : null;
}

using Mimo.Testing.Rules;

namespace Mimo.Testing.OpenAI;

/// <summary>The fields of <c>POST /v1/chat/completions</c>, as the service documents them.</summary>
internal static class OpenAIFields
{
    public static readonly FieldSet Request = new(
        MimoStrictness.Faithful,
        new Field("model", FieldKind.String) { Required = true },
        new Field("messages", FieldKind.Array) { Required = true },
        // The upper bound depends on the model and has a text of its own, so it is judged with the model.
        new Field("max_completion_tokens", FieldKind.Integer) { Nullable = true, Minimum = 1 },
        new Field("max_tokens", FieldKind.Integer) { Nullable = true, Minimum = 1, Undocumented = true },
        new Field("temperature", FieldKind.Number) { Minimum = 0, Maximum = 1.5 },
        new Field("top_p", FieldKind.Number) { Minimum = 0.01, Maximum = 1 },
        new Field("frequency_penalty", FieldKind.Number) { Nullable = true, Minimum = -2, Maximum = 2 },
        new Field("presence_penalty", FieldKind.Number) { Nullable = true, Minimum = -2, Maximum = 2 },
        new Field("stop", FieldKind.Any),
        new Field("stream", FieldKind.Boolean) { Nullable = true },
        new Field("stream_options", FieldKind.Object) { Nullable = true },
        new Field("thinking", FieldKind.Object),
        new Field("reasoning_effort", FieldKind.String) { Undocumented = true, Literals = ["none", "low", "medium", "high"] },
        new Field("response_format", FieldKind.Object),
        new Field("tools", FieldKind.Array),
        // Any value but "auto" is dropped without a word.
        new Field("tool_choice", FieldKind.Any),
        new Field("audio", FieldKind.Object),
        new Field("asr_options", FieldKind.Object));

    public static readonly FieldSet StreamOptions = new(MimoStrictness.Faithful, new Field("include_usage", FieldKind.Boolean));

    public static readonly FieldSet Thinking = new(
        MimoStrictness.Faithful,
        new Field("type", FieldKind.String) { Required = true, Literals = ["enabled", "disabled"] });

    /// <summary>Only the type is judged: whether the undocumented <c>json_schema</c> is refused or ignored is not known, and refusing is the safer guess.</summary>
    public static readonly FieldSet ResponseFormat = new(
        MimoStrictness.Faithful,
        new Field("type", FieldKind.String) { Required = true, Literals = ["text", "json_object"] });

    /// <summary>Messages come back as the service sent them, perhaps with what a client library adds, so unknown members are let through.</summary>
    public static readonly FieldSet Message = new(
        MimoStrictness.Strict,
        new Field("role", FieldKind.String) { Required = true, Literals = ["system", "developer", "user", "assistant", "tool"] },
        new Field("content", FieldKind.Any),
        new Field("name", FieldKind.String),
        new Field("tool_calls", FieldKind.Array) { Nullable = true },
        new Field("reasoning_content", FieldKind.String) { Nullable = true },
        new Field("tool_call_id", FieldKind.String));

    public static readonly FieldSet ToolCall = new(
        MimoStrictness.Strict,
        new Field("id", FieldKind.String) { Required = true },
        new Field("type", FieldKind.String) { Required = true, Literals = ["function"] },
        new Field("function", FieldKind.Object) { Required = true },
        new Field("index", FieldKind.Integer) { Undocumented = true });

    public static readonly FieldSet CalledFunction = new(
        MimoStrictness.Strict,
        new Field("name", FieldKind.String) { Required = true },
        new Field("arguments", FieldKind.String) { Required = true });

    public static readonly FieldSet TextPart = new(
        MimoStrictness.Strict,
        new Field("type", FieldKind.String) { Required = true },
        new Field("text", FieldKind.String));

    public static readonly FieldSet ImagePart = new(
        MimoStrictness.Strict,
        new Field("type", FieldKind.String) { Required = true },
        new Field("image_url", FieldKind.Object) { Required = true });

    public static readonly FieldSet AudioPart = new(
        MimoStrictness.Strict,
        new Field("type", FieldKind.String) { Required = true },
        new Field("input_audio", FieldKind.Object) { Required = true });

    public static readonly FieldSet VideoPart = new(
        MimoStrictness.Strict,
        new Field("type", FieldKind.String) { Required = true },
        new Field("video_url", FieldKind.Object) { Required = true },
        new Field("fps", FieldKind.Number) { Minimum = 0.1, Maximum = 10 },
        new Field("media_resolution", FieldKind.String) { Literals = ["default", "max"] });

    public static readonly FieldSet MediaUrl = new(MimoStrictness.Strict, new Field("url", FieldKind.String) { Required = true });

    public static readonly FieldSet AudioData = new(MimoStrictness.Strict, new Field("data", FieldKind.String) { Required = true });

    public static readonly FieldSet FunctionTool = new(
        MimoStrictness.Faithful,
        new Field("type", FieldKind.String) { Required = true },
        new Field("function", FieldKind.Object) { Required = true });

    /// <summary>A missing name has a refusal of its own, so it is not required here.</summary>
    public static readonly FieldSet Function = new(
        MimoStrictness.Faithful,
        new Field("name", FieldKind.String),
        new Field("description", FieldKind.String),
        new Field("parameters", FieldKind.Object),
        new Field("strict", FieldKind.Boolean));

    public static readonly FieldSet WebSearchTool = new(
        MimoStrictness.Faithful,
        new Field("type", FieldKind.String) { Required = true },
        new Field("force_search", FieldKind.Boolean),
        new Field("max_keyword", FieldKind.Integer) { Minimum = 1, Maximum = 50 },
        new Field("limit", FieldKind.Integer) { Minimum = 1, Maximum = 50 },
        new Field("user_location", FieldKind.Object));

    public static readonly FieldSet UserLocation = new(
        MimoStrictness.Faithful,
        new Field("type", FieldKind.String) { Required = true, Literals = ["approximate"] },
        new Field("country", FieldKind.String),
        new Field("region", FieldKind.String),
        new Field("city", FieldKind.String));
}

using System.Text.Json;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Anthropic;

/// <summary>The fields of <c>POST /anthropic/v1/messages</c>, as the service documents them.</summary>
internal static class AnthropicFields
{
    private static readonly Field Type = new("type", FieldKind.String) { Required = true };

    public static readonly FieldSet Request = new(
        MimoStrictness.Faithful,
        new Field("model", FieldKind.String) { Required = true },
        new Field("messages", FieldKind.Array) { Required = true },
        new Field("system", FieldKind.Any),
        // The upper bound depends on the model and has a text of its own, so it is judged with the model.
        new Field("max_tokens", FieldKind.Integer) { Minimum = 1 },
        new Field("temperature", FieldKind.Number) { Minimum = 0, Maximum = 1.5 },
        new Field("top_p", FieldKind.Number) { Minimum = 0.01, Maximum = 1 },
        new Field("stop_sequences", FieldKind.Array) { Nullable = true },
        new Field("stream", FieldKind.Boolean),
        new Field("thinking", FieldKind.Object),
        new Field("tools", FieldKind.Array),
        new Field("tool_choice", FieldKind.Object));

    public static readonly FieldSet Thinking = new(
        MimoStrictness.Faithful,
        Type with { Literals = ["enabled", "disabled"] });

    /// <summary>Only <c>auto</c> is documented, and any other type is dropped without a word.</summary>
    public static readonly FieldSet ToolChoice = new(
        MimoStrictness.Strict,
        Type,
        new Field("disable_parallel_tool_use", FieldKind.Boolean),
        new Field("name", FieldKind.String) { Undocumented = true });

    public static readonly FieldSet Message = new(
        MimoStrictness.Strict,
        new Field("role", FieldKind.String) { Required = true, Literals = ["user", "assistant", "system"] },
        new Field("content", FieldKind.Any) { Required = true });

    /// <summary>A missing name has a refusal of its own, so it is not required here.</summary>
    public static readonly FieldSet Tool = new(
        MimoStrictness.Faithful,
        new Field("type", FieldKind.String) { Literals = ["custom"] },
        new Field("name", FieldKind.String),
        new Field("description", FieldKind.String),
        new Field("input_schema", FieldKind.Object) { Required = true });

    public static readonly FieldSet Text = new(MimoStrictness.Strict, Type, new Field("text", FieldKind.String) { Required = true });

    public static readonly FieldSet Media = new(MimoStrictness.Strict, Type, new Field("source", FieldKind.Object) { Required = true });

    public static readonly FieldSet Source = new(
        MimoStrictness.Strict,
        Type with { Literals = ["base64", "url"] },
        new Field("media_type", FieldKind.String),
        new Field("data", FieldKind.String),
        new Field("url", FieldKind.String),
        new Field("fps", FieldKind.Number) { Minimum = 0.1, Maximum = 10 },
        new Field("media_resolution", FieldKind.String) { Literals = ["default", "max"] });

    public static readonly FieldSet ThinkingBlock = new(
        MimoStrictness.Strict,
        Type,
        new Field("thinking", FieldKind.String) { Required = true },
        new Field("signature", FieldKind.String) { Nullable = true });

    public static readonly FieldSet ToolUse = new(
        MimoStrictness.Strict,
        Type,
        new Field("id", FieldKind.String) { Required = true },
        new Field("name", FieldKind.String) { Required = true },
        new Field("input", FieldKind.Object) { Required = true });

    public static readonly FieldSet ToolResult = new(
        MimoStrictness.Strict,
        Type,
        new Field("tool_use_id", FieldKind.String) { Required = true },
        new Field("content", FieldKind.Any),
        new Field("is_error", FieldKind.Boolean));

    /// <summary>Whether a tool is one that another service knows by itself, such as its web search, and so may lack a name and a schema.</summary>
    public static bool IsOfAnotherKind(JsonElement tool) => tool.Member("type").AsText() is { } type && type != "custom";
}

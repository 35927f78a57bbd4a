using System.Text.Json;

namespace Mimo.Testing.Rules;

/// <summary>What both formats demand of the name and the schema of an offered tool.</summary>
internal static class ToolNameRules
{
    private const int LongestName = 64;

    public static ApiError? Check(JsonElement name, MimoStrictness strictness)
    {
        if (name.AsText() is not { Length: > 0 } text)
        {
            return ApiError.ParamIncorrect("`name` is not set");
        }

        bool fits = text.Length <= LongestName && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        return fits || strictness == MimoStrictness.Lenient
            ? null
            : ApiError.ParamIncorrect($"invalid tool name: {text}, expected 1 to {LongestName} letters, digits, underscores or hyphens");
    }

    public static ApiError? CheckSchema(JsonElement schema, Location at, MimoStrictness strictness) =>
        schema.Member("type") is { ValueKind: not JsonValueKind.Undefined } type && type.AsText() != "object" && strictness != MimoStrictness.Lenient
            ? ApiError.Invalid("literal_error", at["type"], "Input should be 'object'")
            : null;
}

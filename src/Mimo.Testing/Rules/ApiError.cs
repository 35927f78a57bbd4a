using System.Text.Json;

namespace Mimo.Testing.Rules;

/// <summary>
/// An error body of the service, one flat object in both formats:
/// <c>{"error":{"code":"400","message":"Param Incorrect","param":"…","type":""}}</c>.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code in the body: a string, usually the status.</param>
/// <param name="Message">A general message; the explanation stands in <paramref name="Parameter"/>.</param>
/// <param name="Parameter">Sent as <c>param</c>; null leaves the key out.</param>
/// <param name="Type">Null leaves the key out.</param>
internal sealed record ApiError(int Status, string Code, string Message, string? Parameter, string? Type)
{
    /// <summary>The refusal of a missing or wrong key.</summary>
    public static ApiError InvalidKey { get; } = new(401, "401", "Invalid API Key", "Please provide valid API Key", "invalid_key");

    /// <summary>The refusal of media a model cannot take; logged for images (JohnnyZ93/oai-compatible-copilot issue 229).</summary>
    public static ApiError NoSupportFor(string medium) => new(404, "404", $"No endpoints found that support {medium} input", "", "");

    /// <summary>A path nobody answers.</summary>
    public static ApiError NotFound { get; } = new(404, "404", "Not Found", "", "");

    /// <summary>The refusal of a body that is no JSON, or has a text that is no Unicode.</summary>
    public static ApiError NotJson { get; } = ParamIncorrect("The body is not valid JSON");

    /// <summary>The common refusal of a body whose meaning is wrong.</summary>
    public static ApiError ParamIncorrect(string parameter) => new(400, "400", "Param Incorrect", parameter, "");

    /// <summary>
    /// The refusal of the service's shape validator, which answers with the text form of a Python list of problems.
    /// </summary>
    /// <param name="kind">The validator's name for the problem, for example <c>literal_error</c>.</param>
    /// <param name="at">Where the problem is.</param>
    /// <param name="message">What is wrong.</param>
    public static ApiError Invalid(string kind, Location at, string message) =>
        new(400, "400", $"[{{'type': '{kind}', 'loc': {at}, 'msg': {Location.PythonText(message)}}}]", "", "Bad Request");

    /// <summary>The refusal of what is no JSON object.</summary>
    public static ApiError NotAnObject(Location at) => Invalid("dict_type", at, "Input should be a valid dictionary");

    /// <summary>The refusal of what is no text.</summary>
    public static ApiError NotAString(Location at) => Invalid("string_type", at, "Input should be a valid string");

    /// <summary>The refusal of an object without a member that it needs.</summary>
    public static ApiError Missing(Location at) => Invalid("missing", at, "Field required");

    /// <summary>The refusal of a member that nobody knows.</summary>
    public static ApiError NotPermitted(Location at) => Invalid("extra_forbidden", at, "Extra inputs are not permitted");

    public byte[] ToUtf8() => WireJson.ToUtf8(WriteTo);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, Code);
        json.WriteString("message"u8, Message);
        if (Parameter is not null)
        {
            json.WriteString("param"u8, Parameter);
        }

        if (Type is not null)
        {
            json.WriteString("type"u8, Type);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

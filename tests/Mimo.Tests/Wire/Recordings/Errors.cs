namespace Mimo.Tests.Wire.Recordings;

/// <summary>A refusal as MiMo's hosts were recorded to send it, and what it says.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="Code">The code it names.</param>
/// <param name="Type">The type it names.</param>
/// <param name="Parameter">The explanation, which stands in <c>param</c>.</param>
/// <param name="Words">What a person must read of it.</param>
/// <param name="IsTransient">Whether the same request may pass later.</param>
internal sealed record RecordedError(int Status, string Body, string? Code, string? Type, string? Parameter, string Words, bool IsTransient = false);

internal static class Errors
{
    private const string Reasoning = "The reasoning_content in the thinking mode must be passed back to the API.";
    private const string TooLarge = "max_completion_tokens is too large: 131100. This model supports at most 131072 completion tokens, whereas you provided 131100.";

    public static Dictionary<string, RecordedError> All { get; } = new()
    {
        ["reasoning that was not passed back"] = Incorrect(Reasoning),
        ["no messages"] = Incorrect("messages must not be empty"),
        ["an unknown model"] = Incorrect("Not supported model mimo-v2-flash"),
        ["a tool without a name"] = Incorrect("`name` is not set"),
        ["content that is absent"] = Incorrect("`text` is not present"),
        ["content that is empty"] = Incorrect("`text` is not set"),
        ["two tools of one name"] = Incorrect("tools contains duplicate names: f"),
        ["too large a cap"] = Incorrect(TooLarge),
        ["a wrong key"] = new(401, """{"error":{"code":"401","message":"Invalid API Key","param":"Please provide valid API Key","type":"invalid_key"}}""", "401", "invalid_key", "Please provide valid API Key", "Invalid API Key: Please provide valid API Key"),
        ["no balance"] = new(402, """{"error":{"code":"402","message":"Insufficient account funds","type":""}}""", "402", "", null, "Insufficient account funds"),
        ["too many requests"] = new(429, """{"error":{"code":"429","message":"Too many requests","type":"limitation"}}""", "429", "limitation", null, "Too many requests", IsTransient: true),
        ["moderation under another status"] = new(400, """{"error":{"code":"421","message":"Moderation Block","param":"The request was rejected because it was considered high risk","type":"content_filter"}}""", "421", "content_filter", "The request was rejected because it was considered high risk", "Moderation Block: The request was rejected"),
        ["risk control under another status"] = new(400, """{"error":{"code":"441","message":"Blocked","type":"risk_control"}}""", "441", "risk_control", null, "Blocked"),
        ["an address that is not served"] = new(403, """{"error":{"code":"403","message":"Illegal access","type":"illegal_access"}}""", "403", "illegal_access", null, "Illegal access"),
        ["the words of a validator"] = new(400, """{"error":{"code":"400","message":"[{'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), 'msg': \"Input should be 'low', 'medium' or 'high'\"}]","param":"","type":"Bad Request"}}""", "400", "Bad Request", "", "Input should be 'low', 'medium' or 'high'"),
        ["a feature of another endpoint"] = new(400, """{"error":{"code":"responses_feature_not_supported","message":"No custom tools.","type":"unsupported_feature"}}""", "responses_feature_not_supported", "unsupported_feature", null, "No custom tools."),
        ["the mirror: a wrong key"] = Mirror(401, "authentication_failed"),
        ["the mirror: a bad request"] = Mirror(400, "invalid_request"),
        ["the mirror: a closed region"] = Mirror(403, "permission_denied"),
        ["the mirror: a wrong path"] = Mirror(404, "not_found"),
        ["the mirror: too many requests"] = Mirror(429, "rate_limit_exceeded", isTransient: true),
        ["the mirror: a fault"] = Mirror(500, "internal_error", isTransient: true),
        ["the mirror: too much load"] = Mirror(503, "service_unavailable", isTransient: true),
        ["Anthropic's own wrapper"] = new(400, """{"type":"error","error":{"type":"invalid_request_error","message":"No."}}""", null, "invalid_request_error", null, "No."),
        ["the page of a firewall"] = new(403, "<html><body>Request blocked é</body></html>", null, null, null, "Request blocked é"),
        ["the text of a gateway"] = new(503, "upstream connect error", null, null, null, "upstream connect error", IsTransient: true),
    };

    private static RecordedError Incorrect(string parameter) =>
        new(400, $$$"""{"error":{"code":"400","message":"Param Incorrect","param":"{{{parameter}}}","type":""}}""", "400", "", parameter, $"Param Incorrect: {parameter}");

    private static RecordedError Mirror(int status, string code, bool isTransient = false) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"Sorry.","type":"error"}}""", code, null, null, "Sorry.", isTransient);
}

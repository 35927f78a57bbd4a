using System.Text.Json.Nodes;

namespace Mimo.Testing.Anthropic;

/// <summary>Turns what MiMo sends into what Anthropic's own description of the format allows.</summary>
internal static class AnthropicStandard
{
    /// <param name="body">A message, an event or an error.</param>
    /// <param name="status">The HTTP status.</param>
    public static void Rewrite(JsonObject body, int status)
    {
        if (body["error"] is JsonObject error)
        {
            body["type"] = "error";
            body["error"] = Error(error, status);
            return;
        }

        RewriteStopReason(body);
        if (body["message"] is JsonObject message)
        {
            message.TryAdd("stop_reason", null);
            message.TryAdd("stop_sequence", null);
        }

        AddSignature(body["content_block"]);
        foreach (JsonNode? block in body["content"] as JsonArray ?? [])
        {
            AddSignature(block);
        }

        if (body["delta"] is JsonObject delta)
        {
            RewriteStopReason(delta);
        }
    }

    private static JsonObject Error(JsonObject error, int status)
    {
        string message = (string?)error["message"] ?? "";
        string? explanation = (string?)error["param"];
        return new JsonObject
        {
            ["type"] = status switch
            {
                401 => "authentication_error",
                402 => "billing_error",
                403 => "permission_error",
                404 => "not_found_error",
                429 => "rate_limit_error",
                503 => "overloaded_error",
                >= 500 or < 400 => "api_error",
                _ => "invalid_request_error",
            },
            ["message"] = string.IsNullOrEmpty(explanation) ? message : $"{message}: {explanation}",
        };
    }

    private static void AddSignature(JsonNode? block)
    {
        if (block is JsonObject thinking && (string?)thinking["type"] == "thinking")
        {
            thinking.TryAdd("signature", "");
        }
    }

    private static void RewriteStopReason(JsonObject json)
    {
        switch ((string?)json["stop_reason"])
        {
            case "repetition_truncation":
                json["stop_reason"] = "max_tokens";
                break;
            case "content_filter":
                json["stop_reason"] = "refusal";
                break;
        }
    }
}

using System.Text.Json.Nodes;

namespace Mimo.Testing.OpenAI;

/// <summary>Turns what MiMo sends into what OpenAI's own description of the format allows.</summary>
internal static class OpenAIStandard
{
    public static void Rewrite(JsonObject body)
    {
        if (body["error"] is JsonObject error)
        {
            RewriteError(error);
            return;
        }

        foreach (JsonObject choice in body["choices"]!.AsArray().OfType<JsonObject>())
        {
            RewriteFinishReason(choice);
            if (choice["message"] is JsonObject message)
            {
                choice["logprobs"] = null;
                message["refusal"] = null;
                RewriteMessage(message);
            }
            else if (choice["delta"] is JsonObject delta)
            {
                RewriteMessage(delta);
                delta.Remove("annotations");
            }
        }

        if (body["usage"] is JsonObject usage)
        {
            usage.Remove("web_search_usage");
            RemoveIfNull(usage, "prompt_tokens_details");
        }
    }

    private static void RewriteError(JsonObject error)
    {
        error.TryAdd("param", null);
        error.TryAdd("type", "");
    }

    private static void RewriteFinishReason(JsonObject choice)
    {
        if ((string?)choice["finish_reason"] == "repetition_truncation")
        {
            choice["finish_reason"] = "length";
        }
    }

    /// <summary>Of a whole message or a piece of one. What is null in MiMo's is left out in OpenAI's, save for the content.</summary>
    private static void RewriteMessage(JsonObject message)
    {
        RemoveIfNull(message, "role");
        RemoveIfNull(message, "reasoning_content");
        RemoveIfNull(message, "tool_calls");
        message.Remove("error_message");
        if (message["tool_calls"] is JsonArray calls)
        {
            foreach (JsonObject call in calls.OfType<JsonObject>())
            {
                RemoveIfNull(call, "id");
                RemoveIfNull(call["function"]!.AsObject(), "name");
            }
        }

        if (message["annotations"] is JsonArray annotations)
        {
            message["annotations"] = new JsonArray([.. annotations.OfType<JsonObject>().Select(Citation)]);
        }
    }

    private static JsonObject Citation(JsonObject annotation) => new()
    {
        ["type"] = "url_citation",
        ["url_citation"] = new JsonObject
        {
            ["start_index"] = 0,
            ["end_index"] = 0,
            ["url"] = annotation["url"]?.DeepClone(),
            ["title"] = annotation["title"]?.DeepClone(),
        },
    };

    private static void RemoveIfNull(JsonObject json, string name)
    {
        if (json[name] is null)
        {
            json.Remove(name);
        }
    }
}

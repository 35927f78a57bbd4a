using System.Globalization;
using System.Text;

namespace Mimo;

/// <summary>Renders a request for people.</summary>
internal static class RequestPreview
{
    public static string Render(MimoRequest request)
    {
        var text = new StringBuilder();
        text.Append("model: ").AppendLine(request.Model ?? "(the client's)");
        AppendOption(text, "temperature", request.Temperature);
        AppendOption(text, "top_p", request.TopP);
        AppendOption(text, "max_completion_tokens", request.MaxCompletionTokens);
        AppendOption(text, "frequency_penalty", request.FrequencyPenalty);
        AppendOption(text, "presence_penalty", request.PresencePenalty);
        if (request.Stop.Count > 0)
        {
            text.Append("stop: ").AppendJoin(", ", request.Stop).AppendLine();
        }

        if (request.Thinking != MimoThinking.Default)
        {
            text.Append("thinking: ").AppendLine(request.Thinking == MimoThinking.Enabled ? "enabled" : "disabled");
        }

        if (request.ResponseFormat == MimoResponseFormat.JsonObject)
        {
            text.AppendLine("response_format: json_object");
        }

        if (request.Tools.Count > 0)
        {
            text.Append("tools: ").AppendJoin(", ", request.Tools.Select(static tool => tool.Name)).AppendLine();
        }

        if (request.WebSearch is { } search)
        {
            text.Append("web_search: ").AppendLine(search.ForceSearch ? "always" : "if the model wants it");
        }

        foreach (MimoMessage message in request.Messages)
        {
            text.AppendLine().AppendLine(MessagePreview.Render(message));
        }

        return text.ToString();
    }

    private static void AppendOption<T>(StringBuilder text, string name, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            text.Append(name).Append(": ").AppendLine(Convert.ToString(given, CultureInfo.InvariantCulture));
        }
    }
}

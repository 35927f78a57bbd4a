using System.Text.Json;
using Mimo.Testing.Replies;

namespace Mimo.Testing.OpenAI;

/// <summary>Writes what the built-in web search adds to a message and to the usage. Without a search it adds nothing.</summary>
internal static class OpenAISearchWriter
{
    public static void WriteFindings(Utf8JsonWriter json, Reply reply)
    {
        if (reply.Citations.Count > 0)
        {
            json.WriteStartArray("annotations"u8);
            foreach (MimoCitation citation in reply.Citations)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, citation.Type);
                json.WriteString("url"u8, citation.Uri);
                json.WriteString("title"u8, citation.Title);
                json.WriteString("summary"u8, citation.Summary);
                json.WriteString("site_name"u8, citation.SiteName);
                json.WriteString("logo_url"u8, citation.LogoUri);
                json.WriteString("publish_time"u8, citation.PublishTime);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (reply.SearchError is not null)
        {
            json.WriteString("error_message"u8, reply.SearchError);
        }
    }

    public static void WriteUsage(Utf8JsonWriter json, Usage usage)
    {
        if (usage.WebSearches is { } searches)
        {
            json.WriteStartObject("web_search_usage"u8);
            json.WriteNumber("tool_usage"u8, searches);
            json.WriteNumber("page_usage"u8, usage.WebPages);
            json.WriteEndObject();
        }
    }
}

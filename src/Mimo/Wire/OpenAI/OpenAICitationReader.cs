using System.Text.Json;

namespace Mimo.Wire.OpenAI;

/// <summary>Reads <c>annotations</c>: the sources of a web search.</summary>
internal static class OpenAICitationReader
{
    public static void Read(ref Utf8JsonReader reader, AnswerBuilder answer)
    {
        if (!WireReader.StartsArray(ref reader))
        {
            return;
        }

        while (WireReader.NextItem(ref reader))
        {
            if (WireReader.StartsObject(ref reader))
            {
                (answer.Citations ??= []).Add(ReadCitation(ref reader));
            }
        }
    }

    private static MimoCitation ReadCitation(ref Utf8JsonReader reader)
    {
        var citation = new MimoCitation();
        while (WireReader.NextMember(ref reader))
        {
            string name = JsonText.ReadString(reader);
            reader.Read();
            string text = WireReader.String(ref reader) ?? string.Empty;
            citation = name switch
            {
                "type" => citation with { Type = text },
                "url" => citation with { Uri = text },
                "title" => citation with { Title = text },
                "summary" => citation with { Summary = text },
                "site_name" => citation with { SiteName = text },
                "logo_url" => citation with { LogoUri = text },
                "publish_time" => citation with { PublishTime = text },
                _ => citation,
            };
        }

        return citation;
    }
}

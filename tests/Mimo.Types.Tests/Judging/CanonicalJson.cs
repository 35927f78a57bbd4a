using System.Text;
using System.Text.Json;

namespace Mimo.Types.Tests.Judging;

/// <summary>JSON text in which equal values look equal: members sorted, and the items of arrays too where their order means nothing.</summary>
internal static class CanonicalJson
{
    public static string Of(string json, bool sortsItems)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        return Of(document.RootElement, sortsItems);
    }

    private static string Of(JsonElement element, bool sortsItems)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return "{" + string.Join(",", element.EnumerateObject()
                    .Select(member => JsonSerializer.Serialize(member.Name) + ":" + Of(member.Value, sortsItems))
                    .Order(StringComparer.Ordinal)) + "}";
            case JsonValueKind.Array:
                IEnumerable<string> items = element.EnumerateArray().Select(item => Of(item, sortsItems));
                return "[" + string.Join(",", sortsItems ? items.Order(StringComparer.Ordinal) : items) + "]";
            case JsonValueKind.String:
                return JsonSerializer.Serialize(element.GetString());
            default:
                return element.GetRawText();
        }
    }

    /// <summary>A short form for messages.</summary>
    public static string Excerpt(string text) => text.Length <= 2000 ? text : new StringBuilder(text, 0, 2000, 2010).Append('…').ToString();
}

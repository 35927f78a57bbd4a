using Mimo.Testing.Conversations;

namespace Mimo.Testing.Replies;

/// <summary>Makes up what a web search finds: one page about the question, on a host that is reserved for examples.</summary>
internal static class WebSource
{
    /// <summary>In tokens.</summary>
    private const int LongestTitle = 15;

    public static MimoCitation For(ChatRequest request)
    {
        string question = request.LastUserText.ReplaceLineEndings(" ").Trim();
        string title = Tokens.Cut(question, LongestTitle).TrimEnd();
        return new MimoCitation
        {
            Type = "url_citation",
            Uri = $"https://example.com/search?q={Uri.EscapeDataString(title)}",
            Title = title,
            Summary = $"What is known about: {title}",
            SiteName = "Example",
            LogoUri = "https://example.com/logo.png",
            PublishTime = "2026-03-20T08:00:00+08:00",
        };
    }
}

using System.Text.RegularExpressions;

namespace Mimo.Docs.Tests.Snippets;

/// <summary>Compares text with what a page shows of it; an ellipsis on the page stands for anything.</summary>
internal static class ShownText
{
    /// <summary>Whether the whole text is as shown, but for spaces at the ends of lines.</summary>
    public static bool Is(string text, string shown) => Regex.IsMatch(Trimmed(text), $"^{Pattern(Trimmed(shown))}$", RegexOptions.Singleline);

    /// <summary>Whether what is shown is within the text, however it is spaced and broken into lines.</summary>
    public static bool IsWithin(string text, string shown) => Regex.IsMatch(OneSpaced(text), string.Join(".*?", shown.Split('…').Select(static part => Regex.Escape(OneSpaced(part)))), RegexOptions.Singleline);

    private static string Pattern(string shown) => string.Join(".*", shown.Split('…').Select(Regex.Escape));

    private static string Trimmed(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Trim().Split('\n').Select(static line => line.TrimEnd()));

    private static string OneSpaced(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}

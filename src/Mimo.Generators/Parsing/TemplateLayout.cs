namespace Mimo.Generators.Parsing;

/// <summary>The layout of templates over several lines.</summary>
internal static class TemplateLayout
{
    /// <summary>Line ends become <c>\n</c>, the indentation that all lines share goes, and so do empty lines around the text.</summary>
    public static string Normalize(string template)
    {
        string[] lines = template.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        if (lines.Length == 1)
        {
            return template;
        }

        // The first line follows the opening quote directly, so its indentation says nothing.
        int common = lines.Skip(1).Where(static line => line.Trim().Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        IEnumerable<string> trimmed = lines.Select((line, index) => index == 0 ? line : line.Length >= common ? line.Substring(common) : line.TrimStart());
        return string.Join("\n", trimmed).Trim('\n');
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ', '\t').Length;
}

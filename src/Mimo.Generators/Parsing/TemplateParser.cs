using System.Text;

namespace Mimo.Generators.Parsing;

/// <summary>A stretch of a template as it is written, before its names are looked up.</summary>
/// <param name="Text">Text with its escapes resolved; null for a placeholder.</param>
/// <param name="Path">The dotted name of a placeholder.</param>
/// <param name="Format">What follows the colon; null if there is none.</param>
internal sealed record TemplatePart(string? Text, string Path, string? Format);

/// <summary>Takes templates apart: <c>{name}</c>, <c>{name.Member:format}</c>, and <c>{{</c> and <c>}}</c> for braces.</summary>
internal static class TemplateParser
{
    /// <param name="template">The template's text.</param>
    /// <param name="problem">What is wrong with it, as a clause; null if nothing.</param>
    /// <returns>The parts in order; those before the problem if there is one.</returns>
    public static IReadOnlyList<TemplatePart> Parse(string template, out string? problem)
    {
        var parts = new List<TemplatePart>();
        var text = new StringBuilder();
        problem = null;
        int index = 0;
        while (index < template.Length)
        {
            char character = template[index];
            bool isDoubled = index + 1 < template.Length && template[index + 1] == character;
            if (character is '{' or '}' && isDoubled)
            {
                text.Append(character);
                index += 2;
            }
            else if (character == '{')
            {
                int end = template.IndexOf('}', index);
                if (end < 0)
                {
                    problem = "a placeholder is not closed; write '{{' for a brace";
                    break;
                }

                if (text.Length > 0)
                {
                    parts.Add(new TemplatePart(text.ToString(), "", null));
                    text.Clear();
                }

                TemplatePart? placeholder = ParsePlaceholder(template.Substring(index + 1, end - index - 1), out problem);
                if (placeholder is null)
                {
                    break;
                }

                parts.Add(placeholder);
                index = end + 1;
            }
            else if (character == '}')
            {
                problem = "'}' stands alone; write '}}' for a brace";
                break;
            }
            else
            {
                text.Append(character);
                index++;
            }
        }

        if (text.Length > 0)
        {
            parts.Add(new TemplatePart(text.ToString(), "", null));
        }

        return parts;
    }

    private static TemplatePart? ParsePlaceholder(string content, out string? problem)
    {
        int colon = content.IndexOf(':');
        string path = (colon < 0 ? content : content.Substring(0, colon)).Trim();
        string? format = colon < 0 ? null : content.Substring(colon + 1).Trim();
        problem = null;
        if (path.Length == 0)
        {
            problem = "a placeholder is empty; name a parameter, or write '{{}}' for the braces";
        }
        else if (path.IndexOf('[') >= 0)
        {
            problem = $"'{path}' takes an item by index, which templates can't; pass the item as a parameter of its own";
        }
        else if (path.Split('.').Any(static name => !Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name.TrimStart('@'))))
        {
            problem = $"'{path}' is not a name; write '{{{{' for a brace";
        }
        else if (format is { Length: 0 })
        {
            problem = $"'{path}' has a colon but no format";
        }

        return problem is null ? new TemplatePart(null, path.Replace("@", ""), format) : null;
    }
}

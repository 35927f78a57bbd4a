using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.Parsing;

/// <summary>A stretch of a template as it is written, before its names are looked up.</summary>
/// <param name="Text">Text with its escapes resolved; null for a placeholder.</param>
/// <param name="Path">The dotted name of a placeholder.</param>
/// <param name="Format">What follows the colon; null if there is none.</param>
internal sealed record TemplatePart(string? Text, string Path, string? Format)
{
    /// <summary>Where the part begins in the template; a placeholder's brace.</summary>
    public int Start { get; init; }

    /// <summary>How long it is in the template; a placeholder with its braces.</summary>
    public int Length { get; init; }

    /// <summary>Where a placeholder's path begins in the template.</summary>
    public int PathStart { get; init; }

    /// <summary>Where its format begins in the template, if it has one.</summary>
    public int FormatStart { get; init; }
}

/// <summary>What is wrong with a template, and where in it.</summary>
/// <param name="Text">A clause, as in a sentence that begins with the template.</param>
internal sealed record TemplateProblem(string Text, int Start, int Length);

/// <summary>Takes templates apart: <c>{name}</c>, <c>{name.Member:format}</c>, and <c>{{</c> and <c>}}</c> for braces.</summary>
internal static class TemplateParser
{
    /// <param name="template">The template's text.</param>
    /// <param name="problem">What is wrong with it; null if nothing.</param>
    /// <returns>The parts in order; those before the problem if there is one.</returns>
    public static IReadOnlyList<TemplatePart> Parse(string template, out TemplateProblem? problem)
    {
        var parts = new List<TemplatePart>();
        var text = new StringBuilder();
        int textStart = 0;
        problem = null;
        int index = 0;
        while (index < template.Length && problem is null)
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
                EndText();
                int end = template.IndexOf('}', index);
                if (end < 0)
                {
                    problem = new TemplateProblem("a placeholder is not closed; write '{{' for a brace", index, 1);
                }
                else if (ParsePlaceholder(template, index, end, out problem) is { } placeholder)
                {
                    parts.Add(placeholder);
                    index = end + 1;
                    textStart = index;
                }
            }
            else if (character == '}')
            {
                problem = new TemplateProblem("'}' stands alone; write '}}' for a brace", index, 1);
            }
            else
            {
                text.Append(character);
                index++;
            }
        }

        EndText();
        return parts;

        void EndText()
        {
            if (text.Length > 0)
            {
                parts.Add(new TemplatePart(text.ToString(), "", null) { Start = textStart, Length = index - textStart });
                text.Clear();
            }
        }
    }

    private static TemplatePart? ParsePlaceholder(string template, int start, int end, out TemplateProblem? problem)
    {
        string content = template.Substring(start + 1, end - start - 1);
        int colon = content.IndexOf(':');
        string writtenPath = colon < 0 ? content : content.Substring(0, colon);
        string path = writtenPath.Trim();
        string? writtenFormat = colon < 0 ? null : content.Substring(colon + 1);
        string? format = writtenFormat?.Trim();
        string? fault = path.Length == 0 ? "a placeholder is empty; name a parameter, or write '{{}}' for the braces"
            : path.IndexOf('[') >= 0 ? $"'{path}' takes an item by index, which templates can't; pass the item as a parameter of its own"
            : path.Split('.').Any(static name => !SyntaxFacts.IsValidIdentifier(name.TrimStart('@'))) ? $"'{path}' is not a name; write '{{{{' for a brace"
            : format is { Length: 0 } ? $"'{path}' has a colon but no format"
            : null;
        problem = fault is null ? null : new TemplateProblem(fault, start, end - start + 1);
        return fault is not null ? null : new TemplatePart(null, path.Replace("@", ""), format)
        {
            Start = start,
            Length = end - start + 1,
            PathStart = start + 1 + writtenPath.Length - writtenPath.TrimStart().Length,
            FormatStart = writtenFormat is null ? 0 : start + colon + 2 + writtenFormat.Length - writtenFormat.TrimStart().Length,
        };
    }
}

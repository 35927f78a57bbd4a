using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Makes XML of a doc comment that is none. What is no tag of a comment becomes text, what is left open is closed, and the rest stays
/// as it is written.
/// </summary>
internal static class DocCommentXml
{
    /// <summary>What a comment is made of. They don't stand in one another, so that the next one tells where the last should have ended.</summary>
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "summary", "param", "typeparam", "returns", "remarks", "value", "exception", "example", "permission",
    };

    /// <summary>Tags that hold nothing: left open, the slash is missing.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "see", "seealso", "paramref", "typeparamref", "inheritdoc", "include", "br",
    };

    private static readonly HashSet<string> Inner = new(StringComparer.Ordinal)
    {
        "para", "c", "code", "list", "listheader", "item", "term", "description", "a", "b", "i", "u", "em", "strong", "tt", "p", "ul", "ol", "li", "pre",
    };

    private static readonly Regex Markup = new(
        """(?<skip><!--.*?-->|<!\[CDATA\[.*?\]\]>|&(?:amp|lt|gt|quot|apos|\#[0-9]+|\#x[0-9a-fA-F]+);)|<(?<close>/?)(?<name>[A-Za-z]+)(?<attributes>(?:\s+[A-Za-z:]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'<>/=]+))*)\s*(?<empty>/?)>|(?<stray>[<&])""",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex Attribute = new("""(?<name>[A-Za-z:]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<bare>[^\s"'<>/=]+))""", RegexOptions.CultureInvariant);

    private static readonly Regex StrayAmpersand = new("&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)", RegexOptions.CultureInvariant);

    /// <returns>The changes to make, in order and apart; null if they would not make XML of it.</returns>
    public static IReadOnlyList<Change>? Repair(string xml)
    {
        var changes = new List<Change>();
        var open = new List<Tag>();
        foreach (Match match in Markup.Matches(xml))
        {
            string name = match.Groups["name"].Value;
            if (match.Groups["stray"].Success || (name.Length > 0 && !IsKnown(name)))
            {
                changes.Add(AsText(xml, match.Index));
            }
            else if (match.Groups["close"].Length > 0)
            {
                Close(xml, name, match.Index, open, changes);
            }
            else if (name.Length > 0)
            {
                if (Sections.Contains(name))
                {
                    CloseAbove(xml, 0, match.Index, open, changes);
                }

                Quote(match.Groups["attributes"], changes);
                if (match.Groups["empty"].Length == 0)
                {
                    open.Add(new Tag(name, match.Index + match.Length - 1));
                }
            }
        }

        CloseAbove(xml, 0, xml.Length, open, changes);

        // Several tags can be closed in one place; they stay in their order.
        List<Change> ordered = changes.OrderBy(static change => change.Start).ToList();
        return ordered.Count > 0 && IsXml(Apply(xml, ordered)) ? ordered : null;
    }

    /// <summary>The text with some changes made.</summary>
    public static string Apply(string text, IReadOnlyList<Change> changes)
    {
        var result = new StringBuilder(text);
        for (int index = changes.Count - 1; index >= 0; index--)
        {
            result.Remove(changes[index].Start, changes[index].Length).Insert(changes[index].Start, changes[index].Text);
        }

        return result.ToString();
    }

    private static bool IsKnown(string name) => Sections.Contains(name) || Empty.Contains(name) || Inner.Contains(name);

    private static Change AsText(string xml, int index) => new(index, 1, xml[index] == '<' ? "&lt;" : "&amp;");

    private static void Close(string xml, string name, int index, List<Tag> open, List<Change> changes)
    {
        int opened = open.FindLastIndex(tag => tag.Name == name);
        if (opened < 0)
        {
            changes.Add(AsText(xml, index));
            return;
        }

        CloseAbove(xml, opened + 1, index, open, changes);
        open.RemoveAt(opened);
    }

    /// <summary>Closes the tags that are open from a level on, behind the last word before a place.</summary>
    private static void CloseAbove(string xml, int level, int place, List<Tag> open, List<Change> changes)
    {
        int end = place;
        while (end > 0 && char.IsWhiteSpace(xml[end - 1]))
        {
            end--;
        }

        for (int index = open.Count - 1; index >= level; index--)
        {
            changes.Add(Empty.Contains(open[index].Name) ? new Change(open[index].End, 0, "/") : new Change(end, 0, $"</{open[index].Name}>"));
        }

        open.RemoveRange(level, open.Count - level);
    }

    private static void Quote(Group attributes, List<Change> changes)
    {
        foreach (Match attribute in Attribute.Matches(attributes.Value))
        {
            Group bare = attribute.Groups["bare"];
            Group value = attribute.Groups["value"];
            string repaired = bare.Success ? $"\"{bare.Value}\"" : Escape(value.Value, isReference: attribute.Groups["name"].Value == "cref");
            Group written = bare.Success ? bare : value;
            if (repaired != written.Value)
            {
                changes.Add(new Change(attributes.Index + written.Index, written.Length, repaired));
            }
        }
    }

    /// <summary>References have braces in place of angle brackets, so that they need no escapes.</summary>
    private static string Escape(string value, bool isReference) =>
        StrayAmpersand.Replace(isReference ? value.Replace('<', '{').Replace('>', '}') : value.Replace("<", "&lt;"), "&amp;");

    private static bool IsXml(string xml)
    {
        try
        {
            XElement.Parse("<doc>" + xml + "</doc>");
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>A stretch of text, and what takes its place.</summary>
    internal readonly record struct Change(int Start, int Length, string Text);

    /// <param name="Name">The tag's name.</param>
    /// <param name="End">Where its closing bracket is.</param>
    private readonly record struct Tag(string Name, int End);
}

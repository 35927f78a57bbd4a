using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.CodeFixes;

/// <summary>Edits the doc comment above a declaration line by line, as people do, so that the rest stays as it is written.</summary>
internal static class DocComment
{
    /// <summary>Whether the comment holds a piece of XML.</summary>
    public static bool Has(SyntaxNode declaration, string xml) => Lines(declaration).Any(line => IsComment(line) && line.Contains(xml));

    /// <summary>Adds a line above those that are there.</summary>
    public static SyntaxNode Prepend(SyntaxNode declaration, string xml)
    {
        List<string> lines = Lines(declaration);
        int first = lines.FindIndex(IsComment);
        return With(declaration, lines, first < 0 ? lines.Count - 1 : first, xml);
    }

    /// <summary>Adds a line below those that are there.</summary>
    public static SyntaxNode Append(SyntaxNode declaration, string xml)
    {
        List<string> lines = Lines(declaration);
        int last = lines.FindLastIndex(IsComment);
        return With(declaration, lines, last < 0 ? lines.Count - 1 : last + 1, xml);
    }

    /// <summary>Takes the lines away that hold an element.</summary>
    public static SyntaxNode Remove(SyntaxNode declaration, string start, string end)
    {
        List<string> lines = Lines(declaration);
        int first = lines.FindIndex(line => IsComment(line) && line.Contains(start));
        int last = first < 0 ? -1 : lines.FindIndex(first, line => line.Contains(end));
        if (last < 0)
        {
            return declaration;
        }

        // What shares a line with the element is kept.
        string rest = Regex.Replace(string.Concat(lines.GetRange(first, last - first + 1)), Regex.Escape(start) + ".*?" + Regex.Escape(end), "", RegexOptions.Singleline);
        lines.RemoveRange(first, last - first + 1);
        if (rest.Trim().TrimStart('/').Trim().Length > 0)
        {
            lines.Insert(first, rest);
        }

        return declaration.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(string.Concat(lines)));
    }

    /// <summary>Makes XML of a comment that is none; null if it is XML already, or can't be made so by machine.</summary>
    public static SyntaxNode? RepairXml(SyntaxNode declaration)
    {
        List<string> lines = Lines(declaration);
        var xml = new StringBuilder();
        var places = new List<int>();
        int start = 0;
        foreach (string line in lines)
        {
            int marker = IsComment(line) ? line.IndexOf("///", StringComparison.Ordinal) + "///".Length : line.Length;
            xml.Append(line, marker, line.Length - marker);
            places.AddRange(Enumerable.Range(start + marker, line.Length - marker));
            start += line.Length;
        }

        places.Add(start);
        if (DocCommentXml.Repair(xml.ToString()) is not { } changes)
        {
            return null;
        }

        List<DocCommentXml.Change> placed = changes.Select(change => change with { Start = places[change.Start] }).ToList();
        return declaration.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(DocCommentXml.Apply(string.Concat(lines), placed)));
    }

    private static SyntaxNode With(SyntaxNode declaration, List<string> lines, int index, string xml)
    {
        string indentation = lines[lines.Count - 1];
        string end = LineEnd(declaration);
        lines.Insert(index, $"{indentation}/// {xml}{end}");
        return declaration.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(string.Concat(lines)));
    }

    /// <summary>The line end that the file uses, which the first declaration of a type has none of above it.</summary>
    private static string LineEnd(SyntaxNode declaration)
    {
        SyntaxTrivia end = declaration.DescendantTrivia().Concat(declaration.SyntaxTree.GetRoot().DescendantTrivia()).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end.ToString() : "\n";
    }

    /// <summary>What stands above a declaration, as lines with their ends; the last is its own indentation.</summary>
    private static List<string> Lines(SyntaxNode declaration)
    {
        string text = declaration.GetLeadingTrivia().ToFullString();
        List<string> lines = Regex.Split(text, "(?<=\n)").ToList();
        return lines;
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("///", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO043: moves the paragraphs of a template that are always the same before those that vary.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixedTextFirstCodeFixProvider))]
[Shared]
public sealed class FixedTextFirstCodeFixProvider : RepairingCodeFixProvider
{
    private static readonly Regex BlankLines = new(@"\n(?:[ \t]*\r?\n)+", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.PrefixVaries.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (TemplateScope.Find(context) is { } scope && Reorder(scope.Text, scope.Literal.Token.Kind()) is { } reordered && reordered != scope.Text)
        {
            yield return new Repair("Put the text that is always the same first", "Reorder", new Edit(
                context.Document, scope.Literal, (node, _) => TemplateScope.WithText(node, text => Reorder(text, scope.Literal.Token.Kind()) ?? text)));
        }
    }

    /// <summary>The literal with its paragraphs in another order; null if it has none.</summary>
    private static string? Reorder(string text, SyntaxKind kind)
    {
        (int start, int end, string? separator) = kind switch
        {
            // Between the line ends that belong to the quotes.
            SyntaxKind.MultiLineRawStringLiteralToken => (text.IndexOf('\n') + 1, text.LastIndexOf('\n'), null),
            SyntaxKind.StringLiteralToken when text.StartsWith("@", StringComparison.Ordinal) => (2, text.Length - 1, (string?)null),
            SyntaxKind.StringLiteralToken => (1, text.Length - 1, "\\n\\n"),
            _ => (0, 0, null),
        };
        if (end <= start)
        {
            return null;
        }

        string content = text.Substring(start, end - start);
        string[] paragraphs = separator is null ? BlankLines.Split(content) : content.Split([separator], StringSplitOptions.None);
        string between = separator ?? BlankLines.Match(content).Value;
        IEnumerable<string> ordered = paragraphs.Where(static paragraph => !Varies(paragraph)).Concat(paragraphs.Where(Varies));
        return paragraphs.Length < 2 ? null : text.Substring(0, start) + string.Join(between, ordered) + text.Substring(end);
    }

    private static bool Varies(string paragraph) => paragraph.Replace("{{", "").Contains("{");
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>A template's literal with the place that was reported in it, and what its placeholders can name.</summary>
/// <param name="Literal">The literal that the place is in.</param>
/// <param name="Span">The place, within the literal's text.</param>
/// <param name="Methods">The prompt method, or those of the interface if the template is the interface's.</param>
internal sealed record TemplateScope(LiteralExpressionSyntax Literal, TextSpan Span, IReadOnlyList<IMethodSymbol> Methods)
{
    /// <summary>The literal as it is written, quotes and all.</summary>
    public string Text => Literal.Token.Text;

    /// <summary>What was reported.</summary>
    public string Reported => Text.Substring(Span.Start, Span.Length);

    /// <summary>Finds the scope of a diagnostic; null if it doesn't stand in a template that is written as a literal.</summary>
    public static TemplateScope? Find(RepairContext context)
    {
        TextSpan span = context.Diagnostic.Location.SourceSpan;
        SyntaxToken token = context.Root.FindToken(span.Start);
        if (token.Parent is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal || !token.Span.Contains(span) || token.Span == span)
        {
            return null;
        }

        SyntaxNode? owner = literal.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent;
        IReadOnlyList<IMethodSymbol>? methods = (owner is null ? null : context.SemanticModel.GetDeclaredSymbol(owner, context.CancellationToken)) switch
        {
            IMethodSymbol method => [method],
            INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>().Where(static method => method is { IsAbstract: true, MethodKind: MethodKind.Ordinary }).ToList(),
            _ => null,
        };
        return methods is null ? null : new TemplateScope(literal, new TextSpan(span.Start - token.SpanStart, span.Length), methods);
    }

    /// <summary>The names that can stand where a name was reported: parameters, or the members of what stands before the dot.</summary>
    public IReadOnlyList<string> NamesAt(TextSpan name)
    {
        int start = Text.LastIndexOf('{', name.Start) + 1;
        string[] before = Text.Substring(start, name.Start - start).Split('.').Select(static part => part.Trim()).Where(static part => part.Length > 0).ToArray();
        if (before.Length == 0)
        {
            return Methods.SelectMany(static method => method.Parameters)
                .Where(static parameter => PromptMethodParser.RoleOf(parameter) == Model.PromptParameterRole.Value)
                .Select(static parameter => parameter.Name).Distinct().ToList();
        }

        return TypeOf(before) is { } type ? MembersOf(type, Methods[0].ContainingAssembly).ToList() : [];
    }

    /// <summary>The type of what a placeholder's path names; null if it names nothing.</summary>
    public ITypeSymbol? TypeOf(IReadOnlyList<string> path)
    {
        ITypeSymbol? type = Methods.SelectMany(static method => method.Parameters).FirstOrDefault(parameter => parameter.Name == path[0])?.Type;
        foreach (string name in path.Skip(1))
        {
            type = type is null ? null : TemplateMembers.Find(type, name, Methods[0].ContainingAssembly, out _) is { } member ? TemplateMembers.TypeOf(member) : null;
        }

        return type;
    }

    /// <summary>
    /// Replaces a placeholder wherever it stands in the literal. Changes of other places in the literal may have been made before,
    /// so places can't be counted on.
    /// </summary>
    public Edit ReplaceAll(Document document, string placeholder, string replacement) =>
        new(document, Literal, (node, _) => WithText(node, text => Placeholders(text).Reverse().Where(span => text.Substring(span.Start, span.Length) == placeholder)
            .Aggregate(text, (current, span) => current.Substring(0, span.Start) + replacement + current.Substring(span.End))), placeholder);

    /// <summary>Where placeholders stand in a literal as it is written; doubled braces begin none.</summary>
    public static IEnumerable<TextSpan> Placeholders(string text)
    {
        for (int start = text.IndexOf('{'); start >= 0;)
        {
            bool isDoubled = start + 1 < text.Length && text[start + 1] == '{';
            int end = isDoubled ? start + 1 : text.IndexOf('}', start);
            if (end < 0)
            {
                yield break;
            }

            if (!isDoubled)
            {
                yield return TextSpan.FromBounds(start, end + 1);
            }

            start = text.IndexOf('{', end + 1);
        }
    }

    /// <summary>Replaces what was reported, and only that.</summary>
    public Edit ReplaceReported(Document document, string replacement)
    {
        string before = Text.Substring(0, Span.Start);
        string after = Text.Substring(Span.End);
        return new Edit(
            document,
            Literal,
            (node, _) => WithText(node, text =>
                text.StartsWith(before + Reported, StringComparison.Ordinal) ? before + replacement + text.Substring(Span.End)
                : text.EndsWith(Reported + after, StringComparison.Ordinal) ? text.Substring(0, text.Length - after.Length - Reported.Length) + replacement + after
                : text),
            FormattableString.Invariant($"{Span.Start}"));
    }

    /// <summary>The literal with another text, as it is written.</summary>
    public static SyntaxNode WithText(SyntaxNode literal, Func<string, string> change)
    {
        // Not a new node: another repair may want this one next.
        var current = (LiteralExpressionSyntax)literal;
        return current.WithToken(SyntaxFactory.ParseToken(change(current.Token.Text)).WithTriviaFrom(current.Token));
    }

    private static IEnumerable<string> MembersOf(ITypeSymbol type, IAssemblySymbol assembly) => type.Levels().SelectMany(static level => level.GetMembers())
        .Where(member => member is { CanBeReferencedByName: true } and (IPropertySymbol or IFieldSymbol) && TemplateMembers.Find(type, member.Name, assembly, out _) is not null)
        .Select(static member => member.Name);
}

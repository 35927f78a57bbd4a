using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>The template of the message that a prompt ends with, the user's, as far as it is written as a literal.</summary>
internal static class UserTemplate
{
    /// <summary>The literal of the last <c>[UserPrompt]</c>; null if there is none, or it is a constant or a file.</summary>
    public static LiteralExpressionSyntax? FindLast(MethodDeclarationSyntax method, RepairContext context) =>
        method.AttributeLists.SelectMany(static attributes => attributes.Attributes)
            .LastOrDefault(attribute => context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type?.ToDisplayString() == AttributeNames.UserPrompt)
            ?.ArgumentList?.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax;

    /// <summary>A template to begin with: a placeholder for each parameter that is a value, or else words to be replaced.</summary>
    public static string Begin(MethodDeclarationSyntax method)
    {
        IEnumerable<string> placeholders = method.ParameterList.Parameters
            .Where(static parameter => parameter.Type?.ToString() is { } type && !type.EndsWith("CancellationToken", StringComparison.Ordinal) && !type.Contains("Mimo"))
            .Select(static parameter => $"{{{parameter.Identifier.ValueText}}}");
        string text = string.Join(" ", placeholders);
        return text.Length == 0 ? "TODO: what to ask" : text;
    }

    /// <summary>Adds a placeholder at the end, unless it is there already: behind a space, or on a line of its own where the literal is written over lines.</summary>
    public static Edit Append(Document document, LiteralExpressionSyntax literal, string placeholder) =>
        new(document, literal, (node, _) => TemplateScope.WithText(node, text => Has(text, placeholder) ? text : Append(text, placeholder)), placeholder);

    private static bool Has(string text, string placeholder) => TemplateScope.Placeholders(text).Any(span => text.Substring(span.Start, span.Length) == placeholder);

    private static string Append(string text, string placeholder)
    {
        int quotes = text.StartsWith("\"\"\"", StringComparison.Ordinal) ? text.Length - text.TrimStart('"').Length : 1;
        int end = text.Length - quotes;
        int line = text.LastIndexOf('\n', end - 1);
        bool isBlock = quotes > 1 && line >= 0;
        return isBlock
            ? text.Substring(0, line + 1) + text.Substring(line + 1, end - line - 1) + placeholder + "\n" + text.Substring(line + 1)
            : text.Substring(0, end) + (end > quotes ? " " : "") + placeholder + text.Substring(end);
    }
}

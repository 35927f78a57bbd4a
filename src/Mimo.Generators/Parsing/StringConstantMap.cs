using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Finds where a stretch of a string constant's value is written: within regular, verbatim and raw literals, and within literals
/// that are added up.
/// </summary>
internal static class StringConstantMap
{
    /// <summary>A backslash, <c>U</c> and eight digits.</summary>
    private const int LongEscapeLength = 10;

    /// <param name="expression">What the constant is written as.</param>
    /// <param name="start">Where the stretch begins in the value.</param>
    /// <param name="end">Where it ends in the value, exclusive.</param>
    /// <returns>The stretch as written; null if it is empty, or if not all of the constant is written in literals.</returns>
    public static TextSpan? Find(ExpressionSyntax expression, int start, int end) =>
        start >= 0 && start < end && Map(expression) is { } map && end <= map.Count
            ? TextSpan.FromBounds(map[start].Start, map[end - 1].End)
            : null;

    /// <summary>Where each character of the value is written; null where that can't be told.</summary>
    private static List<TextSpan>? Map(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Map(parenthesized.Expression);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                List<TextSpan>? left = Map(sum.Left);
                List<TextSpan>? right = Map(sum.Right);
                return left is null || right is null ? null : [.. left, .. right];
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                return Map(literal.Token);
            default:
                return null;
        }
    }

    private static List<TextSpan>? Map(SyntaxToken token)
    {
        var map = new Builder(token);
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal):
                MapVerbatim(token.Text, map);
                break;
            case SyntaxKind.StringLiteralToken:
                if (!MapRegular(token.Text, map))
                {
                    return null;
                }

                break;
            case SyntaxKind.SingleLineRawStringLiteralToken:
                int quotes = CountQuotes(token.Text);
                map.AddRange(quotes, token.Text.Length - quotes);
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                MapRaw(token.Text, map);
                break;
        }

        // A literal that is broken is the compiler's to tell; there is nothing to find in it.
        return map.Spans.Count == token.ValueText.Length ? map.Spans : null;
    }

    /// <returns>False where an escape is broken, as while somebody types it.</returns>
    private static bool MapRegular(string text, Builder map)
    {
        for (int index = 1; index < text.Length - 1;)
        {
            int length = EscapeLength(text, index);
            if (index + length > text.Length)
            {
                return false;
            }

            map.Add(index, length);
            if (length == LongEscapeLength)
            {
                if (!int.TryParse(text.Substring(index + 2, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int character))
                {
                    return false;
                }

                if (character > char.MaxValue)
                {
                    map.Add(index, length);
                }
            }

            index += length;
        }

        return true;
    }

    /// <summary>How many characters stand for the one (or, after <c>\U</c>, the one or two) of the value.</summary>
    private static int EscapeLength(string text, int index)
    {
        if (text[index] != '\\')
        {
            return 1;
        }

        switch (text[index + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return LongEscapeLength;
            case 'x':
                int length = 2;
                while (length < 6 && index + length < text.Length && Uri.IsHexDigit(text[index + length]))
                {
                    length++;
                }

                return length;
            default:
                return 2;
        }
    }

    private static void MapVerbatim(string text, Builder map)
    {
        for (int index = 2; index < text.Length - 1;)
        {
            int length = text[index] == '"' ? 2 : 1;
            map.Add(index, length);
            index += length;
        }
    }

    /// <summary>Each line loses the whitespace that stands before the closing quotes; the first and the last line end go with the quotes.</summary>
    private static void MapRaw(string text, Builder map)
    {
        int lastLine = text.LastIndexOf('\n') + 1;
        int indentation = text.Length - CountQuotes(text) - lastLine;
        int contentEnd = lastLine > 1 && text[lastLine - 2] == '\r' ? lastLine - 2 : lastLine - 1;
        for (int start = text.IndexOf('\n') + 1; start < contentEnd;)
        {
            int next = text.IndexOf('\n', start) + 1;
            int end = Math.Min(next, contentEnd);
            int kept = start;
            while (kept < Math.Min(start + indentation, end) && text[kept] is not ('\r' or '\n'))
            {
                kept++;
            }

            map.AddRange(kept, end);
            start = next;
        }
    }

    private static int CountQuotes(string text) => text.Length - text.TrimStart('"').Length;

    private sealed class Builder(SyntaxToken token)
    {
        public List<TextSpan> Spans { get; } = new(token.ValueText.Length);

        public void Add(int start, int length) => Spans.Add(new TextSpan(token.SpanStart + start, length));

        public void AddRange(int start, int end)
        {
            for (int index = start; index < end; index++)
            {
                Add(index, 1);
            }
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mimo.Generators.CodeFixes;

/// <summary>Adds items to lists the way their authors lay them out, with all that is written between the others left where it is.</summary>
internal static class SeparatedLists
{
    private static SyntaxToken Comma { get; } = SyntaxFactory.Token(SyntaxKind.CommaToken);

    /// <summary>A list with one more item at its end.</summary>
    public static SeparatedSyntaxList<T> With<T>(this SeparatedSyntaxList<T> list, T item)
        where T : SyntaxNode => list.With(list.Count, item);

    /// <summary>A list with one more item at a place.</summary>
    public static SeparatedSyntaxList<T> With<T>(this SeparatedSyntaxList<T> list, int index, T item)
        where T : SyntaxNode
    {
        if (list.Count == 0)
        {
            return list.Add(item);
        }

        List<SyntaxNodeOrToken> parts = list.GetWithSeparators().ToList();
        T neighbour = list[Math.Min(index, list.Count - 1)];
        int place = parts.IndexOf(neighbour);
        SyntaxTriviaList lineEnd = LineEndBefore(neighbour);
        bool isOnOwnLine = lineEnd.Count > 0;
        SyntaxTriviaList indentation = isOnOwnLine ? Indentation(neighbour) : default;
        SyntaxTriviaList gap = isOnOwnLine ? lineEnd : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        if (index < list.Count)
        {
            parts.Insert(place, Comma.WithTrailingTrivia(gap));
            parts.Insert(place, item.WithLeadingTrivia(indentation));
            return SyntaxFactory.SeparatedList<T>(parts);
        }

        // A comment behind the last item is about that one, so the comma goes before it.
        SyntaxTriviaList behind = neighbour.GetTrailingTrivia();
        SyntaxTrivia[] end = behind.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToArray();
        parts[place] = neighbour.WithTrailingTrivia();
        parts.Add(Comma.WithTrailingTrivia(end.Length > 0 ? behind : behind.AddRange(gap)));
        parts.Add(item.WithLeadingTrivia(indentation).WithTrailingTrivia(end));
        return SyntaxFactory.SeparatedList<T>(parts);
    }

    /// <summary>The line end that an item stands behind; empty if it shares its line with what is before it.</summary>
    private static SyntaxTriviaList LineEndBefore(SyntaxNode item)
    {
        SyntaxTrivia end = item.GetFirstToken().GetPreviousToken().TrailingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(end) : default;
    }

    private static SyntaxTriviaList Indentation(SyntaxNode item)
    {
        SyntaxTriviaList trivia = item.GetLeadingTrivia();
        int start = trivia.ToList().FindLastIndex(static each => each.IsKind(SyntaxKind.EndOfLineTrivia)) + 1;
        return start < trivia.Count && trivia[start].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(trivia[start]) : default;
    }
}

using Microsoft.CodeAnalysis;
using Mimo.Generators.Diagnostics;

namespace Mimo.Generators.Parsing;

/// <summary>Compares the descriptions of a type's tools. The model chooses by them, so two that say the same make it guess.</summary>
internal static class ToolDescriptions
{
    /// <summary>The share of words that two descriptions must have in common to count as nearly the same.</summary>
    private const double LeastLikeness = 0.9;

    /// <summary>In larger sets only equal descriptions are looked for: comparing all pairs would take too long.</summary>
    private const int MostCompared = 64;

    private static readonly char[] Separators = " \t\n\r.,;:!?()[]{}<>\"'`/\\|-_".ToCharArray();

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the" };

    /// <summary>Reports each tool that an earlier one of the type resembles.</summary>
    public static void Check(INamedTypeSymbol holder, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var seen = new List<(IMethodSymbol Method, HashSet<string> Words)>();
        foreach (ISymbol member in holder.GetMembers())
        {
            if (member is not IMethodSymbol { PartialDefinitionPart: null } method || method.FindAttribute(AttributeNames.MimoTool) is not { } attribute)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            HashSet<string> words = Words(ToolParser.Describe(method, attribute, DocCommentParser.Parse(method, cancellationToken)));
            if (words.Count == 0)
            {
                continue;
            }

            IMethodSymbol? alike = seen.FirstOrDefault(other => AreAlike(other.Words, words, seen.Count < MostCompared)).Method;
            if (alike is not null)
            {
                report(Diagnostic.Create(DiagnosticDescriptors.DescriptionsAreAlike, method.Locations[0], method.Name, alike.Name));
            }

            seen.Add((method, words));
        }
    }

    private static bool AreAlike(HashSet<string> left, HashSet<string> right, bool mayDiffer)
    {
        int smaller = Math.Min(left.Count, right.Count);
        int larger = Math.Max(left.Count, right.Count);
        if (smaller < larger * LeastLikeness || (!mayDiffer && smaller != larger))
        {
            return false;
        }

        int common = left.Count(right.Contains);
        return mayDiffer ? common >= (left.Count + right.Count - common) * LeastLikeness : common == larger;
    }

    private static HashSet<string> Words(string description) => new(
        description.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(static word => !Articles.Contains(word)),
        StringComparer.OrdinalIgnoreCase);
}

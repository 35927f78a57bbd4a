namespace Mimo.Generators.CodeFixes;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <returns>The nearest of some names; null if none is so near that it could be a slip.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        (string Name, int Distance) best = candidates.Select(candidate => (candidate, Distance(name, candidate))).OrderBy(static pair => pair.Item2).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, Math.Min(name.Length, best.Name.Length) / 3) ? best.Name : null;
    }

    /// <summary>How many characters must be put in, left out or changed; case is no difference.</summary>
    private static int Distance(string left, string right)
    {
        int[] row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                int change = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}

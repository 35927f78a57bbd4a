namespace Mimo.Generators.CodeFixes;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <returns>The nearest of some names; null if none is so near that it could be a slip.</returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        (string Name, int Distance) best = candidates.Select(candidate => (candidate, Distance(name, candidate))).OrderBy(static pair => pair.Item2).FirstOrDefault();
        return best.Name is not null && best.Distance < Math.Min(name.Length, best.Name.Length) && best.Distance <= Math.Max(1, Math.Min(name.Length, best.Name.Length) / 3) ? best.Name : null;
    }

    /// <summary>How many characters must be put in, left out or changed, or neighbours exchanged; case is no difference.</summary>
    private static int Distance(string left, string right)
    {
        left = left.ToUpperInvariant();
        right = right.ToUpperInvariant();
        int[,] distances = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                int least = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + change);
                bool areExchanged = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                distances[i, j] = areExchanged ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
            }
        }

        return distances[left.Length, right.Length];
    }
}

namespace Mimo.Generators.Diagnostics.Analyzers;

/// <summary>
/// The verbs that promise a change. Words that are nouns as well (post, book, order), or that often mean a computation (create,
/// add, set, move), are left out: a wrong warning costs more than a missing one.
/// </summary>
internal static class WriteVerbs
{
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "Delete", "Remove", "Erase", "Purge", "Drop", "Wipe", "Destroy", "Cancel",
        "Write", "Save", "Insert", "Update", "Upsert", "Overwrite", "Rename", "Send", "Publish",
    };

    /// <summary>Whether the first word of a method's name is one of them: <c>DeleteOrder</c>, but not <c>Deleted</c> or <c>GetUpdate</c>.</summary>
    public static bool Begin(string name)
    {
        int end = 1;
        while (end < name.Length && char.IsLower(name[end]))
        {
            end++;
        }

        // Most names are longer than a verb or begin with another letter, so few are cut.
        return end is >= 4 and <= 9 && Verbs.Contains(end == name.Length ? name : name.Substring(0, end));
    }
}
